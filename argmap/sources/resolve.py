"""From a citation to the passage it means, or to the reason why it means none.

`quote` stands for itself. `start` and `end` mean the passage from `start` to the close of the
first `end` that begins at or behind the close of `start`. `prefix` tells apart places by the
words before them, `suffix` by the words behind. Whatever then remains twice is ambiguous.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from argmap.model import Citation
from argmap.sources.closest import closest
from argmap.sources.documents import Document
from argmap.sources.find import Hit, first_hits, hits, occurs
from argmap.sources.neighbours import follows, precedes
from argmap.sources.passage import Passage
from argmap.text import count, ellipsis

_SHOWN = 60
_LINES_NAMED = 4


class ProblemKind(StrEnum):
    """Why a citation means no passage."""

    MISSING = "missing"
    AMBIGUOUS = "ambiguous"
    OVERLAP = "overlap"
    INCOMPLETE = "incomplete"


@dataclass(frozen=True, slots=True)
class Problem:
    """What is the matter with a citation, and what to do about it."""

    kind: ProblemKind
    message: str
    remedy: str


def resolve(citation: Citation, document: Document) -> Passage | Problem:
    """The passage of `document` that `citation` means. Linear in the length of the text."""
    problem = incomplete(citation)
    if problem is not None:
        return problem
    if citation.quote.strip():
        return _quoted(citation, document)
    return _from_start_to_end(citation, document)


def incomplete(citation: Citation) -> Problem | None:
    """What a citation lacks, whatever the document says."""
    if citation.quote.strip():
        if not (citation.start or citation.end):
            return None
        return Problem(
            ProblemKind.INCOMPLETE,
            "the citation has `quote` and also `start` or `end`",
            "Keep `quote`, the exact words; or `start` and `end`, the first and last words.",
        )
    missing = [name for name in ("start", "end") if not getattr(citation, name).strip()]
    if not missing:
        return None
    if len(missing) == 1:
        return Problem(
            ProblemKind.INCOMPLETE,
            f"the citation has no `{missing[0]}`",
            f"Add `{missing[0]}`; or, for a passage of a few words, write `quote` alone.",
        )
    return Problem(
        ProblemKind.INCOMPLETE,
        "the citation does not say which words it means",
        "Add `quote`, the exact words; or `start` and `end`, the first and last words.",
    )


def _quoted(citation: Citation, document: Document) -> Passage | Problem:
    found = first_hits(
        document,
        citation.quote,
        lambda hit: (
            precedes(document, citation.prefix, hit.start)
            and follows(document, citation.suffix, hit.end)
        ),
    )
    if not found:
        return _missing("quote", citation, document)
    if len(found) > 1:
        return _ambiguous("quote", found, document)
    return _passage(document, found[0], found[0])


def _from_start_to_end(citation: Citation, document: Document) -> Passage | Problem:
    starts = first_hits(
        document, citation.start, lambda hit: precedes(document, citation.prefix, hit.start)
    )
    if not starts:
        return _missing("start", citation, document)
    if len(starts) > 1 and not citation.suffix:
        return _ambiguous("start", starts, document)
    pairs = _pairs(citation, document, starts)
    if len(pairs) > 1:
        return _ambiguous("start", [start for start, _ in pairs], document)
    if pairs:
        return _passage(document, *pairs[0])
    ends = [hit for found in hits(document, citation.end) for hit in found]
    if ends and max(ends).start < starts[0].end:
        return _overlap(citation, document, starts[0], ends)
    return _missing("end", citation, document)


def _pairs(citation: Citation, document: Document, starts: list[Hit]) -> list[tuple[Hit, Hit]]:
    """Each start with the end that closes it.

    With a `suffix`, starts whose very next end has it are preferred over starts that would have
    to run past other ends.
    """
    for ends in hits(document, citation.end):
        fitting = [end for end in ends if follows(document, citation.suffix, end.end)]
        pairs = [(start, _next(fitting, start)) for start in starts]
        closed = [(start, end) for start, end in pairs if end is not None]
        if closed:
            direct = [(start, end) for start, end in closed if end == _next(ends, start)]
            return direct or closed
    return []


def _next(ends: Sequence[Hit], start: Hit) -> Hit | None:
    place = bisect_left(ends, start.end, key=lambda end: end.start)
    return ends[place] if place < len(ends) else None


def _passage(document: Document, first: Hit, last: Hit) -> Passage:
    text = document.text[first.start : last.end]
    return Passage(first.start, last.end, text, first.exact and last.exact)


def _missing(part: str, citation: Citation, document: Document) -> Problem:
    words = getattr(citation, part)
    shown = f"`{part}` (“{ellipsis(words, _SHOWN)}”)"
    if occurs(document, words):
        context = [
            f"`{name}`"
            for name, neighbour in (("prefix", "end"), ("suffix", "start"))
            if part != neighbour and getattr(citation, name)
        ]
        return Problem(
            ProblemKind.MISSING,
            f"the words of {shown} stand in `{document.id}`, "
            f"but not next to {' and '.join(context)}",
            "`prefix` are the words just before the passage, `suffix` the words just behind it.",
        )
    near = closest(document, words)
    remedy = "Copy the words from the source."
    if near is not None:
        line = document.line(near[0])
        remedy = f"Line {line} has “{ellipsis(document.text[slice(*near)], 2 * _SHOWN)}”. {remedy}"
    return Problem(ProblemKind.MISSING, f"the words of {shown} are not in `{document.id}`", remedy)


def _ambiguous(part: str, found: list[Hit], document: Document) -> Problem:
    lines = list(dict.fromkeys(document.line(hit.start) for hit in found[: _LINES_NAMED + 1]))
    named = [str(line) for line in lines[:_LINES_NAMED]]
    if len(found) > _LINES_NAMED:
        named.append("others")
    where = f"lines {', '.join(named[:-1])} and {named[-1]}" if named[1:] else f"line {named[0]}"
    return Problem(
        ProblemKind.AMBIGUOUS,
        f"the words of `{part}` stand {count(len(found), 'time')} in `{document.id}`, on {where}",
        f"Add words to `{part}`, or name the words next to it with `prefix` or `suffix`.",
    )


def _overlap(citation: Citation, document: Document, start: Hit, ends: list[Hit]) -> Problem:
    within = any(end.start >= start.start for end in ends)
    place = "within" if within else "before"
    shown = ellipsis(citation.end, _SHOWN)
    return Problem(
        ProblemKind.OVERLAP,
        f"the words of `end` (“{shown}”) are only found {place} `start`, "
        f"on line {document.line(ends[-1].start)} of `{document.id}`",
        "`end` are the last words of the passage, behind those of `start`; "
        "for a few words use `quote` alone.",
    )
