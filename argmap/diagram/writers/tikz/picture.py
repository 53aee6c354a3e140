"""The commands of TikZ that draw a scene."""

from collections.abc import Collection, Iterable, Iterator

from argmap.diagram.lettering import metrics
from argmap.diagram.lettering.fonts import Weight
from argmap.diagram.look.theme import CROSSING, Look, Theme, polygon
from argmap.diagram.scene import Box, Key, Line, Plate, Point, Scene, Sign, Text
from argmap.diagram.view import Kind
from argmap.diagram.writers import goals
from argmap.diagram.writers.tikz.escaping import escape, escape_address

_EDGE = 3
"""Points that text keeps from the right border of its box."""


def colours(theme: Theme) -> dict[str, str]:
    """The colours of a theme by the names that pictures use."""
    found = {"paper": theme.background, "ink": theme.text, "link": theme.line, "pale": theme.pale}
    looks = {kind.value: look for kind, look in theme.looks.items()}
    looks |= {f"tint{number}": look for number, look in enumerate(theme.tints)}
    for name, look in looks.items():
        found |= {
            f"{name}Stripe": look.stripe,
            f"{name}Fill": look.fill,
            f"{name}Border": look.border,
            f"{name}Sign": look.sign,
        }
    return found


class Picture:
    """Places stay those of the scene; lengths and sizes of text are in points of TeX."""

    def __init__(self, scene: Scene, theme: Theme, scale: float, anchors: Collection[str]) -> None:
        self.scene = scene
        self.theme = theme
        self.scale = scale
        self.anchors = anchors

    def commands(self) -> Iterator[str]:
        """All that is drawn, from the back to the front."""
        scene = self.scene
        yield from map(self._line, scene.lines)
        for number, box in enumerate(scene.boxes):
            yield f"% box {number}"
            yield from self._box(box)
        for mark in scene.attacks:
            yield self._sign(mark, f"{mark.kind.value}Stripe")
        for plate in scene.plates:
            colour = f"{plate.kind.value}Border" if plate.kind else "pale"
            yield _rectangle(colour, (plate.x, plate.y), plate.width, plate.height)
        if scene.heading:
            yield from self._text(scene.heading, scene.width - scene.heading.x)
        for key in scene.legend:
            yield from self._key(key)
        for text in scene.around:
            yield from self._text(text)

    def _length(self, points: float) -> str:
        return f"{points * self.scale:.2f}pt"

    def _pen(self, colour: str, width: float, dashes: Iterable[float] = ()) -> str:
        pattern = " ".join(
            f"{'off' if place % 2 else 'on'} {self._length(length)}"
            for place, length in enumerate(dashes)
        )
        dashed = f",dash pattern={pattern}" if pattern else ""
        return f"[{colour},line width={self._length(width)}{dashed}]"

    def _line(self, line: Line) -> str:
        pen, look = self.theme.pen, self.theme.looks[Kind.UNDERCUT]
        if line.undercut:
            drawn = self._pen("undercutBorder", pen * 1.25, look.dashes)
        elif line.cross:
            colour = f"{line.kind.value}Border" if line.kind else "link"
            drawn = self._pen(colour, 1.4, CROSSING)
        else:
            drawn = self._pen("link", pen)
        return f"\\draw{drawn} {_path(line.points)};"

    def _name(self, kind: Kind, tint: int) -> str:
        return f"tint{tint}" if tint >= 0 and self.theme.tints else kind.value

    def _box(self, box: Box) -> Iterator[str]:
        look, name = self.theme.look(box.kind, box.tint), self._name(box.kind, box.tint)
        for cell in box.cells:
            fill = "paper" if cell.hollow else f"{name}Fill"
            yield _rectangle(fill, (box.x, cell.y), box.width, cell.height)
        yield self._frame(box, look, f"{name}Border")
        corner, high = (box.x + look.inset, box.y + look.inset), box.height - 2 * look.inset
        yield _rectangle(f"{name}Stripe", corner, box.stripe - look.inset, high)
        yield self._sign(box.sign, f"{name}Sign")
        for join in box.joins:
            rule = _path([(join.start, join.y), (box.x + box.width, join.y)])
            yield f"\\draw{self._pen(f'{name}Border', 0.6)} {rule};"
        if box.word:
            yield from self._text(box.word)
        room = box.x + box.width - _EDGE
        for number, cell in enumerate(box.cells):
            if number:
                yield from self._text(box.joins[number - 1].text)
            yield from self._text(cell.text, room - cell.text.x)
        if box.more:
            yield from self._text(box.more._replace(goal=box.goal), room - box.more.x)
        elif page := goals.page(box.goal, self.anchors):
            extent = f"{{{self._length(box.width)}}}{{{self._length(box.height)}}}"
            yield f"\\maparea{{{box.x:g}}}{{{box.y:g}}}{extent}{{{page}}}"

    def _frame(self, box: Box, look: Look, colour: str) -> str:
        pen = self._pen(colour, look.stroke, look.dashes)
        return f"\\draw{pen} {_place((box.x, box.y))} rectangle +{_place((box.width, box.height))};"

    def _sign(self, sign: Sign, colour: str) -> str:
        if sign.kind is Kind.MOTION:
            place = _place((sign.x, sign.y))
            return f"\\fill[{colour}] {place} circle[radius={self._length(sign.radius)}];"
        corners = [(sign.x + x, sign.y + y) for x, y in polygon(sign.kind, sign.radius)]
        return f"\\fill[{colour}] {_path(corners)} -- cycle;"

    def _key(self, key: Key) -> Iterator[str]:
        if key.sign:
            yield self._sign(key.sign, f"{self._name(key.sign.kind, key.tint)}Border")
        if key.plate:
            yield from self._swatch(key.plate, key.tint)
        yield from self._text(key.text)

    def _swatch(self, plate: Plate, tint: int) -> Iterator[str]:
        kind = plate.kind or Kind.SUPPORT
        look, name = self.theme.look(kind, tint), self._name(kind, tint)
        for part, width in (("Fill", plate.width), ("Stripe", plate.width / 3)):
            yield (
                f"\\filldraw[draw={name}Border,fill={name}{part},"
                f"line width={self._length(look.stroke)}]"
                f" {_place((plate.x, plate.y))} rectangle +{_place((width, plate.height))};"
            )

    def _text(self, text: Text, room: float = 0) -> Iterator[str]:
        """Each line; one in another font gets no wider than `room`, or than it is in ours."""
        colour = f"{text.kind.value}Border" if text.kind else "link" if text.muted else "ink"
        bold = "\\bfseries " if text.weight is Weight.MEDIUM else ""
        for number, line in enumerate(text.lines):
            shown = line.rstrip(" ")
            if not shown:
                continue
            wide = room or text.size * metrics.width(shown, text.weight)
            y = text.y + number * text.leading
            yield (
                f"\\maptext{{{text.x:g}}}{{{y:.6g}}}{{{self._length(text.size)}}}"
                f"{{{self._length(wide)}}}{{{colour}}}{{{bold}{self._linked(text.goal, shown)}}}"
            )

    def _linked(self, goal: str, line: str) -> str:
        page, address = goals.page(goal, self.anchors), goals.address(goal)
        if page:
            return f"\\hyperlink{{{page}}}{{{escape(line)}}}"
        if address:
            return f"\\href{{{escape_address(address)}}}{{{escape(line)}}}"
        return escape(line)


def _place(point: Point) -> str:
    return f"({point[0]:.6g},{point[1]:.6g})"


def _path(points: Iterable[Point]) -> str:
    return " -- ".join(map(_place, points))


def _rectangle(colour: str, corner: Point, width: float, height: float) -> str:
    return f"\\fill[{colour}] {_place(corner)} rectangle +{_place((width, height))};"
