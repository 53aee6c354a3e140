"""Text in the font of the slides, so set that it takes no more lines than were planned.

Pictures are measured in Roboto, which PowerPoint seldom has; Arial, or a font of the same widths,
is everywhere. It is as wide on average, and up to 4 % wider in single lines, 10 % where it is bold.
"""

from functools import lru_cache
from typing import NamedTuple

from argmap.diagram.lettering import metrics
from argmap.diagram.lettering.fonts import Weight

FONT = "Arial"

_CODE_PAGE = "cp1252"
_TIGHTEST = {Weight.REGULAR: 3, Weight.MEDIUM: 1}
"""Hundredths of an em that letters may move together before text is made smaller."""
_MARGINS = (1.0, 0.75, 0.5, 0.25)
_SMALLER = 0.98
_SMALLEST = 0.5


class Setting(NamedTuple):
    """How a text is set."""

    size: float
    """In points."""
    spacing: float = 0.0
    """Added between letters, in points."""


class _Widths(dict[str, float]):
    """Widths of characters in em; those outside the code page are taken from Roboto."""

    def __init__(self, weight: Weight) -> None:
        super().__init__()
        from reportlab.pdfbase.pdfmetrics import getFont  # noqa: PLC0415 - slow to import

        name = "Helvetica" if weight is Weight.REGULAR else "Helvetica-Bold"
        self._known: list[int] = getFont(name).widths
        self._wider = 1.04 if weight is Weight.REGULAR else 1.1
        self._other = weight

    def __missing__(self, character: str) -> float:
        try:
            wide = self._known[character.encode(_CODE_PAGE)[0]] / 1000
        except UnicodeEncodeError:
            wide = self._wider * metrics.width(character, self._other)
        self[character] = wide
        return wide


@lru_cache(maxsize=2)
def _widths(weight: Weight) -> _Widths:
    return _Widths(weight)


def width(text: str, weight: Weight) -> float:
    """Width of one line in em."""
    return sum(map(_widths(weight).__getitem__, text))


@lru_cache(maxsize=4096)
def set_in(
    text: str, room: float, lines: int, size: float, weight: Weight, share: float
) -> Setting:
    """How to set `text` in `lines` of `room` points: as large as it was planned, if possible.

    `share` is how much of a line may be used: programs break lines a little differently.
    """
    usable = room * share
    for closer in range(_TIGHTEST[weight] + 1):
        if _lines(text, usable / size, weight, closer / 100) <= lines:
            return Setting(size, -closer / 100 * size)
    at, closest = size, _TIGHTEST[weight] / 100
    while at > size * _SMALLEST and _lines(text, usable / at, weight, closest) > lines:
        at *= _SMALLER
    return Setting(at, -closest * at)


@lru_cache(maxsize=4096)
def roomy(
    text: str, width: float, side: float, lines: int, size: float, weight: Weight, share: float
) -> float:
    """The margin at the right of a text in a `width`: `side`, or as much as it can spare."""
    for part in _MARGINS:
        if _lines(text, (width - part * side) * share / size, weight, 0) <= lines:
            return part * side
    return _MARGINS[-1] * side


def _lines(text: str, room: float, weight: Weight, closer: float) -> int:
    """How many lines a text takes in a `room`, if letters are so much closer, all in em."""
    sizes = [max(wide - closer * letters, 0.1) for wide, letters in _words(text, weight)]
    return metrics.lines_needed(sizes, room, width(" ", weight) - closer)


@lru_cache(maxsize=4096)
def _words(text: str, weight: Weight) -> list[tuple[float, int]]:
    return [(width(word, weight), len(word)) for word in text.split(" ")]
