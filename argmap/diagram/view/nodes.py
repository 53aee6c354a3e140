"""What a picture shows, as plain data: boxes with the words on them, each behind its parent."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a box does to the one above it: decides its sign, word, border and colour."""

    MOTION = "motion"
    SUPPORT = "support"
    REBUTTAL = "rebuttal"
    ANSWER = "answer"
    UNDERCUT = "undercut"


WORDS = {
    Kind.MOTION: "",
    Kind.SUPPORT: "because",
    Kind.REBUTTAL: "but",
    Kind.ANSWER: "however",
    Kind.UNDERCUT: "does not follow",
}
"""The word that stands at a box, read between the claim above and the claim in it."""

MEANINGS = {
    Kind.SUPPORT: "because: supports",
    Kind.REBUTTAL: "but: rebuts",
    Kind.ANSWER: "however: answers a rebuttal",
    Kind.UNDERCUT: "does not follow: undercuts a link",
}
"""What a legend says of each kind."""


class Cell(NamedTuple):
    """One claim in a box."""

    text: str
    claim: str = ""
    """Id of the claim that it shows, or names."""
    implicit: bool = False
    stub: bool = False
    """Whether it only names a claim that is drawn elsewhere."""

    @property
    def hollow(self) -> bool:
        """Whether the cell is left unfilled: the claim is not said here."""
        return self.implicit or self.stub


class Node(NamedTuple):
    """One box: a claim, or the premises of one link that only work together."""

    kind: Kind
    word: str
    parent: int
    """Index of the node it hangs under, -1 for a root. An undercut attacks that node's link."""
    cells: tuple[Cell, ...]
    more: str = ""
    """What is said, on a line of its own, of what hangs under it and is drawn elsewhere."""
    goal: str = ""
    """Anchor of the page where that is."""


@dataclass(frozen=True, slots=True)
class View:
    """A map as it is to be drawn: nodes in reading order, each behind its parent."""

    title: str
    summary: str
    nodes: tuple[Node, ...]
    cut: tuple[str, ...] = ()
    """Ids of claims that are too long to be shown in full."""
