"""Where words stand in a document: as written, then with folded spelling, then without markup."""

import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

from argmap.sources.documents import Document
from argmap.sources.folding import fold

# Thai, Lao, Burmese, Khmer, Chinese, Japanese and others: words are not set apart by spaces.
_SPACELESS = (
    ("\u0e00", "\u0eff"),
    ("\u1000", "\u109f"),
    ("\u1780", "\u17ff"),
    ("\u2e80", "\U0010ffff"),
)


class Hit(NamedTuple):
    """A place where words stand, in code points of the document's text."""

    start: int
    end: int
    exact: bool


def hits(document: Document, words: str) -> Iterator[list[Hit]]:
    """Places of `words`, in reading order: first those that read exactly so, then likenesses."""
    words = words.strip()
    yield [Hit(at, at + len(words), True) for at in places(document.text, words)]
    alike = fold(words).text.strip()
    for folded in (document.folded, document.unmarked) if document.markdown else (document.folded,):
        yield [
            Hit(*folded.original(at, at + len(alike)), False) for at in places(folded.text, alike)
        ]


def first_hits(document: Document, words: str, fits: Callable[[Hit], bool]) -> list[Hit]:
    """The places of the first kind of likeness that has any which fit."""
    for found in hits(document, words):
        fitting = [hit for hit in found if fits(hit)]
        if fitting:
            return fitting
    return []


def occurs(document: Document, words: str) -> bool:
    """Whether the words stand anywhere in the document."""
    return any(hits(document, words))


def places(text: str, words: str) -> Iterator[int]:
    """Offsets at which `words` stand in `text` as whole words."""
    at = text.find(words) if words else -1
    while at >= 0:
        if not cuts_word(text, at) and not cuts_word(text, at + len(words)):
            yield at
        at = text.find(words, at + 1)


def cuts_word(text: str, offset: int) -> bool:
    """Whether an offset lies within a word."""
    if not 0 < offset < len(text):
        return False
    left, right = text[offset - 1], text[offset]
    if unicodedata.combining(right):
        return True
    return left.isalnum() and right.isalnum() and not (_spaceless(left) or _spaceless(right))


def _spaceless(character: str) -> bool:
    return any(first <= character <= last for first, last in _SPACELESS)
