"""The main screen: outline, details, and what the commands ask of them."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.timer import Timer

from argmap.errors import ArgmapError, Severity
from argmap.text import count
from argmap.tui.commands import BY_NAME, COMMANDS, Command
from argmap.tui.facts import facts, title
from argmap.tui.mapfile import Change, Reading, Watch
from argmap.tui.marks import ASCII, Marks
from argmap.tui.search import Search
from argmap.tui.state import BrowseState
from argmap.tui.text import STYLE_CLASSES, content, safe
from argmap.tui.widgets.bars import KeyBar, TitleBar
from argmap.tui.widgets.details import Details
from argmap.tui.widgets.lines import LinesView
from argmap.tui.widgets.outline import Outline

if TYPE_CHECKING:
    from argmap.tui.widgets.searchbar import SearchBar

_DETAILS_AFTER = 0.06
"""Seconds the cursor rests before the details follow it."""
_WIDE = 100
"""Columns from which outline and details stand side by side."""
_LOOK_AFTER_FILE = 0.7
_LOOK_AFTER_READING = 0.1


class BrowseScreen(Screen[None], inherit_bindings=False):
    """Shows one map. It is the `View` of all commands, and shows the state after each."""

    COMPONENT_CLASSES = STYLE_CLASSES
    AUTO_FOCUS = "#outline"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_WIDE, "-wide")]  # noqa: RUF012 - as Textual types it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            ",".join(command.keys),
            f"command('{command.__name__}')",
            command.title,
            show=False,
            tooltip=command.help(),
            id=command.__name__,
        )
        for command in COMMANDS
    ]

    def __init__(self, reading: Reading, marks: Marks, *, fixed_colours: bool = False) -> None:
        super().__init__()
        self.file = reading.file
        self.marks = marks
        self._fixed_colours = fixed_colours
        self.state = BrowseState(reading.result()) if reading.done else BrowseState.empty()
        self.search: Search | None = None
        self._search_bar: SearchBar | None = None
        self._numbers = False
        self._watch = Watch(reading)
        self._reading: Reading | None = None if reading.done else reading
        self._first_reading = self._reading
        self._pending_details: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lay out the bars and the panes."""
        # What the breakpoint will say: to say it before anything is styled saves a second round.
        wide = self.app.size.width >= _WIDE
        self.set_class(wide, "-wide").set_class(not wide, "-narrow")
        self.set_class(self.marks is ASCII, "-ascii")
        yield TitleBar(self.marks)
        with Container(id="panes"):
            yield Outline(self.state, self.marks)
            yield Details(self.state, self.marks)
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the map, and look after its file from now on."""
        self._outline = self.query_one(Outline)
        self._details = self.query_one(Details)
        self._title = self.query_one(TitleBar)
        self._keys = self.query_one(KeyBar)
        self.sync()
        self._details.show_state(self.state)
        self.set_interval(_LOOK_AFTER_FILE, self._look_after_file)
        if self._reading is not None:
            self._follow_reading()
        elif not self.state.rows:
            self.call_after_refresh(self.show_diagnostics)

    # -- showing -------------------------------------------------------------------------

    def action_command(self, name: str) -> None:
        """Run a command by the name of its class."""
        self.run_command(BY_NAME[name])

    def run_command(self, command: type[Command]) -> None:
        """Run a command if it can run now, and show what it changed."""
        if command.available(self):
            command.run(self)
            self.sync()

    def sync(self) -> None:
        """Show the state as it is now; the details follow when the cursor rests."""
        self._outline.mark_matches(self.search.query if self.search else "")
        self._outline.sync()
        self._show_title()
        self._keys.show_keys(self)
        if self._pending_details is not None:
            self._pending_details.stop()
        self._pending_details = self.set_timer(_DETAILS_AFTER, self._show_details)

    def _show_details(self) -> None:
        self._details.show_state(self.state)

    def _show_title(self) -> None:
        if self._first_reading is not None:
            done = f"reading {round(100 * self._first_reading.progress)} %"
            self._title.show(self.file.path, facts(self.state, None, done))
        else:
            search = self.search if self._search_bar is None else None
            self._title.show(title(self.state), facts(self.state, search))

    def _say(self, words: str, severity: SeverityLevel = "information") -> None:
        self.app.notify(safe(words), severity=severity, markup=False)

    # -- the file ------------------------------------------------------------------------

    def reload(self) -> None:
        """Read the file again."""
        if self._reading is None and self.file.path != "-":
            self._start_reading()

    def _start_reading(self) -> None:
        self._reading = self.file.read()
        self._follow_reading()

    def _look_after_file(self) -> None:
        if self._reading is not None:
            return
        match self._watch.look():
            case Change.GONE:
                self._say("The file is gone. What was read last still shows.", "warning")
            case Change.NEWER:
                self._start_reading()

    def _follow_reading(self) -> None:
        reading = self._reading
        if reading is None:
            return
        if not reading.done:
            self._show_title()
            self.set_timer(_LOOK_AFTER_READING, self._follow_reading)
            return
        self._reading = None
        first, self._first_reading = self._first_reading is not None, None
        try:
            opened = reading.result()
        except ArgmapError as failure:
            if first:
                self.app.exit(failure)
            else:
                self._say(f"{failure.message} {failure.remedy}", "error")
            return
        self.state = self.state.reread(opened)
        if self.search is not None:
            self.search = self.search.again(self.state)
        self._outline.show_state(self.state)
        self.sync()
        self._show_details()
        if not first:
            errors = self.state.severities[Severity.ERROR]
            self._say(f"Reloaded, with {count(errors, 'error')}." if errors else "Reloaded.")
        if not self.state.rows and self.is_current:
            self.show_diagnostics()

    # -- searching -----------------------------------------------------------------------

    def open_search(self) -> None:
        """Show the line to type a search in."""
        from argmap.tui.widgets.searchbar import SearchBar  # noqa: PLC0415 - when wanted

        if self._search_bar is not None:
            return
        self.search = Search(self.state)
        self._keys.display = False
        self._search_bar = SearchBar()
        self.mount(self._search_bar, after=self._keys)

    def on_search_bar_typed(self, event: "SearchBar.Typed") -> None:
        """Show the first match of what is typed so far."""
        if self.search is not None:
            self.search.type(event.query)
            self._show_search()

    def on_search_bar_stepped(self, event: "SearchBar.Stepped") -> None:
        """Go to another match while typing."""
        if self.search is not None:
            self.search.step(event.direction)
            self._show_search()

    def _show_search(self) -> None:
        if self._search_bar is not None and self.search is not None:
            self._search_bar.show_count(self.search.summary())
        self.sync()

    async def on_search_bar_ended(self, event: "SearchBar.Ended") -> None:
        """Keep the place found, or go back to where the search began."""
        if self._search_bar is not None:
            await self._search_bar.remove()
            self._search_bar = None
        self._keys.display = True
        self._outline.focus()
        if self.search is not None and not (event.kept and self.search.matches):
            self.search.cancel()
            self.search = None
        self.sync()

    def leave(self) -> None:
        """From the details to the outline; in the outline, end the search."""
        if self._details.has_focus:
            self.switch_pane()
        else:
            self.search = None

    # -- panes ---------------------------------------------------------------------------

    def step(self, rows: int) -> None:
        """Move the cursor, or scroll the details where they have the focus."""
        if self._details.has_focus:
            self._details.scroll_lines(rows)
        else:
            self.state.move(rows)

    def page(self, pages: float) -> None:
        """Move or scroll by so many windows."""
        if self._details.has_focus:
            self._details.scroll_lines(pages * self._details.window)
            return
        place = self._outline.page(pages)
        if place is not None:
            self.state.goto(place)

    def show_details(self) -> None:
        """Show or hide the details."""
        if self._details.has_focus:
            self.switch_pane()
        self.toggle_class("-alone")

    def switch_pane(self) -> None:
        """Give the other pane the focus; on a narrow screen, all of the screen."""
        to_details = not self._details.has_focus
        if to_details:
            self.remove_class("-alone")
        self.set_class(to_details, "-reading")
        self._outline.refresh()
        (self._details if to_details else self._outline).focus()

    def show_numbers(self) -> None:
        """Show or hide the numbers of rows."""
        self._numbers = not self._numbers
        self._outline.show_numbers(self._numbers)

    @on(Outline.Picked)
    def _picked(self, event: Outline.Picked) -> None:
        self.state.jump(event.place)
        if event.fold:
            self.run_command(BY_NAME["Toggle"])
        self.sync()

    @on(LinesView.Followed)
    def _followed(self, event: LinesView.Followed) -> None:
        self.go_to(event.place)

    @on(KeyBar.Pressed)
    def _key_pressed(self, event: KeyBar.Pressed) -> None:
        self.run_command(event.command)

    # -- what lies over the panes --------------------------------------------------------

    def show_diagnostics(self) -> None:
        """Show what is the matter with the map."""
        from argmap.tui.screens.diagnostics import DiagnosticsScreen  # noqa: PLC0415 - when wanted

        self.app.push_screen(DiagnosticsScreen(self.state.opened, self.marks), self._go_to_claim)

    def _go_to_claim(self, claim: str | None) -> None:
        if claim is not None and claim in self.state.carriers:
            self.go_to(self.state.carriers[claim])

    def go_to(self, place: int) -> None:
        """Put the cursor on a row, from anywhere."""
        self.state.jump(place)
        self.sync()

    def show_help(self) -> None:
        """Show all keys and signs."""
        from argmap.tui.screens.help import HelpScreen  # noqa: PLC0415 - when wanted

        self.app.push_screen(HelpScreen(self.marks))

    def show_palette(self) -> None:
        """Show the command palette."""
        self.app.action_command_palette()

    def choose_theme(self) -> None:
        """Offer other colours."""
        if self._fixed_colours:
            self._say("Colours are switched off (NO_COLOR), so there is no theme to choose.")
        else:
            self.app.search_themes()

    def copy(self, *, details: bool) -> None:
        """Copy the claim, or all its details, to the clipboard."""
        text = self._details.text() if details else self.state.words()
        self.app.copy_to_clipboard(content(text).plain)
        self._say("Copied the details." if details else "Copied the claim.")

    def quit(self) -> None:
        """End the program."""
        if self._reading is not None:
            self._reading.stop()
        self.app.exit()
