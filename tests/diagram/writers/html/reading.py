"""HTML read back: its elements, their attributes and their text."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "rect", "polyline", "path", "input"}


@dataclass
class Element:
    """An element with what is in it."""

    name: str
    attributes: dict[str, str]
    depth: int
    text: str = ""
    """All of it, that of inner elements included."""
    within: tuple[str, ...] = field(default=())
    """Names of the elements around it."""


class Read(HTMLParser):
    """Reads a page and complains of what is not nested as it should be."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.comments: list[str] = []
        self._open: list[Element] = []
        self.feed(page)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), "an attribute is there twice"
        within = tuple(element.name for element in self._open)
        found = {name: value or "" for name, value in attrs}
        element = Element(tag, found, len(self._open), within=within)
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        assert tag in VOID

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().name == tag

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def all(self, name: str, shown_as: str = "") -> list[Element]:
        """The elements of a name, and of a class if one is given."""
        return [
            element
            for element in self.elements
            if element.name == name
            and (not shown_as or shown_as in element.attributes.get("class", "").split())
        ]

    def one(self, name: str, anchor: str) -> Element:
        """The element with this id."""
        (found,) = [element for element in self.all(name) if element.attributes.get("id") == anchor]
        return found
