"""A map on pages of one size: the whole on one, or an overview and a page for each branch."""

from dataclasses import dataclass

from argmap.diagram.drawing import placed_at
from argmap.diagram.lettering import metrics
from argmap.diagram.lettering.fonts import Weight
from argmap.diagram.pages import outside
from argmap.diagram.pages.estimate import MARK, capacity, weights
from argmap.diagram.pages.fit import Fit, fitted
from argmap.diagram.pages.minimap import MiniMap, mini_map
from argmap.diagram.pages.notes import spoken
from argmap.diagram.pages.outside import Crumb
from argmap.diagram.pages.page import Deck, Page
from argmap.diagram.pages.sheets import MARGIN, Sheet
from argmap.diagram.pages.split import FOREST, Part, Splitter
from argmap.diagram.scene import Box, Drawing, Plate, Scene
from argmap.diagram.view import Node, View
from argmap.model import MapIndex

_SLACK = 0.05
"""Points by which text may be smaller than was asked for."""
_MOST_ON_ONE = 120
"""Boxes that are tried on a single page."""
_MOST_MAPPED = 80
"""Pages up to which each carries the map of the whole."""
_TITLE = 70.0
"""The longest name of a page, in em."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What all pages of a deck have in common."""

    sheet: Sheet
    layout: str = "hang"
    min_pt: float = 18
    """Least size of text in boxes, in points."""
    title: str = ""
    caption: str = ""
    legend: bool = True


def on_pages(view: View, index: MapIndex, setting: Setting) -> tuple[Deck, list[str]]:
    """A view on one page where it can be read there, else on several; and warnings."""
    pager = _Pager(view, index, setting)
    parts = pager.parts()
    pages = tuple(pager.page(number, part) for number, part in enumerate(parts, 1))
    return Deck(setting.title, view.summary, pages), pager.warnings


