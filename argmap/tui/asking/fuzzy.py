"""Finding texts by a few letters: words in any order, whatever their case and accents.

Made for lists that are searched anew with every letter typed. All texts are folded once, in one
stretch; a query that grows is looked for only where the shorter one was found.
"""

import re
import string
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import islice

from argmap.tui.state.texts import folded

_FEWEST_LETTERS = 3
"""Shorter words are not guessed at: too much would be like them."""
_GUESSES = 3
"""Words of the texts that one mistyped word may stand for; the shortest are the likeliest."""

_AT_ONCE = 2000
"""Texts that are ranked in one go; the rest are left where these are enough."""


class Matcher:
    """Finds those of a fixed list of texts that fit a query best.

    Better are texts that begin with the query, then those with words that begin with its words,
    then those that hold its words anywhere. Last come texts in which a word has the letters of
    a word of the query in order, from its first letter on: ``trffc`` finds ``traffic``.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        lines = [text.replace("\n", " ") for text in texts]
        self._joined = _folded("\n".join(lines))
        self._texts = self._joined.split("\n") if lines else []
        self._words: list[str] = []
        self._found: Sequence[int] = range(len(self._texts))

    def best(self, query: str, limit: int) -> list[int]:
        """Places of the best texts, best first, at most `limit`; equals in their order."""
        words = folded(query).split()
        if not words:
            return list(range(len(self._texts)))[:limit]
        found = self._holding(words)
        ranked = list(islice(self._ranked(" ".join(words), words, found), limit))
        if len(ranked) < limit:
            ranked += self._guessed(words, set(ranked), limit - len(ranked))
        return ranked

    def _holding(self, words: list[str]) -> Sequence[int]:
        """Places of the texts that hold every word."""
        grown = all(any(known in word for word in words) for known in self._words)
        found = self._found if grown else range(len(self._texts))
        for word in sorted(words, key=len, reverse=True):
            found = _having(word, self._texts, found)
        self._words, self._found = words, found
        return found

    def _ranked(self, query: str, words: list[str], found: Sequence[int]) -> Iterable[int]:
        given: set[int] = set()
        leading = (place for place in found if self._texts[place].startswith(query))
        for place in leading:
            given.add(place)
            yield place
        starts = [f" {_plain(word)}" for word in words]
        for at in range(0, len(found), _AT_ONCE):
            beginning = found[at : at + _AT_ONCE]
            for start in starts:
                beginning = _having(start, self._spaced, beginning)
            for place in beginning:
                if place not in given:
                    given.add(place)
                    yield place
        yield from (place for place in found if place not in given)

    @cached_property
    def _spaced(self) -> list[str]:
        """The texts with a space before every word."""
        return [f" {text}" for text in _plain(self._joined).split("\n")]

    # -- guessing --------------------------------------------------------------------------

    def _guessed(self, words: list[str], given: set[int], limit: int) -> list[int]:
        """Places of texts whose words have the letters of the query's words in order."""
        places: Sequence[int] = range(len(self._texts))
        for word in sorted(words, key=len, reverse=True):
            meant = set() if self._unknown(word) else set(_having(word, self._texts, places))
            for like in self._like(word):
                meant.update(_having(f" {like}", self._spaced, places))
            places = sorted(meant)
        return list(islice((place for place in places if place not in given), limit))

    def _unknown(self, word: str) -> bool:
        return word.isalnum() and word not in self._vocabulary

    def _like(self, word: str) -> list[str]:
        """The shortest words of the texts that hold the letters of `word` in order."""
        if len(word) < _FEWEST_LETTERS or not word.isalnum():
            return []
        letters = "".join(f"[^\n{letter}]*{letter}" for letter in word[1:])
        like = re.findall(f"\n({word[0]}{letters}[^\n]*)", self._vocabulary)
        return sorted(like, key=lambda found: (len(found), found))[:_GUESSES]

    @cached_property
    def _vocabulary(self) -> str:
        """Every word of the texts once, each behind a line feed."""
        return "\n" + "\n".join(sorted(set(_plain(self._joined).split())))

    def warm_up(self) -> None:
        """Work out what only some queries need, so that none of them has to wait for it."""
        _ = self._spaced, self._vocabulary


def _having(part: str, texts: list[str], places: Sequence[int]) -> Sequence[int]:
    """Those of the places whose texts hold a part."""
    if len(places) == len(texts):
        return [place for place, text in enumerate(texts) if part in text]
    return [place for place in places if part in texts[place]]


def _folded(text: str) -> str:
    """What `search.folded` makes of a text, quickly for very long ones."""
    if text.isascii():
        return text.lower()
    flat = unicodedata.normalize("NFKD", text).casefold()
    for character in set(flat):
        if unicodedata.combining(character):
            flat = flat.replace(character, "")
    return flat


def _plain(text: str) -> str:
    """`text` with spaces for everything but letters, digits and line feeds."""
    if text.isascii():
        return text.translate(_PUNCTUATION)
    for character in set(text):
        if not character.isalnum() and character != "\n":
            text = text.replace(character, " ")
    return text


_PUNCTUATION = str.maketrans(string.punctuation, " " * len(string.punctuation))
