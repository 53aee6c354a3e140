"""All forms in which a map can be written: the texts, and the pictures."""

from dataclasses import dataclass, field
from functools import partial

from argmap.diagram import draw
from argmap.diagram.draw import FORMATS
from argmap.diagram.draw import Format as Drawn
from argmap.diagram.options import Options
from argmap.diagram.writers.marp import Maker, write_markdown_deck
from argmap.formats.registry import TEXT_FORMATS, Content, Format
from argmap.sources import Opened

_ABOUT: dict[str, tuple[tuple[str, ...], str]] = {
    "dot": ((".dot", ".gv"), "the diagram for Graphviz"),
    "svg": ((".svg",), "the diagram, to scale and edit"),
    "png": ((".png",), "the diagram, to paste"),
    "pdf": ((".pdf",), "the diagram, to print"),
    "pptx": ((".pptx",), "the diagram as slides, to edit in PowerPoint"),
    "html": ((".html", ".htm"), "the diagram, to read and search in a browser"),
    "mermaid": ((".mmd", ".mermaid"), "the diagram as text, for READMEs"),
    "tikz": ((".tex",), "the diagram as slides for LaTeX Beamer"),
}
"""Suffixes and descriptions."""

_MAKERS: dict[Maker, str] = {
    "marp": "slides in Markdown, with their pictures, for Marp",
    "reveal": "slides in Markdown, with their pictures, for reveal.js",
}
"""Programs that make slides of Markdown; its suffix stands for the handout, so they are named."""

PICTURES = frozenset({*FORMATS, *_MAKERS})
"""Names of the formats that are drawn."""


@dataclass
class Choices:
    """How pictures are drawn; collects what the drawing warned of."""

    options: Options = field(default_factory=Options)
    stem: str = "map"
    """Name, without suffix, of the file that is drawn next, for files that go with it."""
    warnings: list[str] = field(default_factory=list)


def names() -> list[str]:
    """The names of all formats."""
    return [form.name for form in all_formats(Choices())]


def all_formats(choices: Choices) -> tuple[Format, ...]:
    """Every format; pictures are drawn as `choices` say."""
    pictures = (Format(name, *_ABOUT[name], partial(_draw, name, choices)) for name in FORMATS)
    decks = (
        Format(maker, (), description, partial(_deck, maker, choices))
        for maker, description in _MAKERS.items()
    )
    return (*TEXT_FORMATS, *pictures, *decks)


def _draw(name: Drawn, choices: Choices, opened: Opened) -> Content:
    picture = draw(opened.index, name, choices.options, opened)
    choices.warnings.extend(picture.warnings)
    return picture.files if len(picture.files) > 1 else picture.files[0]


def _deck(maker: Maker, choices: Choices, opened: Opened) -> Content:
    from argmap.diagram.decks import drawn  # noqa: PLC0415 - few ask for it

    made = drawn(opened.index, choices.options, "16:9")
    choices.warnings.extend(made.warnings)
    return write_markdown_deck(made.deck, choices.stem, made.theme, maker)
