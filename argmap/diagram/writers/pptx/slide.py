"""One scene as the shapes of a slide, in the order in which they are read out."""

from argmap.diagram.lettering.fonts import Weight
from argmap.diagram.look.theme import Theme
from argmap.diagram.scene import Key, Plate, Point, Scene, Text
from argmap.diagram.view import Kind
from argmap.diagram.writers.pptx import markup
from argmap.diagram.writers.pptx.boxes import BoxWriter, names_of
from argmap.diagram.writers.pptx.lettering import width
from argmap.diagram.writers.pptx.lines import LOOSE, Lines
from argmap.diagram.writers.pptx.pen import ASCENT, Area, Click, Pen, area_of

_TITLE = 2
"""Id of the title; 1 is that of the slide itself."""
_GAP = 12
"""Between the title and the map of the whole."""
_HIDDEN = Text(0, -40, (), 22, 26, Weight.MEDIUM)
"""A title that the picture does not show stands above the slide, for those who list titles."""


def shapes_of(scene: Scene, theme: Theme, title: str, click: Click, width: float) -> str:
    """All shapes of a slide of that `width`: title, lines, boxes, what stands around them.

    The slide is called `title` where the scene has no heading.
    """
    pen = Pen(theme, click, _TITLE + 1)
    names = names_of(scene.boxes)
    frames = [pen.new_id() for _ in scene.boxes]
    lines = Lines(scene, pen, frames, names)
    heading = scene.heading or _HIDDEN._replace(lines=(title,))
    right = min([width - heading.x, *(plate.x - _GAP for plate in scene.plates)])
    found = [_heading(pen, heading, max(right - heading.x, 10)), *lines.parts[LOOSE]]
    for place, box in enumerate(scene.boxes):
        writer = BoxWriter(pen, box, frames[place])
        found.append(writer.group(names[place], lines, place))
    found += lines.signs[LOOSE]
    found += [pen.label(text, "Text") for text in scene.around]
    if scene.legend:
        found.append(_legend(pen, scene.legend))
    if scene.plates:
        found.append(_map(pen, scene.plates))
    return "".join(found)


def _heading(pen: Pen, text: Text, room: float) -> str:
    written = pen.paragraph(text, room, len(text.lines))
    top = text.y - ASCENT * text.size
    place = markup.frame(text.x, top, room, text.leading * len(text.lines) + 2)
    return (
        f"<p:sp><p:nvSpPr>{markup.about(_TITLE, 'Title')}<p:cNvSpPr>"
        '<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{place}</p:spPr>{markup.body([written], (0, 0, 0), wrapped=True)}</p:sp>"
    )


def _legend(pen: Pen, legend: tuple[Key, ...]) -> str:
    parts: list[str] = []
    corners: list[Point] = []
    for sign, plate, text, tint in legend:
        if sign:
            parts.append(pen.sign(sign, pen.theme.look(sign.kind, tint).border))
            corners.append((sign.x - sign.radius, sign.y))
        if plate:
            parts += _swatch(pen, plate, tint)
            corners.append((plate.x, plate.y))
        parts.append(pen.label(text, "Meaning"))
        right = text.x + text.size * max(width(line, text.weight) for line in text.lines)
        below = text.y + text.leading * (len(text.lines) - 1)
        corners += [(text.x, text.y - ASCENT * text.size), (right, below)]
    return pen.group("Legend", parts, area_of(corners))


def _swatch(pen: Pen, plate: Plate, tint: int) -> list[str]:
    """A small box in the colours of a tint."""
    look = pen.theme.look(plate.kind or Kind.SUPPORT, tint)
    line = markup.stroke(look.border, look.stroke, look.dashes)
    return [
        pen.plate((plate.x, plate.y, wide, plate.height), markup.fill(colour) + line, "Swatch")
        for wide, colour in ((plate.width, look.fill), (plate.width / 3, look.stripe))
    ]


def _map(pen: Pen, plates: tuple[Plate, ...]) -> str:
    parts: list[str] = []
    corners: list[Point] = []
    for x, y, wide, high, kind in plates:
        colour = pen.theme.looks[kind].border if kind else pen.theme.pale
        area: Area = (x, y, wide, high)
        parts.append(pen.plate(area, markup.fill(colour) + markup.stroke(""), "Plate"))
        corners += [(x, y), (x + wide, y + high)]
    said = "The whole map; the boxes of this slide stand out."
    return pen.group("Map", parts, area_of(corners), said)
