"""What a theme is, the one that is used where none is named, and the signs of the kinds.

In every built-in theme hues stay apart for the common kinds of colour blindness and text can be
read on every fill; sign, word and border say the same without any colour.
"""

from dataclasses import dataclass, replace
from math import cos, pi, sin

from argmap.diagram.lettering.fonts import FAMILY
from argmap.diagram.view import Kind


@dataclass(frozen=True, slots=True)
class Look:
    """The look of one kind, or of one tint. Colours are #RRGGBB."""

    stripe: str
    fill: str
    border: str
    """Colour of the border and of the word."""
    sign: str
    """Colour of the sign on the stripe."""
    stroke: float
    """Width of the border in points."""
    dashes: tuple[float, ...] = ()
    """Lengths of stroke and space in points; empty: solid."""

    @property
    def inset(self) -> float:
        """How far the stripe keeps inside the box: within a solid border, over a broken one."""
        return -self.stroke / 2 if self.dashes else self.stroke / 2


_GENERIC = {"serif", "sans-serif", "monospace", "system-ui"}
_FALLBACK = ("Arial", "Helvetica", "sans-serif")

OTHER = 6
"""The tint of all that is none of the six things that have a tint of their own."""
NONE = 7
"""The tint of what has nothing that a tint could stand for."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours of a picture."""

    background: str
    text: str
    line: str
    """Colour of links, and of text that stands beside the matter."""
    looks: dict[Kind, Look]
    name: str = ""
    pale: str = "#C9CDD4"
    """Colour of what is not on this page, in a map of the map."""
    pen: float = 1.2
    """Width of links in points."""
    tints: tuple[Look, ...] = ()
    """Six looks that stand for anything but a kind, then those of `OTHER` and `NONE`."""
    font: str = ""
    """Families to try before the bundled font, where the reader's machine has them."""
    warnings: tuple[str, ...] = ()
    """What is weak in it, each a sentence."""

    @property
    def families(self) -> str:
        """A list of font families for SVG and CSS; in a double-quoted attribute it is safe."""
        names = (name.strip() for name in self.font.split(","))
        own = (name if name in _GENERIC else f"'{name}'" for name in names if name)
        return ", ".join([*own, FAMILY, *_FALLBACK])

    def look(self, kind: Kind, tint: int = -1) -> Look:
        """How a box looks: a tint gives the colours then, its kind the border's stroke."""
        own = self.looks[kind]
        if tint < 0 or not self.tints:
            return own
        return replace(self.tints[tint], stroke=own.stroke, dashes=own.dashes)

    def without_hues(self) -> "Theme":
        """The theme for tinted pictures: kinds below the motion have one neutral colour."""
        if not self.tints:
            return self
        ink, ground = self.tints[NONE].border, self.background
        looks = {
            kind: replace(look, stripe=ink, border=ink, fill=ground, sign=ground)
            for kind, look in self.looks.items()
        }
        looks[Kind.MOTION] = self.looks[Kind.MOTION]
        return replace(self, looks=looks)


DOTTED = (1.2, 2.2)
DASHED = (5.0, 2.5)
CROSSING = (4.0, 3.0)
"""Dashes of cross-links."""

LIGHT = Theme(
    name="light",
    background="#FFFFFF",
    text="#1A1A1A",
    line="#6B7280",
    looks={
        Kind.MOTION: Look("#1F2937", "#FFFFFF", "#1F2937", "#FFFFFF", 2.0),
        Kind.SUPPORT: Look("#00664B", "#E3F4EE", "#00664B", "#FFFFFF", 1.0),
        Kind.REBUTTAL: Look("#A84300", "#FBE6D9", "#A84300", "#FFFFFF", 1.2, DASHED),
        Kind.ANSWER: Look("#E69F00", "#FFF3D6", "#8A5A00", "#000000", 2.2),
        Kind.UNDERCUT: Look("#5B3A8E", "#F0EAF8", "#5B3A8E", "#FFFFFF", 1.6, DOTTED),
    },
    tints=(
        Look("#0072B2", "#E4F1F9", "#005F95", "#FFFFFF", 1.0),
        Look("#C24A00", "#FCE8DC", "#A84300", "#FFFFFF", 1.0),
        Look("#E0B000", "#FFF6D2", "#7A5C00", "#000000", 1.0),
        Look("#5A00A8", "#EFE6F8", "#4C008F", "#FFFFFF", 1.0),
        Look("#4A0A14", "#F0DEE0", "#4A0A14", "#FFFFFF", 1.0),
        Look("#2FCFA5", "#DDF8F0", "#00705A", "#000000", 1.0),
        Look("#6B7280", "#ECEEF1", "#4B5563", "#FFFFFF", 1.0),
        Look("#F6F7F8", "#FFFFFF", "#4B5563", "#1A1A1A", 1.0),
    ),
)

Corner = tuple[float, float]

_CIRCLE = tuple((cos(step * pi / 12), sin(step * pi / 12)) for step in range(24))
_SHAPES: dict[Kind, tuple[Corner, ...]] = {
    Kind.MOTION: _CIRCLE,
    Kind.SUPPORT: ((0, -0.9), (1, 0.8), (-1, 0.8)),
    Kind.REBUTTAL: ((0, 0.9), (1, -0.8), (-1, -0.8)),
    Kind.ANSWER: ((0, -1.1), (1, 0), (0, 1.1), (-1, 0)),
    Kind.UNDERCUT: (
        *((-0.9, -0.5), (-0.5, -0.9), (0, -0.4), (0.5, -0.9), (0.9, -0.5), (0.4, 0)),
        *((0.9, 0.5), (0.5, 0.9), (0, 0.4), (-0.5, 0.9), (-0.9, 0.5), (-0.4, 0)),
    ),
}


def polygon(kind: Kind, radius: float) -> list[Corner]:
    """The corners of a sign, relative to its centre."""
    return [(radius * x, radius * y) for x, y in _SHAPES[kind]]
