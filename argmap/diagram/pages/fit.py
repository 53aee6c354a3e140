"""Filling a room with a view: arranged, and enlarged as far as it goes."""

from typing import NamedTuple

from argmap.diagram.drawing import drawing
from argmap.diagram.layout import ROOMY, TIGHT
from argmap.diagram.layout.crosslinks import arranged
from argmap.diagram.layout.hang import rough_scale
from argmap.diagram.layout.measured import BODY
from argmap.diagram.scene import Drawing
from argmap.diagram.view import Node, View

WITH_WORDS = 24.0
"""Points. Where text is as large as this, there is room for a word above each box."""

LARGEST = 30.0
"""Points. Few claims do not shout."""


_CLOSE = 0.88
"""What a quick look finds is rarely a smaller share of what a close one does."""


class Fit(NamedTuple):
    """A drawing, and how much it is to be enlarged."""

    drawn: Drawing
    scale: float

    @property
    def points(self) -> float:
        """Size of the text on the page."""
        return BODY * self.scale


def fitted(view: View, room: tuple[float, float], layout: str = "hang", *, whole: bool) -> Fit:
    """A view that fills a room: with words above the boxes where there is room for them.

    `whole` says that the view is drawn nowhere else, so that its numbers are its own.
    """
    tight = _fit(view, room, layout, whole=whole, words=False)
    if tight.points < WITH_WORDS:
        return tight
    roomy = _fit(view, room, layout, whole=whole, words=True)
    return roomy if roomy.points >= WITH_WORDS else tight


def readable(view: View, room: tuple[float, float], layout: str, points: float) -> bool | None:
    """Whether text gets so large in a room, as far as a quick look tells; None: look closely."""
    crossed = any(cell.stub for node in view.nodes for cell in node.cells)
    if layout != "hang" or crossed:
        return None
    whole_points = (int(room[0]), int(room[1]))
    rough = BODY * rough_scale(without_words(view), TIGHT, whole_points)
    if rough >= points:
        return True
    return None if rough >= points * _CLOSE else False


def _fit(view: View, room: tuple[float, float], layout: str, *, whole: bool, words: bool) -> Fit:
    width, height = int(room[0]), int(room[1])
    shown, placed = arranged(
        view,
        layout,
        ROOMY if words else TIGHT,
        (width, height),
        whole=whole,
        worded=None if words else without_words,
    )
    scale = min(width / max(placed.width, 1), height / max(placed.height, 1), LARGEST / BODY)
    return Fit(drawing(shown, placed, words=words), scale)


def without_words(view: View) -> View:
    """The same without words above the boxes; which premise is meant goes into the text."""
    if not any(node.word.startswith("#") for node in view.nodes):
        return view
    return view.with_nodes(tuple(map(_with_premise, view.nodes)))


def _with_premise(node: Node) -> Node:
    if not node.word.startswith("#"):
        return node
    mark = node.word.split(" ", 1)[0]
    first = node.cells[0]._replace(text=f"on {mark}: {node.cells[0].text}")
    return node._replace(cells=(first, *node.cells[1:]))
