"""What a layout comes to: boxes, lines and points of attack, from the left upper corner on."""

from dataclasses import dataclass, field
from typing import NamedTuple

Point = tuple[int, int]


class Placed(NamedTuple):
    """One box: its left upper corner, its extent, and the lines of text in each cell."""

    x: int
    y: int
    width: int
    height: int
    size: int
    """Of its text."""
    cells: list[list[str]]


@dataclass(slots=True)
class Layout:
    """Everything placed, in whole points for text of 12 points."""

    width: int
    height: int
    boxes: list[Placed]
    links: list[tuple[Point, ...]]
    """For each box the line of its link, from the box above (or the attacked link); else empty."""
    attacks: dict[int, Point]
    """For each box whose link is undercut, the point on the link where that happens."""
    crosses: list[tuple[Point, ...]] = field(default_factory=list)
    """For each cross-link of the view its line, from the conclusion to the premise."""


NOTHING = Layout(0, 0, [], [], {})
