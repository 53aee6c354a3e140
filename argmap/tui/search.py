"""Searching the map's words, whatever their case and accents."""

import unicodedata
from bisect import bisect_left, bisect_right

from argmap.model import Claim
from argmap.tui.pieces import Span
from argmap.tui.state import BrowseState


def folded(text: str) -> str:
    """`text` without the differences of case and accent."""
    if text.isascii():
        return text.lower()
    return "".join(map(_fold_character, text))


def _fold_character(character: str) -> str:
    decomposed = unicodedata.normalize("NFKD", character).casefold()
    return "".join(found for found in decomposed if not unicodedata.combining(found))


def hits(text: str, query: str) -> list[Span]:
    """Where the words of a query stand in a text, in characters of the text."""
    flat, origins = text.lower(), None
    if not text.isascii():
        folds = [_fold_character(character) for character in text]
        flat = "".join(folds)
        origins = [place for place, fold in enumerate(folds) for _ in fold]
    found = []
    for word in folded(query).split():
        at = flat.find(word)
        while at >= 0:
            end = at + len(word)
            if origins is None:
                found.append(Span(at, end, "match"))
            else:
                found.append(Span(origins[at], origins[end - 1] + 1, "match"))
            at = flat.find(word, end)
    return found


def searchable(claim: Claim) -> str:
    """Everything of a claim that a search looks through."""
    cited = [part for cite in claim.cites for part in (cite.quote, cite.source, cite.note)]
    words = [claim.claim, claim.short, claim.say, claim.id, claim.speaker, claim.kind, claim.note]
    return "\n".join([*words, *claim.tags, *cited])


class Search:
    """One search over all claims of a map: it starts at the cursor and can be taken back."""

    def __init__(self, state: BrowseState) -> None:
        self.state = state
        self.query = ""
        self.matches: list[int] = []
        """Places of the claims that match, in reading order."""
        self._start = state.cursor
        self._folds = set(state.folded)
        self._texts = sorted(
            (place, folded(searchable(state.index.claims[claim])))
            for claim, place in state.carriers.items()
        )

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
        """Look for claims that hold every word; the cursor stays where it is."""
        self.query = query
        words = folded(query).split()
        self.matches = [
            place for place, text in self._texts if words and all(word in text for word in words)
        ]
        return self.matches

    def again(self, state: BrowseState) -> "Search":
        """The same search over another reading of the map."""
        search = Search(state)
        search.find(self.query)
        return search

    def cancel(self) -> None:
        """Leave everything as it was before the search."""
        self.state.set_folds(set(self._folds))
        self.state.goto(self._start)

    def step(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) match, round the end of the map."""
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
        return f"{self.rank or '–'} of {len(self.matches)}"
