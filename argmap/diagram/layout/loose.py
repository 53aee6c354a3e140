"""Boxes measured but not arranged: for Graphviz, which finds their places itself.

No claim occurs twice here, whatever the graph looks like; links may even attack cross-links.
"""

from math import ceil

from argmap.diagram.layout.measured import Measured, Tree, even
from argmap.diagram.layout.placed import NOTHING, Layout, Placed, Point
from argmap.diagram.layout.spacing import ROOMY
from argmap.diagram.view import Kind, View, merged

_WIDTHS = (150, 180, 210, 250, 300)
_LONG = 75
"""Points of text on one line that a point of width is worth: long claims get wide boxes."""


def loose(view: View, *, whole: bool = True) -> tuple[View, Layout]:
    """The view without any stub, and its boxes under one another with all links between them."""
    shown = merged(view, attacked=True, whole=whole)
    if not shown.nodes:
        return shown, NOTHING
    boxes = _boxes(shown)
    across = max(box.width for box in boxes)
    low = boxes[-1].y + boxes[-1].height
    links: list[tuple[Point, ...]] = []
    attacks: dict[int, Point] = {}
    for place, node in enumerate(shown.nodes):
        links.append(_between(boxes, node.parent, place) if node.parent >= 0 else ())
        if node.kind is Kind.UNDERCUT and node.parent >= 0 and node.attacked < 0:
            attacks[node.parent] = links[node.parent][0] if links[node.parent] else (0, 0)
    for cross in shown.links:
        if cross.kind is Kind.UNDERCUT and cross.attacked < 0:
            attacks[cross.end] = links[cross.end][0] if links[cross.end] else (0, 0)
    crosses = [_between(boxes, cross.end, cross.start) for cross in shown.links]
    return shown, Layout(across, low, boxes, links, attacks, crosses)


def _boxes(view: View) -> list[Placed]:
    tree = Tree(view)
    measured = Measured(tree, max(_WIDTHS), ROOMY, exact=True)
    boxes: list[Placed] = []
    low = 0
    for place in range(len(view.nodes)):
        long = measured.one_line(place)
        meant = next((width for width in _WIDTHS if width * width / _LONG * 2 > long), _WIDTHS[-1])
        width = even(min(max(meant * measured.size(place) / 12, tree.least[place]), long))
        height = measured.height_at(place, width)
        lines = measured.wrapped(place, width)
        boxes.append(Placed(0, low, width, height, measured.size(place), lines))
        low += height + ROOMY.drop
    return boxes


def _between(boxes: list[Placed], above: int, below: int) -> tuple[Point, ...]:
    one, other = boxes[above], boxes[below]
    return (one.x, one.y + ceil(one.height / 2)), (other.x, other.y + ceil(other.height / 2))
