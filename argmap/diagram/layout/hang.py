"""The layout: contention on top, reasons as column heads, the rest as outlines under them.

Many widths and heights of columns are tried; the picture whose text is largest once it fills a
wide slide wins. The lines run in the gaps between boxes, so that none crosses a box.
"""

from collections.abc import Iterable, Iterator

from argmap.diagram.layout.columns import FOREST, GUTTER, Column, Plan
from argmap.diagram.layout.measured import Measured, Tree, frame
from argmap.diagram.layout.placed import Layout, Placed, Point
from argmap.diagram.layout.spacing import ROOMY, SLIDE, Spacing
from argmap.diagram.view import View

_SHAPES = tuple(step / 10 for step in range(5, 25))
_SEARCHES = ((100, range(100, 350, 10)), (300, range(120, 320, 20)))
"""Up to so many boxes: the column widths that are tried, each with all shapes."""

_ROUGH_WIDTHS = (110, 140, 170, 210, 260)
_ROUGH_SHAPES = (0.6, 0.8, 1.0, 1.3, 1.7, 2.2)
"""What is tried to learn quickly how large text becomes, or a little less."""

_NEAR_WIDTHS = (-8, -6, -4, -2, 0, 2, 4, 6, 8)
_NEAR_SHAPES = (0.94, 0.97, 1, 1.03, 1.06)
"""What is tried around the best of these."""

_LARGE_WIDTH = 200
_LARGE_SHAPES = (0.8, 0.95, 1.1, 1.25, 1.45, 1.7, 2.1)
"""For larger pictures, which no slide holds: shapes are heights relative to the ideal."""

_BUS = 8
"""From a box down to the line that its columns share."""

_ATTACK = 4
"""From there down to the point where an undercut meets the link of a column head."""

_NEARLY = 8
"""Up to this a line moves at the top of a box, to be straight."""


def hang(view: View, spacing: Spacing = ROOMY, room: tuple[int, int] = SLIDE) -> Layout:
    """The arrangement whose text is largest in a `room` of that shape.

    Takes time in proportion to the view's size.
    """
    return _Placer(_best_plan(view, spacing, room)).layout()


def rough_scale(view: View, spacing: Spacing, room: tuple[int, int]) -> float:
    """How much `hang` can be enlarged in a room at least: it nearly always finds a little more."""
    tree = Tree(view)
    measured = (Measured(tree, width, spacing, room) for width in _ROUGH_WIDTHS)
    return max(_text_scale(plan) for each in measured for plan in _shaped(each, _ROUGH_SHAPES))


def _best_plan(view: View, spacing: Spacing, room: tuple[int, int]) -> Plan:
    tree = Tree(view)
    for most, widths in _SEARCHES:
        if len(tree.nodes) <= most:
            best = max(_plans(tree, widths, spacing, room), key=_text_scale)
            if most == _SEARCHES[0][0]:
                best = max([best, *_near(best)], key=_text_scale)
            exact = Measured(tree, best.measured.column, spacing, room, exact=True)
            return Plan(exact, best.tallest)
    measured = Measured(tree, _LARGE_WIDTH, spacing, room, exact=True)
    return max(_shaped(measured, _LARGE_SHAPES), key=_text_scale)


def _text_scale(plan: Plan) -> float:
    width, height = plan.extent
    room = plan.measured.room
    return min(room[0] / width, room[1] / height)


def _plans(
    tree: Tree, widths: Iterable[int], spacing: Spacing, room: tuple[int, int]
) -> Iterator[Plan]:
    for width in widths:
        yield from _shaped(Measured(tree, width, spacing, room), _SHAPES)


def _near(plan: Plan) -> Iterator[Plan]:
    """Plans that differ little from one that is good."""
    measured = plan.measured
    for more in _NEAR_WIDTHS:
        width = measured.column + more
        varied = Measured(measured.tree, width, measured.spacing, measured.room)
        yield from _differing(varied, (int(plan.tallest * shape) for shape in _NEAR_SHAPES))


def _shaped(measured: Measured, shapes: Iterable[float]) -> Iterator[Plan]:
    ideal = measured.ideal_height()
    yield from _differing(measured, (int(ideal * shape) for shape in shapes))


def _differing(measured: Measured, heights: Iterable[int]) -> Iterator[Plan]:
    """A plan for each of these heights, in rising order, but none that is like the one before."""
    same_below = 0.0
    for tallest in heights:
        if tallest >= same_below:
            plan = Plan(measured, tallest)
            same_below = plan.same_below
            yield plan


