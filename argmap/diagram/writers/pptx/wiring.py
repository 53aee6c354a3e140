"""Which lines are glued to which shapes, and where.

A line with one or two stretches, or with three of which the second is half-way, is one connector:
every program draws these alike when it routes them anew. Others are cut at their first turns.
There a small joint is put, which belongs to the box above, so that the line follows both boxes.
Where a line meets a box elsewhere than in the middle of a side, it is glued to a port of the box.
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
"""The sites of a rectangle: the middles of its sides."""


class Port(NamedTuple):
    """A place on the edge of a box where a line meets it, other than the middle of a side."""

    box: int
    point: Point


class End(NamedTuple):
    """What a wire is glued to: a box by its index, a port, or what stands at a point; and where."""

    at: int | Port | Point
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
        self.ports: dict[Port, None] = {}
        """All ports, each once."""
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
        box = self._boxes[at]
        side = _edge(box, point)
        if side is None:
            return None
        x, y = _middle(box, side)
        if abs(point[0] - x) + abs(point[1] - y) <= _NEAR:
            return End(at, side)
        port = Port(at, point)
        self.ports[port] = None
        return End(port, side)


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


def _edge(box: Box, point: Point) -> int | None:
    """On which side of a box a point lies."""
    x, y = point[0] - box.x, point[1] - box.y
    inside = -_NEAR <= x <= box.width + _NEAR and -_NEAR <= y <= box.height + _NEAR
    distances = (abs(y), abs(x), abs(y - box.height), abs(x - box.width))
    side = distances.index(min(distances))
    return side if inside and distances[side] <= _NEAR else None


def _middle(box: Box, side: int) -> Point:
    if side in {LEFT, RIGHT}:
        return box.x + (box.width if side == RIGHT else 0), box.y + box.height / 2
    return box.x + box.width / 2, box.y + (box.height if side == BOTTOM else 0)
