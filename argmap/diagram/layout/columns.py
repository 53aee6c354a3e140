"""Which boxes stand above columns of their own, and what each column holds.

A box either has what hangs under it as an indented outline (a *stack*) or spreads it out in
columns. The contention always spreads; a reason whose outline would be taller than the picture
is meant to be spreads too, and so on downwards.
"""

from dataclasses import dataclass, field
from math import inf

from argmap.diagram.layout.measured import Measured

FOREST = -1
"""Stands for the box above several roots, which is not drawn."""

GUTTER = 10
"""Left of the boxes of a column that holds several, for the line that they share."""

_LEAST_SHARE = 3


@dataclass(slots=True)
class Column:
    """Boxes under one another, each with all that hangs under it."""

    members: list[int]
    undercuts: bool = False
    shared: bool = False
    """Whether a line runs down the left side of the column, with a branch to each member."""


@dataclass(slots=True)
class Spread:
    """A box above columns; the size is that of the whole, in points."""

    columns: list[Column]
    width: int = 0
    height: int = 0


@dataclass(slots=True)
class Plan:
    """How a measured tree is laid out when columns should be no taller than `tallest` points."""

    measured: Measured
    tallest: int
    spreads: dict[int, Spread] = field(default_factory=dict)
    same_below: float = inf
    """Up to this a larger `tallest` gives the same plan."""

    def __post_init__(self) -> None:
        self._spread_all()
        for place in reversed(list(self.spreads)):
            self._size(place)

    @property
    def top(self) -> int:
        """The box that all others hang under."""
        roots = self.measured.tree.roots
        return roots[0] if len(roots) == 1 else FOREST

    @property
    def extent(self) -> tuple[int, int]:
        """Width and height of the whole."""
        return self.width_of(self.top), self.height_of(self.top)

    def width_of(self, place: int) -> int:
        """Width of a box with all that hangs under it."""
        spread = self.spreads.get(place)
        return spread.width if spread else self.measured.extent[place]

    def height_of(self, place: int) -> int:
        """Height of a box with all that hangs under it."""
        spread = self.spreads.get(place)
        return spread.height if spread else self.measured.stack[place]

    def column_width(self, column: Column) -> int:
        """Width of a column with the line at its left."""
        return (GUTTER if column.shared else 0) + max(map(self.width_of, column.members))

    def top_height(self, place: int) -> int:
        """Height of the box that spreads, down to the top of its columns."""
        return (
            0 if place == FOREST else self.measured.wide_height(place) + self.measured.spacing.drop
        )

    def _spread_all(self) -> None:
        tree = self.measured.tree
        motion = tree.roots[0]
        pending = [(self.top, self.tallest)]
        while pending:
            place, tallest = pending.pop()
            hanging = tree.roots if place == FOREST else tree.children[place]
            undercuts = [] if place == FOREST else tree.undercuts[place]
            room = max(tallest - self.top_height(place), self.tallest // _LEAST_SHARE)
            columns, deeper = self._pack(hanging, room, motion)
            for column in columns:
                column.shared = len(column.members) > 1 and place != FOREST
            if undercuts:
                columns.insert(0, Column(undercuts, undercuts=True, shared=True))
            self.spreads[place] = Spread(columns)
            pending.extend((member, room) for member in reversed(deeper))

    def _pack(self, members: list[int], room: int, motion: int) -> tuple[list[Column], list[int]]:
        """Columns for these boxes in their order, and those of them that spread in turn."""
        gap = self.measured.spacing.gap
        columns: list[Column] = []
        deeper: list[int] = []
        free = 0
        lacking: float = inf
        for member in members:
            tall = self.measured.stack[member]
            below = self.measured.tree.children[member]
            if below and (tall > room or member == motion):
                if tall > room:
                    lacking = min(lacking, tall - room)
                columns.append(Column([member]))
                deeper.append(member)
                free = 0
            elif free >= gap + tall:
                columns[-1].members.append(member)
                free -= gap + tall
            else:
                if columns and columns[-1].members[-1] not in deeper[-1:]:
                    lacking = min(lacking, gap + tall - free)
                columns.append(Column([member]))
                free = room - tall
        self.same_below = min(self.same_below, self.tallest + lacking)
        return columns, deeper

    def _size(self, place: int) -> None:
        spread, spacing = self.spreads[place], self.measured.spacing
        widths = [self.column_width(column) for column in spread.columns]
        own = 0 if place == FOREST else self.measured.wide(place)
        spread.width = max(own, sum(widths) + spacing.between * (len(widths) - 1))
        tallest = max(
            (self._column_height(column) for column in spread.columns), default=-spacing.drop
        )
        spread.height = self.top_height(place) + tallest

    def _column_height(self, column: Column) -> int:
        return sum(map(self.height_of, column.members)) + self.measured.spacing.gap * (
            len(column.members) - 1
        )
