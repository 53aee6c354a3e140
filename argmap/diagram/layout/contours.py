"""Trees packed side by side as close as their outlines allow, each box above the middle of its own.

Nothing here knows which way a picture runs. *Breadth* is the direction in which siblings stand
beside one another, *depth* the one that leads away from the root. Each box has a strip before it,
where its line comes in; subtrees keep their distance at every depth at which both have something.
An outline is a chain of stretches from the root's strip downwards, each with its distance from
the one before, so that moving a subtree moves a single number. A stretch is passed once and then
hidden: packing takes time in proportion to the number of boxes (after Reingold and Tilford 1981,
and van der Ploeg 2014, doi 10.1002/spe.2213, for boxes of any size).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from argmap.diagram.layout.measured import Tree

_NONE = -1


@dataclass(slots=True)
class Shape:
    """The boxes of a tree and the distances between them, in points."""

    thick: list[int]
    """How much of the breadth each box takes."""
    deep: list[int]
    """How much of the depth."""
    enter: list[int]
    """Where the line of each comes in, from its start."""
    first: list[int]
    """The first place, from its start, where it could come in."""
    gap: int
    """Between siblings."""
    apart: int
    """More between others."""
    drop: int
    """From a box to those under it."""
    lane: int
    """Beside a box whose link is undercut, for the lines of the undercuts."""

    def stem(self, place: int) -> int:
        """Where the line to what hangs under a box leaves it, from its start."""
        return self.thick[place] // 2


@dataclass(slots=True)
class Side:
    """One side of an outline: where it begins and ends."""

    head: int
    first: int
    """Where the stretch at its head stands."""
    tail: int
    last: int

    def moved(self, by: int) -> "Side":
        """The same elsewhere."""
        return Side(self.head, self.first + by, self.tail, self.last + by)


class _Chain:
    """How the stretches of one side follow one another; each belongs to a single outline."""

    def __init__(self, size: int) -> None:
        self.after = [_NONE] * size
        self.step = [0] * size

    def join(self, side: Side, head: int, first: int) -> None:
        """Let an outline go on, past its end, with another stretch."""
        self.after[side.tail], self.step[side.tail] = head, first - side.last

    def put_before(self, side: Side, head: int, first: int) -> None:
        """Let an outline begin with another stretch."""
        self.after[head], self.step[head] = side.head, side.first - first
        side.head, side.first = head, first


class Packing:
    """Where the boxes of a tree stand; `start` is relative to the parent until `settle`."""

    def __init__(self, tree: Tree, shape: Shape) -> None:
        nodes = len(tree.nodes)
        self.tree = tree
        self.shape = shape
        self.start = [0] * nodes
        self.depth = [0] * nodes
        for place, node in enumerate(tree.nodes):
            if node.parent >= 0:
                above = node.parent
                self.depth[place] = self.depth[above] + shape.deep[above] + shape.drop
        self._end = [at + deep for at, deep in zip(self.depth, shape.deep, strict=True)]
        self._end += [end + shape.drop for end in self._end]
        self._near, self._far = _Chain(2 * nodes), _Chain(2 * nodes)
        self._outlines: dict[int, tuple[Side, Side]] = {}

    def pack_all(self) -> None:
        """Pack what hangs under each box, except for roots."""
        for place in range(len(self.start) - 1, -1, -1):
            if self.tree.nodes[place].parent >= 0:
                self.pack(place)

    def pack(self, place: int) -> None:
        """Pack what hangs under a box, all of which is packed already."""
        shape, reasons, undercuts = (
            self.shape,
            self.tree.children[place],
            self.tree.undercuts[place],
        )
        thick = shape.thick[place] + (shape.lane if undercuts else 0)
        near, far = Side(place, 0, place, 0), Side(place, thick, place, thick)
        if reasons or undercuts:
            near, far = self.side_by_side([*reasons, *undercuts])
            middle = self.middle(reasons or undercuts) - shape.stem(place)
            near, far = near.moved(-middle), far.moved(-middle)
            for member in chain(reasons, undercuts):
                self.start[member] -= middle
            if undercuts:
                strip = len(self.start) + place
                self._near.put_before(near, strip, min(near.first, 0))
                self._far.put_before(far, strip, max(far.first, thick))
            self._near.put_before(near, place, 0)
            self._far.put_before(far, place, thick)
        self._outlines[place] = near, far

    def middle(self, members: Sequence[int]) -> int:
        """Halfway between the lines of the first and the last of packed siblings."""
        first, last = members[0], members[-1]
        enter = self.shape.enter
        return (self.start[first] + enter[first] + self.start[last] + enter[last]) // 2

    def side_by_side(self, members: Sequence[int]) -> tuple[Side, Side]:
        """Put packed subtrees beside one another, the first at 0; both sides of their outline."""
        near, far = self._outlines.pop(members[0])
        self.start[members[0]] = 0
        for member in members[1:]:
            left, right = self._outlines.pop(member)
            by, reached, other = self._distance(far, left)
            self.start[member] = by
            right = right.moved(by)
            if other[0] >= 0:
                self._near.join(near, other[0], other[1] + by)
                near.tail, near.last = left.tail, left.last + by
            elif reached[0] >= 0:
                self._far.join(right, *reached)
                right.tail, right.last = far.tail, far.last
            far = right
        return near, far

    def settle(self, offsets: dict[int, int]) -> None:
        """Turn `start` from relative to the parent to absolute, from those of some boxes on."""
        start = self.start
        for place, node in enumerate(self.tree.nodes):
            start[place] = offsets[place] if place in offsets else start[place] + start[node.parent]

    def _distance(self, far: Side, near: Side) -> tuple[int, tuple[int, int], tuple[int, int]]:
        """How far `near` has to be moved; then what is left of either below the other's end."""
        end, after, step = self._end, self._far.after, self._far.step
        next_after, next_step = self._near.after, self._near.step
        one, x, other, y = far.head, far.first, near.head, near.first
        most = x - y - self.shape.apart
        while one >= 0 and other >= 0:
            if x - y > most and (one != far.head or other != near.head):
                most = x - y
            low, high = end[one], end[other]
            if low <= high:
                x += step[one]
                one = after[one]
            if high <= low:
                y += next_step[other]
                other = next_after[other]
        return most + self.shape.gap + self.shape.apart, (one, x), (other, y)
