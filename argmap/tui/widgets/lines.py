"""A scrolling pane of lines made of pieces; only the lines that show are drawn."""

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from argmap.tui.text import strip
from argmap.tui.written.pieces import Line


class LinesView(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows lines of pieces and reports clicks on those that lead somewhere."""

    ALLOW_SELECT = False
    FOCUS_ON_CLICK = False  # a click that moved the panes would hit another place

    class Followed(Message):
        """A piece was clicked that leads to the row at `place`."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self.lines: list[Line] = []

    @property
    def cells(self) -> int:
        """Width that lines may have."""
        return self.scrollable_content_region.width

    @property
    def window(self) -> int:
        """Number of lines that show."""
        return self.scrollable_content_region.height

    def resize_sheet(self, height: int) -> None:
        """Say how many lines there are now, and draw again."""
        self.virtual_size = Size(self.cells, height)
        self.refresh()

    def scroll_lines(self, lines: float) -> None:
        """Scroll by so many lines, as far as there are any."""
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False)

    def fit(self) -> None:
        """Lay the sheet out for the width there is; called before anything is drawn."""

    def on_resize(self) -> None:
        """Tell Textual how high the sheet is at the new width."""
        self.fit()
        self.resize_sheet(self.sheet_height)

    @property
    def sheet_height(self) -> int:
        """Lines of the whole sheet."""
        return len(self.lines)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window."""
        self.fit()
        return self.draw(self.scroll_offset.y + y)

    def draw(self, y: int) -> Strip:
        """Draw one line of the sheet."""
        return strip(self, self.lines[y] if y < len(self.lines) else [], self.size.width)

    def on_click(self, event: events.Click) -> None:
        """Follow a piece that leads somewhere."""
        place = event.style.meta.get("goto")
        if isinstance(place, int):
            event.stop()
            self.post_message(self.Followed(place))
