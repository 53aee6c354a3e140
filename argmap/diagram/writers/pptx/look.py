"""The colours and the font of a deck as a theme of PowerPoint, so that what is added matches."""

import re
from collections.abc import Callable

from argmap.diagram.look.theme import Theme
from argmap.diagram.view import Kind
from argmap.diagram.writers.pptx.lettering import FONT
from argmap.diagram.writers.svg import escape

MEASURED = 0.97
"""How much of a line may be used where the widths are those of the font."""

_COLOURS = re.compile(r"(<a:clrScheme name=)\"[^\"]*\">.*?(</a:clrScheme>)", re.DOTALL)
_FONTS = re.compile(r'<a:latin typeface="[^"]*"/>')
_ACCENTS = (Kind.SUPPORT, Kind.REBUTTAL, Kind.ANSWER, Kind.UNDERCUT, Kind.MOTION)


def font_of(theme: Theme) -> str:
    """The font of the slides: the first that a theme names, else the one that is everywhere."""
    return theme.font.split(",")[0].strip(" \"'") or FONT


def unmeasured(theme: Theme) -> bool:
    """Whether the font is one whose widths are not known."""
    return font_of(theme) != FONT


def reserve(theme: Theme) -> float:
    """How much of a line may be used: programs break lines a little differently."""
    return 0.85 if unmeasured(theme) else MEASURED


def themed(theme: Theme) -> Callable[[str], str]:
    """What puts the colours and the font of `theme` into the XML of a theme."""
    looks = theme.looks
    colours = {
        "dk1": theme.text,
        "lt1": theme.background,
        "dk2": looks[Kind.MOTION].border,
        "lt2": looks[Kind.MOTION].fill,
        **{f"accent{place}": looks[kind].stripe for place, kind in enumerate(_ACCENTS, 1)},
        "accent6": theme.line,
        "hlink": theme.text,
        "folHlink": theme.line,
    }
    spelled = "".join(
        f'<a:{name}><a:srgbClr val="{colour.lstrip("#")}"/></a:{name}>'
        for name, colour in colours.items()
    )
    font = f'<a:latin typeface="{escape(font_of(theme))}"/>'

    def change(xml: str) -> str:
        xml = _COLOURS.sub(lambda found: f'{found[1]}"Argument map">{spelled}{found[2]}', xml)
        return _FONTS.sub(lambda _: font, xml)

    return change
