"""What text outlines say of claims, links, citations and sources; shared by text and Markdown.

Everything here is the bare words of the map, neither cleaned nor escaped: that is the part of
whoever writes them out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from argmap.model import Basis, Citation, Claim, Link, Map, Repeat, Role, Row, Side, Source, Stance
from argmap.model.outline import first_rows
from argmap.sources import Opened, reading_text
from argmap.text import count, one_line

ROLE_WORDS = {
    Role.MOTION: "motion",
    Role.ROOT: "claim",
    Role.SUPPORT: "support",
    Role.REBUTTAL: "rebuttal",
    Role.UNDERCUT: "undercut",
    Role.PREMISE: "premise",
}
"""What a row is to the row above it."""

_WHOLE_NUMBER = 12
_STANCES = {Stance.CONCEDED: "conceded by the other side", Stance.KICKED: "kicked: given up"}
_BASES = {Basis.STATED: "link stated by the source", Basis.INFERRED: "link inferred"}


def numbers(rows: Sequence[Row]) -> list[str]:
    """The number of every row: ``1.2.3``, or ``…4.1.2`` for a row of more than twelve levels.

    Whole numbers of a chain of 5,000 claims would fill 25 MB.
    """
    made: list[str] = []
    for row in rows:
        if row.parent < 0:
            made.append(str(row.ordinal))
        elif row.depth < _WHOLE_NUMBER:
            made.append(f"{made[row.parent]}.{row.ordinal}")
        else:
            above = rows[row.parent]
            made.append(f"…{rows[above.parent].ordinal}.{above.ordinal}.{row.ordinal}")
    return made


def repeats(rows: Sequence[Row], named: Sequence[str]) -> dict[int, str]:
    """For each row that stands for an earlier one: ``see 1.2``, or ``back to 1`` for a cycle."""
    firsts = first_rows(list(rows))
    return {
        place: f"{'back to' if row.repeat is Repeat.CYCLE else 'see'} {named[firsts[row.claim]]}"
        for place, row in enumerate(rows)
        if row.repeat is not None and row.claim is not None
    }


def statement(claim: Claim) -> str:
    """The claim on one line, or a stand-in where the file leaves it empty."""
    return one_line(claim.claim) or "(no claim stated)"


def group_words(link: Link) -> str:
    """What joint premises are: ``2 premises that only work together``."""
    return f"{count(len(link.premises), 'premise')} that only work together"


def claim_flags(claim: Claim) -> list[str]:
    """The short remarks on a claim: what differs from a plain, stated, undecided claim."""
    flags = [
        claim.kind,
        "implicit" if claim.implicit else "",
        "assumed" if claim.assumed else "",
        _STANCES[claim.stance] if claim.stance else "",
        f"said by {claim.speaker}" if claim.speaker else "",
        f"weight {claim.weight:g}" if claim.weight != 0.5 else "",
    ]
    return [flag for flag in flags if flag]


def link_flags(link: Link) -> list[str]:
    """The short remarks on a link: what differs from a link that always holds."""
    flags = [
        _BASES[link.basis] if link.basis else "",
        f"link strength {link.strength:g}" if link.strength != 1 else "",
        f"scheme: {link.scheme}" if link.scheme else "",
    ]
    return [flag for flag in flags if flag]


def side_words(argument_map: Map, side: Side | None) -> str:
    """The side of a claim by name: ``Proposition (pro)``; empty where it has none."""
    names = {Side.PRO: argument_map.sides.pro, Side.CON: argument_map.sides.con}
    if side is None:
        return ""
    if side is Side.BOTH:
        return "both sides"
    return named_side(names[side], side.value)


def named_side(name: str, side: str) -> str:
    """A side's name with the word it stands for, unless that is its name."""
    return side if name.casefold() == side else f"{name} ({side})"


def claim_details(claim: Claim) -> Iterator[tuple[str, str]]:
    """The longer remarks on a claim, each with its label."""
    yield from _filled(("short", claim.short), ("say", claim.say), ("tags", ", ".join(claim.tags)))
    yield from _filled(("note", claim.note))
    if claim.weigh is not None:
        yield from _filled(*claim.weigh.model_dump().items())


def link_details(link: Link) -> Iterator[tuple[str, str]]:
    """The longer remarks on a link, each with its label."""
    yield from _filled(("warrant", link.warrant))


def _filled(*pairs: tuple[str, str]) -> Iterator[tuple[str, str]]:
    return ((label, text) for label, text in pairs if text)


@dataclass(frozen=True, slots=True)
class Quoted:
    """What a citation points at, as far as it is known."""

    source: str
    words: str
    """The passage; or, where it was not found or looked up, the words that locate it."""
    found: bool
    remarks: tuple[str, ...]
    """Page and note."""


def quoted(opened: Opened, claim: Claim, number: int) -> Quoted:
    """The citation at index `number` of a claim."""
    citation = claim.cites[number]
    passage = opened.passages.get((claim.id, number))
    remarks = [f"page {citation.page}" if citation.page else "", citation.note]
    if passage is None and citation.source in opened.documents:
        remarks.append("not found in the source")
    return Quoted(
        citation.source,
        reading_text(opened.documents[citation.source], passage)
        if passage
        else locating_words(citation),
        passage is not None,
        tuple(remark for remark in remarks if remark),
    )


def locating_words(citation: Citation) -> str:
    """The words by which a citation names its passage: ``first words … last words``."""
    return citation.quote or " … ".join(filter(None, (citation.start, citation.end)))


def source_words(source: Source) -> list[str]:
    """What is known of a source but its address: title, author, publisher, dates, note."""
    parts = [
        source.title,
        source.author,
        source.publisher,
        source.issued,
        f"read {source.accessed}" if source.accessed else "",
        source.note,
    ]
    return [part for part in parts if part]
