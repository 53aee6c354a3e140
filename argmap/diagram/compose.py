"""From a view and its layout to the scene: boxes with their text, title above, legend below."""

from collections.abc import Iterator

from argmap.diagram import metrics
from argmap.diagram.fonts import Weight
from argmap.diagram.hang import Layout, Placed, best_plan, place_all
from argmap.diagram.scene import Box, Cell, Join, Line, Scene, Sign, Text
from argmap.diagram.tree import SEPARATOR, frame
from argmap.diagram.view import Kind, Node, View

_MARGIN = 16
_LEAST_WIDTH = 240
_WORD = 7.5
_SIGN = 0.34
"""Of the size of the text."""

_LEGEND = {
    Kind.SUPPORT: "because: supports",
    Kind.REBUTTAL: "but: rebuts",
    Kind.ANSWER: "however: answers a rebuttal",
    Kind.UNDERCUT: "does not follow: undercuts a link",
}


def compose(view: View) -> Scene:
    """The picture of a view."""
    plan = best_plan(view) if view.nodes else None
    width, height = plan.extent if plan else (0, 0)
    inner = max(width, _LEAST_WIDTH)
    heading = _heading(view.title, inner)
    top = _MARGIN + (_heading_height(heading) if heading else 0)
    legend, bottom = _legend(view, top + height, inner)
    layout = place_all(plan, (_MARGIN + (inner - width) // 2, top)) if plan else _NOTHING
    return Scene(
        width=inner + 2 * _MARGIN,
        height=bottom + _MARGIN,
        title=view.title,
        summary=view.summary,
        lines=tuple(_lines(view, layout)),
        boxes=tuple(map(_box, view.nodes, layout.boxes)),
        attacks=tuple(Sign(Kind.UNDERCUT, x, y, 2.7) for x, y in layout.attacks.values()),
        heading=heading,
        legend=legend,
    )


_NOTHING = Layout([], [], {})


def _heading(title: str, room: int) -> Text | None:
    if not title:
        return None
    size = round(min(max(room * 0.02, 16), 64))
    lines = metrics.wrap(title, room / size, Weight.MEDIUM)
    lead = frame(size).leading
    return Text(_MARGIN, _MARGIN + size, tuple(lines), size, lead, Weight.MEDIUM)


def _heading_height(heading: Text) -> int:
    return heading.leading * len(heading.lines) + round(heading.size * 0.7)


def _lines(view: View, layout: Layout) -> Iterator[Line]:
    for place, (node, points) in enumerate(zip(view.nodes, layout.links, strict=True)):
        if points:
            undercut = node.kind is Kind.UNDERCUT
            yield Line(place, node.parent, undercut, points, layout.attacks.get(place))


def _box(node: Node, placed: Placed) -> Box:
    x, y, width, height, size, wrapped = placed
    kind, around = node.kind, frame(size)
    left, at = x + around.stripe + around.side, y
    weight = Weight.MEDIUM if node.parent < 0 else Weight.REGULAR
    cells: list[Cell] = []
    joins: list[Join] = []
    for cell, lines in zip(node.cells, wrapped, strict=True):
        if cells:
            joins.append(_join(kind, left, at))
        above = SEPARATOR // 2 if cells else around.edge
        below = around.edge if len(cells) == len(node.cells) - 1 else SEPARATOR // 2
        text = Text(left, at + above + around.ascent, tuple(lines), size, around.leading, weight)
        high = above + len(lines) * around.leading + below
        cells.append(Cell(at, high, cell.hollow, text))
        at += high
    sign = Sign(kind, x + around.stripe // 2, y + around.edge + around.leading // 2, size * _SIGN)
    word = _small(node.word, kind, x + 1, y - 3) if node.word else None
    return Box(kind, x, y, width, height, around.stripe, sign, tuple(cells), tuple(joins), word)


def _small(word: str, kind: Kind, x: int, y: int) -> Text:
    return Text(x, y, (word,), _WORD, 8, Weight.MEDIUM, kind)


def _join(kind: Kind, left: int, y: int) -> Join:
    start = left + round(_WORD * metrics.width("and", Weight.MEDIUM)) + 3
    return Join(_small("and", kind, left, y + 2), start, y)


def _legend(view: View, below: int, room: int) -> tuple[tuple[tuple[Sign, Text], ...], int]:
    """The kinds that occur, each with its sign and meaning, in as many rows as it takes."""
    shown = {node.kind for node in view.nodes}
    size = round(min(max(room * 0.0105, 9), 32))
    entries: list[tuple[Sign, Text]] = []
    x, y = _MARGIN, below + round(2.2 * size)
    for kind, meaning in _LEGEND.items():
        if kind not in shown:
            continue
        wide = round(size * (1.2 + metrics.width(meaning) + 1.6))
        if entries and x + wide > _MARGIN + room:
            x, y = _MARGIN, y + round(1.5 * size)
        sign = Sign(kind, x + round(size * 0.45), y - round(size * 0.36), size * 0.42)
        entries.append((sign, Text(x + round(size * 1.2), y, (meaning,), size, size)))
        x += wide
    return tuple(entries), y + round(size * 0.4) if entries else below
