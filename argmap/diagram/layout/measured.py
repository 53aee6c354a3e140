"""The boxes of a view, measured: how high each is at a given width, and how tall what hangs on it.

Lengths are whole points and widths even, so edges and middles are crisp and files short. Nodes
are indexed as in the view: counting up visits parents first and counting down children first, so
no walk needs recursion.
"""

from collections.abc import Sequence
from functools import cached_property, lru_cache
from math import ceil
from typing import NamedTuple

from argmap.diagram.layout.spacing import ROOMY, SLIDE, Spacing
from argmap.diagram.lettering import metrics
from argmap.diagram.lettering.fonts import Weight
from argmap.diagram.view import Kind, View

BODY = 12
"""Size of the text in boxes; everything else is drawn in proportion to it."""

SEPARATOR = 12
"""Height of the rule between joint premises."""

_WORD = 7.5
_BESIDE_WORD = 5

_LEAST = 50
_LONGEST_WORD = 10
"""In em; words are cut that are longer than this and longer than their box is wide."""

_WIDER = 1.8
_MOTION_WIDER = 2.6
_NARROWEST = 0.6
_MOTION_SHARE = 0.0135
_MOTION_SIZES = (15, 40)


class Frame(NamedTuple):
    """What surrounds text of one size in its box."""

    leading: int
    """From one line to the next."""
    ascent: int
    """From the top of a line to its baseline."""
    stripe: int
    """Width of the stripe that carries the sign."""
    side: int
    """Space at the left and right of the text."""
    edge: int
    """Space above and below it."""


@lru_cache(maxsize=64)
def frame(size: int) -> Frame:
    """The frame for text of this size."""
    return Frame(
        leading=round(size * 1.17),
        ascent=round(size * 0.93),
        stripe=2 * round(size * 0.58),
        side=round(size * 0.42),
        edge=size // 4,
    )


_AROUND = frame(BODY).stripe + 2 * frame(BODY).side + 1


class Tree:
    """A view's boxes with the widths of their words, which no layout changes.

    At the top of a page the link that an undercut attacks is not drawn; there the undercut hangs
    under the box like everything else.
    """

    def __init__(self, view: View) -> None:
        self.nodes = view.nodes
        self.children: list[list[int]] = [[] for _ in view.nodes]
        self.undercuts: list[list[int]] = [[] for _ in view.nodes]
        self.roots: list[int] = []
        self.depth: list[int] = []
        for place, node in enumerate(view.nodes):
            self.depth.append(0 if node.parent < 0 else self.depth[node.parent] + 1)
            if node.parent < 0:
                self.roots.append(place)
            elif node.kind is Kind.UNDERCUT and view.nodes[node.parent].parent >= 0:
                self.undercuts[node.parent].append(place)
            else:
                self.children[node.parent].append(place)

    @cached_property
    def words(self) -> list[list[list[float]]]:
        """For each cell of each box the widths of its words in em."""
        found = []
        for place, node in enumerate(self.nodes):
            size_of = metrics.ruler(self.weight(place)).__getitem__
            found.append([list(map(size_of, cell.text.split(" "))) for cell in node.cells])
        return found

    @cached_property
    def least(self) -> list[int]:
        """For each box how wide it must be so that no word is cut.

        Words that are too long for most boxes do not count.
        """
        return list(map(_least, self.words))

    def least_of(self, place: int) -> int:
        """The same for one box, where no other is asked about."""
        size_of = metrics.ruler(self.weight(place)).__getitem__
        texts = (cell.text for cell in self.nodes[place].cells)
        return _least([list(map(size_of, text.split(" "))) for text in texts])

    @cached_property
    def snug(self) -> list[int]:
        """For each box, but for roots, how wide it is with every text on one line."""
        bold, space = metrics.ruler(Weight.MEDIUM), metrics.ruler().space
        found = []
        for node, cells in zip(self.nodes, self.words, strict=True):
            longest = max([sum(sizes) + space * (len(sizes) - 1) for sizes in cells])
            more = bold[node.more] if node.more else 0
            found.append(max(_LEAST, even(BODY * max(longest, more) + _AROUND)))
        return found

    def beside_word(self, place: int) -> int:
        """How far from its left side a line can come down to a box without touching its word."""
        word = self.nodes[place].word
        return even(_WORD * metrics.width(word, Weight.MEDIUM) + _BESIDE_WORD)

    def one_line(self, place: int) -> float:
        """Length of a box's longest cell on one line, in em."""
        weight = self.weight(place)
        return max(metrics.width(cell.text, weight) for cell in self.nodes[place].cells)

    def weight(self, place: int) -> Weight:
        """Roots are set in a heavier weight."""
        return Weight.REGULAR if self.depth[place] else Weight.MEDIUM


