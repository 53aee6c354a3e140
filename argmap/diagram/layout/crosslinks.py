"""Cross-links: claims with several parents, and cycles, drawn once.

The boxes are placed first, in any layout. Then a way is looked for through the gaps for every
cross-link; where there is none, or only an absurd one, the picture is laid out again with a
numbered stub in its place.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise

from argmap.diagram.layout.arrange import arrange
from argmap.diagram.layout.measured import SEPARATOR, frame
from argmap.diagram.layout.placed import Layout, Placed, Point
from argmap.diagram.layout.routing import Port, Router
from argmap.diagram.layout.spacing import ROOMY, SLIDE, Spacing
from argmap.diagram.layout.terrain import Area, Terrain, lanes
from argmap.diagram.lettering import metrics
from argmap.diagram.lettering.fonts import Weight
from argmap.diagram.view import Cross, Kind, Spot, View, merged, stub_spots

MOST_CROSSES = 40
MOST_BOXES = 300
"""Larger pictures have stubs only: nobody follows so many lines, and finding them takes time."""

_BUDGET = 60_000
"""Steps of search in one picture."""
_ROUNDS = 3
_MOST_BENDS = 8
_OUTSIDE = (8, 14)
"""How far lanes around the whole picture are from it."""
_EDGE = 2
"""Between the outermost line and the edge of the picture."""
_WORD = 7.5
_SIGN = 4
"""From a word to a line that comes down beside it, for the sign at the line's end."""
_TOWARDS_BOX = 4
"""From the start of a link's last stretch to where it is attacked, if that runs down."""


def arranged(
    view: View,
    name: str = "hang",
    spacing: Spacing = ROOMY,
    room: tuple[int, int] = SLIDE,
    *,
    whole: bool = True,
    worded: Callable[[View], View] | None = None,
) -> tuple[View, Layout]:
    """A view with its stubs turned into cross-links where that goes, and where all stands.

    `view` comes from `view()`, whole or in part; `whole` says that no other picture names its
    numbers. `worded` changes words of the view that is drawn, and nothing else.
    """
    spots = stub_spots(view)
    stubs: set[Spot] = set()
    if len(view.nodes) > MOST_BOXES or len(spots) > MOST_CROSSES:
        stubs = set(spots)
    for attempt in range(_ROUNDS + 1):
        if attempt == _ROUNDS:
            stubs = set(spots)
        shown = merged(view, stubs, whole=whole)
        shown = worded(shown) if worded else shown
        layout = arrange(shown, name, spacing, room)
        crossing = [spot for spot in spots if spot not in stubs]
        failed = _Weaver(shown, layout, spacing).failed() if crossing else []
        if not failed:
            break
        stubs |= {crossing[number] for number in failed}
    return shown, _grown(layout)


