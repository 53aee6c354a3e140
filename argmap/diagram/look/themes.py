"""The built-in themes. Tests hold their contrasts and how far apart their colours are.

grey is for black-and-white printers: it tells kinds by lightness and border. contrast is for
bright rooms, poor projectors and tired eyes: black on white, thick borders.
"""

from argmap.diagram.look.theme import DASHED, DOTTED, LIGHT, Look, Theme
from argmap.diagram.view import Kind

DARK = Theme(
    name="dark",
    background="#14171C",
    text="#F1F3F5",
    line="#9AA3AF",
    pale="#3B424D",
    looks={
        Kind.MOTION: Look("#E5E7EB", "#20252D", "#E5E7EB", "#14171C", 2.0),
        Kind.SUPPORT: Look("#3CCFA3", "#0F3329", "#3CCFA3", "#000000", 1.0),
        Kind.REBUTTAL: Look("#E8743B", "#43210F", "#F08A55", "#000000", 1.2, DASHED),
        Kind.ANSWER: Look("#F7D774", "#3D2E08", "#F7D774", "#000000", 2.2),
        Kind.UNDERCUT: Look("#A98BF0", "#2A2140", "#B9A0F5", "#000000", 1.6, DOTTED),
    },
    tints=(
        Look("#56B4E9", "#10304A", "#7CC4EE", "#000000", 1.0),
        Look("#E8743B", "#43210F", "#F08A55", "#000000", 1.0),
        Look("#FAE13E", "#3A3306", "#FAE13E", "#000000", 1.0),
        Look("#863EFA", "#281647", "#B48BFC", "#FFFFFF", 1.0),
        Look("#A6537C", "#3B1A2B", "#D58AAE", "#FFFFFF", 1.0),
        Look("#BBFAC6", "#1D3A23", "#BBFAC6", "#000000", 1.0),
        Look("#B4BAC4", "#2A2F38", "#A9B1BC", "#000000", 1.0),
        Look("#2A2F38", "#14171C", "#A9B1BC", "#F1F3F5", 1.0),
    ),
)

GREY = Theme(
    name="grey",
    background="#FFFFFF",
    text="#000000",
    line="#555555",
    pale="#CCCCCC",
    looks={
        Kind.MOTION: Look("#000000", "#FFFFFF", "#000000", "#FFFFFF", 2.4),
        Kind.SUPPORT: Look("#E6E6E6", "#FFFFFF", "#000000", "#000000", 0.9),
        Kind.REBUTTAL: Look("#404040", "#FFFFFF", "#000000", "#FFFFFF", 1.3, DASHED),
        Kind.ANSWER: Look("#A6A6A6", "#FFFFFF", "#000000", "#000000", 2.0),
        Kind.UNDERCUT: Look("#707070", "#FFFFFF", "#000000", "#FFFFFF", 1.6, DOTTED),
    },
    tints=(
        Look("#404040", "#FFFFFF", "#000000", "#FFFFFF", 1.0),
        Look("#DDDDDD", "#FFFFFF", "#000000", "#000000", 1.0),
        Look("#8C8C8C", "#FFFFFF", "#000000", "#000000", 1.0),
        Look("#262626", "#DADADA", "#000000", "#FFFFFF", 1.0),
        Look("#B4B4B4", "#DADADA", "#000000", "#000000", 1.0),
        Look("#666666", "#DADADA", "#000000", "#FFFFFF", 1.0),
        Look("#000000", "#B4B4B4", "#000000", "#FFFFFF", 1.0),
        Look("#FFFFFF", "#FFFFFF", "#000000", "#000000", 1.0),
    ),
)

_THICK_DASHED = (7.0, 3.5)
_THICK_DOTTED = (2.6, 2.6)

CONTRAST = Theme(
    name="contrast",
    background="#FFFFFF",
    text="#000000",
    line="#000000",
    pale="#B0B0B0",
    pen=2.0,
    looks={
        Kind.MOTION: Look("#000000", "#FFFFFF", "#000000", "#FFFFFF", 3.6),
        Kind.SUPPORT: Look("#00513B", "#FFFFFF", "#000000", "#FFFFFF", 1.8),
        Kind.REBUTTAL: Look("#9C2F00", "#FFFFFF", "#000000", "#FFFFFF", 2.2, _THICK_DASHED),
        Kind.ANSWER: Look("#FFC20A", "#FFFFFF", "#000000", "#000000", 3.0),
        Kind.UNDERCUT: Look("#4B2A80", "#FFFFFF", "#000000", "#FFFFFF", 2.4, _THICK_DOTTED),
    },
    tints=(
        Look("#005A8F", "#FFFFFF", "#000000", "#FFFFFF", 1.8),
        Look("#C24A00", "#FFFFFF", "#000000", "#FFFFFF", 1.8),
        Look("#F0C000", "#FFFFFF", "#000000", "#000000", 1.8),
        Look("#5A00A8", "#FFFFFF", "#000000", "#FFFFFF", 1.8),
        Look("#3A0008", "#FFFFFF", "#000000", "#FFFFFF", 1.8),
        Look("#2FCFA5", "#FFFFFF", "#000000", "#000000", 1.8),
        Look("#6B7280", "#FFFFFF", "#000000", "#FFFFFF", 1.8),
        Look("#FFFFFF", "#FFFFFF", "#000000", "#000000", 1.8),
    ),
)

THEMES: dict[str, Theme] = {theme.name: theme for theme in (LIGHT, DARK, GREY, CONTRAST)}
"""By name, the one that is used where none is asked for first."""
