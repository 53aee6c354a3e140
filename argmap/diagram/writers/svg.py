"""SVG: text stays text, and the letters that it uses are embedded as a font.

Everything is said in elements and presentation attributes, so editors understand it and a strict
content security policy allows it. Text from the map only ever becomes character data.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache, lru_cache

from argmap.diagram.lettering.fonts import Weight
from argmap.diagram.lettering.webfont import font_faces
from argmap.diagram.look.theme import CROSSING, LIGHT, Look, Theme, polygon
from argmap.diagram.scene import Box, Cell, Key, Line, Plate, Scene, Sign, Text
from argmap.diagram.view import Kind
from argmap.diagram.writers import goals
from argmap.text import FORBIDDEN, clean

_SPECIAL = re.compile(f'[&<>"]|{FORBIDDEN.pattern}')


def escape(text: str) -> str:
    """`text` as XML character data or attribute value; what XML cannot hold becomes U+FFFD."""
    if not _SPECIAL.search(text):
        return text
    text = clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;")


def write_svg(
    scene: Scene,
    theme: Theme = LIGHT,
    *,
    embed: bool = True,
    spell: Callable[[str], str] = escape,
    anchors: Collection[str] = (),
) -> str:
    """The scene as a standalone SVG, sized in points.

    Boxes are groups called ``n0``, ``n1`` and so on, as in the scene. Without `embed` the font is
    only named. `spell` turns the text of a line into SVG. `anchors` are those of the document that
    the picture will stand in: other goals that are no addresses do not become links.
    """
    writer = _Writer(theme, spell, frozenset(anchors))
    style = f"<style>{font_faces(scene.texts())}</style>\n" if embed else ""
    body = "\n".join(writer.groups(scene))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{scene.width}pt" height="{scene.height}pt"'
        f' viewBox="0 0 {scene.width} {scene.height}" role="img" aria-labelledby="title summary">\n'
        f'<title id="title">{escape(scene.title or "Argument map")}</title>\n'
        f'<desc id="summary">{escape(scene.summary)}</desc>\n{style}'
        f'<rect width="100%" height="100%" fill="{theme.background}"/>\n'
        f'<g font-family="{theme.families}" fill="{theme.text}">\n{body}\n</g>\n</svg>\n'
    )


class _Writer:
    """What repeats for every box of a kind is spelled once."""

    def __init__(self, theme: Theme, spell: Callable[[str], str], anchors: frozenset[str]) -> None:
        self.theme = theme
        self.spell = spell
        self.anchors = anchors
        looks = theme.looks
        self.look = cache(theme.look)
        self._filled = cache(lambda kind, tint: _rectangle(None, self.look(kind, tint)))
        self._empty = cache(lambda kind, tint: _rectangle(theme.background, self.look(kind, tint)))
        self._inks: dict[Kind | None, str] = {
            kind: f' fill="{look.border}"' for kind, look in looks.items()
        }
        self._inks[None] = ""
        self._muted = f' fill="{theme.line}"'
        dotted = looks[Kind.UNDERCUT]
        dashes = (
            f'" fill="none" stroke-width="{theme.pen * 1.15:g}"'
            f' stroke-dasharray="{_numbers(CROSSING)}"'
        )
        self._crosses = {
            kind: f'{dashes} stroke="{looks[kind].border if kind else theme.line}"/>'
            for kind in (None, *looks)
        }
        self._links = {
            False: f'" fill="none" stroke="{theme.line}" stroke-width="{theme.pen:g}"/>',
            True: f'" fill="none" stroke="{dotted.border}" stroke-width="{theme.pen * 1.25:g}"'
            f' stroke-dasharray="{_numbers(dotted.dashes)}"/>',
        }

    def groups(self, scene: Scene) -> Iterator[str]:
        """All that is drawn, from the back to the front."""
        yield from _group("links", map(self.line, scene.lines))
        yield from _group("boxes", map(self.box, range(len(scene.boxes)), scene.boxes))
        looks = self.theme.looks
        marks = (self.sign(mark, looks[mark.kind].stripe) for mark in scene.attacks)
        yield from _group("marks", marks)
        yield from _group("map", map(self.plate, scene.plates))
        if scene.heading:
            yield self.text(scene.heading)
        yield from _group("legend", map(self.legend_entry, scene.legend))
        yield from _group("around", map(self.text, scene.around))

    def line(self, line: Line) -> str:
        """One link; those of undercuts are dotted, cross-links dashed."""
        points = " ".join([f"{x},{y}" for x, y in line.points])
        crossing = line.cross and not line.undercut
        look = self._crosses[line.kind] if crossing else self._links[line.undercut]
        return f'<polyline points="{points}{look}'

    def box(self, number: int, box: Box) -> str:
        """One box with its word, stripe, sign and text."""
        kind, x, y, high = box.kind, box.x, box.y, box.height
        look = self.look(kind, box.tint)
        hollow = [cell for cell in box.cells if cell.hollow]
        empty = len(hollow) == len(box.cells)
        parts = [
            f'<g id="n{number}"><rect x="{x}" y="{y}" width="{box.width}" height="{high}"'
            f"{(self._empty if empty else self._filled)(kind, box.tint)}"
        ]
        if not empty:
            parts += [self._hollow(box, cell, look.stroke) for cell in hollow]
        start, end = _stripe(look, box.stripe)
        parts.append(f'<path d="M{x} {y}{start}{high - 2 * look.inset:g}{end}')
        parts.append(self.sign(box.sign, look.sign))
        if box.word:
            parts.append(self.text(box.word))
        parts.append(self.text(box.cells[0].text))
        for join, cell in zip(box.joins, box.cells[1:], strict=True):
            rule = f"M{join.start} {join.y}H{round(x + box.width, 2)}"
            parts.append(f'<path d="{rule}" stroke="{look.border}" stroke-width="0.6"/>')
            parts += [self.text(join.text), self.text(cell.text)]
        if box.more:
            parts.append(self._linked(box.goal, self.text(box.more)))
        parts.append("</g>")
        drawn = "".join(parts)
        return drawn if box.more else self._linked(box.goal, drawn)

    def _hollow(self, box: Box, cell: Cell, stroke: float) -> str:
        return (
            f'<rect x="{box.x + stroke / 2:g}" y="{cell.y + stroke / 2:g}"'
            f' width="{box.width - stroke:g}" height="{cell.height - stroke:g}"'
            f' fill="{self.theme.background}"/>'
        )

    def sign(self, sign: Sign, colour: str) -> str:
        """A drawn sign."""
        outline = _outline(sign.kind, sign.radius)
        return f'<path d="M{sign.x} {sign.y}{outline}" fill="{colour}"/>'

    def plate(self, plate: Plate) -> str:
        """A box in the map of the map."""
        colour = self.theme.looks[plate.kind].border if plate.kind else self.theme.pale
        return (
            f'<rect x="{plate.x}" y="{plate.y}" width="{plate.width}" height="{plate.height}"'
            f' fill="{colour}"/>'
        )

    def legend_entry(self, key: Key) -> str:
        """A sign or a tint, and what it means."""
        sign = self.sign(key.sign, self.look(key.sign.kind, key.tint).border) if key.sign else ""
        return sign + (self._swatch(key.plate, key.tint) if key.plate else "") + self.text(key.text)

    def _swatch(self, plate: Plate, tint: int) -> str:
        """A small box in the colours of a tint."""
        kind = plate.kind or Kind.SUPPORT
        look = self.look(kind, tint)
        x, y, high = plate.x, plate.y, plate.height
        return (
            f'<rect x="{x}" y="{y}" width="{plate.width}" height="{high}"{self._filled(kind, tint)}'
            f'<rect x="{x}" y="{y}" width="{plate.width / 3:g}" height="{high}"'
            f' fill="{look.stripe}" stroke="{look.border}" stroke-width="{look.stroke}"/>'
        )

    def text(self, text: Text) -> str:
        """Lines of text; each but the first starts below the one before."""
        weight = ' font-weight="500"' if text.weight is Weight.MEDIUM else ""
        lines = self.spell("\n".join(text.lines))
        if len(text.lines) > 1:
            turn = f'</tspan><tspan x="{text.x}" dy="{text.leading}">'
            lines = f"<tspan>{lines}</tspan>".replace("\n", turn)
        ink = self._muted if text.muted else self._inks[text.kind]
        drawn = (
            f'<text x="{text.x}" y="{text.y}" font-size="{text.size}"{weight}{ink}>{lines}</text>'
        )
        return self._linked(text.goal, drawn)

    def _linked(self, goal: str, drawn: str) -> str:
        if not goal:
            return drawn
        page = goals.page(goal, self.anchors)
        leads = f"#{page}" if page else goals.address(goal)
        return f'<a href="{escape(leads)}">{drawn}</a>' if leads else drawn


def _group(name: str, parts: Iterable[str]) -> Iterator[str]:
    drawn = list(parts)
    if drawn:
        yield f'<g id="{name}">'
        yield from drawn
        yield "</g>"


@lru_cache(maxsize=64)
def _outline(kind: Kind, radius: float) -> str:
    """The outline of a sign as path data, relative to its centre."""
    data = "m"
    before = (0.0, 0.0)
    for x, y in polygon(kind, radius):
        data += f"{x - before[0]:.2f} {y - before[1]:.2f} "
        before = (x, y)
    return data.rstrip() + "z"


def _numbers(numbers: tuple[float, ...]) -> str:
    return " ".join(map(str, numbers))


def _rectangle(fill: str | None, look: Look) -> str:
    dashes = f' stroke-dasharray="{_numbers(look.dashes)}"' if look.dashes else ""
    return (
        f' fill="{fill or look.fill}" stroke="{look.border}" stroke-width="{look.stroke}"{dashes}/>'
    )


@lru_cache(maxsize=64)
def _stripe(look: Look, wide: int) -> tuple[str, str]:
    """What comes before and behind the height of a stripe, relative to its box."""
    inset = look.inset
    across = wide - inset
    return f"m{inset:g} {inset:g}h{across:g}v", f'h-{across:g}z" fill="{look.stripe}"/>'