class _Weaver:
    """Finds the lines of all cross-links and puts them into a layout."""

    def __init__(self, view: View, layout: Layout, spacing: Spacing) -> None:
        self.view = view
        self.layout = layout
        self.spacing = spacing
        self.ends = [self._ends(cross) for cross in view.links]
        self.terrain = self._terrain()
        self.router = Router(self.terrain, _BUDGET)

    def failed(self) -> list[int]:
        """Numbers of the cross-links for which there is no good way."""
        found: dict[int, tuple[Point, ...]] = {}
        for number in sorted(range(len(self.ends)), key=self._distance):
            (starts, own), (ends, other) = self.ends[number]
            way = self.router.way((starts, own), (ends, other))
            if way and not self._absurd(way):
                found[number] = tuple(reversed(way))
                self.terrain.add_line(way)
        self.layout.crosses = [found.get(number, ()) for number in range(len(self.ends))]
        return [number for number in range(len(self.ends)) if number not in found]

    def _distance(self, number: int) -> int:
        (starts, _), (ends, _) = self.ends[number]
        (x, y), (x2, y2) = starts[0].point, ends[0].point
        return abs(x - x2) + abs(y - y2)

    def _absurd(self, way: tuple[Point, ...]) -> bool:
        length = sum(abs(x2 - x) + abs(y2 - y) for (x, y), (x2, y2) in pairwise(way))
        return len(way) - 2 > _MOST_BENDS or length > self.layout.width + self.layout.height

    def _ends(self, cross: Cross) -> tuple[tuple[list[Port], Area], tuple[list[Port], Area | None]]:
        start = self.layout.boxes[cross.start]
        starts = list(_ports(start, self.view, cross.start, cross.start_cell))
        if cross.kind is Kind.UNDERCUT:
            return (starts, _area(start)), (self._attack(cross.end), None)
        end = self.layout.boxes[cross.end]
        ends = list(_ports(end, self.view, cross.end, cross.end_cell))
        return (starts, _area(start)), (ends, _area(end))

    def _attack(self, place: int) -> list[Port]:
        """Where the link of a box can be attacked, from both sides."""
        (x, y), (x2, y2) = self.layout.links[place][-2:]
        if place not in self.layout.attacks:
            half = (x2 - x) // 2, (y2 - y) // 2
            down = max(min(half[1], _TOWARDS_BOX), -_TOWARDS_BOX)
            self.layout.attacks[place] = (x + half[0], y + down)
        point = self.layout.attacks[place]
        ways = ((-1, 0), (1, 0)) if x == x2 else ((0, -1), (0, 1))
        return [Port(point, way) for way in ways]

    def _terrain(self) -> Terrain:
        layout, spacing = self.layout, self.spacing
        ports = [port for ends in self.ends for side in ends for port in side[0]]
        xs = [-out for out in _OUTSIDE] + [layout.width + out for out in _OUTSIDE]
        ys = [-out for out in _OUTSIDE] + [layout.height + out for out in _OUTSIDE]
        aside, below = spacing.between // 2, spacing.gap // 2
        for box in layout.boxes:
            right, bottom = box.x + box.width, box.y + box.height
            xs += [box.x - 5, box.x - 14, right + aside - 2, right + aside + 2, right + aside]
            ys += [box.y - below, bottom + below, bottom + 12, box.y - 13]
        terrain = Terrain(
            lanes(xs, [port.point[0] for port in ports if not port.step[0]]),
            lanes(ys, [port.point[1] for port in ports if not port.step[1]]),
        )
        for box, node in zip(layout.boxes, self.view.nodes, strict=True):
            terrain.bar(_area(box))
            if spacing.words and node.word:
                wide = _WORD * metrics.width(node.word, Weight.MEDIUM)
                left, base = box.x + 1, box.y - 3
                right = left + round(wide) + _SIGN
                terrain.bar(Area(left, base - 6, right, base + 1), clear=1)
        for link in layout.links:
            terrain.add_line(link)
        return terrain


def _area(box: Placed) -> Area:
    return Area(box.x, box.y, box.x + box.width, box.y + box.height)


def _ports(box: Placed, view: View, place: int, cell: int) -> Iterator[Port]:
    """Places at the edge of one cell: its middle and its quarters, on the sides that are free."""
    tops = _tops(box)
    top, bottom = tops[cell], tops[cell + 1]
    for share in (2, 1, 3):
        y = top + (bottom - top) * share // 4
        yield Port((box.x + box.width, y), (1, 0))
        yield Port((box.x, y), (-1, 0))
    for share in (2, 1, 3):
        x = box.x + box.width * share // 4
        if cell == 0:
            yield Port((x, top), (0, -1))
        if cell == len(view.nodes[place].cells) - 1:
            yield Port((x, bottom), (0, 1))


def _tops(box: Placed) -> list[int]:
    """Where each cell of a box begins, and where the last one ends."""
    around = frame(box.size)
    tops = [box.y]
    for number, lines in enumerate(box.cells[:-1]):
        above = SEPARATOR // 2 if number else around.edge
        tops.append(tops[-1] + above + len(lines) * around.leading + SEPARATOR // 2)
    return [*tops, box.y + box.height]


def _grown(layout: Layout) -> Layout:
    """The layout with room for lines that run around it."""
    points = [point for way in layout.crosses for point in way]
    if not points:
        return layout
    left = min(0, *(x - _EDGE for x, _ in points))
    top = min(0, *(y - _EDGE for _, y in points))
    right = max(layout.width, *(x + _EDGE for x, _ in points))
    bottom = max(layout.height, *(y + _EDGE for _, y in points))

    def moved(way: tuple[Point, ...]) -> tuple[Point, ...]:
        return tuple((x - left, y - top) for x, y in way)

    return Layout(
        right - left,
        bottom - top,
        [box._replace(x=box.x - left, y=box.y - top) for box in layout.boxes],
        list(map(moved, layout.links)),
        {place: (x - left, y - top) for place, (x, y) in layout.attacks.items()},
        list(map(moved, layout.crosses)),
    )
