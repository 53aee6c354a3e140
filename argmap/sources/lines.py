"""The lines of a document, found around an offset, however large the document is.

Nothing here reads more of a text than it needs: a source may have 50 MB, in one line. A line
longer than `MOST` characters is taken in pieces, cut between words where it has any.
"""

from typing import NamedTuple

from argmap.sources.find import cuts_word

MOST = 10_000
"""Characters of a line that are taken as one."""
_SLACK = 200
"""Characters within which a cut looks for the gap between two words."""


class Stretch(NamedTuple):
    """Part of a document, in code points of its text."""

    start: int
    end: int


def line_at(text: str, offset: int) -> Stretch:
    """The line, or the piece of a very long one, on which an offset lies; without its line end."""
    offset = min(max(0, offset), len(text))
    start = text.rfind("\n", 0, offset) + 1
    end = _without_return(text, start, _found(text.find("\n", offset), len(text)))
    if end - start <= MOST:
        return Stretch(start, end)
    piece = max(0, min(offset, end - 1) - start) // MOST
    if piece and offset < _cut(text, start, piece, end):
        piece -= 1
    return Stretch(_cut(text, start, piece, end), _cut(text, start, piece + 1, end))


def next_line(text: str, line: Stretch) -> Stretch | None:
    """The line behind one that `line_at` found; None behind the last."""
    start = line.end
    if text.startswith("\r\n", start):
        start += 2
    elif text.startswith("\n", start):
        start += 1
    return line_at(text, start) if start < len(text) else None


def previous_line(text: str, line: Stretch) -> Stretch | None:
    """The line before one that `line_at` found; None before the first."""
    return line_at(text, line.start - 1) if line.start else None


def _found(place: int, otherwise: int) -> int:
    return place if place >= 0 else otherwise


def _without_return(text: str, start: int, end: int) -> int:
    return end - 1 if end > start and end < len(text) and text[end - 1] == "\r" else end


def _cut(text: str, start: int, piece: int, end: int) -> int:
    """Where a piece of a long line starts: between words, if there is a gap near."""
    if piece == 0:
        return start
    wanted = min(start + piece * MOST, end)
    for place in range(wanted, min(wanted + _SLACK, end)):
        if text[place - 1].isspace():
            return place
    for place in range(wanted, min(wanted + _SLACK, end)):
        if not cuts_word(text, place):
            return place
    return wanted
