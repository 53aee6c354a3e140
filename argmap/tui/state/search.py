"""Searching the map's words, whatever their case and accents."""

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from argmap.tui.state.browse import BrowseState
from argmap.tui.state.texts import folded, hits

if TYPE_CHECKING:
    from argmap.tui.asking.fuzzy import Matcher

__all__ = ["Search", "folded", "hits"]

_GUESSED_AMONG = 20_000
"""Among more claims it would take too long to guess what a mistyped word means."""
_LIKE = 50
"""Claims that a mistyped query finds at the most."""


class Search:
    """One search over all claims of a map: it starts at the cursor and can be taken back."""

    def __init__(self, state: BrowseState) -> None:
        self.state = state
        self.query = ""
        self.matches: list[int] = []
        """Places of the claims that match, in reading order."""
        self.guessed = False
        """Whether none holds the words, and the matches only have words that are like them."""
        self._matcher: Matcher | None = None
        self._start = state.cursor
        self._folds = set(state.folded)
        self._guise = -1
        # Gathered now, so that the first letter need not wait for it.
        self._texts = state.row_texts
        self._places: list[int] = []
        """Where claims stand that may show."""
        self._trail: list[tuple[list[str], list[int]]] = []
        """Words that were looked for, each further ones narrowing those before, and the finds."""
        self._narrow()

    def type(self, query: str) -> None:
        """Look for claims that hold every word, and show the first from the starting row on."""
        self.find(query)
        if self.state.folded != self._folds:
            self.state.set_folds(set(self._folds))
        place = self._start
        if self.matches:
            place = self.matches[bisect_left(self.matches, place) % len(self.matches)]
        self.state.goto(place)

    def find(self, query: str) -> list[int]:
        """Look for claims that hold every word, or else words with those letters in order.

        The cursor stays where it is.
        Where only one branch shows, or what a filter lets through, no other claim is found.
        """
        if self._guise != self.state.guise:
            self._narrow()
        self.query, words = query, folded(query).split()
        self.matches = self._look_for(words) if words else []
        self.guessed = bool(words) and not self.matches
        if self.guessed and len(self._places) <= _GUESSED_AMONG:
            self.matches = self._like(query)
        return self.matches

    def _like(self, query: str) -> list[int]:
        from argmap.tui.asking.fuzzy import Matcher  # noqa: PLC0415 - where nothing was found

        if self._matcher is None:
            self._matcher = Matcher(self._texts[place] for place in self._places)
        return sorted(self._places[found] for found in self._matcher.best(query, _LIKE))

    def _look_for(self, words: list[str]) -> list[int]:
        trail = self._trail
        while trail and not _narrows(words, trail[-1][0]):
            trail.pop()
        before, found = trail[-1] if trail else ([], self._places)
        if words != before:
            texts = self._texts
            for word in sorted(words, key=len, reverse=True):
                found = [place for place in found if word in texts[place]]
            trail.append((words, found))
        return found

    def _narrow(self) -> None:
        """Take up which claims may show now."""
        state = self.state
        self._guise = state.guise
        self._trail.clear()
        self._matcher = None
        self._places = sorted(state.carriers.values())
        if state.filter is not None or state.is_zoomed:
            self._places = [place for place in self._places if state.within(place)]

    def again(self, state: BrowseState) -> "Search":
        """The same search over another reading of the map."""
        search = Search(state)
        search.find(self.query)
        return search

    def keep(self) -> None:
        """Stay at the place found; going back leads to where the search began."""
        if self._start != self.state.cursor:
            self.state.visits.leave(self.state.rows[self._start].key)

    def cancel(self) -> None:
        """Leave everything as it was before the search."""
        self.state.set_folds(set(self._folds))
        self.state.goto(self._start)

    def step(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) match, round the end of the map."""
        if self._guise != self.state.guise:
            self.find(self.query)
        if not self.matches:
            return
        if direction > 0:
            found = bisect_right(self.matches, self.state.cursor)
        else:
            found = bisect_left(self.matches, self.state.cursor) - 1
        self.state.goto(self.matches[found % len(self.matches)])

    @property
    def rank(self) -> int:
        """Which match the cursor is on, from 1; 0 when it is on none."""
        found = bisect_left(self.matches, self.state.cursor)
        on_match = found < len(self.matches) and self.matches[found] == self.state.cursor
        return found + 1 if on_match else 0

    def summary(self) -> str:
        """In words: ``3 of 17``."""
        if not self.query.strip():
            return ""
        if not self.matches:
            return "no match"
        found = f"{self.rank or '–'} of {len(self.matches)}"
        return f"{found} like it" if self.guessed else found


def _narrows(words: list[str], before: list[str]) -> bool:
    """Whether what holds these words holds those before too."""
    return all(any(known in word for word in words) for known in before)
