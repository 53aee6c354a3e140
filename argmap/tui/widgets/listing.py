"""Lines that are wrapped to the room there is, and lists of them to choose from."""

from collections.abc import Callable
from itertools import accumulate, chain

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from argmap.tui.text import strip
from argmap.tui.widgets.lines import LinesView
from argmap.tui.written.pieces import Line

Compose = Callable[[int], list[Line]]
"""Makes lines for a width in cells."""


class Paper(LinesView, can_focus=False):
    """Shows lines, wrapped anew for every width; as high as they are, where that is asked for."""

    def __init__(self, compose: Compose, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._compose_lines = compose
        self._wrapped_to = 0

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        """Lines at a width, one column of which is for the scroll bar."""
        return len(self._compose_lines(max(1, width - 1)))

    def fit(self) -> None:
        """Wrap to the width there is."""
        if self.cells and self.cells != self._wrapped_to:
            self._wrapped_to = self.cells
            self.lines = self._compose_lines(self.cells)


class Listing(LinesView, can_focus=False):
    """Shows items of one or more lines, one of them under the cursor."""

    class Taken(Message):
        """The item at `place` was clicked."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(
        self,
        compose: Callable[[int], list[list[Line]]],
        *,
        id: str | None = None,  # noqa: A002 - Textual's name for it
    ) -> None:
        super().__init__(id=id)
        self.cursor = 0
        self._compose_items = compose
        self._wrapped_to = 0
        self._tops = [0]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        """Lines at a width, one column of which is for the scroll bar."""
        return sum(map(len, self._compose_items(max(1, width - 1))))

    def fit(self) -> None:
        """Lay the items out for the width there is."""
        if self.cells and self.cells != self._wrapped_to:
            self._wrapped_to = self.cells
            items = self._compose_items(self.cells)
            self._tops = [0, *accumulate(map(len, items))]
            self.lines = list(chain.from_iterable(items))

    @property
    def count(self) -> int:
        """Number of items."""
        return len(self._tops) - 1

    def renew(self) -> None:
        """Show other items; the cursor goes to the first."""
        self._wrapped_to, self._tops, self.lines, self.cursor = 0, [0], [], 0
        self.fit()
        self.resize_sheet(self.sheet_height)
        self.scroll_to(y=0, animate=False)

    def move(self, items: int) -> None:
        """Move the cursor over so many items, as far as there are any."""
        self.cursor = min(max(0, self.cursor + items), max(0, self.count - 1))
        self.refresh()
        if self.count:
            top, bottom = self._tops[self.cursor], self._tops[self.cursor + 1]
            above = max(min(self.scroll_offset.y, top), bottom - self.window)
            self.scroll_to(y=above, animate=False)

    def draw(self, y: int) -> Strip:
        """Draw one line of the list."""
        under = self.count and self._tops[self.cursor] <= y < self._tops[self.cursor + 1]
        line = self.lines[y] if y < len(self.lines) else []
        return strip(self, line, self.size.width, "cursor" if under else "")

    def on_click(self, event: events.Click) -> None:
        """Report which item was clicked."""
        event.stop()
        offset = event.get_content_offset(self)
        if offset is None:
            return
        y = self.scroll_offset.y + offset.y
        for place in range(self.count):
            if self._tops[place] <= y < self._tops[place + 1]:
                self.post_message(self.Taken(place))
