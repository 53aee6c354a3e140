"""Decks to write, and slides read back."""

from io import BytesIO
from typing import Any

from pptx import Presentation

from argmap.diagram.compose import compose
from argmap.diagram.look.theme import LIGHT
from argmap.diagram.pages.page import Deck, Page
from argmap.diagram.view import view
from argmap.diagram.writers.pptx import write_pptx
from argmap.model import MapIndex

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


Element = Any
Slide = Any
Read = Any
"""python-pptx and lxml tell too little of their types."""


def deck(*maps: MapIndex) -> Deck:
    """A page for each map."""
    pages = [
        Page(compose(view(index)), f"Page {number}", f"p{number}", f"Say {number}.\nAnd more.")
        for number, index in enumerate(maps, 1)
    ]
    return Deck("A deck", "About it.", tuple(pages))


def written(made: Deck) -> bytes:
    return write_pptx(made, LIGHT)[0]


def read(data: bytes) -> Read:
    """The presentation, as python-pptx reads it."""
    return Presentation(BytesIO(data))


def slides(*maps: MapIndex) -> list[Slide]:
    return list(read(written(deck(*maps))).slides)


def texts(root: Element) -> list[str]:
    """Each paragraph under an element, its runs joined."""
    return ["".join(run.text or "" for run in found.iter(f"{A}t")) for found in root.iter(f"{A}p")]


def groups(slide: Slide) -> list[Any]:
    """The boxes of a slide."""
    return [
        shape for shape in slide.shapes if shape.name.startswith("!!") and shape.shape_type == 6
    ]
