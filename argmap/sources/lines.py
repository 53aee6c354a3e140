"""The lines of a document, found around an offset, however large the document is.

Nothing here reads more of a text than what is near: a source may have 50 MB, in one line. Far
from any line end, a line is cut at every multiple of `MOST`, or in the next gap between words.
"""

from typing import NamedTuple

from argmap.sources.find import cuts_word

MOST = 10_000
"""Characters from a line end at which a line is cut at the earliest."""
_SLACK = 200
"""Characters within which a cut looks for the gap between two words."""


class Stretch(NamedTuple):
    """Part of a document, in code points of its text."""

    start: int
    end: int


def line_at(text: str, offset: int) -> Stretch:
    """The line, or the piece of a very long one, on which an offset lies; without its line end."""
    offset = min(max(0, offset), len(text))
    start = _start(text, offset)
    end = _end(text, offset)
    if end > start and end < len(text) and text[end] == "\n" and text[end - 1] == "\r":
        end -= 1
    return Stretch(start, end)


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


def _start(text: str, offset: int) -> int:
    # A cut is active where no line end is within MOST of it, so one of three is, or a line end.
    start = text.rfind("\n", max(0, offset - 4 * MOST), offset) + 1
    for mark in range(offset // MOST * MOST, max(0, offset - 3 * MOST), -MOST):
        if mark <= start:
            break
        cut = _cut(text, mark)
        if cut is not None and cut <= offset:
            return cut
    return start


def _end(text: str, offset: int) -> int:
    found = text.find("\n", offset, offset + 4 * MOST)
    end = found if found >= 0 else len(text)
    first = ((offset - _SLACK) // MOST + 1) * MOST
    for mark in range(first, min(end, offset + 3 * MOST), MOST):
        cut = _cut(text, mark)
        if cut is not None and offset < cut < end:
            return cut
    return end


def _cut(text: str, mark: int) -> int | None:
    """Where a line is cut at a multiple of `MOST`; None where a line end is near."""
    if mark == 0 or text.find("\n", max(0, mark - MOST), mark + MOST) >= 0:
        return None
    near = range(mark, min(mark + _SLACK, len(text)))
    gap = next((place for place in near if text[place - 1].isspace()), None)
    if gap is None:
        gap = next((place for place in near if not cuts_word(text, place)), mark)
    return gap
