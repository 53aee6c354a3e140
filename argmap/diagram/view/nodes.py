"""What a picture shows, as plain data: boxes with the words on them, each behind its parent."""

from dataclasses import dataclass, replace
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
    mark: str = ""
    """The number that its text begins with, or (a stub) that of the claim it names."""
    notes: tuple[int, ...] = ()
    """Numbers of its footnotes, from 1; they stand at the end of the text."""

    @property
    def hollow(self) -> bool:
        """Whether the cell is left unfilled: the claim is not said here."""
        return self.implicit or self.stub


class Footnote(NamedTuple):
    """A source that claims of the picture name by its number."""

    text: str
    """The number, then what is known of the source."""
    url: str
    """Its address in the web; empty where it has none."""


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
    cell: int = 0
    """Which cell of the box above it bears on; -1: none, it attacks a link."""
    attacked: int = -1
    """Which of the view's cross-links an undercut attacks instead of its parent's link."""
    left_out: int = 0
    """How many claims hang under it in the map and are in no picture, because of their level."""


class Cross(NamedTuple):
    """A link between two boxes of which neither hangs under the other by it."""

    start: int
    """The box with the premise."""
    start_cell: int
    end: int
    """The box with the conclusion; for an undercut, the box whose link is attacked."""
    end_cell: int
    kind: Kind | None
    """None: the cell at the end shows, once more, the claim at the start."""
    word: str = ""
    attacked: int = -1
    """Which other cross-link an undercut attacks, instead of the link of the box at the end."""


@dataclass(frozen=True, slots=True)
class View:
    """A map as it is to be drawn: nodes in reading order, each behind its parent."""

    title: str
    summary: str
    nodes: tuple[Node, ...]
    cut: tuple[str, ...] = ()
    """Ids of claims that are too long to be shown in full."""
    links: tuple[Cross, ...] = ()
    """What is told by lines besides the tree: see `merged`."""
    footnotes: tuple[Footnote, ...] = ()
    """Sources, in the order in which the boxes name them."""

    @property
    def kinds(self) -> set[Kind]:
        """All kinds that occur, for a legend."""
        crossing = {cross.kind for cross in self.links if cross.kind}
        return {node.kind for node in self.nodes} | crossing

    def with_nodes(self, nodes: tuple[Node, ...]) -> "View":
        """The same with other boxes."""
        return replace(self, nodes=nodes)
