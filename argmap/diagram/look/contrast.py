"""How far apart two colours are, to good eyes and to colour-blind ones. Colours are #RRGGBB.

Sources: relative luminance and contrast as in WCAG 2.2; sRGB and its primaries as in IEC 61966-2-1;
CIE L*a*b* for the white of D65; colour blindness after Machado, Oliveira and Fernandes, "A
Physiologically-based Model for Simulation of Color Vision Deficiency" (IEEE TVCG 15, 2009), the
matrices for severity 1.0, applied to linear light.
"""

from math import dist

Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]

TEXT_CONTRAST = 4.5
"""The least that text needs against what is behind it (WCAG 1.4.3)."""
GRAPHICS_CONTRAST = 3.0
"""The least that borders, lines and signs need (WCAG 1.4.11)."""

_TO_XYZ: Matrix = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE: Triple = (0.95047, 1.0, 1.08883)

BLINDNESS: dict[str, Matrix] = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""What each kind of colour blindness does to linear red, green and blue."""


def linear(colour: str) -> Triple:
    """Red, green and blue as shares of linear light."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _linear(red), _linear(green), _linear(blue)


def luminance(colour: str) -> float:
    """Relative luminance, 0 for black to 1 for white."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def lab(colour: str, blindness: str = "") -> Triple:
    """L*, a* and b* of a colour, as seen with one kind of `BLINDNESS` if it is named."""
    light = linear(colour)
    if blindness:
        light = _clipped(_times(BLINDNESS[blindness], light))
    x, y, z = (
        _root(part / white) for part, white in zip(_times(_TO_XYZ, light), _WHITE, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: str, other: str, blindness: str = "") -> float:
    """Euclidean distance in L*a*b* (CIE 1976); below 10 two areas look alike."""
    return dist(lab(one, blindness), lab(other, blindness))


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def _clipped(light: Triple) -> Triple:
    red, green, blue = (min(max(part, 0.0), 1.0) for part in light)
    return red, green, blue


def _times(matrix: Matrix, light: Triple) -> Triple:
    x, y, z = (sum(a * b for a, b in zip(row, light, strict=True)) for row in matrix)
    return x, y, z


def _root(share: float) -> float:
    return float(share ** (1 / 3)) if share > 216 / 24389 else (24389 / 27 * share + 16) / 116
