"""One page of a PDF: a scene painted on a canvas."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from argmap.diagram.lettering import metrics
from argmap.diagram.lettering.fonts import FAMILY, Weight
from argmap.diagram.look.theme import CROSSING, Theme, polygon
from argmap.diagram.scene import Box, Line, Plate, Scene, Sign, Text
from argmap.diagram.view import Kind

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


class Link(NamedTuple):
    """A rectangle that leads somewhere."""

    goal: str
    left: float
    bottom: float
    right: float
    top: float


def font_name(weight: Weight) -> str:
    """What the bundled font is called in a PDF."""
    return f"{FAMILY}-{weight.name.title()}"


class Painter:
    """Paints a scene; PDF counts heights from the bottom, so every y is turned round."""

    def __init__(self, canvas: "Canvas", scene: Scene, theme: Theme) -> None:
        self.canvas = canvas
        self.scene = scene
        self.theme = theme
        self.top = scene.height
        self.links: list[Link] = []
        """What is to be clicked on, in points of the scene from the left lower corner."""

    def paint(self) -> None:
        """All of it, from the back to the front."""
        scene, theme = self.scene, self.theme
        self.rectangle((0, 0), scene.width, scene.height, theme.background)
        for line in scene.lines:
            self.line(line)
        for box in scene.boxes:
            self.box(box)
        for mark in scene.attacks:
            self.sign(mark, theme.looks[mark.kind].stripe)
        for plate in scene.plates:
            look = theme.looks[plate.kind].border if plate.kind else theme.pale
            self.rectangle((plate.x, plate.y), plate.width, plate.height, look)
        if scene.heading:
            self.text(scene.heading)
        for key in scene.legend:
            if key.sign:
                self.sign(key.sign, theme.look(key.sign.kind, key.tint).border)
            if key.plate:
                self.swatch(key.plate, key.tint)
            self.text(key.text)
        for text in scene.around:
            self.text(text)

    def rectangle(
        self, corner: tuple[float, float], width: float, height: float, colour: str
    ) -> None:
        """A filled rectangle without a border."""
        self.canvas.setFillColor(colour)
        x, y = corner
        self.canvas.rect(x, self.top - y - height, width, height, stroke=0, fill=1)

    def pen(self, colour: str, width: float, dashes: Iterable[float] = ()) -> None:
        """How the next strokes look."""
        self.canvas.setStrokeColor(colour)
        self.canvas.setLineWidth(width)
        self.canvas.setDash(list(dashes))

    def line(self, line: Line) -> None:
        """A link."""
        look = self.theme.looks[Kind.UNDERCUT]
        if line.undercut:
            self.pen(look.border, self.theme.pen * 1.25, look.dashes)
        elif line.cross:
            colour = self.theme.looks[line.kind].border if line.kind else self.theme.line
            self.pen(colour, self.theme.pen * 1.15, CROSSING)
        else:
            self.pen(self.theme.line, self.theme.pen)
        self._path(line.points, closed=False)

    def box(self, box: Box) -> None:
        """One box with its word, stripe, sign and text."""
        look = self.theme.look(box.kind, box.tint)
        for cell in box.cells:
            fill = self.theme.background if cell.hollow else look.fill
            self.rectangle((box.x, cell.y), box.width, cell.height, fill)
        self.pen(look.border, look.stroke, look.dashes)
        bottom = self.top - box.y - box.height
        self.canvas.rect(box.x, bottom, box.width, box.height, stroke=1, fill=0)
        corner, high = (box.x + look.inset, box.y + look.inset), box.height - 2 * look.inset
        self.rectangle(corner, box.stripe - look.inset, high, look.stripe)
        self.sign(box.sign, look.sign)
        self.pen(look.border, 0.6)
        for join in box.joins:
            self._path([(join.start, join.y), (box.x + box.width, join.y)], closed=False)
        if box.word:
            self.text(box.word)
        for number, cell in enumerate(box.cells):
            if number:
                self.text(box.joins[number - 1].text)
            self.text(cell.text)
        if box.more:
            self.text(box.more._replace(goal=box.goal))
        elif box.goal:
            self.links.append(Link(box.goal, box.x, bottom, box.x + box.width, self.top - box.y))

    def swatch(self, plate: Plate, tint: int) -> None:
        """A small box in the colours of a tint."""
        look = self.theme.look(plate.kind or Kind.SUPPORT, tint)
        bottom = self.top - plate.y - plate.height
        self.pen(look.border, look.stroke)
        for width, colour in ((plate.width, look.fill), (plate.width / 3, look.stripe)):
            self.canvas.setFillColor(colour)
            self.canvas.rect(plate.x, bottom, width, plate.height, stroke=1, fill=1)

    def sign(self, sign: Sign, colour: str) -> None:
        """A drawn sign."""
        self.canvas.setFillColor(colour)
        corners = polygon(sign.kind, sign.radius)
        self._path([(sign.x + x, sign.y + y) for x, y in corners], closed=True)

    def text(self, text: Text) -> None:
        """Lines of text."""
        beside = self.theme.line if text.muted else self.theme.text
        self.canvas.setFillColor(self.theme.looks[text.kind].border if text.kind else beside)
        written = self.canvas.beginText(text.x, self.top - text.y)
        written.setFont(font_name(text.weight), text.size, text.leading)
        for line in text.lines:
            written.textLine(line)
        self.canvas.drawText(written)
        if text.goal:
            wide = max(metrics.width(line, text.weight) for line in text.lines) * text.size
            top = self.top - text.y + text.size
            bottom = top - text.leading * len(text.lines)
            self.links.append(Link(text.goal, text.x, bottom, text.x + wide, top))

    def _path(self, points: Iterable[tuple[float, float]], *, closed: bool) -> None:
        path = self.canvas.beginPath()
        for place, (x, y) in enumerate(points):
            (path.lineTo if place else path.moveTo)(x, self.top - y)
        if closed:
            path.close()
        self.canvas.drawPath(path, stroke=0 if closed else 1, fill=1 if closed else 0)
