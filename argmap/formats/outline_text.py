"""The map as an indented outline for terminals, pipes and screen readers.

Each row has its sign and its word, its number, the claim and, in brackets, its id::

    ● 1 motion: The city should make all bus travel free. [free-buses]
      + 1.1 support: Free buses would take cars off the road. (weight 0.7) [less-traffic]
        - 1.1.1 rebuttal: Most new riders would have walked or cycled. [walkers]

Nothing is drawn with lines, and nothing is shown by place or colour alone. A claim that occurs
again is named with the number of the row where it is written out.
"""

from collections import defaultdict
from collections.abc import Iterator

from argmap.formats import words
from argmap.model import Claim, Role, Row, Sides, outline, sides
from argmap.model.counts import Counts, counts
from argmap.model.needs import needs
from argmap.model.outline import SIGNS
from argmap.sources import Opened
from argmap.text import count, one_line, wrap

_STEP = 2
_DEEPEST_UNWRAPPED = 40
_ENDLESS = 1_000_000_000
_PLAIN = str.maketrans({"●": "*", "…": "...", "“": '"', "”": '"'})


def generate_outline(
    opened: Opened, *, width: int | None = None, details: bool = False, plain: bool = False
) -> Iterator[str]:
    """The lines of the outline, without line ends.

    `width` is the number of cells to wrap at; without it each row is one line. `details` adds
    notes, warrants, citations with their passages, what is open, where else a claim stands, the
    sources, and the figures of the map. `plain` uses no sign outside
    ASCII. Indentation stops growing at a third of the width, so a chain of 5,000 claims stays
    readable and its outline short.
    """
    yield from _Outline(opened, width, details=details, plain=plain).lines()


class _Outline:
    def __init__(self, opened: Opened, width: int | None, *, details: bool, plain: bool) -> None:
        self._opened = opened
        self._cells = _ENDLESS if width is None else max(20, width)
        self._deepest = _DEEPEST_UNWRAPPED if width is None else self._cells // 3
        self._details = details
        self._plain = plain
        self._rows = outline(opened.index)
        self._numbers = words.numbers(self._rows)
        self._repeats = words.repeats(self._rows, self._numbers)
        self._sides = sides(opened.index)
        self._again: dict[str, list[str]] = defaultdict(list)
        for place in self._repeats:
            self._again[self._rows[place].claim or ""].append(self._numbers[place])

    def lines(self) -> Iterator[str]:
        yield from self._head()
        for place, row in enumerate(self._rows):
            indent = min(_STEP * row.depth, self._deepest)
            yield from self._block(self._row_text(place, row), indent, f"{SIGNS[row.role]} ")
            if self._details:
                for label, text in self._row_details(row):
                    yield from self._block(f"{label}: {one_line(text)}", indent + 2 * _STEP)
        if not self._rows:
            yield "(no claims)"
        if self._details and self._opened.map.sources:
            yield from self._sources()
        if self._details:
            yield ""
            found = counts(self._opened.index, self._sides)
            yield from wrap(_figures(found, cites=bool(self._opened.map.sources)), self._cells)

    def _block(self, text: str, indent: int, lead: str = "") -> Iterator[str]:
        """`text` wrapped behind `lead`, further lines aligned with the first."""
        if self._plain:
            text, lead = text.translate(_PLAIN), lead.translate(_PLAIN)
        hang = indent + (len(lead) or _STEP)
        first, *others = wrap(text, self._cells - hang)
        yield f"{' ' * indent}{lead}{first}"
        for line in others:
            yield f"{' ' * hang}{line}"

    def _head(self) -> Iterator[str]:
        shown = self._opened.map
        names = shown.sides
        for text in (shown.title, shown.summary):
            if one_line(text):
                yield from wrap(text.translate(_PLAIN) if self._plain else text, self._cells)
        if names != Sides():
            pro, con = words.named_side(names.pro, "pro"), words.named_side(names.con, "con")
            yield from wrap(f"Sides: {pro}, {con}", self._cells)
        yield ""

    def _row_text(self, place: int, row: Row) -> str:
        link = self._opened.index.links.get(row.link or "")
        flags = words.link_flags(link) if link and row.role is not Role.PREMISE else []
        what = words.ROLE_WORDS[row.role]
        if row.claim is None:
            together = f"{words.group_words(link)}" if link else ""
            return f"{self._numbers[place]} joint {what}: {together}{_bracketed(flags)}"
        claim = self._opened.index.claims[row.claim]
        text = f"{self._numbers[place]} {what}: "
        if place in self._repeats:
            text += f"{self._repeats[place]}: {one_line(claim.label)}"
        else:
            text += words.statement(claim)
            flags = words.claim_flags(claim) + flags
        return f"{text}{_bracketed(flags)} [{claim.id}]"

    def _row_details(self, row: Row) -> Iterator[tuple[str, str]]:
        index = self._opened.index
        if row.role is Role.UNDERCUT:
            step = self._rows[row.parent]
            above = self._numbers[step.parent]
            yield "undercuts", f"the step from {self._numbers[row.parent]} to {above}"
        if row.link in index.links and row.role is not Role.PREMISE:
            yield from words.link_details(index.links[row.link])
        if row.claim is None or row.repeat is not None:
            return
        claim = index.claims[row.claim]
        side = words.side_words(self._opened.map, self._sides.get(claim.id))
        if side:
            yield "side", side
        yield from words.claim_details(claim)
        if waiting := needs(index, claim.id):
            yield "open", ", ".join(waiting)
        if claim.id in self._again:
            yield "also at", ", ".join(self._again[claim.id])
        yield from self._citations(claim)

    def _citations(self, claim: Claim) -> Iterator[tuple[str, str]]:
        for number in range(len(claim.cites)):
            cited = words.quoted(self._opened, claim, number)
            text = f"“{one_line(cited.words)}”" if cited.words else ""
            label = "passage in" if cited.found else "cites"
            remarks = _bracketed(list(cited.remarks))
            yield f"{label} {cited.source}", f"{text}{remarks}".strip()

    def _sources(self) -> Iterator[str]:
        yield ""
        yield "Sources"
        for source in self._opened.map.sources:
            parts = [*words.source_words(source), source.url, source.file]
            known = ". ".join(one_line(part).rstrip(".") for part in parts if part)
            yield from self._block(f"{source.id}: {known}" if known else source.id, _STEP)


def _figures(found: Counts, *, cites: bool) -> str:
    """What was counted: ``7 claims: 3 pro, 3 con; 2 unanswered, 1 unsupported; 47 words``."""
    on_sides = [f"{found.pro} pro", f"{found.con} con"]
    on_sides += [f"{found.both} both"] if found.both else []
    waiting = [f"{found.unanswered} unanswered", f"{found.unsupported} unsupported"]
    waiting += [f"{found.uncited} uncited"] if cites else []
    claims = f"{count(found.claims, 'claim')}: {', '.join(on_sides)}"
    return "; ".join([claims, ", ".join(waiting), count(found.words, "word")])


def _bracketed(flags: list[str]) -> str:
    return f" ({'; '.join(flags)})" if flags else ""
