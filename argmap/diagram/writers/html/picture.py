"""A page's picture inside HTML: its SVG in variable colours, and links laid over it.

Boxes lead to their claims in the outline, what is drawn elsewhere to its page.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from argmap.diagram.lettering import metrics
from argmap.diagram.look.theme import Theme
from argmap.diagram.pages.page import Page
from argmap.diagram.scene import Box, Scene, Text
from argmap.diagram.writers import goals
from argmap.diagram.writers.svg import escape, write_svg

_IDS = re.compile(r'( id="| href="#|url\(#)')


class Pictures:
    """Draws pages. Each row of the outline is led to by the first box that shows it."""

    def __init__(self, theme: Theme, rows: Mapping[str, int], anchors: frozenset[str]) -> None:
        self.theme = theme
        self.rows = rows
        """For each claim its row in the outline."""
        self.anchors = anchors
        """Of the pages there are."""
        self.drawn: set[int] = set()
        """Rows that have a box so far."""

    def svg(self, page: Page) -> str:
        """The picture of a page."""
        scene = page.scene
        written = write_svg(_without_links(scene), self.theme, embed=False)
        _, _, body = written.partition("</desc>")
        body = _IDS.sub(rf"\g<1>{escape(page.anchor)}-", body.rpartition("</svg>")[0].strip())
        links = "".join(self._links(scene))
        return (
            f'<svg viewBox="0 0 {scene.width:g} {scene.height:g}" role="img"'
            f' width="{scene.width:g}" height="{scene.height:g}"'
            f' aria-label="{escape(page.name or scene.title or "Argument map")}">\n{body}\n'
            f'<g class="links" aria-hidden="true">{links}</g></svg>'
        )

    def _links(self, scene: Scene) -> Iterator[str]:
        for box in scene.boxes:
            yield from self._box(box)
        for text in scene.around:
            if text.goal:
                yield self._link(text.goal, _extent(text))

    def _box(self, box: Box) -> Iterator[str]:
        for cell in box.cells:
            area = _Area(box.x, cell.y, box.width, cell.height)
            row = self.rows.get(cell.claim)
            if row is not None:
                name = "" if row in self.drawn else f' id="b{row}"'
                self.drawn.add(row)
                yield f'<a{name} href="#r{row}" tabindex="-1">{area.rectangle}</a>'
        if box.goal:
            more = _extent(box.more) if box.more else _Area(box.x, box.y, box.width, box.height)
            yield self._link(box.goal, more)

    def _link(self, goal: str, area: "_Area") -> str:
        page = goals.page(goal, self.anchors)
        if page:
            return f'<a href="#{escape(page)}" tabindex="-1">{area.rectangle}</a>'
        web = goals.address(goal)
        if not web:
            return ""
        return (
            f'<a href="{escape(web)}" tabindex="-1" target="_blank" rel="noopener noreferrer">'
            f"{area.rectangle}</a>"
        )


class _Area(NamedTuple):
    x: float
    y: float
    width: float
    height: float

    @property
    def rectangle(self) -> str:
        return (
            f'<rect x="{self.x:g}" y="{self.y:g}" width="{self.width:g}" height="{self.height:g}"/>'
        )


def _extent(text: Text) -> _Area:
    wide = max(metrics.width(line, text.weight) for line in text.lines) * text.size
    high = text.leading * len(text.lines)
    return _Area(text.x, round(text.y - text.size, 2), round(wide, 2), round(high, 2))


def _without_links(scene: Scene) -> Scene:
    """The same with nothing that leads anywhere: the links lie over the picture instead."""
    boxes = tuple(
        box._replace(goal="", more=box.more and box.more._replace(goal="")) for box in scene.boxes
    )
    return scene._replace(
        boxes=boxes, around=tuple(text._replace(goal="") for text in scene.around)
    )
