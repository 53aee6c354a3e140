"""What the browser shows: the map's rows, which are folded, and where the cursor is.

Nothing here knows a screen. Rows are named by their place, the index in `rows`; `shown` holds
the places that show, in order. Folds and the cursor survive a reload by the keys of their rows.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from itertools import accumulate
from typing import TYPE_CHECKING

from argmap.model import Row, Side, outline, sides
from argmap.model.outline import number, visible
from argmap.tui.locate import Locator

if TYPE_CHECKING:
    from argmap.sources import Opened

_ROWS_AT_FIRST = 60
"""Larger maps open folded, as deep as this many rows allow."""


class BrowseState:
    """The rows of one open map, its folds and its cursor."""

    def __init__(self, opened: "Opened") -> None:
        self.cursor = 0
        self.visited: list[str] = []
        """Keys of the rows that jumps started from, the latest last."""
        self.layout = 0
        """Grows by one whenever other rows show than before."""
        self._wanted = ""
        self.opened = opened
        self.index = opened.index
        self.rows: list[Row] = outline(opened.index)
        self.sides = sides(opened.index)
        self.places: dict[str, int] = {row.key: place for place, row in enumerate(self.rows)}
        self.occurrences: dict[str, list[int]] = defaultdict(list)
        self.carriers: dict[str, int] = {}
        for place, row in enumerate(self.rows):
            if row.claim is not None:
                self.occurrences[row.claim].append(place)
                if row.repeat is None:
                    self.carriers[row.claim] = place
        self.problems = Locator(opened.loaded.spans.claims).by_claim(opened.diagnostics)
        self.severities = Counter(found.severity for found in opened.diagnostics)
        self.claims_on_side = Counter(
            self.sides[claim] for claim in self.carriers if claim in self.sides
        )
        """How many claims stand on each side, the motion left out."""
        if self.index.motion is not None:
            self.claims_on_side[Side.PRO] -= 1
        self._claims_before = [0, *accumulate(row.claim is not None for row in self.rows)]
        self.folded = self._folds_of_level(self._first_level())
        self._show()

    @classmethod
    def empty(cls) -> "BrowseState":
        """The state before anything was read."""
        from argmap.sources import with_sources  # noqa: PLC0415 - only slow readings need it
        from argmap.store import loads  # noqa: PLC0415

        return cls(with_sources(loads("")))

    def reread(self, opened: "Opened") -> "BrowseState":
        """The state of another reading of the same file; cursor and folds stay by row key."""
        state = BrowseState(opened)
        if not self.rows:
            return state
        state.folded = set(self.folded)
        state.visited = self.visited
        state._show()
        for key in [self._wanted, *self._keys_up()]:
            if key in state.places:
                state.goto(state.places[key])
                break
        else:
            state.move(self.position)
        state._wanted = self._wanted
        return state

    def _keys_up(self) -> list[str]:
        keys, place = [], self.cursor if self.rows else -1
        while place >= 0:
            keys.append(self.rows[place].key)
            place = self.rows[place].parent
        return keys

    def _show(self) -> None:
        self.shown = visible(self.rows, self.folded)
        self.layout += 1

    # -- looking ---------------------------------------------------------------------------

    @property
    def row(self) -> Row | None:
        """The row under the cursor; None where the map is empty."""
        return self.rows[self.cursor] if self.rows else None

    @property
    def position(self) -> int:
        """How many rows show above the cursor."""
        return max(0, bisect_right(self.shown, self.cursor) - 1)

    def has_children(self, place: int) -> bool:
        """Whether rows hang under the row."""
        return self.rows[place].end > place + 1

    def is_folded(self, place: int) -> bool:
        """Whether the row hides rows that hang under it."""
        return self.rows[place].key in self.folded and self.has_children(place)

    def hidden(self, place: int) -> int:
        """Number of claims that hang under a row at any depth."""
        return self._claims_before[self.rows[place].end] - self._claims_before[place + 1]

    def number(self, place: int) -> str:
        """The row's number in the outline, as in ``1.2.3``."""
        return number(self.rows, place)

    def words(self, place: int | None = None) -> str:
        """The claim of a row, or the premises of a group, in full; of the cursor's row if none."""
        if not self.rows:
            return ""
        row = self.rows[self.cursor if place is None else place]
        if row.claim is not None:
            return self.index.claims[row.claim].claim
        premises = self.index.links[row.link or ""].premises
        return "\n".join(self.index.claims[premise].claim for premise in premises)

    def path(self, place: int) -> list[int]:
        """The places from the root down to the row's parent."""
        found, above = [], self.rows[place].parent
        while above >= 0:
            found.append(above)
            above = self.rows[above].parent
        return found[::-1]

    # -- moving ----------------------------------------------------------------------------

    def move(self, rows: int) -> None:
        """Move the cursor over so many visible rows, as far as there are any."""
        if self.shown:
            wanted = min(max(0, self.position + rows), len(self.shown) - 1)
            self._land(self.shown[wanted])

    def goto(self, place: int) -> None:
        """Put the cursor on a row; whatever hides it is unfolded."""
        hiding = {self.rows[above].key for above in self.path(place)} & self.folded
        if hiding:
            self.folded -= hiding
            self._show()
        self._land(place)

    def jump(self, place: int) -> None:
        """Like `goto`, for a leap that `back` can take back."""
        if place != self.cursor and self.row is not None:
            self.visited.append(self.row.key)
            self.goto(place)

    def back(self) -> None:
        """Return from the latest jump whose start is still in the map."""
        while self.visited:
            place = self.places.get(self.visited.pop())
            if place is not None:
                self.goto(place)
                return

    def _land(self, place: int) -> None:
        self.cursor = place
        self._wanted = self.rows[place].key

    def parent(self) -> int | None:
        """The row that the cursor's row hangs under."""
        return self.row.parent if self.row is not None and self.row.parent >= 0 else None

    def sibling(self, step: int) -> int | None:
        """The next (1) or the previous (-1) row under the same parent."""
        row = self.row
        if row is None:
            return None
        if step > 0:
            found = row.end if row.end < len(self.rows) else None
            return found if found is not None and self.rows[found].parent == row.parent else None
        found = self.cursor - 1
        while found > row.parent and self.rows[found].parent != row.parent:
            found = self.rows[found].parent
        return found if found > row.parent else None

    def other_occurrence(self) -> int | None:
        """The next place where the cursor's claim stands; after the last comes the first."""
        if self.row is None or self.row.claim is None:
            return None
        places = self.occurrences[self.row.claim]
        found = places[(places.index(self.cursor) + 1) % len(places)]
        return found if found != self.cursor else None

    # -- folding ---------------------------------------------------------------------------

    def fold(self, place: int, folded: bool) -> None:
        """Fold or unfold one row; a cursor that would be hidden moves up to it."""
        if not self.has_children(place) or self.is_folded(place) == folded:
            return
        self.folded ^= {self.rows[place].key}
        self._show()
        self._surface()

    def set_folds(self, folded: set[str]) -> None:
        """Fold exactly the rows with these keys."""
        self.folded = folded
        self._show()
        self._surface()

    def _surface(self) -> None:
        if self.shown and self.shown[self.position] != self.cursor:
            self._land(self.shown[self.position])

    @property
    def all_unfolded(self) -> bool:
        """Whether every row shows."""
        return len(self.shown) == len(self.rows)

    def fold_all(self) -> None:
        """Leave only the roots and what hangs right under them."""
        self.set_folds(self._folds_of_level(1))

    def unfold_all(self) -> None:
        """Show every row."""
        self.set_folds(set())

    def more_levels(self) -> None:
        """Unfold the folded rows that hang least deep."""
        closed = [place for place in self.shown if self.is_folded(place)]
        if closed:
            level = min(self.rows[place].depth for place in closed)
            opened = {self.rows[place].key for place in closed if self.rows[place].depth == level}
            self.set_folds(self.folded - opened)

    def fewer_levels(self) -> None:
        """Hide the rows that hang deepest of those that show."""
        deepest = max((self.rows[place].depth for place in self.shown), default=0)
        if deepest:
            self.set_folds(self.folded | self._folds_of_level(deepest - 1))

    def _folds_of_level(self, level: int) -> set[str]:
        return {
            row.key
            for place, row in enumerate(self.rows)
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
