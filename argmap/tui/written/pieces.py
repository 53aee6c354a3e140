"""Styled text before it meets Textual: lines of pieces, wrapped and measured.

What a screen shows is built as lines of pieces, so that all of it but the drawing can be tested
without a terminal.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from argmap.text import Measure, one_line, width, wrap


class Piece(NamedTuple):
    """A stretch of one line in one style; `goto` is the row that a click on it leads to."""

    style: str
    text: str
    goto: int | None = None


Line = list[Piece]


class Span(NamedTuple):
    """A stretch of a text, in characters, with its style."""

    start: int
    end: int
    style: str


STYLES = (
    "text",
    "strong",
    "faint",
    "guide",
    "off",
    "mark",
    "root",
    "support",
    "rebuttal",
    "undercut",
    "premise",
    "heading",
    "passage",
    "match",
    "error",
    "warning",
    "note",
)
"""Every style a piece may have; `app.tcss` gives each its colours."""


def joined(pieces: Iterable[Piece], *, spaced: bool = True) -> tuple[str, list[Span]]:
    """The text of pieces on one line, and where each piece stands in it.

    A space is put between any two pieces; if not `spaced`, only where one of them has it.
    """
    text, spans = "", []
    for piece in pieces:
        words = one_line(piece.text)
        if not words:
            continue
        gap = spaced or piece.text[:1].isspace() or text.endswith(" ")
        text = text.rstrip(" ")
        start = len(text) + 1 if text and gap else len(text)
        text = text.ljust(start) + words
        spans.append(Span(start, len(text), piece.style))
        if piece.text[-1:].isspace():
            text += " "
    return text.rstrip(" "), spans


def wrapped(text: str, cells: int, measure: Measure = width) -> list[tuple[int, int]]:
    """Where each wrapped line of a one-lined text starts and ends, in characters."""
    lines, at = [], 0
    for line in wrap(text, cells, measure):
        lines.append((at, at + len(line)))
        at += len(line)
        at += text[at : at + 1] == " "
    return lines


def styled(
    text: str, start: int, end: int, spans: Iterable[Span], goto: int | None = None
) -> Iterator[Piece]:
    """The stretch of a text as pieces; of overlapping spans the later one wins."""
    relevant = [span for span in spans if span.start < end and span.end > start]
    borders = {start, end}
    for span in relevant:
        borders |= {max(start, span.start), min(end, span.end)}
    cuts = sorted(borders)
    for left, right in pairwise(cuts):
        covering = [span.style for span in relevant if span.start <= left < span.end]
        yield Piece(covering[-1] if covering else "text", text[left:right], goto)


def paragraph(
    pieces: Iterable[Piece],
    cells: int,
    measure: Measure = width,
    lead: Piece | None = None,
    goto: int | None = None,
    *,
    spaced: bool = True,
) -> list[Line]:
    """Pieces as wrapped lines. `lead` stands before the first; the others hang under its end."""
    text, spans = joined(pieces, spaced=spaced)
    indent = measure(lead.text) if lead else 0
    lines: list[Line] = []
    for start, end in wrapped(text, cells - indent, measure):
        before = [] if lead is None else [lead if not lines else Piece("text", " " * indent)]
        lines.append([*before, *styled(text, start, end, spans, goto)])
    return lines


def plain(lines: Iterable[Line]) -> str:
    """Lines of pieces as text."""
    return "\n".join("".join(piece.text for piece in line).rstrip() for line in lines)