class Measured:
    """A tree whose columns are `width` wide.

    Deeper boxes are indented and keep the right edge of their column, down to a least width;
    no box is narrower than its longest word, or than `least` says.
    Measuring is quick unless `exact`: then the text is really wrapped, and kept.
    """

    def __init__(
        self,
        tree: Tree,
        width: int,
        spacing: Spacing = ROOMY,
        room: tuple[int, int] = SLIDE,
        *,
        exact: bool = False,
        least: Sequence[int] = (),
    ) -> None:
        self.tree = tree
        self.exact = exact
        self.least = least or ([] if exact else tree.least)
        self.spacing = spacing
        self.room = room
        self._wide_heights: dict[int, int] = {}
        self._one_line: dict[int, int] = {}
        self._wrapped: dict[tuple[int, int, int], list[list[str]]] = {}
        self._motion_size = BODY
        self.column = width
        narrow = [
            max(width - (depth - 1) * spacing.indent, even(width * _NARROWEST))
            for depth in range(max(tree.depth) + 1)
        ]
        self.width = [narrow[depth] for depth in tree.depth]
        if least or not exact:
            self.width = list(map(max, self.width, self.least))
        """Width of each box in an outline."""
        self.height = self._heights()
        self._motion_size = self._prominent()
        for root in tree.roots:
            self.height[root] = self.height_at(root, self.width[root])
        self.extent = list(self.width)
        """Width of each box with all that hangs under it in outline form."""
        self.stack = list(self.height)
        """Height of the same."""
        self._add_up()

    def size(self, place: int) -> int:
        """Size of a box's text. The contention grows with the picture."""
        return self._motion_size if place == self.tree.roots[0] else BODY

    def wide(self, place: int) -> int:
        """Width of a box above columns of its own: roomy, but no wider than its text."""
        least, size = self.width[place], self.size(place)
        wider = _WIDER if place != self.tree.roots[0] else _MOTION_WIDER * size / BODY
        return max(least, min(even(least * wider), self.one_line(place)))

    def one_line(self, place: int) -> int:
        """Width of a box with every text in it on one line."""
        if place not in self._one_line:
            size = self.size(place)
            around = frame(size).stripe + 2 * frame(size).side
            self._one_line[place] = even(size * self.tree.one_line(place) + around + 1)
        return self._one_line[place]

    def wide_height(self, place: int) -> int:
        """Height of the same box."""
        if place not in self._wide_heights:
            self._wide_heights[place] = self.height_at(place, self.wide(place))
        return self._wide_heights[place]

    def wrapped(self, place: int, width: int) -> list[list[str]]:
        """The lines of each cell of a box."""
        key = (place, width, self.size(place))
        if key not in self._wrapped:
            room, weight = _room(width, self.size(place)), self.tree.weight(place)
            self._wrapped[key] = [
                metrics.wrap(cell.text, room, weight) for cell in self.tree.nodes[place].cells
            ]
        return self._wrapped[key]

    def natural(self, place: int) -> int:
        """The least width of a box, but for a root, that leaves its lines as they are.

        Only where text is really wrapped.
        """
        width = self.width[place]
        room = _room(width, BODY)
        if any(size > room for sizes in self.tree.words[place] for size in sizes):
            return width
        longest = metrics.width(self.tree.nodes[place].more, Weight.MEDIUM)
        for lines in self.wrapped(place, width):
            longest = max(longest, *(metrics.width(line.rstrip(" ")) for line in lines))
        return min(width, max(_LEAST, even(BODY * longest + _AROUND)))

    def ideal_height(self) -> float:
        """How tall columns are if all boxes fill the shape of a slide."""
        length = sum(self.height) + self.spacing.gap * len(self.height)
        area = length * (self.column + self.spacing.between)
        return float((area * self.room[1] / self.room[0]) ** 0.5)

    def _prominent(self) -> int:
        least, most = _MOTION_SIZES
        wide = self.ideal_height() * self.room[0] / self.room[1]
        return round(min(max(wide * _MOTION_SHARE, least), most))

    def _heights(self) -> list[int]:
        """As `height_at` for every box; told apart because this is where the time goes."""
        tree, kept, exact, lazy = self.tree, self._wrapped, self.exact, not self.least
        lines_needed, wrap, space = metrics.lines_needed, metrics.wrap, metrics.ruler().space
        rooms = {width: _room(width, BODY) for width in set(self.width)}
        lead, edges = frame(BODY).leading, 2 * frame(BODY).edge
        heights: list[int] = []
        for place, node in enumerate(tree.nodes):
            room = rooms[self.width[place]]
            if exact:
                cells = [wrap(cell.text, room) for cell in node.cells]
                lines = sum(map(len, cells))
                if lazy and sum([_ends_at_spaces(each) for each in cells]) < lines - len(cells):
                    cells = self._wrap_wider(place)
                    lines = sum(map(len, cells))
                kept[place, self.width[place], BODY] = cells
            else:
                lines = sum([lines_needed(sizes, room, space) for sizes in tree.words[place]])
            lines += bool(node.more)
            heights.append(edges + lead * lines + (len(node.cells) - 1) * SEPARATOR)
        return heights

    def _wrap_wider(self, place: int) -> list[list[str]]:
        """Wrap the text of a box in which a word was cut: in a wider box, if that helps."""
        self.width[place] = max(self.width[place], self.tree.least_of(place))
        room = _room(self.width[place], BODY)
        return [metrics.wrap(cell.text, room) for cell in self.tree.nodes[place].cells]

    def height_at(self, place: int, width: int) -> int:
        """Height of a box that is so wide."""
        size = self.size(place)
        if self.exact:
            lines = sum(map(len, self.wrapped(place, width)))
        else:
            room, space = _room(width, size), metrics.ruler(self.tree.weight(place)).space
            words = self.tree.words[place]
            lines = sum(metrics.lines_needed(sizes, room, space) for sizes in words)
        lines += bool(self.tree.nodes[place].more)
        joins = len(self.tree.nodes[place].cells) - 1
        return 2 * frame(size).edge + lines * frame(size).leading + joins * SEPARATOR

    def _add_up(self) -> None:
        stack, extent = self.stack, self.extent
        gap, indent = self.spacing.gap, self.spacing.indent
        for place in range(len(stack) - 1, -1, -1):
            parent = self.tree.nodes[place].parent
            if parent >= 0:
                stack[parent] += gap + stack[place]
                extent[parent] = max(extent[parent], indent + extent[place])


def _ends_at_spaces(lines: list[str]) -> int:
    """How many lines end at a space; all others but the last end in the middle of a word."""
    return "\n".join(lines).count(" \n")


def _least(cells: list[list[float]]) -> int:
    longest = max(map(max, cells))
    if longest > _LONGEST_WORD:
        sizes = (size for sizes in cells for size in sizes)
        longest = max([size for size in sizes if size <= _LONGEST_WORD], default=0)
    return even(BODY * longest + _AROUND)


def even(length: float) -> int:
    """The next even length: boxes of even width have their middle on a whole point."""
    return 2 * ceil(length / 2)


def _room(width: int, size: int) -> float:
    """How long a line may be in a box of this width, in em."""
    return max(width - frame(size).stripe - 2 * frame(size).side, size) / size
