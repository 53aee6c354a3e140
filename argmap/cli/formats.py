"""All forms in which a map can be written: the texts, and the pictures."""

from dataclasses import dataclass, field
from functools import partial
from typing import Literal

from argmap.diagram import Options, draw
from argmap.formats.registry import TEXT_FORMATS, Format
from argmap.sources import Opened

_Picture = Literal["dot", "svg", "png", "pdf"]
_PICTURES: tuple[tuple[_Picture, str], ...] = (
    ("dot", "the diagram for Graphviz"),
    ("svg", "the diagram, to scale and edit"),
    ("png", "the diagram, to paste"),
    ("pdf", "the diagram, to print"),
)


@dataclass
class Choices:
    """How pictures are drawn; collects what the drawing warned of."""

    labels: Literal["claim", "short", "both"] = "claim"
    engine: Literal["builtin", "dot"] = "builtin"
    dpi: int = 144
    warnings: list[str] = field(default_factory=list)


def all_formats(choices: Choices) -> tuple[Format, ...]:
    """Every format; pictures are drawn as `choices` say."""
    pictures = (
        Format(
            name,
            (f".{name}", ".gv") if name == "dot" else (f".{name}",),
            description,
            partial(_draw, name, choices),
        )
        for name, description in _PICTURES
    )
    return (*TEXT_FORMATS, *pictures)


def _draw(name: _Picture, choices: Choices, opened: Opened) -> bytes:
    options = Options(labels=choices.labels, engine=choices.engine, dpi=choices.dpi)
    picture = draw(opened.index, name, options)
    choices.warnings.extend(picture.warnings)
    return picture.data
