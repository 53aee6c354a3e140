"""Spreading a tree of boxes over pages, so that each page can be read.

From the leaves up, what hangs under a box stays with it as long as there is room. Where there is
none, the heaviest branches go to pages of their own, and their heads stay behind with a mark. So
a claim more or less changes the pages on its way to the top, and no others.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log

FOREST = -1
"""Stands for what is above several roots, which is not drawn."""

_LEAST = 3
"""Boxes under a head that are worth a page."""
_STEP = 1.3
"""Weights that differ by less than this factor count as equal, so that pages keep."""


@dataclass(slots=True)
class Part:
    """What stands on one page."""

    top: int
    """The box at the top of the page, or `FOREST`."""
    below: list[int]
    """Those of its children that are on this page."""
    members: list[int]
    """All boxes in reading order."""
    cut: list[int]
    """Members whose branches are on pages of their own."""
    number: int = 1
    """Which of the pages that share this top."""
    of: int = 1


class Splitter:
    """Splits a tree of boxes.

    `parents` holds for each box the one above it, or `FOREST`, and `weights` the room that it
    takes, of which a page has `capacity`; the mark of a branch that is drawn elsewhere takes
    `mark`. `fits` says whether a page can really be read; it is asked for every page.
    """

    def __init__(
        self,
        parents: Sequence[int],
        weights: Sequence[float],
        capacity: float,
        mark: float,
        fits: Callable[[Part], bool],
    ) -> None:
        self._parents = parents
        self._weights = weights
        self._capacity = capacity
        self._mark = mark
        self._fits = fits
        self._children: list[list[int]] = [[] for _ in parents]
        self._tops: list[int] = []
        for place, parent in enumerate(parents):
            (self._tops if parent < 0 else self._children[parent]).append(place)
        self._left = list(weights)
        """Room that each box takes on a page with all that stays with it."""
        self._cut: set[int] = set()
        self._groups: dict[int, list[list[int]]] = {}
        """Of a box with more children than a page holds, those for each page."""

    def parts(self) -> list[Part]:
        """The pages, in the reading order of what stands at their top."""
        for place in range(len(self._parents) - 1, -1, -1):
            self._settle(place)
        top = self._tops[0] if len(self._tops) == 1 else FOREST
        if top == FOREST:
            self._groups[FOREST] = self._grouped(self._tops, self._capacity)
        found: list[Part] = []
        waiting = self._pages_of(top)
        while waiting:
            part, rest = self._readable(waiting.pop())
            found.append(part)
            waiting += rest
            for place in part.cut:
                waiting += self._pages_of(place)
        return _numbered(found)

    # -- from the leaves up ----------------------------------------------------------------

    def _settle(self, place: int) -> None:
        """Keep with a box what there is room for."""
        children = self._children[place]
        for child in children:
            if child in self._groups:
                self._collapse(child)
        total = self._weights[place] + sum(map(self._left.__getitem__, children))
        if total > self._capacity:
            for child in self._heaviest(children):
                total -= self._collapse(child)
                if total <= self._capacity:
                    break
        if total > self._capacity and len(children) > 1:
            room = self._capacity - self._weights[place]
            self._groups[place] = self._grouped(children, room)
        self._left[place] = total

    def _heaviest(self, children: list[int]) -> list[int]:
        """Children whose branches are worth a page, the heaviest first."""
        able = [child for child in children if child not in self._cut and self._worth(child)]
        return sorted(able, key=lambda child: (-self._step(child), child))

    def _worth(self, place: int) -> bool:
        """Whether enough would stand under a box on a page of its own."""
        count, pending = 0, list(self._children[place])
        while pending and count < _LEAST:
            below = pending.pop()
            count += 1
            if below not in self._cut:
                pending += self._children[below]
        return count >= _LEAST

    def _step(self, place: int) -> int:
        return int(log(max(self._left[place], 1)) / log(_STEP))

    def _collapse(self, place: int) -> float:
        """Give a branch pages of its own; how much room that saves where its head stays."""
        before = self._left[place]
        self._cut.add(place)
        self._left[place] = min(before, self._weights[place] + self._mark)
        return before - self._left[place]

    def _grouped(self, children: list[int], room: float) -> list[list[int]]:
        """Children in their order, as many in a group as there is room for."""
        groups: list[list[int]] = []
        free = 0.0
        for child in children:
            if self._children[child] and self._left[child] > room:
                self._collapse(child)
            if not groups or self._left[child] > free:
                groups.append([])
                free = room
            groups[-1].append(child)
            free -= self._left[child]
        return groups

    # -- from the top down -----------------------------------------------------------------

    def _pages_of(self, top: int) -> list[Part]:
        children = self._tops if top == FOREST else self._children[top]
        groups = self._groups.get(top, [children])
        return [self._part(top, group) for group in groups]

    def _part(self, top: int, below: list[int]) -> Part:
        members = [] if top == FOREST else [top]
        cut: list[int] = []
        pending = below[::-1]
        while pending:
            place = pending.pop()
            members.append(place)
            if place in self._cut:
                cut.append(place)
            else:
                pending += reversed(self._children[place])
        return Part(top, below, members, cut)

    def _readable(self, part: Part) -> tuple[Part, list[Part]]:
        """A page made smaller until it can be read, and pages for what it could not keep."""
        rest: list[Part] = []
        while not self._fits(part):
            if self._cut_one(part):
                part = self._part(part.top, part.below)
            elif len(part.below) > 1:
                middle = (len(part.below) + 1) // 2
                rest.append(self._part(part.top, part.below[middle:]))
                part = self._part(part.top, part.below[:middle])
            else:
                break
        return part, rest

    def _cut_one(self, part: Part) -> bool:
        """Collapse one more branch of a page: of those worth it, one with a third of the boxes."""
        size = self._sizes(part)
        able = [place for place in size if place not in self._cut and self._children[place]]
        if not able:
            return False
        worth = [place for place in able if size[place] > _LEAST]
        if not worth and len(part.below) > 1:
            return False
        worth = worth or able
        third = len(part.members) / 3
        self._cut.add(min(worth, key=lambda place: (_apart(size[place], third), place)))
        return True

    def _sizes(self, part: Part) -> dict[int, int]:
        """For each box of a page, but the one at its top, how many stand there with it."""
        size = {place: 1 for place in part.members if place != part.top}
        for place in reversed(part.members):
            above = self._parents[place]
            if place in size and above in size:
                size[above] += size[place]
        return size


def _apart(one: float, other: float) -> int:
    """How many steps apart two weights are."""
    return abs(round(log(one / other) / log(_STEP)))


def _numbered(parts: list[Part]) -> list[Part]:
    """Pages in reading order; those with the same top know which of how many they are."""
    parts.sort(key=lambda part: (part.top, part.below[:1]))
    same: dict[int, list[Part]] = {}
    for part in parts:
        same.setdefault(part.top, []).append(part)
    for several in same.values():
        for number, part in enumerate(several, 1):
            part.number, part.of = number, len(several)
    return parts
