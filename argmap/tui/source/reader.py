"""One source as it is read: where the cursor is, what is selected, which rows show.

Nothing here knows a screen. All offsets are in code points of the document.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from argmap.sources.coverage import Cover, next_uncited, previous_uncited
from argmap.sources.documents import Document
from argmap.sources.flow import Flow
from argmap.sources.lines import Stretch
from argmap.sources.passage import Passage
from argmap.sources.resolve import Problem, resolve
from argmap.sources.sentences import sentence_at
from argmap.sources.snap import snapped
from argmap.text import Measure, width
from argmap.tui.source.moves import next_match, previous_match, sought
from argmap.tui.source.text import SourceText, Spot

if TYPE_CHECKING:
    from argmap.sources import Opened

_MARGIN = 2
"""Rows kept in view above and below the cursor's."""
_QUICK = 1_000_000
"""Characters up to which a source is looked through while somebody waits."""


class Cited(NamedTuple):
    """A passage of a source, and the claim that cites it."""

    start: int
    end: int
    claim: str


def cited_in(opened: "Opened", source: str) -> list[Cited]:
    """The passages of one source that the claims of a map cite.

    A citation that was made a moment ago, and is not among the passages yet, is looked up here.
    """
    document = opened.documents[source]
    found = []
    for claim in opened.map.claims:
        for number, citation in enumerate(claim.cites):
            if citation.source != source:
                continue
            passage: Passage | Problem | None = opened.passages.get((claim.id, number))
            if passage is None and len(document.text) <= _QUICK:
                passage = resolve(citation, document)
            if isinstance(passage, Passage):
                found.append(Cited(passage.start, passage.end, claim.id))
    return sorted(found)


