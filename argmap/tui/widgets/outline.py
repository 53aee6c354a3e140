"""The outline: every claim in full, wrapped, with signs, guides and a cursor."""

from textual import events
from textual.message import Message
from textual.strip import Strip

from argmap.tui.state.browse import BrowseState
from argmap.tui.text import measure, strip
from argmap.tui.widgets.lines import LinesView
from argmap.tui.written.marks import Marks
from argmap.tui.written.rows import Sheet

_MARGIN = 2
"""Lines kept in view above and below the cursor's row."""


class Outline(LinesView):
    """Draws what the state shows. `sync` takes up every change of the state."""

    class Picked(Message):
        """A row was clicked: on its fold mark, once, or twice."""

        def __init__(self, place: int, *, fold: bool) -> None:
            super().__init__()
            self.place = place
            self.fold = fold

    def __init__(self, state: BrowseState, marks: Marks) -> None:
        super().__init__(id="outline")
        self._marks = marks
        self._query = ""
        self._sheet = Sheet(state, 0, measure, marks)
        self._cursor = state.cursor

    def _lay_out(self, state: BrowseState, *, numbers: bool) -> None:
        self._sheet = Sheet(
            state, self.cells, measure, self._marks, numbers=numbers, before=self._sheet
        )
        self._sheet.query = self._query

    def fit(self) -> None:
        """Lay the rows out anew where the width or what shows has changed."""
        if self.cells and self.cells != self._sheet.cells:
            self._lay_out(self._sheet.state, numbers=self._sheet.numbers)
        elif self._sheet.cells and self._sheet.layout != self._sheet.state.layout:
            self._sheet.arrange()

    @property
    def sheet_height(self) -> int:
        """Lines of the whole sheet."""
        return self._sheet.height

    def on_resize(self) -> None:
        """Take up what was changed out of sight, and keep the cursor's row in the window."""
        self.fit()
        self._take_up_layout()

    @property
    def _stands(self) -> bool:
        """Whether there are rows, and a window to see them in."""
        return bool(self._sheet.cells and self.window and self._sheet.state.shown)

    def show_state(self, state: BrowseState) -> None:
        """Show a state that follows the one before, perhaps with other rows."""
        sheet = self._sheet
        if state.rows is sheet.state.rows and (state.layout, state.guise) == sheet.shows:
            sheet.state = state
            return
        self._lay_out(state, numbers=self._sheet.numbers)
        self._take_up_layout()

    def show_numbers(self, numbers: bool) -> None:
        """Show the rows with or without their numbers."""
        self._lay_out(self._sheet.state, numbers=numbers)
        self._take_up_layout()

    def mark_matches(self, query: str) -> None:
        """Mark the words of a search wherever they show."""
        if query != self._query:
            self._query = self._sheet.query = query
            self.refresh()

    def sync(self) -> None:
        """Show what has changed in the state: folds, cursor."""
        state = self._sheet.state
        if not self._stands:
            return
        if self._sheet.layout != state.layout:
            self.fit()
            self._take_up_layout()
        elif self._cursor != state.cursor:
            self._refresh_row(self._cursor)
            self._cursor = state.cursor
            self._refresh_row(self._cursor)
            self._reveal()

    def _take_up_layout(self) -> None:
        self._cursor = self._sheet.state.cursor
        self.resize_sheet(self._sheet.height)
        self._reveal()

    def _refresh_row(self, place: int) -> None:
        top, bottom = self._sheet.stretch(place)
        self.refresh_lines(top, bottom - top)

    def _reveal(self) -> None:
        """Scroll as little as needed to have the cursor's row in the window."""
        if not self._stands:
            return
        top, bottom = self._sheet.stretch(self._cursor)
        window, above = self.window, self.scroll_offset.y
        margin = min(_MARGIN, window // 4)
        wanted = above
        if top - margin < above:
            wanted = top - margin
        elif bottom + margin > above + window:
            wanted = min(bottom + margin - window, top)
        if abs(wanted - above) > window:
            wanted = top - window // 3
        if wanted != above:
            # Forced, since a first look comes before Textual knows of the scroll bar.
            self.scroll_to(y=max(0, wanted), animate=False, force=True)

    def page(self, pages: float) -> int | None:
        """The row so many windows below (or above) the cursor's."""
        if not self._stands:
            return None
        top, _ = self._sheet.stretch(self._cursor)
        wanted = top + int(pages * max(1, self.window - _MARGIN))
        return self._sheet.place_at(min(max(0, wanted), self._sheet.height - 1))

    def draw(self, y: int) -> Strip:
        """Draw one line of the sheet."""
        over = ""
        if self._sheet.place_at(y) == self._cursor:
            over = "idle" if self.screen.has_class("-reading") else "cursor"
        return strip(self, self._sheet.line(y), self.size.width, over)

    def on_click(self, event: events.Click) -> None:
        """Report which row was clicked, and whether it is to be folded."""
        event.stop()
        place = self._sheet.place_at(self.scroll_offset.y + event.y)
        if place is not None:
            on_mark = 0 <= event.x - self._sheet.mark_column(place) < 2
            self.post_message(self.Picked(place, fold=on_mark or event.chain == 2))