class _Placer:
    """Walks a plan from the top; a box knows its corner before its turn comes."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.measured = plan.measured
        self.spacing = plan.measured.spacing
        self.tree = plan.measured.tree
        nodes = len(self.tree.nodes)
        self.corner: list[Point] = [(0, 0)] * nodes
        self.boxes: list[Placed] = []
        self.links: list[tuple[Point, ...]] = [()] * nodes
        self.attacks: dict[int, Point] = {}

    def layout(self) -> Layout:
        """Place all; parents come before what hangs under them."""
        if self.plan.top == FOREST:
            self._place_columns(FOREST, None)
        for place in range(len(self.tree.nodes)):
            self.boxes.append(self._box(place))
            if place in self.plan.spreads:
                self._place_columns(place, self.boxes[place])
            else:
                self._place_stack(place)
        return Layout(*self.plan.extent, self.boxes, self.links, self.attacks)

    def _box(self, place: int) -> Placed:
        measured = self.measured
        width = self._width(place)
        spreads = place in self.plan.spreads
        height = measured.wide_height(place) if spreads else measured.height[place]
        x, y = self._left(place), self.corner[place][1]
        return Placed(x, y, width, height, measured.size(place), measured.wrapped(place, width))

    def _width(self, place: int) -> int:
        spreads = place in self.plan.spreads
        return self.measured.wide(place) if spreads else self.measured.width[place]

    def _left(self, place: int) -> int:
        """Where a box begins: centred above its columns, if it has any."""
        x = self.corner[place][0]
        if place not in self.plan.spreads:
            return x
        return x + (self.plan.width_of(place) - self.measured.wide(place)) // 2

    def _middle(self, place: int) -> int:
        """Where the line from above comes in at the top of a box."""
        return max(self._left(place) + self._width(place) // 2, self._beside_word(place))

    def _beside_word(self, place: int) -> int:
        """Where a line can first come in at the top of a box without touching its word."""
        word = self.tree.beside_word(place) if self.spacing.words else 0
        return self._left(place) + min(word, self._width(place))

    def _place_stack(self, place: int) -> None:
        box = self.boxes[place]
        x, y = self.corner[place]
        gap, indent = self.spacing.gap, self.spacing.indent
        trunk, below = x + indent - GUTTER, box.y + box.height
        y = below
        for member in self.tree.children[place]:
            y += gap
            self._enter_side(member, (x + indent, y), [(trunk, below)])
            y += self.plan.height_of(member)
        for member in self.tree.undercuts[place]:
            y += gap
            self._enter_attack(member, (x + indent, y), place)
            y += self.plan.height_of(member)

    def _place_columns(self, place: int, box: Placed | None) -> None:
        plan = self.plan
        spread = plan.spreads[place]
        x, y = self.corner[place] if box else (0, 0)
        widths = [plan.column_width(column) for column in spread.columns]
        between = self.spacing.between
        x += (spread.width - sum(widths) - between * (len(widths) - 1)) // 2
        y += plan.top_height(place)
        for column, width in zip(spread.columns, widths, strict=True):
            if column.undercuts:
                self._fill_undercuts(column, (x, y), place)
            else:
                self._fill(column, (x, y), box)
            x += width + between

    def _fill(self, column: Column, corner: Point, box: Placed | None) -> None:
        x, y = corner
        start: list[Point] = []
        if box:
            middle, below = box.x + box.width // 2, box.y + box.height
            start = [(middle, below), (middle, below + _BUS)]
        for member in column.members:
            if not box:
                self.corner[member] = (x, y)
            elif column.shared:
                trunk = [*start, (x, start[-1][1])]
                self._enter_side(member, (x + GUTTER, y), trunk)
            else:
                self._enter_top(member, (x, y), start)
            y += self.plan.height_of(member) + self.spacing.gap

    def _fill_undercuts(self, column: Column, corner: Point, place: int) -> None:
        x, y = corner
        for member in column.members:
            self._enter_attack(member, (x + GUTTER, y), place)
            y += self.plan.height_of(member) + self.spacing.gap

    def _enter_side(self, member: int, corner: Point, trunk: list[Point]) -> None:
        """Branch off a line that runs down at the left."""
        self.corner[member] = corner
        height = self._first_line(member)
        self.links[member] = (*trunk, (trunk[-1][0], height), (self._left(member), height))
        if self.tree.undercuts[member]:
            self.attacks[member] = (corner[0] - GUTTER // 2, height)

    def _enter_top(self, member: int, corner: Point, start: list[Point]) -> None:
        """Come down from the line that the columns share."""
        self.corner[member] = corner
        middle, (line, bus) = self._middle(member), start[-1]
        straight = abs(line - middle) <= _NEARLY and line >= self._beside_word(member)
        middle = line if straight else middle
        way = start[:1] if straight else [*start, (middle, bus)]
        self.links[member] = (*way, (middle, corner[1]))
        if self.tree.undercuts[member]:
            self.attacks[member] = (middle, bus + _ATTACK)

    def _enter_attack(self, member: int, corner: Point, attacked: int) -> None:
        """Come from the link above, down along the left of the box that it starts from."""
        self.corner[member] = corner
        height = self._first_line(member)
        attack = self.attacks[attacked]
        side = self.corner[attacked][0] - GUTTER // 2
        turn = (side, attack[1])
        self.links[member] = (attack, turn, (side, height), (self._left(member), height))
        if self.tree.undercuts[member]:
            self.attacks[member] = (corner[0] - GUTTER // 2, height)

    def _first_line(self, member: int) -> int:
        """Height at which a line meets the left side of a box."""
        around = frame(self.measured.size(member))
        return self.corner[member][1] + around.edge + around.leading // 2
