"""Pages: pictures of one size that belong together."""

from typing import NamedTuple

from argmap.diagram.scene import Scene


class Page(NamedTuple):
    """One picture among several."""

    scene: Scene
    name: str
    """What the page is about, in few words: for bookmarks and titles of slides."""
    anchor: str
    """What links to the page name: ``p1``, ``p2`` and so on."""
    notes: str = ""
    """What to say to it."""


class Deck(NamedTuple):
    """All pages of a map."""

    title: str
    summary: str
    pages: tuple[Page, ...]
