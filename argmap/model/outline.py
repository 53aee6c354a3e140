"""The map written out as a tree: the one projection that text, terminal and diagrams share.

A claim with several parents has several occurrences. The first in reading order carries what
hangs under the claim; later ones are `repeat` rows that lead back to it. So each claim and each
link is spelled out exactly once, and the outline is as long as the map, whatever its shape.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from argmap.model.index import MapIndex
from argmap.model.link import Link, LinkKind


class Role(StrEnum):
    """What a row does to the row above it that it hangs under."""

    MOTION = "motion"
    ROOT = "root"
    SUPPORT = "support"
    REBUTTAL = "rebuttal"
    UNDERCUT = "undercut"
    PREMISE = "premise"


_ROLES = {kind: Role(kind.value) for kind in LinkKind}


class Repeat(StrEnum):
    """Why a row does not carry what hangs under its claim."""

    AGAIN = "again"
    CYCLE = "cycle"


class Row(NamedTuple):
    """One occurrence of a claim, or (where `claim` is None) one group of joint premises."""

    key: str
    """Names the row within the map; stays the same when other parts of the map change."""
    depth: int
    parent: int
    """Index of the row this one hangs under; -1 for a root."""
    end: int
    """Index just behind the last row that hangs under this one."""
    role: Role
    claim: str | None
    link: str | None
    """The link that ties the row to its parent; for a premise, the link of its group."""
    ordinal: int
    """Place among the rows that hang under the same row, from 1."""
    repeat: Repeat | None = None

    @property
    def group(self) -> bool:
        """Whether the row stands for joint premises, which are the rows just under it."""
        return self.claim is None


@dataclass(slots=True)
class _Draft:
    depth: int
    parent: int
    role: Role
    claim: str | None
    link: str | None
    ordinal: int = 1
    repeat: Repeat | None = None
    end: int = 0


def outline(index: MapIndex) -> list[Row]:
    """All rows of a map in reading order: the motion first, then the other roots.

    Claims that only occur in cycles without a root are listed last, each cycle from the claim
    that the file states first.
    """
    writer = _Writer(index)
    starts = [index.motion] if index.motion is not None else []
    starts += [root for root in index.roots if root != index.motion]
    for start in starts:
        writer.write_tree(start)
    for claim in index.claims:
        if claim not in writer.written:
            writer.write_tree(claim)
    return writer.rows()


class _Writer:
    """Walks the graph with a stack of its own: a chain of 5,000 claims needs no recursion."""

    def __init__(self, index: MapIndex) -> None:
        self.index = index
        self.written: set[str] = set()
        self._open: set[str] = set()
        self._drafts: list[_Draft] = []
        self._trees = 0

    def write_tree(self, root: str) -> None:
        self._trees += 1
        role = Role.MOTION if root == self.index.motion else Role.ROOT
        stack: list[_Draft | int] = [_Draft(0, -1, role, root, None, self._trees)]
        while stack:
            top = stack.pop()
            if isinstance(top, int):
                self._close(top)
                continue
            place = len(self._drafts)
            self._drafts.append(top)
            stack.append(place)
            children = self._children(top, place)
            for number, child in enumerate(children, 1):
                child.ordinal = number
            children.reverse()
            stack += children

    def _close(self, place: int) -> None:
        draft = self._drafts[place]
        draft.end = len(self._drafts)
        if draft.claim is not None and draft.repeat is None:
            self._open.discard(draft.claim)

    def _children(self, draft: _Draft, place: int) -> list[_Draft]:
        depth, claim, link = draft.depth + 1, draft.claim, draft.link
        steps: list[Link] = []
        if claim is None:
            premises = self.index.links[link or ""].premises
            found = [_Draft(depth, place, Role.PREMISE, premise, link) for premise in premises]
        else:
            found = []
            if claim in self._open:
                draft.repeat = Repeat.CYCLE
            elif claim in self.written:
                draft.repeat = Repeat.AGAIN
            else:
                self.written.add(claim)
                self._open.add(claim)
                steps += self.index.links_onto(claim)
        if link is not None and draft.role is not Role.PREMISE:
            steps += self.index.undercuts_of(link)
        for step in steps:
            sole = None if step.joint else step.premises[0]
            found.append(_Draft(depth, place, _ROLES[step.kind], sole, step.id))
        return found

    def rows(self) -> list[Row]:
        return [
            Row(
                f"{draft.link or ''}|{draft.claim or ''}",
                draft.depth,
                draft.parent,
                draft.end,
                draft.role,
                draft.claim,
                draft.link,
                draft.ordinal,
                draft.repeat,
            )
            for draft in self._drafts
        ]


def first_rows(rows: list[Row]) -> dict[str, int]:
    """For each claim the index of the row that carries what hangs under it."""
    return {
        row.claim: place
        for place, row in enumerate(rows)
        if row.claim is not None and row.repeat is None
    }


def visible(rows: list[Row], folded: set[str]) -> list[int]:
    """Indices of the rows that show when the rows with these keys are folded."""
    shown: list[int] = []
    place = 0
    while place < len(rows):
        shown.append(place)
        row = rows[place]
        place = row.end if row.key in folded else place + 1
    return shown


def number(rows: list[Row], place: int) -> str:
    """The number of a row, as in ``1.2.3``: the first answer to the second reason."""
    ordinals: list[str] = []
    while place >= 0:
        ordinals.append(str(rows[place].ordinal))
        place = rows[place].parent
    return ".".join(reversed(ordinals))


SIGNS = {
    Role.MOTION: "●",
    Role.ROOT: "●",
    Role.SUPPORT: "+",
    Role.REBUTTAL: "-",
    Role.UNDERCUT: "!",
    Role.PREMISE: "&",
}
"""The sign that shows a row's role in text, wherever colour may be missing."""

VERBS = {
    LinkKind.SUPPORT: "supports",
    LinkKind.REBUTTAL: "rebuts",
    LinkKind.UNDERCUT: "undercuts",
}
"""What a link does, in words."""
