"""The map of the whole: a small picture in which the boxes of a page stand out."""

from collections.abc import Collection
from dataclasses import dataclass

from argmap.diagram.layout import TIGHT, arrange
from argmap.diagram.pages.outside import MAP
from argmap.diagram.pages.sheets import MARGIN, Sheet
from argmap.diagram.scene import Plate
from argmap.diagram.view import Cell, View

_MOST = 120
"""More boxes would be specks."""
_ABOVE = 12
_THIN = 2.0
"""Least height of a box in points."""


@dataclass(frozen=True, slots=True)
class MiniMap:
    """The boxes of a whole map, made small; boxes too deep to be seen count as those above."""

    plates: tuple[Plate, ...]
    stands_for: tuple[int, ...]
    """For each box of the map the plate that it is seen in."""

    def showing(self, members: Collection[int]) -> tuple[Plate, ...]:
        """The map with these boxes in their colours, all others pale."""
        seen = {self.stands_for[place] for place in members}
        return tuple(
            plate if place in seen else plate._replace(kind=None)
            for place, plate in enumerate(self.plates)
        )


def mini_map(view: View, sheet: Sheet) -> MiniMap:
    """The small map at the right upper corner of a sheet."""
    kept = _upper(view)
    place_of = {place: number for number, place in enumerate(kept)}
    stands_for: list[int] = []
    for place, node in enumerate(view.nodes):
        stands_for.append(place_of.get(place, stands_for[node.parent] if node.parent >= 0 else 0))
    blank = (Cell("          "),)
    nodes = tuple(
        view.nodes[place]._replace(
            parent=stands_for[view.nodes[place].parent] if view.nodes[place].parent >= 0 else -1,
            cells=blank,
            more="",
        )
        for place in kept
    )
    width, height = MAP
    placed = arrange(view.with_nodes(nodes), "hang", TIGHT, MAP)
    scale = min(width / max(placed.width, 1), height / max(placed.height, 1), 1.0)
    left = sheet.width - MARGIN - placed.width * scale
    plates = tuple(
        Plate(
            round(left + box.x * scale, 2),
            round(_ABOVE + box.y * scale, 2),
            round(box.width * scale, 2),
            round(max(box.height * scale, _THIN), 2),
            node.kind,
        )
        for node, box in zip(nodes, placed.boxes, strict=True)
    )
    return MiniMap(plates, tuple(stands_for))


def _upper(view: View) -> list[int]:
    """As many upper levels of the map as can be seen."""
    levels: list[list[int]] = []
    depth: list[int] = []
    for place, node in enumerate(view.nodes):
        depth.append(depth[node.parent] + 1 if node.parent >= 0 else 0)
        if depth[place] == len(levels):
            levels.append([])
        levels[depth[place]].append(place)
    kept: list[int] = []
    for level in levels:
        if kept and len(kept) + len(level) > _MOST:
            break
        kept += level[:_MOST]
    return sorted(kept)
