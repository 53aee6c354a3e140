"""How much room boxes take, told quickly, to find out how many a page can hold."""

from argmap.diagram.layout.measured import BODY, SEPARATOR, Tree, frame
from argmap.diagram.layout.spacing import TIGHT
from argmap.diagram.lettering import metrics
from argmap.diagram.view import View

_FULL = 0.75
"""How much of a page boxes can cover: between them there is room for lines."""
_WIDTH = 150
"""Of a usual box, for text of 12 points."""
_ACROSS = _WIDTH + TIGHT.between


def weights(view: View) -> list[float]:
    """Square points that each box takes with the gaps around it, for text of 12 points."""
    around = frame(BODY)
    room = (_WIDTH - around.stripe - 2 * around.side) / BODY
    space = metrics.ruler().space
    found: list[float] = []
    for node, cells in zip(view.nodes, Tree(view).words, strict=True):
        lines = sum(metrics.lines_needed(sizes, room, space) for sizes in cells)
        joins = (len(node.cells) - 1) * SEPARATOR
        height = 2 * around.edge + lines * around.leading + joins + TIGHT.gap
        found.append(float(height * _ACROSS))
    return found


def capacity(room: tuple[float, float], points: float) -> float:
    """Square points of boxes that fill a room when their text is to be so large."""
    scale = points / BODY
    return room[0] * room[1] * _FULL / scale**2


MARK = float(frame(BODY).leading * _ACROSS)
"""Square points of the line that says what is drawn elsewhere."""
