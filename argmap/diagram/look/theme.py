"""How each kind looks: colours, border and sign. The only place that knows colours.

The hues stay apart for the common kinds of colour blindness, text on every fill has a contrast
of at least 15:1, and sign, word and border say the same without any colour.
"""

from dataclasses import dataclass
from math import cos, pi, sin

from argmap.diagram.view import Kind


@dataclass(frozen=True, slots=True)
class Look:
    """The look of one kind. Colours are #RRGGBB."""

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


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours of a picture."""

    background: str
    text: str
    line: str
    looks: dict[Kind, Look]


DOTTED = (1.2, 2.2)
DASHED = (5.0, 2.5)
CROSSING = (4.0, 3.0)
"""Dashes of cross-links."""

LIGHT = Theme(
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
