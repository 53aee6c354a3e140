"""The layouts by their names."""

from collections.abc import Callable
from typing import Literal

from argmap.diagram.layout.hang import hang
from argmap.diagram.layout.placed import NOTHING, Layout
from argmap.diagram.layout.spacing import ROOMY, SLIDE, Spacing
from argmap.diagram.layout.tidy import lr, tree
from argmap.diagram.layout.two_sided import two_sided
from argmap.diagram.view import View

LayoutName = Literal["hang", "tree", "lr", "two-sided"]

LAYOUTS: dict[str, Callable[[View, Spacing, tuple[int, int]], Layout]] = {
    "hang": hang,
    "tree": tree,
    "lr": lr,
    "two-sided": two_sided,
}


def arrange(
    view: View, name: str = "hang", spacing: Spacing = ROOMY, room: tuple[int, int] = SLIDE
) -> Layout:
    """Where everything stands, in one of `LAYOUTS`; meant to fill the shape of a `room`."""
    return LAYOUTS[name](view, spacing, room) if view.nodes else NOTHING
