"""The canvases that pictures are drawn on, and how a page is divided."""

from typing import NamedTuple

from argmap.errors import UsageError
from argmap.text import nearest


class Sheet(NamedTuple):
    """Width and height of a page in points, at 72 points to the inch."""

    width: int
    height: int


SLIDES: dict[str, Sheet] = {
    "16:9": Sheet(960, 540),
    "4:3": Sheet(720, 540),
    "A4": Sheet(842, 595),
    "letter": Sheet(792, 612),
}
"""Slides of 13.33 x 7.5 and 10 x 7.5 inches; paper lies on its side."""

MARGIN = 24
"""Free at the left and right."""

HEADING = 22
"""Size of the heading."""

SMALL = 11
"""Size of the legend, the way back, the caption and the number of the page."""


def sheet_named(name: str) -> Sheet:
    """The sheet of this name, whatever its case.

    Raises:
        UsageError: there is none.
    """
    known = {slide.lower(): sheet for slide, sheet in SLIDES.items()}
    found = known.get(name.lower())
    if found is None:
        guess = nearest(name, list(SLIDES))
        raise UsageError(
            f"There is no slide called `{name}`.",
            f"Did you mean {guess}?" if guess else f"Known are {', '.join(SLIDES)}.",
        )
    return found
