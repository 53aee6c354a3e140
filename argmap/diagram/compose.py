"""The picture of a view as large as it happens to be: title above, legend and notes below."""

from argmap.diagram.drawing import drawing, placed_at
from argmap.diagram.layout.crosslinks import arranged
from argmap.diagram.layout.loose import loose as measured_only
from argmap.diagram.layout.measured import frame
from argmap.diagram.legend import legend
from argmap.diagram.lettering import metrics
from argmap.diagram.lettering.fonts import Weight
from argmap.diagram.look.colouring import tinted
from argmap.diagram.scene import Drawing, Key, Scene, Text
from argmap.diagram.setting import Setting
from argmap.diagram.view import View

_MARGIN = 16
_LEAST_WIDTH = 240


def compose(view: View, setting: Setting | None = None, *, loose: bool = False) -> Scene:
    """The picture of a view; without a `setting` it has the view's own title.

    A `loose` one has boxes that are not arranged, for somebody else to do so, and no stubs.
    """
    setting = setting or Setting(title=view.title)
    shown, layout = measured_only(view) if loose else arranged(view, setting.layout)
    drawn = drawing(shown, layout)
    drawn = tinted(drawn, setting.colours.tints(drawn.boxes))
    inner = max(int(drawn.width), _LEAST_WIDTH)
    heading = _heading(setting.title, inner)
    top = _MARGIN + (heading_height(heading) if heading else 0)
    size = round(min(max(inner * 0.0105, 9), 32))
    entries, bottom = _legend(shown, drawn, setting, (top + int(drawn.height), inner, size))
    notes = _notes(setting.below(shown, shown.nodes), (bottom, inner, size))
    at = placed_at(drawn, (_MARGIN + (inner - int(drawn.width)) // 2, top))
    return Scene(
        width=inner + 2 * _MARGIN,
        height=bottom + round(1.4 * size) * len(notes) + _MARGIN,
        title=setting.title,
        summary=view.summary,
        lines=at.lines,
        boxes=at.boxes,
        heading=heading,
        legend=entries,
        around=tuple(notes),
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


def _legend(
    view: View, drawn: Drawing, setting: Setting, place: tuple[int, int, int]
) -> tuple[tuple[Key, ...], int]:
    below, room, size = place
    if not setting.legend:
        return (), below
    tints = setting.colours.entries(box.tint for box in drawn.boxes)
    entries, bottom = legend(view.kinds, (_MARGIN, below + round(2.2 * size)), room, size, tints)
    return (entries, round(bottom)) if entries else ((), below)


def _notes(lines: list[tuple[str, str]], place: tuple[int, int, int]) -> list[Text]:
    """Footnotes and caption under one another."""
    below, room, size = place
    lead = round(1.4 * size)
    texts: list[Text] = []
    for text, goal in lines:
        for line in metrics.wrap(text, room / size):
            y = below + lead * (len(texts) + 1)
            texts.append(Text(_MARGIN, y, (line,), size, lead, muted=True, goal=goal))
    return texts
