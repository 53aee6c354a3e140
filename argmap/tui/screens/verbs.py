"""What commands ask of the screen beside moving about: panes, lists, copies, sources, the file."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.errors import ArgmapError, UsageError
from argmap.tui.screens.filing import Filing
from argmap.tui.settings import Settings
from argmap.tui.state.browse import BrowseState
from argmap.tui.state.search import Search
from argmap.tui.text import content
from argmap.tui.typeahead import AskingScreen
from argmap.tui.widgets.details import Details
from argmap.tui.widgets.outline import Outline
from argmap.tui.written.marks import Marks

if TYPE_CHECKING:
    from argmap.model.edits.edit import Edit
    from argmap.tui.source.choice import Offer, SourceChoice


class Verbs(AskingScreen[None], inherit_bindings=False):
    """The half of the browser's screen that carries out what is asked of the `View`."""

    state: BrowseState
    search: Search | None
    marks: Marks
    settings: Settings
    outline: Outline
    details: Details
    filing: Filing
    numbers = False

    def say(self, words: str, *, problem: bool = False) -> None:
        """Tell something in a line that goes away by itself."""
        raise NotImplementedError

    def go_to(self, place: int) -> None:
        """Put the cursor on a row, from anywhere."""
        raise NotImplementedError

    @contextmanager
    def refusals(self) -> Iterator[None]:
        """Tell what is refused meanwhile."""
        try:
            yield
        except ArgmapError as refusal:
            words = f"{refusal.message.rstrip('.')}. {refusal.remedy}"
            self.say(words.strip(), problem=True)

    # -- panes ---------------------------------------------------------------------------

    def leave(self) -> None:
        """From the details to the outline; there, end the search, filter and branch in turn."""
        if self.details.has_focus:
            self.switch_pane()
        elif self.search is not None:
            self.search = None
        else:
            self.state.widen()

    def show_details(self) -> None:
        """Show or hide the details."""
        if self.details.has_focus:
            self.switch_pane()
        self.toggle_class("-alone")

    def switch_pane(self) -> None:
        """Give the other pane the focus; on a narrow screen, all of the screen."""
        to_details = not self.details.has_focus
        if to_details:
            self.remove_class("-alone")
        self.set_class(to_details, "-reading")
        self.outline.refresh()
        (self.details if to_details else self.outline).focus()

    def show_neighbourhood(self) -> None:
        """Show what surrounds the claim as a diagram, in the place of the details; or not."""
        self.remove_class("-alone")
        self.details.draw_neighbourhood(not self.details.drawn)

    def show_numbers(self) -> None:
        """Show or hide the numbers of rows."""
        self.numbers = not self.numbers
        self.outline.show_numbers(self.numbers)

    # -- what lies over the panes --------------------------------------------------------

    def show_diagnostics(self) -> None:
        """Show what is the matter with the map."""
        from argmap.tui.screens.diagnostics import DiagnosticsScreen  # noqa: PLC0415 - when wanted

        self.app.push_screen(DiagnosticsScreen(self.state.opened, self.marks), self._go_to_claim)

    def _go_to_claim(self, claim: str | None) -> None:
        if claim is not None and claim in self.state.carriers:
            self.go_to(self.state.carriers[claim])

    def show_help(self) -> None:
        """Show all keys and signs."""
        from argmap.tui.screens.help import HelpScreen  # noqa: PLC0415 - when wanted

        self.app.push_screen(HelpScreen(self.marks, self.settings.keymap))

    def show_palette(self) -> None:
        """Show the command palette."""
        self.app.action_command_palette()

    def choose_theme(self) -> None:
        """Offer other colours."""
        if self.settings.no_color:
            self.say("Colours are switched off (NO_COLOR), so there is no theme to choose.")
        else:
            self.app.search_themes()

    async def read_source(
        self,
        source: str | None,
        offset: int | None,
        *,
        end: int | None = None,
        amending: bool = False,
    ) -> "SourceChoice | None":
        """Read a source; see `View`."""
        from argmap.tui.screens.source import SourceScreen  # noqa: PLC0415 - when wanted

        if not self.state.opened.documents:
            raise UsageError(
                "There is no source whose text is at hand",
                "T adds one with its file, or start with --source ID=PATH.",
            )
        claim = self.state.row.claim if self.state.row is not None else None
        offer = self._offer(claim, amending=amending)
        screen = SourceScreen(
            self.state.opened, self.marks, source=source, claim=claim, offer=offer
        )
        screen.begin_at(offset, end)
        return await self.app.push_screen_wait(screen)

    def _offer(self, claim: str | None, *, amending: bool) -> "Offer":
        from argmap.tui.source import choice  # noqa: PLC0415 - only sources need it

        if self.filing.read_only:
            return choice.TO_READ
        if amending:
            return choice.ANOTHER_PASSAGE
        return choice.EVERYTHING if claim is not None else choice.FOR_NO_CLAIM

    def open_instead(self, path: Path, claim: str | None) -> None:
        """Show another map in the place of this one."""
        from argmap.tui.app import BrowserApp  # noqa: PLC0415 - it imports the screens

        if isinstance(self.app, BrowserApp):
            self.app.open_instead(path, claim)

    # -- copies --------------------------------------------------------------------------

    def details_text(self) -> str:
        """Everything that the details say, as text."""
        return self.details.text()

    def copy_text(self, text: str, what: str) -> None:
        """Copy a text to the clipboard, and say `what` was copied."""
        self.app.copy_to_clipboard(content(text).plain)
        self.say(f"Copied {what}.")

    # -- edits and the file --------------------------------------------------------------

    def apply(self, edit: "Edit") -> None:
        """Make an edit, show it, and remember it for undo."""
        self.filing.apply(edit)

    @property
    def undoable(self) -> tuple[str, str]:
        """The names of the edits that undo and redo are about; empty where there are none."""
        return self.filing.undoable

    @property
    def unsaved(self) -> bool:
        """Whether there are edits that the file does not have."""
        return self.filing.unsaved

    def undo(self) -> None:
        """Take the last edit back."""
        self.filing.undo()

    def redo(self) -> None:
        """Make the edit again that was taken back last."""
        self.filing.redo()

    async def save(self) -> None:
        """Write the edits to the file."""
        await self.filing.save()

    async def reload(self) -> None:
        """Read the file again."""
        await self.filing.reload()

    async def edit_outside(self) -> None:
        """Open the user's editor at the claim, and come back."""
        _refuse_on_web_page()
        await self.filing.edit_outside()

    async def export_view(self) -> None:
        """Draw what shows as a diagram, and open it."""
        _refuse_on_web_page()
        from argmap.tui.exporting import export_view  # noqa: PLC0415 - when wanted

        self.say(export_view(self.state))

    async def open_library(self) -> None:
        """Choose another map."""
        _refuse_on_web_page()
        await self.filing.open_other()

    async def quit(self) -> None:
        """End the program, with nothing lost unasked."""
        await self.filing.quit()


def _refuse_on_web_page() -> None:
    from argmap.tui.serve import served  # noqa: PLC0415 - when wanted

    if served():
        raise UsageError(
            "This is not done from a web page", "Open the map in a terminal: argmap open MAP."
        )
