"""The layout `two-sided`: the contention in the middle, what supports it right, the rest left."""

from argmap.diagram.layout.branches import LANE
from argmap.diagram.layout.placed import Layout, Point
from argmap.diagram.layout.spacing import ROOMY, SLIDE, Spacing
from argmap.diagram.layout.tidy import Sideways, best
from argmap.diagram.view import Kind, View


class TwoSided(Sideways):
    """A measured tree in its places, to both sides of its roots, which stand in the middle."""

    def settle(self) -> None:
        """Pack each side of each root around its middle; pictures of roots stand in a column."""
        self._root_of, self._leftwards = self._sides()
        packing, offsets = self.packing, dict[int, int]()
        for root in self.tree.roots:
            offsets[root] = -packing.shape.stem(root)
            heads = self.tree.children[root]
            for leftwards in (False, True):
                side = [head for head in heads if self._leftwards[head] is leftwards]
                if side:
                    packing.side_by_side(side)
                    middle = packing.middle(side)
                    offsets |= {head: packing.start[head] - middle for head in side}
        packing.settle(offsets)
        self._stack_roots()

    def stand(self) -> list[Point]:
        """The left upper corner of each box."""
        return [
            (-end if leftwards else depth, start)
            for depth, end, start, leftwards in zip(
                map(self._from_middle, range(len(self.width))),
                map(self._end_from_middle, range(len(self.width))),
                self.packing.start,
                self._leftwards,
                strict=True,
            )
        ]

    def turn(self, place: int, point: Point) -> Point:
        """A point of a box's link, given in breadth and depth, on the page."""
        across = point[1] - self.width[self._root_of[place]] // 2
        return (-across if self._leftwards[place] else across), point[0]

    def _from_middle(self, place: int) -> int:
        return self.packing.depth[place] - self.width[self._root_of[place]] // 2

    def _end_from_middle(self, place: int) -> int:
        return self._from_middle(place) + self.width[place]

    def _sides(self) -> tuple[list[int], list[bool]]:
        """The root of each box, and whether it stands left of it."""
        root_of: list[int] = []
        leftwards: list[bool] = []
        for place, node in enumerate(self.tree.nodes):
            if node.parent < 0:
                root_of.append(place)
                leftwards.append(False)
                continue
            root_of.append(root_of[node.parent])
            head = self.tree.nodes[node.parent].parent < 0
            leftwards.append(node.kind is not Kind.SUPPORT if head else leftwards[node.parent])
        return root_of, leftwards

    def _stack_roots(self) -> None:
        start, height, roots = self.packing.start, self.height, self.tree.roots
        first, last = dict.fromkeys(roots, 0), dict.fromkeys(roots, 0)
        for place, root in enumerate(self._root_of):
            lane = LANE if self.tree.undercuts[place] else 0
            first[root] = min(first[root], start[place])
            last[root] = max(last[root], start[place] + height[place] + lane)
        at, moved = 0, dict[int, int]()
        for root in roots:
            moved[root] = at - first[root]
            at += last[root] - first[root] + 2 * self.measured.spacing.gap
        for place, root in enumerate(self._root_of):
            start[place] += moved[root]


def two_sided(view: View, spacing: Spacing = ROOMY, room: tuple[int, int] = SLIDE) -> Layout:
    """What supports the contention at its right, what rebuts it at its left.

    Takes time in proportion to the view's size.
    """
    return best(TwoSided, view, spacing, room)
