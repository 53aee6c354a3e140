"""Drawing a map: the one function that the command line calls."""

from dataclasses import dataclass
from typing import Literal, get_args

from argmap.diagram import graphviz
from argmap.diagram.compose import compose
from argmap.diagram.scene import Scene
from argmap.diagram.view import LONGEST_TEXT, Labels, View, view
from argmap.diagram.writers.dot import write_dot
from argmap.diagram.writers.pdf import write_pdf
from argmap.diagram.writers.png import write_png
from argmap.diagram.writers.svg import write_svg
from argmap.errors import UsageError
from argmap.model import MapIndex

Format = Literal["dot", "svg", "png", "pdf"]

FORMATS: tuple[Format, ...] = get_args(Format)


@dataclass(frozen=True, slots=True)
class Options:
    """How to draw."""

    labels: Labels = "claim"
    """What stands in the boxes: the claim, its short form where it has one, or both."""
    engine: Literal["builtin", "dot"] = "builtin"
    """Who arranges the boxes: argmap, or Graphviz's `dot` if it is on the machine."""
    dpi: int = 144
    """Pixels per inch of a PNG, at 72 points to the inch."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn map."""

    data: bytes
    warnings: tuple[str, ...] = ()
    """What the picture does not show as it should, each a sentence."""


_DEFAULT = Options()


def draw(index: MapIndex, to: Format, options: Options = _DEFAULT) -> Picture:
    """Draw the whole map in one format.

    Raises MissingComponent where the font, or the engine that was asked for, is not there, and
    UsageError for a resolution below 1.
    """
    if options.dpi < 1:
        raise UsageError(f"A picture cannot have {options.dpi} dpi.", "Use 72 or more.")
    shown = view(index, options.labels)
    scene = compose(shown)
    if options.engine == "dot" and to != "dot":
        data, warnings = graphviz.render(write_dot(scene), to), list[str]()
    else:
        data, warnings = _write(scene, to, options)
    return Picture(data, (*_shortened(shown), *warnings))


def _write(scene: Scene, to: Format, options: Options) -> tuple[bytes, list[str]]:
    if to == "png":
        return write_png(scene, options.dpi)
    if to == "pdf":
        return write_pdf(scene)
    text = write_dot(scene) if to == "dot" else write_svg(scene)
    return text.encode(), []


def _shortened(shown: View) -> list[str]:
    return [
        f"Claim {claim} is longer than {LONGEST_TEXT:,} characters and was cut in the picture."
        for claim in shown.cut
    ]
