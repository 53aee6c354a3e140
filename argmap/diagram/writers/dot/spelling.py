"""How text, places and looks are spelled in DOT."""

from collections.abc import Iterable
from itertools import pairwise

from argmap.diagram.look.theme import Look
from argmap.diagram.scene import Point
from argmap.diagram.view import Kind
from argmap.text import clean

SIGNS = {
    Kind.MOTION: "●",
    Kind.SUPPORT: "▲",
    Kind.REBUTTAL: "▼",
    Kind.ANSWER: "◆",
    Kind.UNDERCUT: "✕",
}


def quoted(text: str) -> str:
    """`text` as a double-quoted DOT string that is drawn as it reads."""
    return f'"{escaped(text)}"'


def escaped(text: str) -> str:
    """The inside of such a string."""
    return clean(text).replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')


def markup(text: str) -> str:
    """`text` as character data of an HTML-like label that is drawn as it reads."""
    text = clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("\\", "\\\\")


def attributes(found: Iterable[str]) -> str:
    """The attributes that are not empty, in brackets; nothing where there are none."""
    told = ", ".join(filter(None, found))
    return f" [{told}]" if told else ""


def style(look: Look) -> str:
    """The border of a box."""
    if not look.dashes:
        return '"filled,solid"'
    return '"filled,dotted"' if look.dashes[0] < 2 else '"filled,dashed"'


class Places:
    """Places turned round, as DOT counts heights from the bottom; nothing where none are told."""

    def __init__(self, top: float, *, told: bool) -> None:
        self.top = top
        self.told = told

    def at(self, point: Point, name: str = "pos") -> str:
        """The attribute for the middle of something."""
        return f'{name}="{point[0]:g},{self._up(point[1])}"' if self.told else ""

    def along(self, points: list[Point], tip: float = 0) -> str:
        """The attribute for straight stretches as Bézier curves; an arrow head is `tip` long."""
        if not self.told or len(points) < 2:
            return ""
        head = ""
        if tip:
            head = f"e,{points[-1][0]:g},{self._up(points[-1][1])} "
            points = [*points[:-1], _before(points[-2], points[-1], tip)]
        spelled = [f"{x:g},{self._up(y)}" for x, y in points]
        curve = spelled[:1]
        for start, end in pairwise(spelled):
            curve += [start, end, end]
        return f'pos="{head}{" ".join(curve)}"'

    def _up(self, y: float) -> str:
        return f"{self.top - y:g}"


def _before(start: Point, end: Point, distance: float) -> Point:
    (x, y), (x2, y2) = start, end
    share = min(distance / (abs(x2 - x) + abs(y2 - y) or 1), 0.9)
    return round(x2 - (x2 - x) * share, 2), round(y2 - (y2 - y) * share, 2)
