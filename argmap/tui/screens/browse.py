"""The main screen: outline, details, and what the commands ask of them."""

from collections.abc import Awaitable, Mapping
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.timer import Timer
from textual.widget import Widget

from argmap.tui.asking.prompts import Answer, Prompt
from argmap.tui.commands import BY_NAME, COMMANDS, Command
from argmap.tui.commands.base import ONLY_READ, EditCommand
from argmap.tui.commands.exchange import PasteOutline
from argmap.tui.screens.filing import Filing
from argmap.tui.screens.heading import Heading
from argmap.tui.screens.remembering import recall_into
from argmap.tui.screens.searching import Searching
from argmap.tui.screens.verbs import Verbs
from argmap.tui.session.mapfile import Reading, only_empty
from argmap.tui.settings import Settings
from argmap.tui.state.browse import BrowseState
from argmap.tui.state.search import Search
from argmap.tui.text import STYLE_CLASSES, safe
from argmap.tui.widgets.bars import KeyBar, TitleBar
from argmap.tui.widgets.details import Details
from argmap.tui.widgets.lines import LinesView
from argmap.tui.widgets.narrowbar import NarrowBar
from argmap.tui.widgets.outline import Outline
from argmap.tui.written.marks import ASCII, Marks

if TYPE_CHECKING:
    from argmap.sources import Opened
    from argmap.tui.widgets.searchbar import SearchBar

_DETAILS_AFTER = 0.06
"""Seconds the cursor rests before the details follow it."""
_DRAWN_AFTER = 0.012
"""Seconds until what is shown is drawn: Textual waits a moment for more of it."""
_WIDE = 100
"""Columns from which outline and details stand side by side."""
_READ_IN_A_SECOND = 15
"""Characters."""
_SAME: Mapping[str, str] = {}


