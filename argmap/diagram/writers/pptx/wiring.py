"""Which lines are glued to which shapes, and where.

A line with one or two stretches, or with three of which the second is half-way, is one connector:
every program draws these alike when it routes them anew. Others are cut at their first turns.
There a small joint is put, which belongs to the box above, so that the line follows both boxes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from argmap.diagram.scene import Box, Line, Point, Scene
from argmap.diagram.writers.pptx.bends import bend, corners_of

_NEAR = 0.6
"""Points from the edge of a box, or from the middle of a side, that still count as on it."""
_HALF_WAY = 2.0
"""Points from the middle that still count as it."""

TOP, LEFT, BOTTOM, RIGHT = range(4)


class Site(NamedTuple):
    """Where a connector can be glued to a box: a share of its width and height, and a side."""

    across: float
    down: float
    side: int


MIDDLES = (Site(0.5, 0, TOP), Site(0, 0.5, LEFT), Site(0.5, 1, BOTTOM), Site(1, 0.5, RIGHT))
"""The sites that every shape has."""


class End(NamedTuple):
    """What a wire is glued to: a box by its index, or whatever stands at a point; and the site."""

    at: int | Point
    site: int


@dataclass(frozen=True, slots=True)
class Wire:
    """A connector."""

    line: Line
    points: tuple[Point, ...]
    start: End | None
    end: End | None
    owner: int
    """The box whose group it belongs to; -1: none."""


class Wiring:
    """The connectors of a scene, and what they are glued to besides boxes."""

    def __init__(self, scene: Scene) -> None:
        self._boxes = scene.boxes
        self.sites: list[list[Site]] = [[] for _ in scene.boxes]
        """For each box the sites it needs besides the middles of its sides."""
        self.joints: dict[Point, tuple[Line, int]] = {}
        """Where lines are cut: the first such line, and the box whose group the joint is in."""
        self.marks: dict[Point, int] = {}
        """The start of each undercut, and the box whose group its mark is in."""
        self.wires: list[Wire] = []
        torn = {line.target for line in scene.lines if _plain(line) and _to_be_cut(line)}
        seen: set[tuple[object, ...]] = set()
        for line in scene.lines:
            if line.undercut:
                self.marks.setdefault(line.points[0], line.target if line.hits < 0 else -1)
            for wire in self._wired(line, torn=_plain(line) and line.target in torn):
                key = wire.points, line.undercut, line.cross, line.kind
                if key not in seen:
                    seen.add(key)
                    self.wires.append(wire)

    def _wired(self, line: Line, *, torn: bool) -> Iterator[Wire]:
        corners = corners_of(line.points)
        if len(corners) < 2:
            return
        owner = line.target if not line.cross and line.hits < 0 else -1
        start: int | Point = corners[0] if line.undercut else line.target
        torn = torn and len(corners) > 3
        while len(corners) > 3 and (torn or _to_be_cut(line)):
            piece, corners = corners[:2], corners[1:]
            joint = piece[1]
            self.joints.setdefault(joint, (line, owner))
            yield self._wire(line, piece, start, joint, owner)
            start = joint
        yield self._wire(line, corners, start, line.box, -1)

    def _wire(
        self,
        line: Line,
        points: Sequence[Point],
        start: int | Point,
        end: int | Point,
        owner: int,
    ) -> Wire:
        glued = self._end(start, points[0], points[1]), self._end(end, points[-1], points[-2])
        return Wire(line, tuple(points), *glued, owner)

    def _end(self, at: int | Point, point: Point, towards: Point) -> End | None:
        if not isinstance(at, int):
            return End(at, _side(point, towards))
        site = _site(self._boxes[at], point)
        if site is None:
            return None
        box, own = self._boxes[at], self.sites[at]
        known = [*MIDDLES, *own]
        for number, other in enumerate(known):
            if site.side == other.side and _near(box, site, other):
                return End(at, number)
        own.append(site)
        return End(at, len(known))


def _plain(line: Line) -> bool:
    return not line.cross and not line.undercut


def _to_be_cut(line: Line) -> bool:
    """Whether programs that route a line anew would draw it elsewhere."""
    corners = corners_of(line.points)
    stretches = len(corners) - 1
    if stretches <= 2:
        return False
    bent = bend(corners)
    if stretches > 3 or line.undercut or bent is None:
        return True
    length = bent.width
    return abs(bent.adjustments[0] / 100_000 - 0.5) * length > _HALF_WAY


def _side(point: Point, towards: Point) -> int:
    """On which side of a small shape at `point` a line leaves it."""
    across, down = towards[0] - point[0], towards[1] - point[1]
    if abs(across) > abs(down):
        return RIGHT if across > 0 else LEFT
    return BOTTOM if down > 0 else TOP


def _site(box: Box, point: Point) -> Site | None:
    """Where on the edge of a box a point lies."""
    x, y = point[0] - box.x, point[1] - box.y
    inside = -_NEAR <= x <= box.width + _NEAR and -_NEAR <= y <= box.height + _NEAR
    distances = (abs(y), abs(x), abs(y - box.height), abs(x - box.width))
    side = distances.index(min(distances))
    if not inside or distances[side] > _NEAR:
        return None
    across = min(max(x / box.width, 0), 1) if side in {TOP, BOTTOM} else float(side == RIGHT)
    down = min(max(y / box.height, 0), 1) if side in {LEFT, RIGHT} else float(side == BOTTOM)
    return Site(across, down, side)


def _near(box: Box, one: Site, other: Site) -> bool:
    aside = abs(one.across - other.across) * box.width
    return aside + abs(one.down - other.down) * box.height <= _NEAR
