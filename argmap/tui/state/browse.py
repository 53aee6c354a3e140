"""What the browser shows: the map's rows, which of them show, and where the cursor is.

Nothing here knows a screen. Rows are named by their place, the index in `rows`. Folds, cursor,
visits, bookmarks and what is narrowed down survive another reading by the keys of their rows.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from copy import copy
from typing import TYPE_CHECKING

from argmap.model import Row
from argmap.tui.state.known import says_the_same
from argmap.tui.state.rowkeys import Renames
from argmap.tui.state.shown import ShownRows
from argmap.tui.state.visits import Visits

if TYPE_CHECKING:
    from argmap.model.counts import Counts
    from argmap.sources import Opened
    from argmap.tui.state.filters import Filter

_SAME: Mapping[str, str] = {}


class BrowseState(ShownRows):
    """The rows of one open map, and the cursor among those that show."""

    def __init__(self, opened: "Opened", folded: set[str] | None = None) -> None:
        self.cursor = 0
        self._counts_before: Counts | None = None
        self._wanted = ""
        self.visits = Visits()
        self.bookmarks: list[str] = []
        """Ids of the claims that were marked, the first marked first."""
        super().__init__(opened, folded)

    @classmethod
    def empty(cls) -> "BrowseState":
        """The state before anything was read."""
        from argmap.sources import with_sources  # noqa: PLC0415 - only slow readings need it
        from argmap.store import loads  # noqa: PLC0415

        return cls(with_sources(loads("")))

    # -- another reading -------------------------------------------------------------------

    def reread(
        self,
        opened: "Opened",
        claims: Mapping[str, str] = _SAME,
        links: Mapping[str, str] = _SAME,
        focus: str = "",
    ) -> "BrowseState":
        """The state after an edit, or of another reading of the same file.

        `claims` and `links` lead from old ids to new ones. The cursor goes to the row with the
        key `focus`; without one it stays where it is, or on the nearest row above that is left.
        """
        if not claims and not links and not focus and says_the_same(opened.index, self.index):
            return self._told_anew(opened)
        renames = Renames(claims, links)
        state = BrowseState(opened, set(renames.keys(self.own_folds)) if self.rows else None)
        state._counts_before = self.figures
        state.visits = self.visits.renamed(renames)
        state.bookmarks = renames.ids(self.bookmarks)
        wanted = [focus, *renames.keys([self._wanted, *self._keys_up()])]
        self._narrow_again(state, renames)
        if not self.rows:
            return state
        for key in wanted:
            if key in state.places:
                state.goto(state.places[key])
                break
        else:
            state.move(self.position)
        state._wanted = focus if focus in state.places else wanted[1]
        return state

    def _told_anew(self, opened: "Opened") -> "BrowseState":
        """The same rows with what another reading finds about them: diagnostics, passages."""
        state = copy(self)
        state.opened, state.index = opened, opened.index
        for worked_out in ("problems", "severities", "texts", "row_texts", "ground"):
            state.__dict__.pop(worked_out, None)
        if state.problems != self.problems:
            state.guise += 1
            state.layout += 1
        return state

    def _narrow_again(self, state: "BrowseState", renames: Renames) -> None:
        if self.filter is None and not self.zoomed:
            return
        state.zoomed = renames.key(self.zoomed)
        if self.filter is not None:
            state.folded_beneath = state.folded
            state.folded = set(renames.keys(self.folded))
            state.filter = self.filter
            state.guests = set(renames.keys(self.guests))
        state.narrow()

    def _keys_up(self) -> list[str]:
        if not self.rows:
            return []
        return [self.rows[place].key for place in [self.cursor, *self.path(self.cursor)[::-1]]]

    # -- looking ---------------------------------------------------------------------------

    @property
    def counted(self) -> bool:
        """Whether `counts` would take no time."""
        return "counts" in self.__dict__

    @property
    def figures(self) -> "Counts | None":
        """The figures as they were counted last, perhaps before an edit; None: not yet.

        Counting a large map takes its time; whoever looks at `counts` has it done.
        """
        return self.counts if self.counted else self._counts_before

    @property
    def row(self) -> Row | None:
        """The row under the cursor; None where the map is empty."""
        return self.rows[self.cursor] if self.rows else None

    @property
    def position(self) -> int:
        """How many rows show above the cursor."""
        return max(0, bisect_right(self.shown, self.cursor) - 1)

    def words(self, place: int | None = None) -> str:
        """The claim of a row, or the premises of a group, in full; of the cursor's row if none."""
        if not self.rows:
            return ""
        found = self.premises(self.cursor if place is None else place)
        return "\n".join(self.index.claims[claim].claim for claim in found)

    # -- moving ----------------------------------------------------------------------------

    def move(self, rows: int) -> None:
        """Move the cursor over so many visible rows, as far as there are any."""
        if self.shown:
            wanted = min(max(0, self.position + rows), len(self.shown) - 1)
            self._land(self.shown[wanted])

    def goto(self, place: int) -> None:
        """Put the cursor on a row; whatever keeps it from showing gives way."""
        start, end = self.branch
        if not start <= place < end:
            self.unzoom()
        if not self.may_show(place):
            self.guests.add(self.rows[place].key)
            self.narrow()
        hiding = {self.rows[above].key for above in self.path(place)} & self.folded
        if hiding:
            self.folded = self.folded - hiding
            self._show()
        self._land(place)

    def jump(self, place: int) -> None:
        """Like `goto`, for a leap that `back` can take back."""
        if place != self.cursor and self.row is not None:
            self.visits.leave(self.row.key)
            self.goto(place)

    def back(self) -> None:
        """Return from the latest jump whose start is still in the map."""
        self._revisit(self.visits.back(self._key, self.places))

    def forward(self) -> None:
        """Go again to where `back` came from."""
        self._revisit(self.visits.forward(self._key, self.places))

    def _revisit(self, key: str | None) -> None:
        if key is not None:
            self.goto(self.places[key])

    def leads(self, keys: Iterable[str]) -> bool:
        """Whether one of these rows is still in the map, and is not the cursor's."""
        return any(key in self.places and key != self._key for key in keys)

    @property
    def _key(self) -> str:
        return self.rows[self.cursor].key if self.rows else ""

    def _land(self, place: int) -> None:
        self.cursor = place
        self._wanted = self.rows[place].key

    def _show(self) -> None:
        super()._show()
        if self.shown and self.shown[self.position] != self.cursor:
            self._land(self.shown[self.position])

    def parent(self) -> int | None:
        """The row that the cursor's row hangs under."""
        return self.row.parent if self.row is not None and self.row.parent >= 0 else None

    def sibling(self, step: int) -> int | None:
        """The next (1) or the previous (-1) row under the same parent, of those that may show."""
        row, found = self.row, self.cursor
        while row is not None:
            found = self.rows[found].end if step > 0 else self._before(found)
            if not 0 <= found < len(self.rows) or self.rows[found].parent != row.parent:
                return None
            if self.may_show(found):
                return found
        return None

    def _before(self, place: int) -> int:
        parent, found = self.rows[place].parent, place - 1
        while found > parent and self.rows[found].parent != parent:
            found = self.rows[found].parent
        return found if found > parent else -1

    def other_occurrence(self) -> int | None:
        """The next place where the cursor's claim stands; after the last comes the first."""
        if self.row is None or self.row.claim is None:
            return None
        places = self.occurrences[self.row.claim]
        found = places[(places.index(self.cursor) + 1) % len(places)]
        return found if found != self.cursor else None

    # -- narrowing and marking -------------------------------------------------------------

    def set_filter(self, chosen: "Filter | None") -> None:
        """Show only what a filter lets through; the cursor goes to a match, or stays."""
        here = self.cursor
        super().set_filter(chosen)
        if self.rows:
            near = self._match_from(here) if self.context(here) else None
            self.goto(here if near is None else near)

    def _match_from(self, place: int) -> int | None:
        start, end = self.branch
        within = [
            found
            for claim in self.matched
            if claim in self.carriers and start <= (found := self.carriers[claim]) < end
        ]
        within.sort()
        return within[bisect_left(within, place) % len(within)] if within else None

    def toggle_bookmark(self) -> bool:
        """Mark the cursor's claim, or take its mark away; whether it is marked now."""
        claim = self.row.claim if self.row is not None else None
        if claim is None:
            return False
        marked = claim not in self.bookmarks
        if marked:
            self.bookmarks.append(claim)
        else:
            self.bookmarks.remove(claim)
        self.guise += 1
        self.layout += 1
        return marked
