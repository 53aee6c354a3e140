"""A map on pages of one size: the whole on one, or an overview and a page for each branch."""

from collections.abc import Sequence
from dataclasses import dataclass

from argmap.diagram.drawing import placed_at
from argmap.diagram.lettering import metrics
from argmap.diagram.lettering.fonts import Weight
from argmap.diagram.look.colouring import tinted
from argmap.diagram.pages import outside
from argmap.diagram.pages.estimate import MARK, capacity, weights
from argmap.diagram.pages.fit import Fit, fitted, readable
from argmap.diagram.pages.minimap import MiniMap, mini_map
from argmap.diagram.pages.notes import spoken
from argmap.diagram.pages.outside import Crumb, Keys
from argmap.diagram.pages.page import Deck, Page
from argmap.diagram.pages.sheets import MARGIN, Sheet
from argmap.diagram.pages.split import FOREST, Part, Splitter
from argmap.diagram.scene import Box, Drawing, Plate, Scene
from argmap.diagram.setting import Setting
from argmap.diagram.view import Node, View
from argmap.model import MapIndex

_SLACK = 0.05
"""Points by which text may be smaller than was asked for."""
_MOST_ON_ONE = 120
"""Boxes that are tried on a single page."""
_MOST_MAPPED = 80
"""Pages up to which each carries the map of the whole."""
_LONGEST_NAME = 35.0
"""Of a page, in em."""
_NAMED = "="


@dataclass(frozen=True, slots=True)
class Canvas:
    """What the pages are to be."""

    sheet: Sheet
    min_pt: float = 18
    """Least size of text in boxes, in points."""


def on_pages(
    view: View, index: MapIndex, canvas: Canvas, setting: Setting
) -> tuple[Deck, list[str]]:
    """A view on one page where it can be read there, else on several; and warnings."""
    pager = _Pager(view, index, canvas, setting)
    parts = pager.parts()
    pages = tuple(pager.page(number, part) for number, part in enumerate(parts, 1))
    return Deck(setting.title, view.summary, pages), pager.warnings


