"""The picture as plain data: boxes, lines and text at absolute places, in whole points.

The origin is the left upper corner, y grows downwards. There are no colours here: a `Kind`
stands for a look, and `theme` says which. Writers draw lines first, then boxes, then signs and
text, each in the order given.
"""

from typing import NamedTuple

from argmap.diagram.fonts import Weight
from argmap.diagram.view import Kind

Point = tuple[int, int]


class Text(NamedTuple):
    """Lines of text, left-aligned. Joined, `lines` give the text, spaces at line ends included."""

    x: int
    y: int
    """Baseline of the first line."""
    lines: tuple[str, ...]
    size: float
    leading: int
    weight: Weight = Weight.REGULAR
    kind: Kind | None = None
    """The kind in whose colour it is set; None: the colour of text."""


class Sign(NamedTuple):
    """The drawn sign of a kind: ▲, ▼, ◆, ✕ or ●."""

    kind: Kind
    x: int
    y: int
    """Its centre."""
    radius: float


class Cell(NamedTuple):
    """One claim in a box: a full-width part of it."""

    y: int
    height: int
    hollow: bool
    text: Text


class Join(NamedTuple):
    """The "and" between two cells, with the rule that runs from it to the right edge."""

    text: Text
    start: int
    y: int


class Box(NamedTuple):
    """A claim, or joint premises as cells with rules between them."""

    kind: Kind
    x: int
    y: int
    width: int
    height: int
    stripe: int
    """Width of the coloured stripe at the left, which carries the sign."""
    sign: Sign
    cells: tuple[Cell, ...]
    joins: tuple[Join, ...]
    word: Text | None
    """Above the box: how it bears on what it hangs under."""


class Line(NamedTuple):
    """The link of a box: from the box above, or (undercut) from the link that it attacks."""

    box: int
    target: int
    """Index of the box above; for an undercut, of the box whose link is attacked."""
    undercut: bool
    points: tuple[Point, ...]
    attack: Point | None = None
    """Where undercuts of this link meet it: a point on its last stretch."""


class Scene(NamedTuple):
    """A whole picture."""

    width: int
    height: int
    title: str
    summary: str
    lines: tuple[Line, ...]
    boxes: tuple[Box, ...]
    attacks: tuple[Sign, ...]
    """Small marks where undercuts meet links."""
    heading: Text | None
    legend: tuple[tuple[Sign, Text], ...]

    def texts(self) -> list[Text]:
        """All text, in reading order."""
        found = [self.heading] if self.heading else []
        for box in self.boxes:
            found += [box.word] if box.word else []
            found += [cell.text for cell in box.cells]
            found += [join.text for join in box.joins]
        found += [text for _, text in self.legend]
        return found
