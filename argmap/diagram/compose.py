"""From a view and its layout to the scene: boxes with their text, title above, legend below."""

from argmap.diagram import metrics
from argmap.diagram.fonts import Weight
from argmap.diagram.hang import Layout, Placed, hang
from argmap.diagram.scene import Box, Cell, Join, Line, Point, Scene, Sign, Text
from argmap.diagram.tree import PAD_X, PAD_Y, SEPARATOR, STRIPE, leading, text_size, weight_of
from argmap.diagram.view import Kind, Node, View

_MARGIN = 16.0
_SIGN = 4.5
_WORD = 7.5
_ASCENT = 0.93
"""From the top of a line to its baseline, in em, where lines are 1.2 em apart."""

_LEGEND = {
    Kind.SUPPORT: "because: a support",
    Kind.REBUTTAL: "but: a rebuttal",
    Kind.ANSWER: "however: a rebuttal that answers one",
    Kind.UNDERCUT: "does not follow: an undercut, which attacks a link",
}


def compose(view: View) -> Scene:
    """The picture of a view."""
    layout = hang(view)
    inner = max(layout.width, 240.0)
    scale = min(max(inner / 960.0, 0.6), 4.0)
    heading = _heading(view.title, 22.0 * scale, inner)
    top = _MARGIN + (_heading_height(heading) if heading else 0.0)
    left = _MARGIN + (inner - layout.width) / 2
    boxes = tuple(
        _box(node, placed, left, top) for node, placed in zip(view.nodes, layout.boxes, strict=True)
    )
    legend, bottom = _legend(view, top + layout.height, inner, max(8.0, 10.0 * scale))
    return Scene(
        width=round(inner + 2 * _MARGIN, 2),
        height=round(bottom + _MARGIN, 2),
        title=view.title,
        summary=view.summary,
        lines=_lines(view, layout, left, top),
        boxes=boxes,
        attacks=tuple(
            Sign(Kind.UNDERCUT, x + left, y + top, 3.0, on_stripe=False)
            for x, y in layout.attacks.values()
        ),
        heading=heading,
        legend=legend,
    )


def _heading(title: str, size: float, room: float) -> Text | None:
    if not title:
        return None
    lines = metrics.wrap(title, room / size, Weight.MEDIUM)
    return Text(_MARGIN, _MARGIN + size, tuple(lines), size, size * 1.2, Weight.MEDIUM)


def _heading_height(heading: Text) -> float:
    return heading.leading * len(heading.lines) + heading.size * 0.6


def _lines(view: View, layout: Layout, left: float, top: float) -> tuple[Line, ...]:
    def moved(point: Point) -> Point:
        return (point[0] + left, point[1] + top)

    return tuple(
        Line(
            box=place,
            target=view.nodes[place].parent,
            undercut=view.nodes[place].kind is Kind.UNDERCUT,
            points=_straightened([moved(point) for point in points]),
            attack=moved(layout.attacks[place]) if place in layout.attacks else None,
        )
        for place, points in enumerate(layout.links)
        if points
    )


def _straightened(points: list[Point]) -> tuple[Point, ...]:
    """Without points that repeat the one before."""
    return tuple(
        point for place, point in enumerate(points) if place == 0 or point != points[place - 1]
    )


def _box(node: Node, placed: Placed, left: float, top: float) -> Box:
    x, y = placed.x + left, placed.y + top
    size, lead, weight = text_size(node), leading(node), weight_of(node)
    cells: list[Cell] = []
    joins: list[Join] = []
    at = y
    for number, (cell, lines) in enumerate(zip(node.cells, placed.cells, strict=True)):
        if number:
            joins.append(_join(node.kind, x, at))
        first, last = number == 0, number == len(node.cells) - 1
        pad = PAD_Y if first else SEPARATOR / 2
        height = pad + len(lines) * lead + (PAD_Y if last else SEPARATOR / 2)
        baseline = at + pad + _ASCENT * size
        text = Text(x + STRIPE + PAD_X, baseline, tuple(lines), size, lead, weight)
        cells.append(Cell(at, height, cell.hollow, text))
        at += height
    word = Text(x + 1.0, y - 2.8, (node.word,), _WORD, _WORD, Weight.MEDIUM, node.kind)
    return Box(
        kind=node.kind,
        x=x,
        y=y,
        width=placed.width,
        height=placed.height,
        stripe=STRIPE,
        sign=Sign(node.kind, x + STRIPE / 2, y + PAD_Y + lead / 2, _SIGN),
        cells=tuple(cells),
        joins=tuple(joins),
        word=word if node.word else None,
    )


def _join(kind: Kind, x: float, y: float) -> Join:
    left = x + STRIPE + PAD_X
    text = Text(left, y + 0.32 * _WORD, ("and",), _WORD, _WORD, Weight.MEDIUM, kind)
    return Join(text, left + _WORD * metrics.width("and", Weight.MEDIUM) + 3.0, y)


def _legend(
    view: View, below: float, room: float, size: float
) -> tuple[tuple[tuple[Sign, Text], ...], float]:
    """The kinds that occur, each with its sign and meaning, in as many rows as it takes."""
    shown = {node.kind for node in view.nodes}
    entries: list[tuple[Sign, Text]] = []
    x, y = _MARGIN, below + 2.2 * size
    for kind, meaning in _LEGEND.items():
        if kind not in shown:
            continue
        wide = size * (1.1 + metrics.width(meaning) + 1.6)
        if entries and x + wide > _MARGIN + room:
            x, y = _MARGIN, y + 1.5 * size
        sign = Sign(kind, x + size * 0.45, y - size * 0.36, size * 0.42, on_stripe=False)
        entries.append((sign, Text(x + size * 1.1, y, (meaning,), size, size)))
        x += wide
    return tuple(entries), y + size * 0.4 if entries else below
