"""How a map is drawn: everything that can be asked of a picture."""

from dataclasses import dataclass, field
from typing import Literal

from argmap.diagram.look.theme import LIGHT, Theme
from argmap.diagram.view import Labels
from argmap.diagram.view.choice import Choice

ColourBy = Literal["kind", "side", "tag"]
Engine = Literal["builtin", "dot"]


@dataclass(frozen=True, slots=True)
class Options:
    """How to draw."""

    labels: Labels = "claim"
    """What stands in the boxes: the claim, its short form where it has one, or both."""
    choice: Choice = field(default_factory=Choice)
    """Which part of the map to show."""
    engine: Engine = "builtin"
    """Who arranges the boxes: argmap, or Graphviz's `dot` if it is on the machine."""
    layout: str = "hang"
    """One of `LAYOUTS`."""
    theme: Theme = LIGHT
    colour_by: ColourBy = "kind"
    """What the colours of boxes stand for. Signs and borders always tell the kind."""
    slide: str = ""
    """Name of the canvas, one of `SLIDES`; empty: as large as the map happens to be."""
    min_pt: float = 18
    """Least size of text on a canvas in points; larger maps are spread over pages."""
    build: bool = False
    """Whether there is a page for each step in which the map is told."""
    title: str | None = None
    """Instead of the map's own; empty: none."""
    caption: str = ""
    """Stands below the picture."""
    legend: bool = True
    sources: bool = False
    """Whether claims carry numbers of footnotes that name their sources."""
    dpi: int = 144
    """Pixels per inch of a PNG, at 72 points to the inch."""
    width: int | None = None
    """Pixels across of a PNG, instead of `dpi`."""

    @property
    def colours(self) -> Theme:
        """The theme as it is drawn; kinds lose their hues where colours stand for other things."""
        return self.theme if self.colour_by == "kind" else self.theme.without_hues()
