"""A source laid out as wrapped lines, each with the offsets of its characters.

Only what shows is laid out, so that a source of 50 MB opens at once: a place is a paragraph of the
source and a row of it, and there is no count of rows from the top. What is shown has exactly as
many characters as the source, so offsets need no translation; where a line end shows as a blank,
the characters that came with it are `FOLDED`, which takes no room.
"""

import re
from bisect import bisect_right
from typing import NamedTuple

from argmap.sources.documents import Document
from argmap.sources.flow import UNIT, Flow
from argmap.sources.lines import Stretch
from argmap.text import Measure, clean, clusters, width
from argmap.tui.written.pieces import wrapped

FOLDED = "\0"
"""Stands for a character that does not show; `clean` leaves none of them in a text."""
_KEPT = 2_000
"""Wrapped paragraphs that are remembered."""
_WORD = re.compile(rf"([ {FOLDED}]*)([^ {FOLDED}]+)")
_FLOWING = re.compile(rf"([ {FOLDED}]*)({UNIT.pattern})")
_BREAK = re.compile(r"\s*\n\s*")
_SPACE = re.compile(r"\s")


def shown(text: str) -> str:
    """`text` as it is drawn, character for character; controls as U+FFFD, all space as blanks.

    A line end and the space around it are one blank, and `FOLDED` for the rest.
    """
    cleaned = clean(text)
    if "\n" in cleaned:
        cleaned = _BREAK.sub(lambda found: " ".ljust(len(found[0]), FOLDED), cleaned)
    return _SPACE.sub(" ", cleaned)


def drawn(text: str) -> str:
    """What `shown` gave, without what takes no room."""
    return text.replace(FOLDED, "")


class Spot(NamedTuple):
    """A row of the screen's lines: a paragraph of the source, and which of its wrapped rows.

    A paragraph is one line, or several that were broken to a width.
    """

    paragraph: Stretch
    row: int


class SourceText:
    """Wraps a document to a width, a paragraph at a time."""

    def __init__(
        self, document: Document, cells: int, measure: Measure = width, flow: Flow | None = None
    ) -> None:
        self.document = document
        self.flow = flow or Flow(document)
        self.cells = max(1, cells)
        self._measure = measure
        self._wrapped: dict[Stretch, list[Stretch]] = {}

    def rows(self, paragraph: Stretch) -> list[Stretch]:
        """Where the rows of a paragraph start and end; at least one."""
        found = self._wrapped.get(paragraph)
        if found is None:
            if len(self._wrapped) >= _KEPT:
                self._wrapped.clear()
            found = self._wrapped[paragraph] = self._wrap(paragraph)
        return found

    def _wrap(self, paragraph: Stretch) -> list[Stretch]:
        made: list[Stretch] = []
        start = end = used = 0
        source = self.document.text[slice(*paragraph)]
        text = shown(source)
        for match in (_FLOWING if "\n" in source else _WORD).finditer(text):
            begin, close = match.span(2)
            gap, size = match[1].count(" "), self._measure(match[2])
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
        begin = paragraph.start
        return [Stretch(begin + left, begin + right) for left, right in made]

    def spot_at(self, offset: int) -> Spot:
        """The row on which an offset lies; the space between two rows belongs to the upper."""
        paragraph = self.flow.paragraph_at(offset)
        starts = [row.start for row in self.rows(paragraph)]
        return Spot(paragraph, max(0, bisect_right(starts, offset) - 1))

    def stretch(self, spot: Spot) -> Stretch:
        """The characters of a row."""
        return self.rows(spot.paragraph)[spot.row]

    def step(self, spot: Spot, rows: int) -> Spot:
        """The row so many rows below (or above, if negative), as far as there are any."""
        paragraph, row = spot.paragraph, spot.row + rows
        while row < 0:
            above = self.flow.above(paragraph)
            if above is None:
                return Spot(paragraph, 0)
            paragraph, row = above, row + len(self.rows(above))
        while row >= len(self.rows(paragraph)):
            below = self.flow.below(paragraph)
            if below is None:
                return Spot(paragraph, len(self.rows(paragraph)) - 1)
            paragraph, row = below, row - len(self.rows(paragraph))
        return Spot(paragraph, row)

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
        text = shown(self.document.text[start:end])
        return self._measure(drawn(text[: min(offset, end) - start]))

    def offset(self, spot: Spot, column: int) -> int:
        """The offset of what stands in a column of a row; of its last character behind its end."""
        start, end = self.stretch(spot)
        used, place = 0, start
        for cluster in clusters(shown(self.document.text[start:end])):
            used += self._measure(drawn(cluster))
            if used > column or place + len(cluster) >= end:
                break
            place += len(cluster)
        return place
