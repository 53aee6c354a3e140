"""The lines of packed boxes, in breadth and depth; whoever calls turns them his way.

They run in the strips before boxes and in the lanes beside them, so that none crosses a box or
another line.
"""

from argmap.diagram.layout.contours import Packing
from argmap.diagram.layout.placed import Point

LANE = 10
"""Beside a box whose link is undercut, for the lines of the undercuts."""

_BUS = 8
"""From a box to the line that those under it share."""

_UNDERCUT_BUS = 4
"""The same for the undercuts of its link: nearer, so that the two do not cross."""

_ATTACK = 12
"""From a box to the points where the links of those under it are attacked."""

_NEARLY = 8
"""Up to this a line moves at the side of a box, to be straight."""


class Branches:
    """Lines between boxes whose places are settled."""

    def __init__(self, packing: Packing) -> None:
        self._packing = packing
        self._tree = packing.tree
        self.links: list[tuple[Point, ...]] = [()] * len(packing.start)
        """For each box its link, as (breadth, depth)."""
        self.attacks: dict[int, Point] = {}
        """Where links are undercut."""
        for place in range(len(packing.start)):
            self._draw_reasons(place)
            self._draw_undercuts(place)

    def _entry(self, place: int, line: int) -> int:
        """Where a line comes in: straight if it nearly does."""
        start, shape = self._packing.start[place], self._packing.shape
        at = start + shape.enter[place]
        return line if abs(line - at) <= _NEARLY and line >= start + shape.first[place] else at

    def _base(self, place: int) -> int:
        return self._packing.depth[place] + self._packing.shape.deep[place]

    def _draw_reasons(self, place: int) -> None:
        stem, base = self._packing.start[place] + self._packing.shape.stem(place), self._base(place)
        bus = base + _BUS
        for member in self._tree.children[place]:
            at, top = self._entry(member, stem), self._packing.depth[member]
            bend = () if at == stem else ((stem, bus), (at, bus))
            self.links[member] = ((stem, base), *bend, (at, top))
            if self._tree.undercuts[member]:
                self.attacks[member] = (at, base + _ATTACK)

    def _draw_undercuts(self, place: int) -> None:
        undercuts = self._tree.undercuts[place]
        if not undercuts:
            return
        attack, base = self.attacks[place], self._base(place)
        lane = self._packing.start[place] + self._packing.shape.thick[place] + LANE // 2
        turn = (lane, attack[1])
        for member in undercuts:
            at, top = self._entry(member, lane), self._packing.depth[member]
            bend = () if at == lane else ((lane, base + _UNDERCUT_BUS), (at, base + _UNDERCUT_BUS))
            self.links[member] = (attack, turn, *bend, (at, top))
            if self._tree.undercuts[member]:
                self.attacks[member] = (at, base + _ATTACK)
