"""PDF: vectors and embedded letters, one page as large as the picture."""

from collections.abc import Iterable
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from argmap.diagram.lettering import metrics
from argmap.diagram.lettering.fonts import FAMILY, Weight, font_file
from argmap.diagram.look.theme import CROSSING, LIGHT, Theme, polygon
from argmap.diagram.scene import Box, Line, Plate, Scene, Sign, Text
from argmap.diagram.view import Kind

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

LONGEST_SIDE = 14_400.0
"""Points. Viewers refuse larger pages."""


def write_pdf(scene: Scene, theme: Theme = LIGHT) -> tuple[bytes, list[str]]:
    """The scene as PDF, the same bytes for the same scene, and warnings."""
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - slow to import

    _register_fonts()
    scale = min(1.0, LONGEST_SIDE / max(scene.width, scene.height))
    written = BytesIO()
    canvas = Canvas(
        written,
        pagesize=(scene.width * scale, scene.height * scale),
        invariant=1,
        pageCompression=1,
        initialFontName=_font_name(Weight.REGULAR),  # type: ignore[arg-type]
    )
    canvas.setTitle(scene.title or "Argument map")
    canvas.setSubject(scene.summary)
    canvas.setAuthor("")
    canvas.setCreator("argmap")
    canvas.scale(scale, scale)
    _Painter(canvas, scene, theme).paint()
    canvas.showPage()
    canvas.save()
    return written.getvalue(), _warnings(scene, scale)


def _warnings(scene: Scene, scale: float) -> list[str]:
    warnings = []
    if scale < 1:
        warnings.append(
            f"The picture is larger than a PDF page may be; it was shrunk to {scale:.0%}."
        )
    missing = metrics.uncovered(line for text in scene.texts() for line in text.lines)
    if missing:
        warnings.append(
            "The font in the PDF lacks these characters and shows boxes for them:"
            f" {' '.join(missing)}. SVG keeps them."
        )
    return warnings


def _font_name(weight: Weight) -> str:
    return f"{FAMILY}-{weight.name.title()}"


@lru_cache(maxsize=1)
def _register_fonts() -> None:
    from reportlab.pdfbase.pdfmetrics import registerFont  # noqa: PLC0415
    from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415

    for weight in Weight:
        registerFont(TTFont(_font_name(weight), str(font_file(weight))))


class _Painter:
    """Paints a scene; PDF counts heights from the bottom, so every y is turned round."""

    def __init__(self, canvas: "Canvas", scene: Scene, theme: Theme) -> None:
        self.canvas = canvas
        self.scene = scene
        self.theme = theme
        self.top = scene.height

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
            self.pen(colour, 1.4, CROSSING)
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
        self.canvas.setFillColor(
            self.theme.looks[text.kind].border if text.kind else self.theme.text
        )
        written = self.canvas.beginText(text.x, self.top - text.y)
        written.setFont(_font_name(text.weight), text.size, text.leading)
        for line in text.lines:
            written.textLine(line)
        self.canvas.drawText(written)

    def _path(self, points: Iterable[tuple[float, float]], *, closed: bool) -> None:
        path = self.canvas.beginPath()
        for place, (x, y) in enumerate(points):
            (path.lineTo if place else path.moveTo)(x, self.top - y)
        if closed:
            path.close()
        self.canvas.drawPath(path, stroke=0 if closed else 1, fill=1 if closed else 0)
