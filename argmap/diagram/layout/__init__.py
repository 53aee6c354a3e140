"""Layouts: where each box and line of a view stands."""

from argmap.diagram.layout.arrange import LAYOUTS, arrange
from argmap.diagram.layout.placed import NOTHING, Layout, Placed
from argmap.diagram.layout.spacing import ROOMY, SLIDE, TIGHT, Spacing

__all__ = [
    "LAYOUTS",
    "NOTHING",
    "ROOMY",
    "SLIDE",
    "TIGHT",
    "Layout",
    "Placed",
    "Spacing",
    "arrange",
]
