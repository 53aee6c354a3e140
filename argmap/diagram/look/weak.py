"""What is weak in a theme: colours that meet and can hardly be told apart."""

from collections.abc import Iterator
from typing import NamedTuple

from argmap.diagram.look.contrast import GRAPHICS_CONTRAST, TEXT_CONTRAST, contrast
from argmap.diagram.look.theme import OTHER, Theme
from argmap.text import count

_MOST_WEAK = 4


class _Pair(NamedTuple):
    """Two colours of a theme that meet."""

    front: str
    colour: str
    back: str
    behind: str
    least: float

    @property
    def ratio(self) -> float:
        return contrast(self.colour, self.behind)

    def __str__(self) -> str:
        return (
            f"The theme's {self.front} {self.colour} on {self.back} {self.behind} has a contrast"
            f" of {self.ratio:.1f}:1; {self.least:g}:1 can be read well."
        )


def _pairs(theme: Theme) -> Iterator[_Pair]:
    yield _Pair("text", theme.text, "background", theme.background, TEXT_CONTRAST)
    yield _Pair("line", theme.line, "background", theme.background, GRAPHICS_CONTRAST)
    looks = [(kind.value, look) for kind, look in theme.looks.items()]
    looks += [(f"tint {number}", look) for number, look in enumerate(theme.tints[:OTHER], 1)]
    for name, look in looks:
        yield _Pair("text", theme.text, f"fill of {name}", look.fill, TEXT_CONTRAST)
        yield _Pair(f"border of {name}", look.border, "its fill", look.fill, TEXT_CONTRAST)
        yield _Pair(f"border of {name}", look.border, "background", theme.background, TEXT_CONTRAST)
        yield _Pair(f"sign of {name}", look.sign, "its stripe", look.stripe, GRAPHICS_CONTRAST)


def weaknesses(theme: Theme) -> list[str]:
    """A sentence for each pair of colours with too little contrast, the worst first."""
    weak = [pair for pair in _pairs(theme) if pair.ratio < pair.least]
    weak.sort(key=lambda pair: pair.ratio / pair.least)
    told = [str(pair) for pair in weak[:_MOST_WEAK]]
    if len(weak) > _MOST_WEAK:
        told.append(f"The theme has {count(len(weak) - _MOST_WEAK, 'more pair')} like that.")
    return told
