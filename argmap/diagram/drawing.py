"""From a view and its layout to boxes with their text, and lines."""

from collections.abc import Iterator

from argmap.diagram.layout.measured import SEPARATOR, frame
from argmap.diagram.layout.placed import Layout, Placed
from argmap.diagram.lettering import metrics
from argmap.diagram.lettering.fonts import Weight
from argmap.diagram.scene import Box, Cell, Drawing, Join, Line, Point, Sign, Text
from argmap.diagram.view import Kind, Node, View

_WORD = 7.5
_SIGN = 0.34
"""Of the size of the text."""


def drawing(view: View, layout: Layout, *, words: bool = True) -> Drawing:
    """The boxes and lines of a view; without `words` signs alone say what each box does."""
    boxes = tuple(
        _box(node, placed, words=words)
        for node, placed in zip(view.nodes, layout.boxes, strict=True)
    )
    return Drawing(layout.width, layout.height, tuple(_lines(view, layout)), boxes)


def placed_at(drawn: Drawing, corner: Point, scale: float = 1) -> Drawing:
    """The same, enlarged and then moved so that its left upper corner is at `corner`."""
    return _Mover(corner, scale).drawing(drawn)


def _lines(view: View, layout: Layout) -> Iterator[Line]:
    drawn = sum(map(bool, layout.links))
    for place, (node, points) in enumerate(zip(view.nodes, layout.links, strict=True)):
        if points:
            undercut = node.kind is Kind.UNDERCUT
            hits = drawn + node.attacked if node.attacked >= 0 else -1
            attack, cell = layout.attacks.get(place), max(node.cell, 0)
            yield Line(place, node.parent, undercut, points, attack, cell=cell, hits=hits)
    for cross, points in zip(view.links if layout.crosses else (), layout.crosses, strict=True):
        yield Line(
            *(cross.start, cross.end, cross.kind is Kind.UNDERCUT, points),
            cross=True,
            kind=cross.kind,
            cell=max(cross.end_cell, 0),
            box_cell=cross.start_cell,
            hits=drawn + cross.attacked if cross.attacked >= 0 else -1,
        )


def _box(node: Node, placed: Placed, *, words: bool) -> Box:
    x, y, width, height, size, wrapped = placed
    kind, around = node.kind, frame(size)
    left, at = x + around.stripe + around.side, y
    weight = Weight.MEDIUM if node.parent < 0 else Weight.REGULAR
    cells: list[Cell] = []
    joins: list[Join] = []
    more: Text | None = None
    for cell, lines in zip(node.cells, wrapped, strict=True):
        if cells:
            joins.append(_join(kind, left, at))
        last = len(cells) == len(node.cells) - 1
        above = SEPARATOR // 2 if cells else around.edge
        below = around.edge if last else SEPARATOR // 2
        text = Text(left, at + above + around.ascent, tuple(lines), size, around.leading, weight)
        high = above + len(lines) * around.leading + below
        if last and node.more:
            base = text.y + len(lines) * around.leading
            more = Text(left, base, (node.more,), size, around.leading, Weight.MEDIUM, kind)
            high += around.leading
        cells.append(Cell(at, high, cell.hollow, text, cell.claim))
        at += high
    sign = Sign(kind, x + around.stripe // 2, y + around.edge + around.leading // 2, size * _SIGN)
    word = _small(node.word, kind, x + 1, y - 3) if words and node.word else None
    return Box(
        *(kind, x, y, width, height, around.stripe, sign, tuple(cells), tuple(joins)),
        word=word,
        more=more,
        goal=node.goal,
    )


def _small(word: str, kind: Kind, x: int, y: int) -> Text:
    return Text(x, y, (word,), _WORD, 8, Weight.MEDIUM, kind)


def _join(kind: Kind, left: int, y: int) -> Join:
    start = left + round(_WORD * metrics.width("and", Weight.MEDIUM)) + 3
    return Join(_small("and", kind, left, y + 2), start, y)


class _Mover:
    """Enlarges, then moves; whole points stay whole where nothing is enlarged."""

    def __init__(self, corner: Point, scale: float) -> None:
        self.left, self.top = corner
        self.scale = scale

    def drawing(self, drawn: Drawing) -> Drawing:
        """All of it."""
        return Drawing(
            self.length(drawn.width),
            self.length(drawn.height),
            tuple(map(self.line, drawn.lines)),
            tuple(map(self.box, drawn.boxes)),
        )

    def length(self, length: float) -> float:
        """A distance."""
        return length if self.scale == 1 else round(length * self.scale, 2)

    def across(self, x: float) -> float:
        """A place from the left."""
        return x + self.left if self.scale == 1 else round(x * self.scale + self.left, 2)

    def down(self, y: float) -> float:
        """A place from the top."""
        return y + self.top if self.scale == 1 else round(y * self.scale + self.top, 2)

    def point(self, point: Point) -> Point:
        """A place."""
        return self.across(point[0]), self.down(point[1])

    def line(self, line: Line) -> Line:
        """A line."""
        attack = self.point(line.attack) if line.attack else None
        return line._replace(points=tuple(map(self.point, line.points)), attack=attack)

    def text(self, text: Text) -> Text:
        """Lines of text."""
        return text._replace(
            x=self.across(text.x),
            y=self.down(text.y),
            size=self.length(text.size),
            leading=self.length(text.leading),
        )

    def box(self, box: Box) -> Box:
        """A box with all that is in it."""
        sign = box.sign
        return box._replace(
            x=self.across(box.x),
            y=self.down(box.y),
            width=self.length(box.width),
            height=self.length(box.height),
            stripe=self.length(box.stripe),
            sign=Sign(sign.kind, self.across(sign.x), self.down(sign.y), self.length(sign.radius)),
            cells=tuple(map(self.cell, box.cells)),
            joins=tuple(map(self.join, box.joins)),
            word=self.text(box.word) if box.word else None,
            more=self.text(box.more) if box.more else None,
        )

    def cell(self, cell: Cell) -> Cell:
        """A claim in a box."""
        text, height = self.text(cell.text), self.length(cell.height)
        return cell._replace(y=self.down(cell.y), height=height, text=text)

    def join(self, join: Join) -> Join:
        """What stands between two cells."""
        return Join(self.text(join.text), self.across(join.start), self.down(join.y))