class _Pager:
    def __init__(self, view: View, index: MapIndex, setting: Setting) -> None:
        self.view = view
        self.index = index
        self.setting = setting
        self.warnings: list[str] = []
        self._kinds = {node.kind for node in view.nodes} if setting.legend else set()
        self._known: dict[tuple[int, ...], Fit] = {}
        self._count = 1
        self._page_of: dict[int, int] = {}
        self._page_of_claim: dict[str, int] = {}
        self._hidden = _hanging(view)
        self._map: MiniMap | None = None

    # -- which boxes stand on which page -----------------------------------------------------

    def parts(self) -> list[Part]:
        """The pages; looks up what stands where."""
        parts = self._split()
        self._count = len(parts)
        for number, part in enumerate(parts, 1):
            collapsed = set(part.cut)
            for place in part.members:
                if place not in collapsed:
                    self._page_of.setdefault(place, number)
                    for cell in self.view.nodes[place].cells:
                        if not cell.stub:
                            self._page_of_claim.setdefault(cell.claim, number)
        if 1 < self._count <= _MOST_MAPPED:
            self._map = mini_map(self.view, self.setting.sheet)
        return parts

    def _split(self) -> list[Part]:
        nodes = self.view.nodes
        if not nodes:
            return [Part(FOREST, [], [], [])]
        everything = list(range(len(nodes)))
        if len(nodes) <= _MOST_ON_ONE:
            tops = [place for place in everything if nodes[place].parent < 0]
            whole = Part(FOREST, tops, everything, [])
            if self._fit(whole, paged=False).points >= self.setting.min_pt - _SLACK:
                return [whole]
        room = self._room(paged=True)
        splitter = Splitter(
            [node.parent for node in nodes],
            weights(self.view),
            capacity(room, self.setting.min_pt),
            MARK,
            lambda part: self._fit(part, paged=True).points >= self.setting.min_pt - _SLACK,
        )
        return splitter.parts()

    def _room(self, *, paged: bool) -> tuple[float, float]:
        sheet = self.setting.sheet
        top = outside.top_of_drawing(headed=bool(self.setting.title) or paged, paged=paged)
        return sheet.width - 2 * MARGIN, self._footer("1").top - top

    def _footer(self, number: str) -> outside.Footer:
        notes = [(self.setting.caption, "")] if self.setting.caption else []
        return outside.footer(self._kinds, notes, number, self.setting.sheet)

    def _fit(self, part: Part, *, paged: bool) -> Fit:
        key = (paged, part.top, *part.members, -2, *part.cut)
        if key not in self._known:
            shown = self.view.with_nodes(self._nodes(part))
            self._known[key] = fitted(shown, self._room(paged=paged), self.setting.layout)
        return self._known[key]

    def _nodes(self, part: Part) -> tuple[Node, ...]:
        new = {place: number for number, place in enumerate(part.members)}
        collapsed = set(part.cut)
        found: list[Node] = []
        for place in part.members:
            node = self.view.nodes[place]
            if node.parent not in new:
                node = node._replace(parent=-1, word="")
            else:
                node = node._replace(parent=new[node.parent])
            if place in collapsed:
                node = node._replace(more=self._more(place))
            found.append(node)
        return tuple(found)

    def _more(self, place: int) -> str:
        return f"» +{self._hidden[place]:,}"

    # -- one page ----------------------------------------------------------------------------

    def page(self, number: int, part: Part) -> Page:
        """The picture of one page, with what leads from it to others."""
        setting, paged = self.setting, self._count > 1
        fit = self._fit(part, paged=paged)
        name = self._name(part)
        said = name if paged and part.top != FOREST and self._above(part.top) else setting.title
        head = outside.heading(said or (name if paged else ""), setting.sheet, paged=paged)
        footer = self._footer(f"{number} / {self._count}" if paged else "")
        around = [*outside.way_back(self._crumbs(part), setting.sheet), *footer.texts]
        at = self._placed(fit, head is not None, footer.top)
        scene = Scene(
            *setting.sheet,
            title=said or name,
            summary=self.view.summary,
            lines=at.lines,
            boxes=tuple(self._leading(at.boxes, part, number)),
            heading=head,
            legend=footer.legend,
            around=tuple(around),
            plates=self._plates(part),
        )
        self._warn_of_small_text(number, fit)
        shown = self._nodes(part)
        return Page(scene, name, f"p{number}", spoken(shown, self.index))

    def _placed(self, fit: Fit, headed: bool, bottom: float) -> Drawing:
        """In the middle of the page, and at the top of the room there is."""
        top = outside.top_of_drawing(headed=headed, paged=self._count > 1)
        wide, high = fit.drawn.width * fit.scale, fit.drawn.height * fit.scale
        left = (self.setting.sheet.width - wide) / 2
        down = top + max(0.0, min((bottom - top - high) / 2, 24))
        return placed_at(fit.drawn, (round(left, 2), round(down, 2)), fit.scale)

    def _leading(self, boxes: tuple[Box, ...], part: Part, number: int) -> list[Box]:
        """Boxes that say on which page their branch is, or the claim that they name."""
        collapsed = set(part.cut)
        return [
            self._collapsed(place, box) if place in collapsed else self._stub(place, box, number)
            for place, box in zip(part.members, boxes, strict=True)
        ]

    def _collapsed(self, place: int, box: Box) -> Box:
        goal = self._page_of[place]
        return _saying(box, f"{self._more(place)}, page {goal}")._replace(goal=f"p{goal}")

    def _stub(self, place: int, box: Box, number: int) -> Box:
        named = (cell.claim for cell in self.view.nodes[place].cells if cell.stub)
        goal = next((self._page_of_claim.get(claim, number) for claim in named), number)
        return box if goal == number else box._replace(goal=f"p{goal}")

    def _name(self, part: Part) -> str:
        top = part.top
        if self._count == 1:
            return self.setting.title
        if top == FOREST or self.view.nodes[top].parent < 0:
            name = "Overview"
        else:
            name = outside.shortened(self._label(top), _TITLE / 2, Weight.MEDIUM)
        return f"{name} ({part.number}/{part.of})" if part.of > 1 else name

    def _label(self, place: int) -> str:
        cell = self.view.nodes[place].cells[0]
        claim = self.index.claims.get(cell.claim)
        return claim.label if claim is not None else cell.text

    def _above(self, place: int) -> list[int]:
        above: list[int] = []
        while (place := self.view.nodes[place].parent) >= 0:
            above.append(place)
        return above[::-1]

    def _crumbs(self, part: Part) -> list[Crumb]:
        if self._count == 1 or part.top == FOREST:
            return []
        return [
            Crumb(self._label(place), f"p{self._page_of[place]}") for place in self._above(part.top)
        ]

    def _plates(self, part: Part) -> tuple[Plate, ...]:
        return self._map.showing(part.members) if self._map is not None else ()

    def _warn_of_small_text(self, number: int, fit: Fit) -> None:
        if fit.points < self.setting.min_pt - _SLACK:
            where = f"page {number}" if self._count > 1 else "the page"
            self.warnings.append(
                f"Text on {where} has {fit.points:.1f} points, not {self.setting.min_pt:g}: a claim"
                " there is too long. A short form (short:) and --labels short make it larger."
            )


def _saying(box: Box, words: str) -> Box:
    """A box whose last line says more, where there is room for it."""
    if box.more is None:
        return box
    room = (box.x + box.width - box.more.x) / box.more.size
    if metrics.width(words, Weight.MEDIUM) > room:
        return box
    return box._replace(more=box.more._replace(lines=(words,)))


def _hanging(view: View) -> list[int]:
    """For each box how many claims hang under it, without those that are only named."""
    counts = [sum(not cell.stub for cell in node.cells) for node in view.nodes]
    below = [0] * len(counts)
    for place in range(len(counts) - 1, -1, -1):
        parent = view.nodes[place].parent
        if parent >= 0:
            below[parent] += counts[place] + below[place]
    return below
