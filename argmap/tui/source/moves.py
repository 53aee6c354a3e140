"""Where the cursor of a source goes: by words, sentences and paragraphs, and to what is sought."""

import re
from collections.abc import Iterator

from argmap.sources.documents import Document
from argmap.sources.find import cuts_word
from argmap.sources.lines import Stretch
from argmap.sources.sentences import paragraph_at, paragraphs, paragraphs_before, sentences

_REACH = 10_000
"""Characters that a move by words looks through."""
_CHUNK = 100_000
MOST_SOUGHT = 1_000
"""Characters that what is sought may come to; chunks overlap by so many."""
_ALIKE = {"'": "['’‘‚]", '"': '["“”„«»]', "-": "[-‐‑‒–—]"}


def next_word(document: Document, offset: int) -> int:
    """Where the next word starts."""
    text = document.text
    for place in range(offset + 1, min(len(text), offset + _REACH)):
        if _starts_word(text, place):
            return place
    return min(len(text), offset + _REACH) if len(text) - offset > _REACH else offset


def previous_word(document: Document, offset: int) -> int:
    """Where this word starts, or the one before if the cursor is on its start."""
    for place in range(offset - 1, max(-1, offset - _REACH), -1):
        if _starts_word(document.text, place):
            return place
    return max(0, offset - _REACH)


def word_end(document: Document, offset: int) -> int:
    """The last letter of this word, or of the next if the cursor is on the last."""
    text = document.text
    for place in range(offset + 1, min(len(text), offset + _REACH)):
        if text[place].isalnum() and not cuts_word(text, place + 1):
            return place
    return offset


def _starts_word(text: str, place: int) -> bool:
    return text[place].isalnum() and not cuts_word(text, place)


def next_sentence(document: Document, offset: int) -> int:
    """Where the next sentence starts."""
    for paragraph in paragraphs(document, offset):
        for found in sentences(document, paragraph):
            if found.start > offset:
                return found.start
    return offset


def previous_sentence(document: Document, offset: int) -> int:
    """Where this sentence starts, or the one before if the cursor is on its start."""
    for paragraph in _from_here_up(document, offset):
        for found in reversed(sentences(document, paragraph)):
            if found.start < offset:
                return found.start
    return 0


def next_paragraph(document: Document, offset: int) -> int:
    """Where the next paragraph starts."""
    found = (start for start, _ in paragraphs(document, offset) if start > offset)
    return next(found, offset)


def previous_paragraph(document: Document, offset: int) -> int:
    """Where this paragraph starts, or the one before if the cursor is on its start."""
    return next((start for start, _ in _from_here_up(document, offset) if start < offset), 0)


def _from_here_up(document: Document, offset: int) -> Iterator[Stretch]:
    yield paragraph_at(document, offset)
    yield from paragraphs_before(document, offset)


MOVES = {
    move.__name__: move
    for move in (
        *(next_word, previous_word, word_end),
        *(next_sentence, previous_sentence),
        *(next_paragraph, previous_paragraph),
    )
}
"""The moves by name."""


def sought(query: str) -> re.Pattern[str] | None:
    """What finds the words of a query, one after the other, whatever their case and quotes."""
    words = query[:MOST_SOUGHT].split()
    if not words:
        return None
    spelled = ("".join(_ALIKE.get(sign, re.escape(sign)) for sign in word) for word in words)
    return re.compile(r"\s+".join(spelled), re.IGNORECASE)


def next_match(document: Document, query: re.Pattern[str], offset: int) -> Stretch | None:
    """The first match behind an offset; from the beginning, where there is none."""
    text = document.text
    found = query.search(text, offset + 1) or query.search(text, 0, offset + 1 + MOST_SOUGHT)
    return Stretch(*found.span()) if found else None


def previous_match(document: Document, query: re.Pattern[str], offset: int) -> Stretch | None:
    """The last match before an offset; from the end, where there is none."""
    for top in (offset, len(document.text)):
        start = top
        while start > 0:
            start = max(0, start - _CHUNK)
            # Matches start within the chunk, but may end behind it.
            end = min(len(document.text), start + _CHUNK + MOST_SOUGHT)
            found = [
                match for match in query.finditer(document.text, start, end) if match.start() < top
            ]
            if found:
                return Stretch(*found[-1].span())
    return None
