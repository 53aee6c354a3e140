"""The lines above and below a source."""

from collections.abc import Callable

from textual.strip import Strip

from argmap.tui.text import strip
from argmap.tui.widgets.bars import Bar
from argmap.tui.written.pieces import Line


class SourceBar(Bar):
    """One line, asked for anew whenever it is drawn."""

    def __init__(self, line: Callable[[int], Line], *, id: str) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._line = line

    def line(self, cells: int) -> Line:
        """What the bar shows at a width."""
        return self._line(cells)


class KeyLines(Bar):
    """Keys, on as many lines as they come to."""

    def __init__(self, lines: Callable[[int], list[Line]]) -> None:
        super().__init__(id="source-keys")
        self._ask = lines
        self._lines: list[Line] = []

    def lay_out(self) -> None:
        """Take up which keys there are, and how many lines they take."""
        self._lines = self._ask(self.size.width)
        self.styles.height = len(self._lines)
        self.refresh()

    def on_resize(self) -> None:
        """Lay out for the width there is."""
        self.lay_out()

    def render_line(self, y: int) -> Strip:
        """Draw one of the lines."""
        line = self._lines[y] if y < len(self._lines) else []
        return strip(self, line, self.size.width, "bar")
