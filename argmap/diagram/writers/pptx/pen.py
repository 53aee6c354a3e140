"""What every part of a slide is drawn with: ids, links, text, small shapes and groups."""

from collections.abc import Callable, Iterable
from itertools import count

from argmap.diagram.lettering import metrics
from argmap.diagram.lettering.fonts import Weight
from argmap.diagram.look.theme import Theme, polygon
from argmap.diagram.scene import Point, Sign, Text
from argmap.diagram.writers.pptx import markup
from argmap.diagram.writers.pptx.lettering import set_in, width
from argmap.diagram.writers.pptx.look import MEASURED, reserve, unmeasured

ASCENT = 0.905
"""From the top of a line of Arial to its baseline, in em."""
_LINE = 1.2
"""What PowerPoint takes for a line of text, in em."""
_LOOSE = 0.1
"""Em that a line may be wider than was planned."""
_SIZES = (100, 400_000)
"""Hundredths of a point that PowerPoint takes as a size."""

Click = Callable[[str], str]
Area = tuple[float, float, float, float]
"""Left, top, width and height."""


class Pen:
    """Draws for one slide; `click` spells where a goal leads, nothing for an unknown goal."""

    def __init__(self, theme: Theme, click: Click, first_id: int) -> None:
        self.theme = theme
        self.click = click
        self.share = reserve(theme)
        self.shrinks = unmeasured(theme)
        self._ids = count(first_id)

    def new_id(self) -> int:
        """The id of a further shape."""
        return next(self._ids)

    def paragraph(self, text: Text, room: float | None = None, lines: int = 1) -> str:
        """A text as one paragraph; in a `room`, so that it takes so many `lines` there."""
        joined = "".join(text.lines)
        size, spacing = text.size, 0.0
        if room is not None:
            size, spacing = set_in(joined, room, lines, text.size, text.weight, self.share)
        bold = int(text.weight is Weight.MEDIUM)
        closer = f' spc="{round(spacing * 100)}"' if spacing else ""
        points = min(max(round(size * 100), _SIZES[0]), _SIZES[1])
        properties = f'<a:rPr sz="{points}" b="{bold}"{closer}>{markup.fill(self._ink(text))}'
        lead = round(min(text.leading / text.size / _LINE, 1.2) * 100_000)
        layout = f'<a:pPr algn="l"><a:lnSpc><a:spcPct val="{lead}"/></a:lnSpc></a:pPr>'
        return markup.paragraph(joined, f"{properties}</a:rPr>", layout)

    def _ink(self, text: Text) -> str:
        if text.kind:
            return self.theme.looks[text.kind].border
        return self.theme.line if text.muted else self.theme.text

    def label(self, text: Text, name: str) -> str:
        """A text of its own, as wide as it is; others may stand close behind it."""
        place = markup.frame(
            *(text.x, text.y - ASCENT * text.size),
            text.size * max(width(line, text.weight) for line in text.lines) + 1,
            text.leading * len(text.lines),
        )
        return shape(
            markup.about(self.new_id(), name, click=self.click(text.goal)),
            f"{place}{markup.RECTANGLE}<a:noFill/>",
            markup.body(
                [self._planned(text, line) for line in text.lines], (0, 0, 0), wrapped=False
            ),
            text_box=True,
        )

    def _planned(self, text: Text, line: str) -> str:
        """A line, no wider than in the picture; a word in bold may be."""
        room = text.size * (metrics.width(line, text.weight) + _LOOSE) / MEASURED
        return self.paragraph(
            text._replace(lines=(line,)), room if text.weight is Weight.REGULAR else None
        )

    def sign(self, sign: Sign, colour: str, number: int | None = None) -> str:
        """A drawn sign."""
        about = markup.about(number or self.new_id(), "Sign", silent=True)
        corners = [(sign.x + x, sign.y + y) for x, y in polygon(sign.kind, sign.radius)]
        place = markup.frame(*area_of(corners))
        paint = markup.fill(colour) + markup.stroke("")
        return shape(about, f"{place}{markup.outline(corners, closed=True)}{paint}")

    def plate(self, area: Area, paint: str, name: str, click: str = "") -> str:
        """A rectangle that says nothing."""
        about = markup.about(self.new_id(), name, silent=True, click=click)
        return shape(about, f"{markup.frame(*area)}{markup.RECTANGLE}{paint}")

    def group(self, name: str, parts: Iterable[str], area: Area, said: str = "") -> str:
        """Shapes that are moved together."""
        about = markup.about(self.new_id(), name, described=said)
        return (
            f"<p:grpSp><p:nvGrpSpPr>{about}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
            f"<p:grpSpPr>{markup.group_frame(*area)}</p:grpSpPr>{''.join(parts)}</p:grpSp>"
        )


def shape(about: str, properties: str, text: str = "", *, text_box: bool = False) -> str:
    """The XML of a shape."""
    kept = ' txBox="1"' if text_box else ""
    return (
        f"<p:sp><p:nvSpPr>{about}<p:cNvSpPr{kept}/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{properties}</p:spPr>{text}</p:sp>"
    )


def area_of(points: Iterable[Point]) -> Area:
    """The least area that holds these points."""
    found = list(points)
    left, top = min(x for x, _ in found), min(y for _, y in found)
    return left, top, max(x for x, _ in found) - left, max(y for _, y in found) - top
