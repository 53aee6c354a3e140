"""The layout: contention on top, reasons as column heads, the rest as outlines under them.

Many widths and heights of columns are tried; the picture whose text is largest once it fills a
wide slide wins. The lines run in the gaps between boxes, so that none crosses a box.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.diagram.columns import BETWEEN, FOREST, GUTTER, Column, Plan
from argmap.diagram.tree import GAP, INDENT, PAD_Y, Measured, Tree, leading
from argmap.diagram.view import View

Point = tuple[float, float]

SLIDE = (888.0, 454.0)
"""Width and height, in points, of a 13.33 x 7.5 inch slide inside its margins and title."""

_WIDTHS = tuple(range(110, 331, 20))
_SHAPES = (0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.35, 1.5, 1.75, 2.0, 2.5)
_TRY_ALL_BELOW = 300
_EVERY = 4

_BUS = 8.0
"""From a box down to the line that its columns share."""

_ATTACK = 5.0
"""From there down to the point where an undercut meets the link of a column head."""

_TRUNK = 8.0
"""From the left edge of a box to the line that runs down from it."""


@dataclass(slots=True)
class Placed:
    """One box: its left upper corner, its size, and the lines of text in each cell."""

    x: float
    y: float
    width: float
    height: float
    cells: list[list[str]]


@dataclass(slots=True)
class Layout:
    """Everything placed, in points from the left upper corner."""

    width: float
    height: float
    boxes: list[Placed]
    links: list[list[Point]]
    """For each box the line of its link, from the box above (or the attacked link); else empty."""
    attacks: dict[int, Point]
    """For each box whose link is undercut, the point on the link where that happens."""


def hang(view: View) -> Layout:
    """Lay out a view. Takes time and memory in proportion to its size."""
    if not view.nodes:
        return Layout(0.0, 0.0, [], [], {})
    tree = Tree(view)
    best = max(_plans(tree), key=_text_scale)
    exact = Measured(tree, best.measured.width, exact=True)
    return _Placer(Plan(exact, best.tallest)).layout()


def _text_scale(plan: Plan) -> float:
    return min(SLIDE[0] / plan.width_of(plan.top), SLIDE[1] / plan.height_of(plan.top))


def _plans(tree: Tree) -> Iterator[Plan]:
    widths = _WIDTHS if len(tree.nodes) < _TRY_ALL_BELOW else _WIDTHS[1::_EVERY]
    for width in widths:
        measured = Measured(tree, float(width))
        length = sum(measured.stack[root] for root in tree.roots)
        ideal = (length * (width + BETWEEN) * SLIDE[1] / SLIDE[0]) ** 0.5
        for shape in _SHAPES:
            yield Plan(measured, ideal * shape)


class _Placer:
    """Walks a plan from the top and gives every box and line its place."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.measured = plan.measured
        self.tree = plan.measured.tree
        nodes = len(self.tree.nodes)
        self.corner: list[Point] = [(0.0, 0.0)] * nodes
        self.boxes: list[Placed] = []
        self.links: list[list[Point]] = [[] for _ in range(nodes)]
        self.attacks: dict[int, Point] = {}

    def layout(self) -> Layout:
        """Place all; a box knows its corner before its turn comes."""
        plan = self.plan
        if plan.top == FOREST:
            self._place_columns(FOREST, None)
        for place in range(len(self.tree.nodes)):
            self.boxes.append(self._box(place))
            if place in plan.spreads:
                self._place_columns(place, self.boxes[place])
            else:
                self._place_stack(place)
        width, height = plan.width_of(plan.top), plan.height_of(plan.top)
        return Layout(width, height, self.boxes, self.links, self.attacks)

    def _box(self, place: int) -> Placed:
        measured = self.measured
        spreads = place in self.plan.spreads
        width = measured.wide(place) if spreads else measured.narrow(self.tree.depth[place])
        height = measured.wide_height(place) if spreads else measured.height[place]
        y = self.corner[place][1]
        return Placed(self._left(place), y, width, height, measured.wrapped(place, width))

    def _left(self, place: int) -> float:
        """Where a box begins: centred above its columns, if it has any."""
        x = self.corner[place][0]
        if place not in self.plan.spreads:
            return x
        return x + (self.plan.width_of(place) - self.measured.wide(place)) / 2

    def _middle(self, place: int) -> float:
        """Where the line from above comes in at the top of a box."""
        spreads = place in self.plan.spreads
        depth = self.tree.depth[place]
        width = self.measured.wide(place) if spreads else self.measured.narrow(depth)
        return self._left(place) + width / 2

    def _place_stack(self, place: int) -> None:
        box = self.boxes[place]
        x, y = self.corner[place]
        trunk, below = x + _TRUNK, box.y + box.height
        y = below
        for member in self.tree.children[place]:
            y += GAP
            self._enter_side(member, (x + INDENT, y), [(trunk, below)])
            y += self.plan.height_of(member)
        for member in self.tree.undercuts[place]:
            y += GAP
            self._enter_attack(member, (x + INDENT, y), place)
            y += self.plan.height_of(member)

    def _place_columns(self, place: int, box: Placed | None) -> None:
        plan = self.plan
        spread = plan.spreads[place]
        x, y = self.corner[place] if box else (0.0, 0.0)
        widths = [plan.column_width(column) for column in spread.columns]
        x += (spread.width - sum(widths) - BETWEEN * (len(widths) - 1)) / 2
        y += plan.top_height(place)
        for column, width in zip(spread.columns, widths, strict=True):
            if column.undercuts:
                self._fill_undercuts(column, (x, y), place)
            else:
                self._fill(column, (x, y), box)
            x += width + BETWEEN

    def _fill(self, column: Column, corner: Point, box: Placed | None) -> None:
        x, y = corner
        start: list[Point] = []
        if box:
            middle, below = box.x + box.width / 2, box.y + box.height
            start = [(middle, below), (middle, below + _BUS)]
        for member in column.members:
            if not box:
                self.corner[member] = (x + GUTTER if column.shared else x, y)
            elif column.shared:
                trunk = [*start, (x, start[-1][1])]
                self._enter_side(member, (x + GUTTER, y), trunk)
            else:
                self._enter_top(member, (x, y), start)
            y += self.plan.height_of(member) + GAP

    def _fill_undercuts(self, column: Column, corner: Point, place: int) -> None:
        x, y = corner
        for member in column.members:
            self._enter_attack(member, (x + GUTTER, y), place)
            y += self.plan.height_of(member) + GAP

    def _enter_side(self, member: int, corner: Point, trunk: list[Point]) -> None:
        """Branch off a line that runs down at the left."""
        self.corner[member] = corner
        height = self._first_line(member)
        self.links[member] = [*trunk, (trunk[-1][0], height), (self._left(member), height)]
        if self.tree.undercuts[member]:
            self.attacks[member] = (corner[0] - GUTTER / 2, height)

    def _enter_top(self, member: int, corner: Point, start: list[Point]) -> None:
        """Come down from the line that the columns share."""
        self.corner[member] = corner
        middle, bus = self._middle(member), start[-1][1]
        self.links[member] = [*start, (middle, bus), (middle, corner[1])]
        if self.tree.undercuts[member]:
            self.attacks[member] = (middle, bus + _ATTACK)

    def _enter_attack(self, member: int, corner: Point, attacked: int) -> None:
        """Come from the link above, down along the left of the box that it starts from."""
        self.corner[member] = corner
        height = self._first_line(member)
        attack = self.attacks[attacked]
        side = self.corner[attacked][0] - GUTTER / 2
        self.links[member] = [
            attack,
            (side, attack[1]),
            (side, height),
            (self._left(member), height),
        ]
        if self.tree.undercuts[member]:
            self.attacks[member] = (corner[0] - GUTTER / 2, height)

    def _first_line(self, member: int) -> float:
        """Height at which a line meets the left side of a box."""
        return self.corner[member][1] + PAD_Y + leading(self.tree.nodes[member]) / 2
