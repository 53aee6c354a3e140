"""From stubs to cross-links: each claim is shown once, whatever number of claims it bears on.

Works on any view, also on one that shows a part of a map: a stub whose claim is not in the view
stays. So do numbers that are still named somewhere.
"""

from collections.abc import Collection
from dataclasses import replace

from argmap.diagram.view.nodes import Cell, Cross, Kind, Node, View

Spot = tuple[int, int]
"""A cell: number of its node, and its own within the node."""


def merged(
    view: View, stubs: Collection[Spot] = (), *, attacked: bool = False, whole: bool = True
) -> View:
    """The view with cross-links instead of stubs, but for the `stubs` that are to stay.

    A repeated premise in a joint box keeps a hollow cell, and a cross-link says which claim it
    is. A repeated claim whose link is undercut stays a stub, so that the undercut has a line to
    meet, unless cross-links can be `attacked` too. Where the view is not the `whole` map, other
    pictures may name its numbers, so all are kept.
    """
    return _Merger(view, stubs, attacked=attacked, whole=whole).view()


def stub_spots(view: View) -> list[Spot]:
    """All stubs of a view that could become cross-links, in reading order."""
    return list(_Merger(view, (), attacked=False, whole=True).crossing)


class _Merger:
    def __init__(self, view: View, stubs: Collection[Spot], *, attacked: bool, whole: bool) -> None:
        self.before = view
        self.whole = whole
        self._attackable = attacked
        self._origins = _origins(view)
        self._carrying = {node.parent for node in view.nodes}
        self.crossing = {
            spot: number
            for number, spot in enumerate(each for each in self._repeated() if each not in stubs)
        }
        self._gone = {
            place: number
            for (place, _), number in self.crossing.items()
            if len(view.nodes[place].cells) == 1
        }
        """Nodes that a cross-link stands for, and its number."""
        self._new: list[int] = []
        before = 0
        for place in range(len(view.nodes)):
            self._new.append(place - before)
            before += place in self._gone

    def view(self) -> View:
        """The merged view."""
        links = tuple(map(self._cross, self.crossing))
        kept = self._kept_marks()
        nodes = tuple(
            self._node(place, kept)
            for place in range(len(self.before.nodes))
            if place not in self._gone
        )
        return replace(self.before, nodes=nodes, links=links)

    def _repeated(self) -> list[Spot]:
        return [
            (place, number)
            for place, node in enumerate(self.before.nodes)
            for number, cell in enumerate(node.cells)
            if cell.stub and cell.claim in self._origins and self._may_cross((place, number))
        ]

    def _may_cross(self, spot: Spot) -> bool:
        node = self.before.nodes[spot[0]]
        if self._attackable or len(node.cells) > 1:
            return True
        if spot[0] in self._carrying:
            return False
        origin = self._origins[node.cells[0].claim]
        return node.cell < 0 or origin != (node.parent, node.cell)

    def _cross(self, spot: Spot) -> Cross:
        place, number = spot
        node = self.before.nodes[place]
        origin, cell = self._origins[node.cells[number].claim]
        start = self._new[origin]
        if len(node.cells) > 1:
            return Cross(start, cell, self._new[place], number, None)
        end, attacked = self._above(place)
        word = node.word.removeprefix(f"{self._mark_above(node)} ")
        return Cross(start, cell, end, node.cell, node.kind, word, attacked)

    def _above(self, place: int) -> tuple[int, int]:
        """The nearest box above that is still there, and the cross-link that is attacked."""
        parent = self.before.nodes[place].parent
        attacked = self._gone.get(parent, -1)
        while parent in self._gone:
            parent = self.before.nodes[parent].parent
        return (self._new[parent] if parent >= 0 else -1), attacked

    def _mark_above(self, node: Node) -> str:
        if node.parent < 0 or node.cell < 0:
            return ""
        cells = self.before.nodes[node.parent].cells
        return cells[node.cell].mark if node.cell < len(cells) else ""

    def _kept_marks(self) -> dict[str, str]:
        """What each number that is still named becomes: counted anew where this is the whole."""
        named: dict[str, None] = {}
        for place, node in enumerate(self.before.nodes):
            if place in self._gone:
                continue
            for number, cell in enumerate(node.cells):
                if not self.whole or (cell.stub and (place, number) not in self.crossing):
                    named[cell.mark] = None
            mark = self._mark_above(node)
            if mark and node.word.startswith(f"{mark} "):
                named[mark] = None
        if not self.whole:
            return {mark: mark for mark in named}
        named.pop("", None)
        kept = sorted(named, key=lambda mark: int(mark[1:]))
        return {mark: f"#{number}" for number, mark in enumerate(kept, 1)}

    def _node(self, place: int, kept: dict[str, str]) -> Node:
        node = self.before.nodes[place]
        word, mark = node.word, self._mark_above(node)
        if mark and word.startswith(f"{mark} "):
            word = kept[mark] + word.removeprefix(mark)
        cells = tuple(
            _unnumbered(cell) if (place, number) in self.crossing else _renumbered(cell, kept)
            for number, cell in enumerate(node.cells)
        )
        parent, attacked = self._above(place)
        if node.kind is not Kind.UNDERCUT:
            attacked = -1
        return node._replace(word=word, parent=parent, cells=cells, attacked=attacked)


def _origins(view: View) -> dict[str, Spot]:
    found: dict[str, Spot] = {}
    for place, node in enumerate(view.nodes):
        for number, cell in enumerate(node.cells):
            if cell.claim and not cell.stub:
                found.setdefault(cell.claim, (place, number))
    return found


def _unnumbered(cell: Cell) -> Cell:
    """The same without its number: a stub then only has the words of the claim."""
    if not cell.mark:
        return cell
    return cell._replace(text=cell.text.partition(f"{cell.mark} ")[2], mark="")


def _renumbered(cell: Cell, kept: dict[str, str]) -> Cell:
    if not cell.mark:
        return cell
    if cell.mark not in kept:
        return _unnumbered(cell)
    mark = kept[cell.mark]
    return cell._replace(text=cell.text.replace(cell.mark, mark, 1), mark=mark)
