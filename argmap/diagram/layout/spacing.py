"""How far apart things stand, and the shape of the room that a picture is to fill."""

from typing import NamedTuple

SLIDE = (888, 454)
"""Width and height of the drawing on a 13.33 x 7.5 inch slide, less margins and title."""


class Spacing(NamedTuple):
    """Distances in points, for text of 12 points; everything is drawn in proportion."""

    gap: int
    """Between boxes stacked in a column."""
    indent: int
    """Of what hangs under a box in an outline."""
    between: int
    """Between two columns."""
    drop: int
    """From the bottom of a box down to the columns under it."""
    words: bool
    """Whether the word that says what a box does stands above it, in the gap."""


ROOMY = Spacing(gap=11, indent=16, between=14, drop=26, words=True)
TIGHT = Spacing(gap=6, indent=15, between=9, drop=17, words=False)
"""Where every point counts: signs and legend alone say what a box does."""
