"""Decks and pages for tests."""

from argmap.diagram.compose import compose
from argmap.diagram.look.themes import DARK
from argmap.diagram.pages.page import Deck, Page
from argmap.diagram.view import view
from argmap.diagram.writers.html import write_html
from argmap.model import MapIndex


def deck(index: MapIndex, *, pages: int = 1) -> Deck:
    """The whole map, as often as there are to be pages."""
    scene = compose(view(index))
    made = [
        Page(scene, f"Page {number} <b>", f"p{number}", "Say <i>this</i>." if pages > 1 else "")
        for number in range(1, pages + 1)
    ]
    return Deck(index.map.title, index.map.summary, tuple(made))


def html(index: MapIndex, *, pages: int = 1) -> str:
    """The map as HTML, light and dark."""
    return write_html(deck(index, pages=pages), index, dark=DARK)