class SourceReader:
    """A document being read. `resize` comes first; the moves keep the cursor in view."""

    def __init__(self, document: Document, cited: list[Cited], measure: Measure = width) -> None:
        self.document = document
        self._claims: dict[Stretch, list[str]] = {}
        for start, end, claim in cited:
            self._claims.setdefault(Stretch(start, end), []).append(claim)
        self.cover = Cover(self._claims)
        self.cursor = 0
        self.held: int | None = None
        """The other end of the selection, where one was begun."""
        self.query = ""
        self._measure = measure
        self._column = 0
        self._counted = 0, 1
        self.window = 1
        self._flow = Flow(document)
        self.text = SourceText(document, 1, measure, self._flow)
        self.top = self.text.spot_at(0)

    # -- looking -------------------------------------------------------------------------

    @property
    def selection(self) -> Stretch | None:
        """What is selected, in whole words; None where nothing is."""
        if self.held is None:
            return None
        start, end = sorted((self.held, self.cursor))
        return snapped(self.document, start, end + 1)

    @property
    def target(self) -> Stretch | None:
        """What would be cited: the selection, or the sentence under the cursor."""
        if self.held is not None:
            return self.selection
        found = sentence_at(self.document, self.cursor)
        return None if found is None else snapped(self.document, *found)

    def claims_of(self, passage: Stretch) -> list[str]:
        """The claims that cite exactly this stretch."""
        return self._claims.get(passage, [])

    @property
    def claims_here(self) -> list[str]:
        """The claims that cite what is under the cursor, those of the shortest passage first."""
        found = self.cover.touching(self.cursor, self.cursor + 1)
        found.sort(key=lambda passage: passage.end - passage.start)
        return list(dict.fromkeys(claim for passage in found for claim in self.claims_of(passage)))

    def rows(self) -> list[Spot]:
        """The rows that show, from the top."""
        found, spot = [self.top], self.top
        while len(found) < self.window and (below := self.text.step(spot, 1)) != spot:
            found.append(below)
            spot = below
        return found

    @property
    def line(self) -> int:
        """The line of the source that the cursor is on, from 1."""
        before, number = self._counted
        count = self.document.text.count
        if before <= self.cursor:
            number += count("\n", before, self.cursor)
        else:
            number -= count("\n", self.cursor, before)
        self._counted = self.cursor, number
        return number

    @property
    def depth(self) -> float:
        """How far down the source the cursor is, 0 to 1."""
        return self.cursor / max(1, len(self.document.text) - 1)

    # -- moving --------------------------------------------------------------------------

    def resize(self, cells: int, window: int) -> None:
        """Wrap to a width and show so many rows; the cursor keeps its height in the window."""
        row = self.text.distance(self.top, self.text.spot_at(self.cursor), self.window)
        if self.window == 1:
            row = window // 3
        self.window = max(1, window)
        if cells != self.text.cells:
            self.text = SourceText(self.document, cells, self._measure, self._flow)
        self.top = self.text.step(self.text.spot_at(self.cursor), -min(row, self.window // 2))
        self._column = self.text.column(self.cursor)
        self.reveal()

    def put(self, offset: int) -> None:
        """Put the cursor on an offset that shows."""
        self.cursor = min(max(0, offset), max(0, len(self.document.text) - 1))
        self._column = self.text.column(self.cursor)

    def go(self, offset: int) -> None:
        """Put the cursor on an offset and show it."""
        self.put(offset)
        self.reveal()

    def leap(self, move: Callable[[Document, int], int]) -> None:
        """Go where a move from `sourcemoves` leads."""
        self.go(move(self.document, self.cursor))

    def move(self, rows: int) -> None:
        """Move the cursor over so many rows, keeping its column as far as may be."""
        spot = self.text.step(self.text.spot_at(self.cursor), rows)
        self.cursor = self.text.offset(spot, self._column)
        self.reveal()

    def scroll(self, rows: int) -> None:
        """Show other rows; the cursor stays where it is, unless it would be out of sight.

        At the end of a selection it stays all the same: to look around is not to select more.
        """
        self.top = self.text.step(self.top, rows)
        self._fill()
        spot, shown = self.text.spot_at(self.cursor), self.rows()
        if spot not in shown and self.held is None:
            spot = shown[0] if spot < shown[0] else shown[-1]
            self.cursor = self.text.offset(spot, self._column)

    def page(self, pages: float) -> None:
        """Move by so many windows."""
        rows = int(pages * max(1, self.window - _MARGIN))
        self.top = self.text.step(self.top, rows)
        self.move(rows)

    def reveal(self) -> None:
        """Scroll as little as needed to have the cursor's row in the window."""
        here = self.text.spot_at(self.cursor)
        margin = min(_MARGIN, (self.window - 1) // 2)
        highest = self.text.step(here, -margin)
        lowest = self.text.step(here, margin)
        if highest < self.top:
            near = self.text.distance(highest, self.top, self.window) < self.window
            self.top = highest if near else self.text.step(here, -(self.window // 3))
        elif (below := self.text.distance(self.top, lowest, 2 * self.window)) >= self.window:
            near = below < 2 * self.window
            back = self.window - 1 if near else 2 * self.window // 3
            self.top = self.text.step(lowest if near else here, -back)
        self._fill()

    def _fill(self) -> None:
        """Show no empty rows below the end while there are rows above."""
        missing = self.window - len(self.rows())
        if missing > 0:
            self.top = self.text.step(self.top, -missing)

    def offset_at(self, row: int, column: int) -> int:
        """The offset of what shows in a row and column of the window, or nearest to it."""
        shown = self.rows()
        return self.text.offset(shown[min(max(0, row), len(shown) - 1)], max(0, column))

    # -- selecting and seeking -----------------------------------------------------------

    def hold(self) -> None:
        """Begin a selection at the cursor, or let go of the one there is."""
        self.held = self.cursor if self.held is None else None

    def hold_sentence(self) -> None:
        """Select the sentence under the cursor; if it is selected already, the next one too."""
        found = sentence_at(self.document, self.cursor + (self.held is not None))
        if found is not None:
            self.held = found.start if self.held is None else self.held
            self.go(found.end - 1)

    def swap_ends(self) -> None:
        """Move the other end of the selection."""
        if self.held is not None:
            self.held, place = self.cursor, self.held
            self.go(place)

    def seek(self, query: str, start: int) -> bool:
        """Go to the first match from an offset on; whether there is any in the source."""
        self.query = query
        pattern = sought(query)
        found = next_match(self.document, pattern, start - 1) if pattern else None
        self.go(start if found is None else found.start)
        return found is not None

    def seek_again(self, direction: int) -> bool:
        """Go to the next (1) or the previous (-1) match; whether there is any."""
        pattern = sought(self.query)
        if pattern is None:
            return False
        step = next_match if direction > 0 else previous_match
        found = step(self.document, pattern, self.cursor)
        if found is not None:
            self.go(found.start)
        return found is not None

    def seek_uncited(self, direction: int) -> bool:
        """Go to the next (1) or the previous (-1) sentence that no claim cites, if there is one."""
        step = next_uncited if direction > 0 else previous_uncited
        found = step(self.document, self.cover, self.cursor)
        if found is not None:
            self.held = None
            self.go(found.start)
        return found is not None
