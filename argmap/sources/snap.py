"""What somebody who marks a stretch of a document means by it: whole words, without the margins."""

from bisect import bisect_left, bisect_right

from argmap.sources.documents import Document
from argmap.sources.find import cuts_word
from argmap.sources.folding import fold
from argmap.sources.lines import Stretch, line_at
from argmap.text import FORBIDDEN

LONGEST_WORD = 2_000
"""Characters within which the end of a word is looked for."""


def snapped(document: Document, start: int, end: int) -> Stretch | None:
    """A stretch grown to whole words, without space or Markdown's markup at its ends.

    None where no letter and no digit is in it.
    """
    text = document.text
    start, end = _trimmed(text, max(0, min(start, end)), min(len(text), max(start, end)))
    if start == end:
        return None
    for _ in range(LONGEST_WORD):
        if not cuts_word(text, start):
            break
        start -= 1
    for _ in range(LONGEST_WORD):
        if not cuts_word(text, end):
            break
        end += 1
    if document.markdown:
        start, end = _trimmed(text, *_seen(text, start, end))
    return Stretch(start, end) if any(map(str.isalnum, text[start:end])) else None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or FORBIDDEN.match(text[start])):
        start += 1
    while end > start and (text[end - 1].isspace() or FORBIDDEN.match(text[end - 1])):
        end -= 1
    return start, end


def _seen(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the markup at either end, as far as its line tells."""
    first, last = line_at(text, start), line_at(text, end - 1)
    head = fold(text[slice(*first)], without_markup=True)
    begins = bisect_left(
        range(len(head.text)), start - first.start, key=lambda at: head.original(at, at + 1)[0]
    )
    if begins < len(head.text):
        start = max(start, first.start + head.original(begins, begins + 1)[0])
    tail = head if last == first else fold(text[slice(*last)], without_markup=True)
    closes = bisect_right(
        range(len(tail.text)), end - last.start, key=lambda at: tail.original(at, at + 1)[1]
    )
    if closes:
        end = min(end, last.start + tail.original(closes - 1, closes)[1])
    return start, max(start, end)
