"""What a citation with a slip in it probably means."""

from argmap.sources.documents import Document
from argmap.sources.find import cuts_word, places
from argmap.sources.folding import fold


def closest(document: Document, words: str) -> tuple[int, int] | None:
    """Where the longest run of first or of last words stands, with what is around the slip.

    Offsets into the document's text; `None` where fewer than two words, or less than a third
    of them, are found.
    """
    folded = document.unmarked
    run = fold(words).text.split()
    wanted = len(" ".join(run))
    leading = _longest(folded.text, [" ".join(run[:size]) for size in range(1, len(run))])
    trailing = _longest(folded.text, [" ".join(run[-size:]) for size in range(1, len(run))])
    if max(leading, trailing) < max(2, len(run) / 3):
        return None
    if leading >= trailing:
        start = next(places(folded.text, " ".join(run[:leading])))
        end = min(len(folded.text), start + wanted)
    else:
        tail = " ".join(run[-trailing:])
        end = next(places(folded.text, tail)) + len(tail)
        start = max(0, end - wanted)
    while cuts_word(folded.text, start):
        start -= 1
    while cuts_word(folded.text, end):
        end += 1
    return folded.original(start, end)


def _longest(text: str, growing: list[str]) -> int:
    """How many of these texts, each an extension of the one before, occur in `text`."""
    low, high = 0, len(growing)
    while low < high:
        middle = (low + high + 1) // 2
        if next(places(text, growing[middle - 1]), None) is None:
            high = middle - 1
        else:
            low = middle
    return low
