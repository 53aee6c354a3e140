"""The map as a tree of boxes, with the words on them.

The tree is that of the outline. A group of joint premises becomes one box with several cells;
a claim's second occurrence becomes a stub that names the first.
"""

from collections.abc import Iterator
from typing import Literal

from argmap.diagram.view.footnotes import Footnotes
from argmap.diagram.view.nodes import WORDS, Cell, Kind, Node, View
from argmap.diagram.view.part import PartIndex
from argmap.model import Claim, MapIndex, Repeat, Role, Row, outline
from argmap.text import count, ellipsis, one_line

Labels = Literal["claim", "short", "both"]

LONGEST_TEXT = 2000
"""Characters of a claim that a picture shows; the rest is cut, and `View.cut` says so."""

_LONGEST_STUB = 60
_TIED = "\N{NO-BREAK SPACE}"


def view(index: MapIndex, labels: Labels = "claim", *, sources: bool = False) -> View:
    """A map, or the part that `chosen` gives, as a tree of boxes.

    With `sources` claims carry the numbers of footnotes that name what they cite.
    """
    builder = _Builder(index, labels, Footnotes(index) if sources else None)
    nodes = tuple(builder.nodes())
    return View(
        title=_shortened(one_line(index.map.title)),
        summary=one_line(index.map.summary),
        nodes=nodes,
        cut=tuple(builder.cut),
        footnotes=builder.footnotes.notes() if builder.footnotes else (),
    )


def left_out_words(claims: int) -> str:
    """What a box says of claims that hang under it and are not shown there."""
    return f"» +{count(claims, 'claim')}" if claims else ""


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"


class _Builder:
    def __init__(self, index: MapIndex, labels: Labels, footnotes: Footnotes | None) -> None:
        self.index = index
        self.labels = labels
        self.footnotes = footnotes
        self.cut: dict[str, None] = {}
        self._rows = outline(index)
        self._marks = self._numbered()
        self._node_of: list[int] = []
        self._pro: list[bool] = []
        part = index if isinstance(index, PartIndex) else None
        self._top_is_pro = part is None or not part.against
        self._left_out = part.left_out if part is not None else {}

    def nodes(self) -> Iterator[Node]:
        """The boxes in reading order."""
        for place, row in enumerate(self._rows):
            if row.role is Role.PREMISE:
                self._node_of.append(self._node_of[row.parent])
                continue
            parent = self._node_of[row.parent] if row.parent >= 0 else -1
            self._node_of.append(len(self._pro))
            kind = self._kind(row.role, parent)
            premises = self._premises(place) if row.group else [place]
            cells = tuple(self._cell(premise) for premise in premises)
            yield self._with_left_out(
                Node(kind, self._word(kind, row), parent, cells, cell=self._bears_on(row)), row
            )

    def _with_left_out(self, node: Node, row: Row) -> Node:
        if not self._left_out:
            return node
        places = [row.link, *(cell.claim for cell in node.cells if not cell.stub)]
        left_out = sum(self._left_out.get(place or "", 0) for place in places)
        return node._replace(left_out=left_out, more=left_out_words(left_out))

    def _numbered(self) -> dict[str, str]:
        """Numbers for claims that must be named: repeated ones, and joint premises that carry."""
        again = {row.claim for row in self._rows if row.repeat is not None}
        marks: dict[str, str] = {}
        for place, row in enumerate(self._rows):
            among_others = row.role is Role.PREMISE and row.end > place + 1
            if row.repeat is None and row.claim and (row.claim in again or among_others):
                marks[row.claim] = f"#{len(marks) + 1}"
        return marks

    def _kind(self, role: Role, parent: int) -> Kind:
        """The role, with rebuttals told apart: one that works for the motion is an answer."""
        for_motion = self._pro[parent] if parent >= 0 else self._top_is_pro
        if role in {Role.REBUTTAL, Role.UNDERCUT}:
            for_motion = not for_motion
        self._pro.append(for_motion)
        if role is Role.REBUTTAL:
            return Kind.ANSWER if for_motion else Kind.REBUTTAL
        return Kind.MOTION if role is Role.ROOT else Kind(role.value)

    def _premises(self, place: int) -> Iterator[int]:
        premise, end = place + 1, self._rows[place].end
        while premise < end and self._rows[premise].role is Role.PREMISE:
            yield premise
            premise = self._rows[premise].end

    def _word(self, kind: Kind, row: Row) -> str:
        """The word for the kind; under joint premises it names the one that is meant."""
        if row.parent >= 0 and self._rows[row.parent].role is Role.PREMISE:
            return f"{self._marks[self._rows[row.parent].claim or '']} {WORDS[kind]}"
        return WORDS[kind]

    def _bears_on(self, row: Row) -> int:
        if row.role is Role.UNDERCUT:
            return -1
        above = self._rows[row.parent] if row.parent >= 0 else None
        return above.ordinal - 1 if above and above.role is Role.PREMISE else 0

    def _cell(self, place: int) -> Cell:
        row = self._rows[place]
        claim = self.index.claims[row.claim or ""]
        if row.repeat is not None:
            seen = "back to" if row.repeat is Repeat.CYCLE else "see"
            label = ellipsis(claim.label, _LONGEST_STUB)
            mark = self._marks[claim.id]
            return Cell(f"{seen} {mark} {label}", claim.id, stub=True, mark=mark)
        text = self._text(claim)
        mark = self._marks.get(claim.id, "")
        notes = self.footnotes.numbers(claim.cites) if self.footnotes else ()
        if notes:
            text += f"{_TIED}[{', '.join(map(str, notes))}]"
        text = f"{mark} {text}" if mark else text
        return Cell(text, claim.id, claim.implicit, mark=mark, notes=notes)

    def _text(self, claim: Claim) -> str:
        text = claim.claim if self.labels == "claim" else claim.label
        if self.labels == "both" and claim.short:
            text = f"{claim.short}: {claim.claim}"
        text = one_line(text)
        if len(text) > LONGEST_TEXT:
            self.cut[claim.id] = None
            text = _shortened(text)
        remarks = ["implicit"] if claim.implicit else []
        remarks += [claim.stance.value] if claim.stance else []
        return f"{text} ({', '.join(remarks)})" if remarks else text
