"""The picture of a view as large as it happens to be: title above, legend below."""

from argmap.diagram.drawing import drawing, placed_at
from argmap.diagram.layout import arrange
from argmap.diagram.layout.measured import frame
from argmap.diagram.legend import legend
from argmap.diagram.lettering import metrics
from argmap.diagram.lettering.fonts import Weight
from argmap.diagram.scene import Key, Scene, Text
from argmap.diagram.view import View

_MARGIN = 16
_LEAST_WIDTH = 240


def compose(view: View, layout: str = "hang") -> Scene:
    """The picture of a view, arranged in one of `LAYOUTS`."""
    drawn = drawing(view, arrange(view, layout))
    inner = max(int(drawn.width), _LEAST_WIDTH)
    heading = _heading(view.title, inner)
    top = _MARGIN + (heading_height(heading) if heading else 0)
    entries, bottom = _legend(view, top + int(drawn.height), inner)
    at = placed_at(drawn, (_MARGIN + (inner - int(drawn.width)) // 2, top))
    return Scene(
        width=inner + 2 * _MARGIN,
        height=bottom + _MARGIN,
        title=view.title,
        summary=view.summary,
        lines=at.lines,
        boxes=at.boxes,
        heading=heading,
        legend=entries,
    )


def _heading(title: str, room: int) -> Text | None:
    if not title:
        return None
    size = round(min(max(room * 0.02, 16), 64))
    lines = metrics.wrap(title, room / size, Weight.MEDIUM)
    lead = frame(size).leading
    return Text(_MARGIN, _MARGIN + size, tuple(lines), size, lead, Weight.MEDIUM)


def heading_height(heading: Text) -> int:
    """How much of the height a heading takes, with the space under it."""
    return round(heading.leading * len(heading.lines) + heading.size * 0.7)


def _legend(view: View, below: int, room: int) -> tuple[tuple[Key, ...], int]:
    shown = {node.kind for node in view.nodes}
    size = round(min(max(room * 0.0105, 9), 32))
    entries, bottom = legend(shown, (_MARGIN, below + round(2.2 * size)), room, size)
    return (entries, round(bottom)) if entries else ((), below)
