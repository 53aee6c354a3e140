"""The layouts `tree` (from top to bottom) and `lr` (from left to right): tidy trees.

Several widths of boxes are tried; the picture whose text is largest in the room wins.
"""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from argmap.diagram.layout.branches import LANE, Branches
from argmap.diagram.layout.contours import Packing, Shape
from argmap.diagram.layout.measured import BODY, Measured, Tree, even
from argmap.diagram.layout.placed import Layout, Placed, Point
from argmap.diagram.layout.spacing import ROOMY, SLIDE, Spacing
from argmap.diagram.view import View

_SMALL, _MIDDLING, _LARGE = 100, 300, 2000
"""Up to so many boxes several widths are tried; beyond, a single one."""

_MOTION_WIDER = 1.3
_WORD_ROOM = 10
_CORNER = 6


class Sideways:
    """A measured tree in its places, from left to right."""

    widths: ClassVar[Sequence[Sequence[int]]] = (
        range(60, 360, 10),
        range(120, 340, 20),
        (200, 260, 320),
        (240,),
    )
    """Widths of boxes to try, for small trees and for larger ones."""

    def __init__(self, measured: Measured) -> None:
        self.measured = measured
        self.tree = measured.tree
        self.width, self.height = self.sizes()
        self.packing = Packing(self.tree, self.shape())
        self.packing.pack_all()
        self.settle()
        self.corners = self.stand()
        self.left = min(x for x, _ in self.corners)
        self.top = min(y - over for (_, y), over in zip(self.corners, self._over(), strict=True))
        self.extent = self._extent()

    def layout(self) -> Layout:
        """All boxes and lines, from the left upper corner on."""
        measured, left, top = self.measured, self.left, self.top
        boxes = [
            Placed(
                *(x - left, y - top, width, self.height[place], measured.size(place)),
                measured.wrapped(place, width),
            )
            for place, ((x, y), width) in enumerate(zip(self.corners, self.width, strict=True))
        ]
        branches = Branches(self.packing)
        links = [
            tuple(self._moved(place, point) for point in points)
            for place, points in enumerate(branches.links)
        ]
        attacks = {place: self._moved(place, at) for place, at in branches.attacks.items()}
        return Layout(*self.extent, boxes, links, attacks)

    def sizes(self) -> tuple[list[int], list[int]]:
        """Width and height of each box; those of one level are equally wide."""
        measured, tree = self.measured, self.tree
        width = _widest_of_level(tree, self._natural())
        height = list(measured.height)
        for root in tree.roots:
            larger = measured.size(root) / BODY
            meant = _MOTION_WIDER * measured.column * larger**0.5
            needed = max(meant, (tree.least[root] + 2) * larger)
            width[root] = min(even(needed), measured.one_line(root))
            height[root] = measured.height_at(root, width[root])
        return width, height

    @staticmethod
    def least(tree: Tree, spacing: Spacing) -> Sequence[int]:  # noqa: ARG004 - others need it
        """How wide boxes must be; those of one level are equally wide."""
        return _widest_of_level(tree, tree.least)

    def shape(self) -> Shape:
        """The boxes seen in breadth and depth."""
        spacing = self.measured.spacing
        enter = [height // 2 for height in self.height]
        first = [min(_CORNER, middle) for middle in enter]
        gap, apart = spacing.gap, spacing.gap // 2
        return Shape(self.height, self.width, enter, first, gap, apart, spacing.drop, LANE)

    def settle(self) -> None:
        """Put the roots, and with them all, in their places."""
        for root in self.tree.roots:
            self.packing.pack(root)
        self.packing.side_by_side(self.tree.roots)
        self.packing.settle({root: self.packing.start[root] for root in self.tree.roots})

    def stand(self) -> list[Point]:
        """The left upper corner of each box."""
        return list(zip(self.packing.depth, self.packing.start, strict=True))

    def turn(self, place: int, point: Point) -> Point:  # noqa: ARG002 - two sides turn differently
        """A point of a box's link, given in breadth and depth, on the page."""
        return point[1], point[0]

    def beside(self, place: int) -> Point:
        """How much a box takes to its right and below it, with the lane for undercuts."""
        return self.width[place], self.height[place] + (LANE if self.tree.undercuts[place] else 0)

    def _natural(self) -> list[int]:
        """How wide boxes are once room right of their text is cut off."""
        measured, tree = self.measured, self.tree
        if measured.exact and len(tree.nodes) <= _LARGE:
            return [measured.natural(place) for place in range(len(tree.nodes))]
        return list(map(min, measured.width, tree.snug))

    def _over(self) -> list[int]:
        """How much the word above each box takes."""
        words = self.measured.spacing.words
        return [_WORD_ROOM if words and node.word else 0 for node in self.tree.nodes]

    def _moved(self, place: int, point: Point) -> Point:
        x, y = self.turn(place, point)
        return x - self.left, y - self.top

    def _extent(self) -> tuple[int, int]:
        right = bottom = 0
        for place, (x, y) in enumerate(self.corners):
            wide, high = self.beside(place)
            right, bottom = max(right, x + wide - self.left), max(bottom, y + high - self.top)
        return right, bottom


class Downwards(Sideways):
    """A measured tree in its places, from top to bottom."""

    widths = (range(60, 260, 10), range(70, 190, 20), (100, 130, 160), (110,))

    def sizes(self) -> tuple[list[int], list[int]]:
        """Width and height of each box; one with little text is as narrow as that."""
        measured, tree = self.measured, self.tree
        width = list(map(max, measured.least, map(min, measured.width, tree.snug)))
        height = list(measured.height)
        for root in tree.roots:
            width[root], height[root] = measured.wide(root), measured.wide_height(root)
        return width, height

    @staticmethod
    def least(tree: Tree, spacing: Spacing) -> Sequence[int]:
        """How wide boxes must be; a line comes in right of the word above a box."""
        if not spacing.words:
            return tree.least
        words = map(tree.beside_word, range(len(tree.nodes)))
        return [
            max(least, beside + _CORNER) for least, beside in zip(tree.least, words, strict=True)
        ]

    def shape(self) -> Shape:
        """The boxes seen in breadth and depth."""
        spacing = self.measured.spacing
        enter = [width // 2 for width in self.width]
        first = [min(_CORNER, middle) for middle in enter]
        if spacing.words:
            first = list(map(self.tree.beside_word, range(len(enter))))
            enter = list(map(max, enter, first))
        gap, apart = spacing.between, spacing.between // 4
        return Shape(self.width, self.height, enter, first, gap, apart, spacing.drop, LANE)

    def stand(self) -> list[Point]:
        """The left upper corner of each box."""
        return list(zip(self.packing.start, self.packing.depth, strict=True))

    def turn(self, place: int, point: Point) -> Point:  # noqa: ARG002 - as above
        """A point of a box's link, given in breadth and depth, on the page."""
        return point

    def beside(self, place: int) -> Point:
        """How much a box takes to its right and below it, with the lane for undercuts."""
        return self.width[place] + (LANE if self.tree.undercuts[place] else 0), self.height[place]


def tree(view: View, spacing: Spacing = ROOMY, room: tuple[int, int] = SLIDE) -> Layout:
    """Each box above the middle of what hangs under it.

    Takes time in proportion to the view's size.
    """
    return best(Downwards, view, spacing, room)


def lr(view: View, spacing: Spacing = ROOMY, room: tuple[int, int] = SLIDE) -> Layout:
    """Each box to the left of what hangs under it.

    Takes time in proportion to the view's size.
    """
    return best(Sideways, view, spacing, room)


def best(kind: type[Sideways], view: View, spacing: Spacing, room: tuple[int, int]) -> Layout:
    """The arrangement whose text is largest in the room."""
    boxes, even_columns = Tree(view), spacing._replace(indent=0)
    widths = _widths(kind, len(boxes.nodes))
    least = kind.least(boxes, spacing)

    def placed(width: int, *, exact: bool) -> Sideways:
        return kind(Measured(boxes, width, even_columns, room, exact=exact, least=least))

    def text_scale(width: int) -> float:
        wide, high = placed(width, exact=len(boxes.nodes) <= _SMALL).extent
        return min(room[0] / wide, room[1] / high)

    width = widths[0] if len(widths) == 1 else max(widths, key=text_scale)
    return placed(width, exact=True).layout()


def _widest_of_level(tree: Tree, widths: list[int]) -> list[int]:
    """For each box the width of the widest one that is as deep."""
    widest = [0] * (max(tree.depth) + 1)
    for depth, width in zip(tree.depth, widths, strict=True):
        widest[depth] = max(widest[depth], width)
    return [widest[depth] for depth in tree.depth]


def _widths(kind: type[Sideways], boxes: int) -> Sequence[int]:
    limits: Iterable[int] = (_SMALL, _MIDDLING, _LARGE)
    return kind.widths[sum(boxes > most for most in limits)]