class BrowseScreen(Verbs, inherit_bindings=False):
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

    def __init__(self, reading: Reading, marks: Marks, settings: Settings, start: str = "") -> None:
        """`start` is the id of the claim to begin at."""
        super().__init__()
        self.marks, self.settings = marks, settings
        self.state = BrowseState(reading.result()) if reading.done else BrowseState.empty()
        self.search: Search | None = None
        self.filing = Filing(self, reading, read_only=settings.read_only)
        self._searching = Searching(self)
        self._start = start
        self._pending_details: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lay out the bars and the panes."""
        # What the breakpoint will say: to say it before anything is styled saves a second round.
        wide = self.app.size.width >= _WIDE
        self.set_class(wide, "-wide").set_class(not wide, "-narrow")
        self.set_class(self.marks is ASCII, "-ascii")
        yield TitleBar(self.marks)
        yield NarrowBar(self.state, self.marks)
        with Container(id="panes"):
            yield Outline(self.state, self.marks)
            yield Details(self.state, self.marks)
        yield KeyBar(self.settings.keymap)

    def on_mount(self) -> None:
        """Show the map, and look after its file from now on."""
        self.outline = self.query_one(Outline)
        self.details = self.query_one(Details)
        self._heading = Heading(self)
        self._narrowed = self.query_one(NarrowBar)
        self._keys = self.query_one(KeyBar)
        self.sync()
        self.filing.start()

    # -- running commands ----------------------------------------------------------------

    def action_command(self, name: str) -> None:
        """Run a command by the name of its class."""
        self.run_command(BY_NAME[name])

    def run_command(self, command: type[Command]) -> None:
        """Run a command if it can run now, and show what it changed."""
        if command.edits and self.filing.read_only:
            self.say(ONLY_READ)
        elif command.available(self):
            with self.refusals():
                if issubclass(command, EditCommand):
                    self.filing.refuse_unreadable()
                waiting = command.run(self)
                if waiting is not None:
                    self._await(waiting)
            self.sync()
        elif command.idle:
            empty = issubclass(command, EditCommand) and not self.state.rows
            self.say("There is no claim yet. A writes the first." if empty else command.idle)

    def _await(self, waiting: Awaitable[None]) -> None:
        self.asking += 1
        self.run_worker(self._finish(waiting))

    async def _finish(self, waiting: Awaitable[None]) -> None:
        try:
            with self.refusals():
                await waiting
        finally:
            self.asking -= 1
        self.sync()

    def on_paste(self, event: events.Paste) -> None:
        """Offer to put what was pasted into the map."""
        from argmap.tui.asking.typed import fitted  # noqa: PLC0415 - when wanted

        event.stop()
        if self.filing.read_only:
            self.say(ONLY_READ)
        elif event.text.strip():
            self._await(PasteOutline.place(self, *fitted(event.text, lines=True)))

    async def ask(self, prompt: Prompt[Answer]) -> Answer | None:
        """Ask, and wait for the answer; None where there is none."""
        from argmap.tui.screens.asking import screen_for  # noqa: PLC0415 - when wanted

        self.app.clear_notifications()  # they would lie over the question
        return await self.app.push_screen_wait(screen_for(prompt, self.marks))

    def say(self, words: str, *, problem: bool = False) -> None:
        """Tell something in a line that goes away by itself."""
        self.app.notify(
            safe(words),
            severity="error" if problem else "information",
            timeout=max(8 if problem else 3, len(words) / _READ_IN_A_SECOND),
            markup=False,
        )

    # -- showing -------------------------------------------------------------------------

    def sync(self) -> None:
        """Show the state as it is now; the details follow when the cursor rests."""
        self.outline.mark_matches(self._marked_words())
        self.outline.sync()
        self.show_title()
        self._narrowed.show_state(self.state)
        self._keys.show_keys(self)
        if self._pending_details is not None:
            self._pending_details.stop()
        self._pending_details = self.set_timer(_DETAILS_AFTER, self._follow_up)

    def _follow_up(self) -> None:
        self._show_details()
        self._heading.count()

    def _marked_words(self) -> str:
        if self.search is not None:
            return self.search.query
        return self.state.filter.words if self.state.filter is not None else ""

    def _show_details(self) -> None:
        self.details.show_state(self.state)

    def show_title(self) -> None:
        """Show the map's title, what is unsaved, and the counts."""
        self._heading.show(None if self._searching.typing else self.search)

    def show_first(self, opened: "Opened") -> None:
        """Show the map when it has been read for the first time."""
        if self.state.opened is not opened:
            self.state = BrowseState(opened)
            self.outline.show_state(self.state)
        recall_into(self, self._start)
        self.sync()
        self._show_details()
        if not self.state.rows and not only_empty(opened):
            self.call_after_refresh(self.show_diagnostics)

    def show_opened(
        self,
        opened: "Opened",
        claims: Mapping[str, str] = _SAME,
        links: Mapping[str, str] = _SAME,
        focus: str = "",
    ) -> None:
        """Show the map as it is now; `claims` and `links` lead from old ids to new ones."""
        self.state = self.state.reread(opened, claims, links, focus)
        if self.filing.session is not None:
            self.set_timer(_DRAWN_AFTER, self.filing.session.go_on)
        if self.search is not None:
            self.search = self.search.again(self.state)
        self.outline.show_state(self.state)
        self.sync()
        self._show_details()

    # -- searching -----------------------------------------------------------------------

    def open_search(self) -> None:
        """Show the line to type a search in."""
        self._searching.open()

    def show_line(self, line: Widget) -> None:
        """Show a line to type in, in the place of the keys."""
        self._keys.display = False
        self.asking += 1
        self.mount(line, after=self._keys)
        line.call_after_refresh(self._line_is_there)

    def _line_is_there(self) -> None:
        self.asking -= 1

    def leave_line(self) -> None:
        """Go back from a line to the outline."""
        self._keys.display = True
        self.outline.focus()
        self.sync()

    def on_search_bar_typed(self, event: "SearchBar.Typed") -> None:
        """Show the first match of what is typed so far."""
        self._searching.type(event.query)

    def on_search_bar_stepped(self, event: "SearchBar.Stepped") -> None:
        """Go to another match while typing."""
        self._searching.step(event.direction)

    async def on_search_bar_ended(self, event: "SearchBar.Ended") -> None:
        """Keep the place found, or go back to where the search began."""
        await self._searching.end(kept=event.kept)

    # -- moving --------------------------------------------------------------------------

    def step(self, rows: int) -> None:
        """Move the cursor, or scroll the details where they have the focus."""
        if self.details.has_focus:
            self.details.scroll_lines(rows)
        else:
            self.state.move(rows)

    def page(self, pages: float) -> None:
        """Move or scroll by so many windows."""
        if self.details.has_focus:
            self.details.scroll_lines(pages * self.details.window)
            return
        place = self.outline.page(pages)
        if place is not None:
            self.state.goto(place)

    def go_to(self, place: int) -> None:
        """Put the cursor on a row, from anywhere."""
        self.state.jump(place)
        self.sync()

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
