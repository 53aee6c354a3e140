"""Which rows of a map show: folded away, left out by a filter, or outside of one branch.

`shown` holds the places that show, in order. A filter shows the rows of its matches and those
above them, in folds of its own, so that the others are as before when it is lifted.
"""

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING

from argmap.tui.state.maprows import MapRows

if TYPE_CHECKING:
    from argmap.sources import Opened
    from argmap.tui.state.filters import Filter

_ROWS_AT_FIRST = 60
"""Larger maps open folded, as deep as this many rows allow."""


class ShownRows(MapRows):
    """The rows of a map, and which of them show."""

    def __init__(self, opened: "Opened", folded: set[str] | None = None) -> None:
        super().__init__(opened)
        self.layout = 0
        """Grows by one whenever other rows show than before."""
        self.guise = 0
        """Grows by one whenever the rows themselves look otherwise than before."""
        self.folded_beneath: set[str] | None = None
        """The folds as they are without the filter; None where there is no filter."""
        self.filter: Filter | None = None
        self.matched: set[str] = set()
        """The claims that the filter lets through."""
        self.guests: set[str] = set()
        """Keys of rows that show although the filter leaves them out: they were gone to."""
        self._kept: list[int] = []
        self.zoomed = ""
        """Key of the row whose branch alone shows; empty for the whole map."""
        self.folded = self._folds_of_level(self._first_level()) if folded is None else folded
        """Keys of the rows that are folded."""
        self.shown: list[int] = []
        self._show()

    def _show(self) -> None:
        start, end = self.branch
        shown: list[int] = []
        if self.filter is None:
            place = start
            while place < end:
                shown.append(place)
                row = self.rows[place]
                place = row.end if row.key in self.folded else place + 1
        else:
            hidden_before = start
            for place in self._kept[bisect_left(self._kept, start) : bisect_left(self._kept, end)]:
                if place >= hidden_before:
                    shown.append(place)
                    if self.rows[place].key in self.folded:
                        hidden_before = self.rows[place].end
        self.shown = shown
        self.layout += 1

    # -- looking ---------------------------------------------------------------------------

    @property
    def branch(self) -> tuple[int, int]:
        """The first place of what may show, and the place behind the last."""
        place = self.places.get(self.zoomed)
        return (0, len(self.rows)) if place is None else (place, self.rows[place].end)

    def may_show(self, place: int) -> bool:
        """Whether a row would show if nothing was folded."""
        start, end = self.branch
        kept = self.filter is None or self._kept_within(place, place + 1) > 0
        return start <= place < end and kept

    def within(self, place: int) -> bool:
        """Whether a row lies in the branch that shows, and the filter lets its claim through."""
        start, end = self.branch
        claim = self.rows[place].claim
        return start <= place < end and (self.filter is None or claim in self.matched)

    def context(self, place: int) -> bool:
        """Whether a row shows only for the sake of matches under it."""
        return self.filter is not None and self.rows[place].claim not in self.matched

    def depth(self, place: int) -> int:
        """How deep a row hangs below the topmost that may show."""
        top = self.places.get(self.zoomed)
        return self.rows[place].depth - (0 if top is None else self.rows[top].depth)

    def _kept_within(self, start: int, end: int) -> int:
        return bisect_left(self._kept, end) - bisect_left(self._kept, start)

    def has_children(self, place: int) -> bool:
        """Whether rows hang under the row that may show."""
        end = self.rows[place].end
        return end > place + 1 and (self.filter is None or self._kept_within(place + 1, end) > 0)

    def is_folded(self, place: int) -> bool:
        """Whether the row hides rows that hang under it."""
        return self.rows[place].key in self.folded and self.has_children(place)

    def hidden(self, place: int) -> int:
        """Number of claims under a row, at any depth, that would show if nothing was folded."""
        end = self.rows[place].end
        if self.filter is None:
            return self.claims_within(place + 1, end)
        kept = self._kept[bisect_left(self._kept, place + 1) : bisect_left(self._kept, end)]
        return sum(self.rows[found].claim is not None for found in kept)

    def claims_here(self) -> set[str]:
        """The claims of the branch that shows, or of the whole map."""
        start, end = self.branch
        if (start, end) == (0, len(self.rows)):
            return set(self.index.claims)
        return {row.claim for row in self.rows[start:end] if row.claim is not None}

    def matching(self) -> str:
        """In words how many claims the filter lets through: ``12 of 169 match``."""
        here = self.claims_here()
        return f"{len(self.matched & here):,} of {len(here):,} match"

    @property
    def all_unfolded(self) -> bool:
        """Whether every row shows that may."""
        start, end = self.branch
        most = end - start if self.filter is None else self._kept_within(start, end)
        return len(self.shown) == most

    # -- narrowing -------------------------------------------------------------------------

    @property
    def own_folds(self) -> set[str]:
        """The folds as they are without a filter."""
        return self.folded if self.folded_beneath is None else self.folded_beneath

    def set_filter(self, chosen: "Filter | None") -> None:
        """Show only what a filter lets through, and the rows above; None shows all again."""
        if chosen is not None:
            self.folded_beneath = self.own_folds
            self.folded = set()
        else:
            self.folded, self.folded_beneath = self.own_folds, None
        self.filter = chosen
        self.guests.clear()
        self.narrow()

    def zoom(self, place: int) -> None:
        """Show only the branch of a row."""
        self.zoomed = self.rows[place].key
        self.folded = self.folded - {self.zoomed}
        self.narrow()

    def unzoom(self) -> None:
        """Show the branches beside the one that was zoomed on as well."""
        self.zoomed = ""
        self.narrow()

    @property
    def is_zoomed(self) -> bool:
        """Whether only one branch shows."""
        return self.zoomed in self.places

    def widen(self) -> bool:
        """Lift the filter, or else leave the branch; whether there was anything to do."""
        if self.filter is not None:
            self.set_filter(None)
        elif self.is_zoomed:
            self.unzoom()
        else:
            return False
        return True

    def narrow(self) -> None:
        """Work out anew which rows may show, after `filter`, `guests` or `zoomed` was changed."""
        self.guise += 1
        if self.filter is None:
            self.matched, self._kept = set(), []
        else:
            self.matched = set(self.filter.matches(self.ground))
            self._kept = self._with_paths()
        self._show()

    def _with_paths(self) -> list[int]:
        kept: set[int] = set()
        for start, row in enumerate(self.rows):
            if row.claim in self.matched or row.key in self.guests:
                place = start
                while place >= 0 and place not in kept:
                    kept.add(place)
                    place = self.rows[place].parent
        return sorted(kept)

    # -- folding ---------------------------------------------------------------------------

    def fold(self, place: int, folded: bool) -> None:
        """Fold or unfold one row."""
        if self.has_children(place) and self.is_folded(place) != folded:
            self.set_folds(self.folded ^ {self.rows[place].key})

    def set_folds(self, folded: set[str]) -> None:
        """Fold exactly the rows with these keys."""
        self.folded = folded
        self._show()

    def fold_all(self) -> None:
        """Leave only the topmost rows and what hangs right under them."""
        self.set_folds(self._folds_elsewhere() | self._folds_of_level(1))

    def unfold_all(self) -> None:
        """Show every row."""
        self.set_folds(self._folds_elsewhere())

    def more_levels(self) -> None:
        """Unfold the folded rows that hang least deep."""
        closed = [place for place in self.shown if self.is_folded(place)]
        if closed:
            level = min(self.rows[place].depth for place in closed)
            opened = {self.rows[place].key for place in closed if self.rows[place].depth == level}
            self.set_folds(self.folded - opened)

    def fewer_levels(self) -> None:
        """Hide the rows that hang deepest of those that show."""
        deepest = max((self.depth(place) for place in self.shown), default=0)
        if deepest:
            self.set_folds(self.folded | self._folds_of_level(deepest - 1))

    def _folds_elsewhere(self) -> set[str]:
        if not self.zoomed:
            return set()
        start, end = self.branch
        return self.folded - {row.key for row in self.rows[start:end]}

    def _folds_of_level(self, level: int) -> set[str]:
        start, end = self.branch
        level += self.rows[start].depth if start < end else 0
        return {
            row.key
            for place, row in enumerate(self.rows[start:end], start)
            if row.depth >= level and row.end > place + 1
        }

    def _first_level(self) -> int:
        rows_at: dict[int, int] = defaultdict(int)
        for row in self.rows:
            rows_at[row.depth] += 1
        total, level = rows_at[0], 0
        while level + 1 in rows_at and (level == 0 or total + rows_at[level + 1] <= _ROWS_AT_FIRST):
            level += 1
            total += rows_at[level]
        return level
