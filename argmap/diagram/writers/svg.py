"""SVG: text stays text, and the letters that it uses are embedded as a font.

Everything is said in elements and presentation attributes, so editors understand it and a strict
content security policy allows it. Text from the map only ever becomes character data.
"""

from collections.abc import Callable

from argmap.diagram.fonts import FAMILY, Weight
from argmap.diagram.scene import Box, Line, Point, Scene, Sign, Text
from argmap.diagram.theme import LIGHT, Look, Theme, polygon
from argmap.diagram.view import Kind
from argmap.diagram.writers.webfont import font_faces
from argmap.text import clean

_FALLBACK = "Arial, Helvetica, sans-serif"


def escape(text: str) -> str:
    """`text` as XML character data or attribute value; what XML cannot hold becomes U+FFFD."""
    text = clean(text)
    if text.isalnum():
        return text
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;")


def write_svg(
    scene: Scene,
    theme: Theme = LIGHT,
    *,
    embed: bool = True,
    spell: Callable[[str], str] = escape,
) -> str:
    """The scene as a standalone SVG, sized in points.

    Without `embed` the font is only named. `spell` turns the text of a line into SVG.
    """
    writer = _Writer(theme, spell)
    style = f"<style>{font_faces(scene.texts())}</style>\n" if embed else ""
    size = f"{scene.width:.2f} {scene.height:.2f}"
    wide, high = size.split()
    body = "\n".join(
        [
            writer.lines(scene.lines),
            *map(writer.box, scene.boxes),
            *(writer.sign(mark, theme.looks[mark.kind].stripe) for mark in scene.attacks),
            *([writer.text(scene.heading)] if scene.heading else []),
            *map(writer.legend_entry, scene.legend),
        ]
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}pt" height="{high}pt"'
        f' viewBox="0 0 {size}" role="img" aria-labelledby="title summary">\n'
        f'<title id="title">{escape(scene.title or "Argument map")}</title>\n'
        f'<desc id="summary">{escape(scene.summary)}</desc>\n{style}'
        f'<rect width="100%" height="100%" fill="{theme.background}"/>\n'
        f'<g font-family="{FAMILY}, {_FALLBACK}" fill="{theme.text}">\n{body}\n</g>\n</svg>\n'
    )


class _Writer:
    def __init__(self, theme: Theme, spell: Callable[[str], str]) -> None:
        self.theme = theme
        self.spell = spell
        self._frames = {kind: _frame(look) for kind, look in theme.looks.items()}

    def lines(self, lines: tuple[Line, ...]) -> str:
        """All links; those of undercuts are dotted."""
        marked = "\n".join(map(self._line, lines))
        return f'<g fill="none" stroke="{self.theme.line}" stroke-width="1.2">\n{marked}\n</g>'

    def _line(self, line: Line) -> str:
        points = _points(line.points)
        if not line.undercut:
            return f'<polyline points="{points}"/>'
        look = self.theme.looks[Kind.UNDERCUT]
        dashes = " ".join(map(str, look.dashes))
        return (
            f'<polyline points="{points}" stroke="{look.border}" stroke-width="1.5"'
            f' stroke-dasharray="{dashes}"/>'
        )

    def box(self, box: Box) -> str:
        """One box with its word, stripe, sign and text."""
        look = self.theme.looks[box.kind]
        empty = all(cell.hollow for cell in box.cells)
        fill = self.theme.background if empty else look.fill
        right, inset = box.x + box.width, look.stroke / 2
        parts = [
            f'<g><rect x="{box.x:.2f}" y="{box.y:.2f}" width="{box.width:.2f}"'
            f' height="{box.height:.2f}" fill="{fill}"{self._frames[box.kind]}/>'
        ]
        if not empty:
            parts += [
                f'<rect x="{box.x + inset:.2f}" y="{cell.y + inset:.2f}"'
                f' width="{box.width - look.stroke:.2f}" height="{cell.height - look.stroke:.2f}"'
                f' fill="{self.theme.background}"/>'
                for cell in box.cells
                if cell.hollow
            ]
        parts.append(
            f'<rect x="{box.x + inset:.2f}" y="{box.y + inset:.2f}" width="{box.stripe:.2f}"'
            f' height="{box.height - look.stroke:.2f}" fill="{look.stripe}"/>'
        )
        parts.append(self.sign(box.sign, look.sign))
        for join in box.joins:
            parts.append(
                f'<path d="M{join.start:.2f} {join.y:.2f}H{right:.2f}" stroke="{look.border}"'
                f' stroke-width="0.6"/>'
            )
        parts += [self.text(box.word)] if box.word else []
        for number, cell in enumerate(box.cells):
            parts += [self.text(box.joins[number - 1].text)] if number else []
            parts.append(self.text(cell.text))
        return "".join(parts) + "</g>"

    def sign(self, sign: Sign, colour: str) -> str:
        """A drawn sign."""
        return f'<polygon points="{_points(polygon(sign))}" fill="{colour}"/>'

    def legend_entry(self, entry: tuple[Sign, Text]) -> str:
        """A sign and what it means."""
        sign, text = entry
        return self.sign(sign, self.theme.looks[sign.kind].border) + self.text(text)

    def text(self, text: Text) -> str:
        """Lines of text; each but the first starts below the one before."""
        weight = ' font-weight="500"' if text.weight is Weight.MEDIUM else ""
        colour = f' fill="{self.theme.looks[text.kind].border}"' if text.kind else ""
        turn = f'</tspan><tspan x="{text.x:.2f}" dy="{text.leading:.2f}">'
        lines = turn.join(map(self.spell, text.lines))
        if len(text.lines) > 1:
            lines = f"<tspan>{lines}</tspan>"
        return (
            f'<text x="{text.x:.2f}" y="{text.y:.2f}" font-size="{text.size:g}"'
            f"{weight}{colour}>{lines}</text>"
        )


def _frame(look: Look) -> str:
    dashes = f' stroke-dasharray="{" ".join(map(str, look.dashes))}"' if look.dashes else ""
    return f' stroke="{look.border}" stroke-width="{look.stroke:g}"{dashes}'


def _points(points: tuple[Point, ...] | list[Point]) -> str:
    return " ".join([f"{x:.2f},{y:.2f}" for x, y in points])
