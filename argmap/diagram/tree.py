"""The boxes of a view, measured: how high each is at a given width, and how tall what hangs on it.

All lengths are points. Nodes are indexed as in the view, so that counting up visits parents
first and counting down visits children first: no walk here needs recursion.
"""

from argmap.diagram import metrics
from argmap.diagram.fonts import Weight
from argmap.diagram.view import Kind, Node, View

BODY = 12.0
"""Size of the text in boxes, in points; everything else is drawn in proportion to it."""

STRIPE = 15.0
PAD_X = 6.0
PAD_Y = 4.5
SEPARATOR = 12.0
"""Height of the rule between joint premises."""

GAP = 13.0
"""Between boxes stacked in a column: room for the word above the lower one."""

INDENT = 20.0

_LEADING = 1.2
_SLACK = 0.99
_MOTION_SIZE = 15.0
_WIDER = 1.6
_NARROWEST = 0.6


class Tree:
    """A view's boxes with the widths of their words, which no layout changes."""

    def __init__(self, view: View) -> None:
        self.nodes = view.nodes
        self.children: list[list[int]] = [[] for _ in view.nodes]
        self.undercuts: list[list[int]] = [[] for _ in view.nodes]
        self.roots: list[int] = []
        self.depth: list[int] = []
        self.words: list[list[list[float]]] = []
        for place, node in enumerate(view.nodes):
            self.words.append(_word_sizes(node))
            self.depth.append(0 if node.parent < 0 else self.depth[node.parent] + 1)
            if node.parent < 0:
                self.roots.append(place)
            elif node.kind is Kind.UNDERCUT:
                self.undercuts[node.parent].append(place)
            else:
                self.children[node.parent].append(place)

    def hanging(self, place: int) -> list[int]:
        """All that hangs under a box: first what bears on its claim, then what undercuts it."""
        return self.children[place] + self.undercuts[place]


def _word_sizes(node: Node) -> list[list[float]]:
    sizes = metrics.ruler(weight_of(node))
    return [[sizes[word] for word in cell.text.split(" ")] for cell in node.cells]


def weight_of(node: Node) -> Weight:
    """The contention is set in a heavier weight."""
    return Weight.MEDIUM if node.parent < 0 else Weight.REGULAR


def text_size(node: Node) -> float:
    """Size of a box's text in points."""
    return _MOTION_SIZE if node.parent < 0 else BODY


def leading(node: Node) -> float:
    """Distance between the lines of a box."""
    return text_size(node) * _LEADING


def text_room(node: Node, width: float) -> float:
    """How long a line may be in a box of this width, in em."""
    return (width - STRIPE - 2 * PAD_X) * _SLACK / text_size(node)


def box_height(node: Node, lines: int) -> float:
    """Height of a box that holds so many lines in all its cells."""
    return 2 * PAD_Y + lines * leading(node) + (len(node.cells) - 1) * SEPARATOR


class Measured:
    """A tree whose columns are `width` points wide.

    Deeper boxes are indented and keep the right edge of their column, down to a least width.
    Measuring is quick unless `exact`: then the text is really wrapped, and kept.
    """

    def __init__(self, tree: Tree, width: float, *, exact: bool = False) -> None:
        self.tree = tree
        self.width = width
        self._exact = exact
        self._wrapped: dict[tuple[int, float], list[list[str]]] = {}
        self.height = [
            self._height(place, self.narrow(depth)) for place, depth in enumerate(tree.depth)
        ]
        self.stack = list(self.height)
        """Height of each box with all that hangs under it in outline form."""
        self.extent = [self.narrow(depth) for depth in tree.depth]
        """Width of the same."""
        for place in range(len(tree.nodes) - 1, -1, -1):
            parent = tree.nodes[place].parent
            if parent >= 0:
                self.stack[parent] += GAP + self.stack[place]
                self.extent[parent] = max(self.extent[parent], INDENT + self.extent[place])

    def narrow(self, depth: int) -> float:
        """Width of a box in an outline."""
        return max(self.width - (depth - 1) * INDENT, self.width * _NARROWEST)

    def wide(self, place: int) -> float:
        """Width of a box that stands above columns of its own."""
        return self.narrow(self.tree.depth[place]) * _WIDER

    def wide_height(self, place: int) -> float:
        """Height of the same box."""
        return self._height(place, self.wide(place))

    def wrapped(self, place: int, width: float) -> list[list[str]]:
        """The lines of each cell of a box."""
        key = (place, width)
        if key not in self._wrapped:
            node = self.tree.nodes[place]
            room, weight = text_room(node, width), weight_of(node)
            self._wrapped[key] = [metrics.wrap(cell.text, room, weight) for cell in node.cells]
        return self._wrapped[key]

    def _height(self, place: int, width: float) -> float:
        node = self.tree.nodes[place]
        if self._exact:
            return box_height(node, sum(map(len, self.wrapped(place, width))))
        room = text_room(node, width)
        space = metrics.ruler(weight_of(node)).space
        words = self.tree.words[place]
        return box_height(node, sum(metrics.lines_needed(sizes, room, space) for sizes in words))
