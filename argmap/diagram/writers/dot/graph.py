"""A whole DOT text: what holds for all, then legend, branches and links."""

from collections.abc import Iterable, Iterator

from argmap.diagram.lettering.fonts import FAMILY
from argmap.diagram.look.theme import LIGHT, Theme
from argmap.diagram.scene import Scene
from argmap.diagram.writers.dot.around import Around
from argmap.diagram.writers.dot.boxes import Boxes
from argmap.diagram.writers.dot.links import Links
from argmap.diagram.writers.dot.spelling import Places, quoted
from argmap.text import ellipsis, one_line

_LONGEST_REMARK = 60
_MOST_CLUSTERED = 1000
"""Boxes up to which branches are kept together: for more, `dot` would take minutes."""
_CLUSTER = 'graph [style=invis, label="", tooltip=" "]'


def write_dot(scene: Scene, theme: Theme = LIGHT, *, placed: bool = True) -> str:
    """The scene as DOT text; without places where it is not `placed`."""
    return "\n".join([*_Graph(scene, theme, placed=placed).lines(), ""])


class _Graph:
    def __init__(self, scene: Scene, theme: Theme, *, placed: bool) -> None:
        places = Places(scene.height, told=placed)
        self.scene = scene
        self.theme = theme
        self.placed = placed
        self.boxes = Boxes(scene, theme, places)
        self.links = Links(scene, theme, places)
        self.around = Around(scene, theme, places)
        self._line_of = {
            line.box: number for number, line in enumerate(scene.lines) if not line.cross
        }

    def lines(self) -> Iterator[str]:
        """All of it."""
        yield "// An argument map."
        if self.placed:
            yield "// Draw it as it was laid out:   neato -n2 -Tpdf FILE -o OUT.pdf"
        yield "// Let Graphviz arrange it:      dot -Tpdf FILE -o OUT.pdf"
        yield "digraph argument {"
        yield from self._defaults()
        yield from self._legend()
        yield from self._branches()
        yield from self._section("Links, from premise to conclusion", self._edges())
        yield from self._section("Around it", self._rest())
        yield "}"

    def _defaults(self) -> Iterator[str]:
        theme = self.theme
        fonts = quoted(",".join(filter(None, [theme.font, FAMILY, "Arial,Helvetica,sans-serif"])))
        yield (
            f"  graph [rankdir=BT, splines=polyline, nodesep=0.2, ranksep=0.3, fontname={fonts},"
            f" fontcolor={quoted(theme.text)}, bgcolor={quoted(theme.background)}, pad=0.2,"
            ' outputorder=edgesfirst, labelloc=t, labeljust=l, tooltip=" ",'
            f" {self.around.title()}]"
        )
        yield (
            f'  node [shape=box, fixedsize=true, margin=0, tooltip=" ", fontname={fonts},'
            f" fontcolor={quoted(theme.text)}]"
        )
        yield (
            f'  edge [arrowhead=none, label="", tooltip=" ", labeltooltip=" ", fontname={fonts},'
            f" color={quoted(theme.line)}, penwidth={theme.pen:g}]"
        )

    def _section(self, name: str, lines: Iterable[str]) -> list[str]:
        found = [f"  {line}" for line in lines]
        return ["", f"  // {name}", *found] if found else []

    def _legend(self) -> list[str]:
        return self._section("Legend", self.around.legend())

    def _branches(self) -> Iterator[str]:
        """Each head with all that hangs under it, kept together where that can be had."""
        clustered = len(self.scene.boxes) <= _MOST_CLUSTERED
        for head, members in self._members().items():
            lines = [line for box in members for line in self._node(box)]
            if clustered and len(members) > 1 and head in self._line_of:
                inner = (f"  {line}" for line in [_CLUSTER, *lines])
                lines = [f"subgraph cluster_n{head} {{", *inner, "}"]
            yield from self._section(self._remark(head), lines)

    def _members(self) -> dict[int, list[int]]:
        """The boxes of each branch; what stands at the top is a branch of its own."""
        head_of: list[int] = []
        members: dict[int, list[int]] = {}
        for box in range(len(self.scene.boxes)):
            number = self._line_of.get(box)
            above = self.scene.lines[number].target if number is not None else -1
            rooted = above < 0 or above not in self._line_of
            head_of.append(box if rooted else head_of[above])
            members.setdefault(head_of[box], []).append(box)
        return members

    def _node(self, box: int) -> list[str]:
        number = self._line_of.get(box)
        point = self.links.point(number) if number is not None else ""
        return [self.boxes.node(box), *([point] if point else [])]

    def _remark(self, head: int) -> str:
        name = "Branch" if head in self._line_of else "On top"
        said = one_line("".join(self.scene.boxes[head].cells[0].text.lines))
        return f"{name}: {ellipsis(said, _LONGEST_REMARK)}"

    def _edges(self) -> Iterator[str]:
        for number, line in enumerate(self.scene.lines):
            if line.cross and self.links.point(number):
                yield self.links.point(number)
            yield from self.links.edges(number)

    def _rest(self) -> Iterator[str]:
        for number, text in enumerate(self.scene.around):
            yield self.around.text(number, text)
        if self.placed:
            for number, plate in enumerate(self.scene.plates):
                yield self.around.plate(number, plate)