class _Pager:
    def __init__(self, view: View, index: MapIndex, canvas: Canvas, setting: Setting) -> None:
        self.view = view
        self.index = index
        self.canvas = canvas
        self.setting = setting
        self.warnings: list[str] = []
        self._keys = self._explained()
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
            self._map = mini_map(self.view, self.canvas.sheet)
        return parts

    def _split(self) -> list[Part]:
        nodes = self.view.nodes
        if not nodes:
            return [Part(FOREST, [], [], [])]
        everything = list(range(len(nodes)))
        if len(nodes) <= _MOST_ON_ONE:
            tops = [place for place in everything if nodes[place].parent < 0]
            whole = Part(FOREST, tops, everything, [])
            if self._fit(whole, paged=False).points >= self.canvas.min_pt - _SLACK:
                return [whole]
        room = self._room((), paged=True)
        splitter = Splitter(
            [node.parent for node in nodes],
            weights(self.view),
            capacity(room, self.canvas.min_pt),
            MARK,
            self._readable,
        )
        return splitter.parts()

    def _explained(self) -> Keys:
        """What the legend of every page explains, so that it looks alike on all."""
        if not self.setting.legend:
            return Keys((), ())
        colours = self.setting.colours
        return Keys(self.view.kinds, colours.entries(colours.tints(self.view.nodes)))

    def _readable(self, part: Part) -> bool:
        shown, room = self._shown(part, paged=True)
        least = self.canvas.min_pt - _SLACK
        found = readable(shown, room, self.setting.layout, least)
        return self._fit(part, paged=True).points >= least if found is None else found

    def _shown(self, part: Part, *, paged: bool) -> tuple[View, tuple[float, float]]:
        """The boxes of a page, and the room there is for them."""
        nodes = self._nodes(part)
        return self.view.with_nodes(nodes), self._room(nodes, paged=paged)

    def _room(self, nodes: Sequence[Node], *, paged: bool) -> tuple[float, float]:
        sheet = self.canvas.sheet
        top = outside.top_of_drawing(headed=bool(self.setting.title) or paged, paged=paged)
        return sheet.width - 2 * MARGIN, self._footer(nodes, "1" if paged else "").top - top

    def _footer(self, nodes: Sequence[Node], number: str) -> outside.Footer:
        notes = self.setting.below(self.view, nodes)
        return outside.footer(self._keys, notes, number, self.canvas.sheet)

    def _fit(self, part: Part, *, paged: bool) -> Fit:
        key = (paged, part.top, *part.members, -2, *part.cut)
        if key not in self._known:
            shown, room = self._shown(part, paged=paged)
            self._known[key] = fitted(shown, room, self.setting.layout, whole=not paged)
        return self._known[key]

    def _nodes(self, part: Part) -> tuple[Node, ...]:
        """The boxes of a page; those that lead to others say in `goal` which box or claim."""
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
                node = node._replace(more=self._more(place), goal=str(place))
            else:
                named = next((cell.claim for cell in node.cells if cell.stub), "")
                node = node._replace(goal=f"{_NAMED}{named}" if named else "")
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
        head = outside.heading(said or (name if paged else ""), self.canvas.sheet, paged=paged)
        nodes = self._nodes(part)
        footer = self._footer(nodes, f"{number} / {self._count}" if paged else "")
        around = [*outside.way_back(self._crumbs(part), self.canvas.sheet), *footer.texts]
        at = self._placed(fit, head is not None, footer.top)
        scene = Scene(
            *self.canvas.sheet,
            title=said or name,
            summary=self.view.summary,
            lines=at.lines,
            boxes=tuple(self._leading(at.boxes, number)),
            heading=head,
            legend=footer.legend,
            around=tuple(around),
            plates=self._plates(part),
        )
        self._warn_of_small_text(number, fit)
        return Page(scene, name, f"p{number}", spoken(nodes, self.index))

    def _placed(self, fit: Fit, headed: bool, bottom: float) -> Drawing:
        """In the middle of the page, and at the top of the room there is."""
        top = outside.top_of_drawing(headed=headed, paged=self._count > 1)
        wide, high = fit.drawn.width * fit.scale, fit.drawn.height * fit.scale
        left = (self.canvas.sheet.width - wide) / 2
        down = top + max(0.0, min((bottom - top - high) / 2, 24))
        drawn = tinted(fit.drawn, self.setting.colours.tints(fit.drawn.boxes))
        return placed_at(drawn, (round(left, 2), round(down, 2)), fit.scale)

    def _leading(self, boxes: Sequence[Box], number: int) -> list[Box]:
        """Boxes that say on which page their branch is, or the claim that they name."""
        return [self._led(box, number) if box.goal else box for box in boxes]

    def _led(self, box: Box, number: int) -> Box:
        """A box that leads to the page of a branch, or of the claim that it names."""
        if box.goal.startswith(_NAMED):
            goal = self._page_of_claim.get(box.goal.removeprefix(_NAMED), number)
            return box._replace(goal="" if goal == number else f"p{goal}")
        place = int(box.goal)
        goal = self._page_of[place]
        return _saying(box, f"{self._more(place)}, page {goal}")._replace(goal=f"p{goal}")

    def _name(self, part: Part) -> str:
        top = part.top
        if self._count == 1:
            return self.setting.title
        if top == FOREST or self.view.nodes[top].parent < 0:
            name = "Overview"
        else:
            name = outside.shortened(self._label(top), _LONGEST_NAME, Weight.MEDIUM)
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
        if fit.points < self.canvas.min_pt - _SLACK:
            where = f"page {number}" if self._count > 1 else "the page"
            self.warnings.append(
                f"Text on {where} has {fit.points:.1f} points, not {self.canvas.min_pt:g}: a claim"
                " there is too long. A short form (short:) and --labels short make it larger."
            )


def _saying(box: Box, words: str) -> Box:
    """A box whose last line says more, where there is room for it."""
    if box.more is None:
        return box
    side = box.more.x - box.x - box.stripe
    room = (box.x + box.width - side - box.more.x) / box.more.size
    if metrics.width(words, Weight.MEDIUM) > room:
        return box
    return box._replace(more=box.more._replace(lines=(words,)))


def _hanging(view: View) -> list[int]:
    """For each box how many claims hang under it in the map, without those only named."""
    counts = [sum(not cell.stub for cell in node.cells) for node in view.nodes]
    below = [node.left_out for node in view.nodes]
    for place in range(len(counts) - 1, -1, -1):
        parent = view.nodes[place].parent
        if parent >= 0:
            below[parent] += counts[place] + below[place]
    return below
