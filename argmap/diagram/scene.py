"""The picture as plain data: boxes, lines and text at absolute places, in points.

Places are whole points, or hundredths where the picture was scaled to fit a page. The origin is
the left upper corner, y grows downwards. There are no colours here: a `Kind` stands for a look,
and a theme says which. Writers draw lines first, then boxes, then signs, then plates and text,
each in the order given.
"""

from typing import NamedTuple

from argmap.diagram.lettering.fonts import Weight
from argmap.diagram.view import Kind

Point = tuple[float, float]

_ATTACK = 2.7
"""Radius of the mark where an undercut meets a link, for text of 12 points."""
_TIP = 3.6
"""Radius of the sign at the end of a cross-link, for text of 12 points."""


class Text(NamedTuple):
    """Lines of text, left-aligned. Joined, `lines` give the text, spaces at line ends included."""

    x: float
    y: float
    """Baseline of the first line."""
    lines: tuple[str, ...]
    size: float
    leading: float
    weight: Weight = Weight.REGULAR
    kind: Kind | None = None
    """The kind in whose colour it is set; None: the colour of text."""
    muted: bool = False
    """Whether it is set in the colour of lines instead: it stands beside the matter."""
    goal: str = ""
    """Where it leads: the anchor of a page, or a web address."""


class Sign(NamedTuple):
    """The drawn sign of a kind: ▲, ▼, ◆, ✕ or ●."""

    kind: Kind
    x: float
    y: float
    """Its centre."""
    radius: float


class Cell(NamedTuple):
    """One claim in a box: a full-width part of it."""

    y: float
    height: float
    hollow: bool
    text: Text
    claim: str = ""
    """Id of the claim."""


class Join(NamedTuple):
    """The "and" between two cells, with the rule that runs from it to the right edge."""

    text: Text
    start: float
    y: float


class Box(NamedTuple):
    """A claim, or joint premises as cells with rules between them."""

    kind: Kind
    x: float
    y: float
    width: float
    height: float
    stripe: float
    """Width of the coloured stripe at the left, which carries the sign."""
    sign: Sign
    cells: tuple[Cell, ...]
    joins: tuple[Join, ...]
    word: Text | None
    """Above the box: how it bears on what it hangs under."""
    more: Text | None = None
    """On the last line: what hangs under it and is drawn elsewhere."""
    goal: str = ""
    """Anchor of the page where that is."""
    tint: int = -1
    """Which of the theme's tints it has instead of the colours of its kind; -1: none."""


class Line(NamedTuple):
    """The link of a box: from the box above, or (undercut) from the link that it attacks.

    A cross-link is one more link of a box that has its place in the tree already: it is dashed,
    in the colour of its kind, and has the sign of its kind at the end where `points` begin.
    """

    box: int
    target: int
    """Index of the box above; for an undercut, of the box whose link is attacked."""
    undercut: bool
    points: tuple[Point, ...]
    attack: Point | None = None
    """Where undercuts of this link meet it: a point on its last stretch."""
    cross: bool = False
    kind: Kind | None = None
    """Of a cross-link; None: it says that a hollow cell shows the claim at its other end."""
    cell: int = 0
    """Which cell of the target it bears on."""
    box_cell: int = 0
    """In which cell of the box a cross-link's premise is."""
    hits: int = -1
    """Which other line an undercut attacks, where that is a cross-link."""


class Plate(NamedTuple):
    """A small box without text, in a map of the map."""

    x: float
    y: float
    width: float
    height: float
    kind: Kind | None
    """None: it is not on this page."""


class Key(NamedTuple):
    """An entry of the legend: a sign or a tint, and what it means."""

    sign: Sign | None
    plate: Plate | None
    text: Text
    tint: int = -1


class Drawing(NamedTuple):
    """The boxes and lines of a picture, without what stands around them."""

    width: float
    height: float
    lines: tuple[Line, ...]
    boxes: tuple[Box, ...]


class Scene(NamedTuple):
    """A whole picture."""

    width: float
    height: float
    title: str
    summary: str
    lines: tuple[Line, ...]
    boxes: tuple[Box, ...]
    heading: Text | None = None
    legend: tuple[Key, ...] = ()
    around: tuple[Text, ...] = ()
    """Way back, caption, footnotes, number of the page."""
    plates: tuple[Plate, ...] = ()
    """The map of the whole, in which this page stands out."""

    @property
    def attacks(self) -> list[Sign]:
        """The small signs on lines: where undercuts meet links, and where cross-links lead."""
        found: dict[Point, Sign] = {}
        for line in self.lines:
            scale = self.boxes[line.box].cells[0].text.size / 12
            if line.undercut:
                x, y = line.points[0]
                found[x, y] = Sign(Kind.UNDERCUT, x, y, round(_ATTACK * scale, 2))
            elif line.cross and line.kind and len(line.points) > 1:
                x, y = _towards(line.points[0], line.points[1], (_TIP + 0.8) * scale)
                found[x, y] = Sign(line.kind, x, y, round(_TIP * scale, 2))
        return list(found.values())

    def texts(self) -> list[Text]:
        """All text, in reading order."""
        found = [self.heading] if self.heading else []
        for box in self.boxes:
            found += [box.word] if box.word else []
            found += [cell.text for cell in box.cells]
            found += [box.more] if box.more else []
            found += [join.text for join in box.joins]
        found += [key.text for key in self.legend]
        found += self.around
        return found


def _towards(start: Point, end: Point, distance: float) -> Point:
    """The point on a straight stretch that is so far from its start."""
    (x, y), (x2, y2) = start, end
    length = abs(x2 - x) + abs(y2 - y) or 1
    share = distance / length
    return round(x + (x2 - x) * share, 2), round(y + (y2 - y) * share, 2)
