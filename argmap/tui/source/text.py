"""A source laid out as wrapped lines, each with the offsets of its characters.

Only what shows is laid out, so that a source of 50 MB opens at once: a place is a line of the
source and a row of it, and there is no count of rows from the top. What is shown has exactly as
many characters as the source, so offsets need no translation.
"""

import re
from bisect import bisect_right
from typing import NamedTuple

from argmap.sources.documents import Document
from argmap.sources.lines import Stretch, line_at, next_line, previous_line
from argmap.text import Measure, clean, clusters, width
from argmap.tui.written.pieces import wrapped

_KEPT = 2_000
"""Wrapped lines that are remembered."""
_WORD = re.compile(r"( *)([^ ]+)")
_SPACE = re.compile(r"\s")


def shown(text: str) -> str:
    """`text` as it is drawn, character for character; controls as U+FFFD, all space as blanks."""
    return _SPACE.sub(" ", clean(text))


class Spot(NamedTuple):
    """A row of the screen's lines: a line of the source, and which of its wrapped rows."""

    line: Stretch
    row: int


class SourceText:
    """Wraps a document to a width, a line at a time."""

    def __init__(self, document: Document, cells: int, measure: Measure = width) -> None:
        self.document = document
        self.cells = max(1, cells)
        self._measure = measure
        self._wrapped: dict[Stretch, list[Stretch]] = {}

    def rows(self, line: Stretch) -> list[Stretch]:
        """Where the rows of a line of the source start and end; at least one."""
        found = self._wrapped.get(line)
        if found is None:
            if len(self._wrapped) >= _KEPT:
                self._wrapped.clear()
            found = self._wrapped[line] = self._wrap(line)
        return found

    def _wrap(self, line: Stretch) -> list[Stretch]:
        made: list[Stretch] = []
        start = end = used = 0
        text = shown(self.document.text[slice(*line)])
        for match in _WORD.finditer(text):
            begin, close = match.span(2)
            gap, size = begin - match.start(), self._measure(match[2])
            if used + gap + size <= self.cells:
                used, end = used + gap + size, close
                continue
            if end > start:
                made.append(Stretch(start, end))
            if size <= self.cells:
                start, end, used = begin, close, size
                continue
            *full, last = wrapped(match[2], self.cells, self._measure)
            made += [Stretch(begin + left, begin + right) for left, right in full]
            start, end = begin + last[0], close
            used = self._measure(text[start:end])
        made.append(Stretch(start, end))
        return [Stretch(line.start + left, line.start + right) for left, right in made]

    def spot_at(self, offset: int) -> Spot:
        """The row on which an offset lies; the space between two rows belongs to the upper."""
        line = line_at(self.document.text, offset)
        starts = [row.start for row in self.rows(line)]
        return Spot(line, max(0, bisect_right(starts, offset) - 1))

    def stretch(self, spot: Spot) -> Stretch:
        """The characters of a row."""
        return self.rows(spot.line)[spot.row]

    def step(self, spot: Spot, rows: int) -> Spot:
        """The row so many rows below (or above, if negative), as far as there are any."""
        line, row = spot.line, spot.row + rows
        while row < 0:
            above = previous_line(self.document.text, line)
            if above is None:
                return Spot(line, 0)
            line, row = above, row + len(self.rows(above))
        while row >= len(self.rows(line)):
            below = next_line(self.document.text, line)
            if below is None:
                return Spot(line, len(self.rows(line)) - 1)
            line, row = below, row - len(self.rows(line))
        return Spot(line, row)

    def distance(self, upper: Spot, lower: Spot, most: int) -> int:
        """Number of rows from one down to the other, counted up to `most`."""
        rows = 0
        while upper != lower and rows < most:
            upper = self.step(upper, 1)
            rows += 1
        return rows

    def column(self, offset: int) -> int:
        """Cells before an offset on its row."""
        start, end = self.stretch(self.spot_at(offset))
        return self._measure(shown(self.document.text[start : min(offset, end)]))

    def offset(self, spot: Spot, column: int) -> int:
        """The offset of what stands in a column of a row; of its last character behind its end."""
        start, end = self.stretch(spot)
        used, place = 0, start
        for cluster in clusters(shown(self.document.text[start:end])):
            used += self._measure(cluster)
            if used > column or place + len(cluster) >= end:
                break
            place += len(cluster)
        return place
