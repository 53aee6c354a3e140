"""The outline as lines of a fixed width: which line of which row stands at which height.

The heights of rows are worked out once per width; a line's pieces only when it is drawn.
"""

from bisect import bisect_right
from itertools import accumulate

from argmap.text import Measure, width
from argmap.tui.state.browse import BrowseState
from argmap.tui.state.search import hits
from argmap.tui.written.captions import caption, plain_words
from argmap.tui.written.marks import UNICODE, Marks
from argmap.tui.written.pieces import Line, Piece, Span, joined, styled, wrapped

_LEVEL = 2
"""Cells that one level of depth moves a row to the right."""
_MARKS = 4
"""Cells of the fold mark and the sign, each with the space behind it."""
_LEAST = 8
"""Cells that the words of a row have, however narrow the pane."""
_MOST_LINES = 12
"""Lines that a row may take; the rest of a very long claim is left to the details."""
_DRAWN_AT_ONCE = 2000


class Sheet:
    """The rows that show, laid out at one width."""

    def __init__(
        self,
        state: BrowseState,
        cells: int,
        measure: Measure = width,
        marks: Marks = UNICODE,
        *,
        numbers: bool = False,
        before: "Sheet | None" = None,
    ) -> None:
        """`before` is a sheet of the same map, from which what looks the same is taken over."""
        self.state = state
        self.cells = cells
        self.measure = measure
        self.marks = marks
        self.numbers = numbers
        self.query = ""
        self._most_levels = max(3, cells // 3 // _LEVEL)
        fits = before is not None and (before.cells, before.numbers) == (cells, numbers)
        self.plain_heights: dict[int, dict[str, int]] = (
            before.plain_heights if before and fits else {}
        )
        """Lines of claims that stand alone on their rows, by the column where they begin."""
        self._forget()
        self.tops = [0]
        self.layout = 0
        if cells:
            self.arrange()

    def _forget(self) -> None:
        rows = len(self.state.rows)
        self._heights: tuple[list[int], list[int]] = ([0] * rows, [0] * rows)
        self._texts: dict[tuple[int, bool], _Text] = {}
        self._guise = self.state.guise

    def arrange(self) -> None:
        """Take up what the state shows now."""
        if self._guise != self.state.guise:
            self._forget()
        heights = [self._height(place) for place in self.state.shown]
        self.tops = [0, *accumulate(heights)]
        self.layout = self.state.layout

    @property
    def shows(self) -> tuple[int, int]:
        """Layout and guise of the state as they were taken up last."""
        return self.layout, self._guise

    @property
    def height(self) -> int:
        """Lines of the whole sheet."""
        return self.tops[-1]

    def stretch(self, place: int) -> tuple[int, int]:
        """First line of a row that shows, and the line behind its last."""
        position = bisect_right(self.state.shown, place) - 1
        return self.tops[position], self.tops[position + 1]

    def place_at(self, y: int) -> int | None:
        """The row at a line; None below the last."""
        if not 0 <= y < self.height:
            return None
        return self.state.shown[bisect_right(self.tops, y) - 1]

    def line(self, y: int) -> Line:
        """The pieces of one line; none below the last."""
        place = self.place_at(y)
        if place is None:
            return []
        top = self.tops[bisect_right(self.tops, y) - 1]
        text = self._text(place)
        start, end = text.lines[y - top]
        spans = text.spans + (hits(text.words, self.query) if self.query else [])
        lead = self._lead(place) if y == top else self._hang(place)
        line = [*self._indent(place), *lead, *styled(text.words, start, end, spans)]
        if end < len(text.words) and y - top == _MOST_LINES - 1:
            line.append(Piece("note", self.marks.dots))
        return line

    def mark_column(self, place: int) -> int:
        """The column of a row's fold mark."""
        return min(self.state.depth(place), self._most_levels) * _LEVEL

    def _height(self, place: int) -> int:
        folded = self.state.is_folded(place)
        known = self._heights[folded]
        if not known[place]:
            known[place] = self._lines(place, folded=folded)
        return known[place]

    def _lines(self, place: int, *, folded: bool) -> int:
        words = None if folded or self.numbers else plain_words(self.state, place)
        if words is None:
            return len(self._text(place).lines)
        known = self.plain_heights.setdefault(self.mark_column(place), {})
        lines = known.get(words)
        if lines is None:
            lines = known[words] = len(self._text(place).lines)
        return lines

    def _text(self, place: int) -> "_Text":
        key = place, self.state.is_folded(place)
        found = self._texts.get(key)
        if found is None:
            if len(self._texts) >= _DRAWN_AT_ONCE:
                self._texts.clear()
            found = self._texts[key] = self._compose(place)
        return found

    def _compose(self, place: int) -> "_Text":
        words, spans = joined(caption(self.state, place, self.marks, numbers=self.numbers))
        cells = max(_LEAST, self.cells - self.mark_column(place) - _MARKS)
        lines = wrapped(words, cells, self.measure)
        if len(lines) > _MOST_LINES:
            room = cells - self.measure(self.marks.dots)
            lines = wrapped(words, room, self.measure)[:_MOST_LINES]
        return _Text(words, spans, lines)

    def _indent(self, place: int) -> Line:
        depth, most = self.state.depth(place), self._most_levels
        if depth <= most:
            return [Piece("guide", f"{self.marks.guide} " * depth)]
        told = f"{self.marks.deep}{depth} "
        room = most * _LEVEL - len(told)
        guides = f"{self.marks.guide} " * most
        return [Piece("guide", guides[:room]), Piece("note", told)]

    def _lead(self, place: int) -> Line:
        row, marks = self.state.rows[place], self.marks
        fold = " "
        if self.state.has_children(place):
            fold = marks.folded if self.state.is_folded(place) else marks.unfolded
        style = {"motion": "root"}.get(row.role, row.role.value)
        return [Piece("mark", f"{fold} "), Piece(style, f"{marks.sign(row.role)} ")]

    def _hang(self, place: int) -> Line:
        open_below = self.state.has_children(place) and not self.state.is_folded(place)
        guide = self.marks.guide if open_below else " "
        return [Piece("guide", f"{guide}   ")]


class _Text:
    __slots__ = ("lines", "spans", "words")

    def __init__(self, words: str, spans: list[Span], lines: list[tuple[int, int]]) -> None:
        self.words = words
        self.spans = spans
        self.lines = lines
