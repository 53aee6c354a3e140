"""Mermaid: a flowchart for a README, drawn by GitHub and others, from a view.

Text from the map goes through one escape function: whatever could mean something to Mermaid, to
Markdown or to HTML becomes the number of its character.
"""

import re
from collections.abc import Iterator

from argmap.diagram.look.theme import LIGHT, Look, Theme
from argmap.diagram.view import Cross, Kind, Node, View, merged
from argmap.text import count, ellipsis, one_line

MOST_LINKS = 500
"""GitHub draws no flowchart with more."""
MOST_CHARACTERS = 50_000
"""GitHub reads no longer flowchart."""
LONGEST_LABEL = 120
"""Characters of a claim; a flowchart is no place for more."""

_MEANINGFUL = re.compile(r"[^\w ,'?!.]|_|\.(?! |$)|^\d+\.", re.ASCII)
_SIGNS = {
    Kind.MOTION: "●",
    Kind.SUPPORT: "▲",
    Kind.REBUTTAL: "▼",
    Kind.ANSWER: "◆",
    Kind.UNDERCUT: "✕",
}
_LONGEST_ABOUT = 500
_HOLLOW = "hollow"
_JUNCTION = "junction"


def escape(text: str) -> str:
    """`text` on one line as a quoted label, or a title, that is shown as it reads."""
    return _MEANINGFUL.sub(_numbered, one_line(text))


def _numbered(found: re.Match[str]) -> str:
    """Each ASCII sign in a match as its number; digits, and letters of all scripts, stay."""
    return "".join(
        sign if sign.isalnum() or ord(sign) > 126 else f"#{ord(sign)};" for sign in found[0]
    )


def write_mermaid(view: View, theme: Theme = LIGHT) -> tuple[str, list[str]]:
    """The view as a Mermaid flowchart, and warnings.

    Claims that come up again are told by dashed links. What GitHub would refuse is shortened: lower
    levels are left out and counted.
    """
    if not view.links:
        view = merged(view, attacked=True)
    warnings = _warnings(view)
    whole = len(view.nodes)
    kept = _upper(view, MOST_LINKS, whole)
    chart = _Chart(view, theme, kept).text()
    while len(chart) > MOST_CHARACTERS and len(kept) > 1:
        fewer = min(len(kept) - 1, int(len(kept) * 0.95 * MOST_CHARACTERS / len(chart)))
        kept = _upper(view, MOST_LINKS, max(1, fewer))
        chart = _Chart(view, theme, kept).text()
    if len(kept) < whole:
        warnings.append(
            f"GitHub draws flowcharts of at most {MOST_LINKS} links and {MOST_CHARACTERS:,}"
            f" characters: {count(whole - len(kept), 'box', 'boxes')} of {whole:,} were left out."
            " Choose a part with --depth or --focus."
        )
    return chart, warnings


def _warnings(view: View) -> list[str]:
    long = sum(len(cell.text) > LONGEST_LABEL for node in view.nodes for cell in node.cells)
    if not long:
        return []
    return [
        f"{count(long, 'claim')} longer than {LONGEST_LABEL} characters"
        f" {'was' if long == 1 else 'were'} cut in the flowchart. A short form (short:) and"
        " --labels short avoid that."
    ]


def _upper(view: View, most_links: int, most_boxes: int) -> list[int]:
    """The boxes of the upper levels, in reading order, as many as may be drawn."""
    depth: list[int] = []
    for node in view.nodes:
        depth.append(depth[node.parent] + 1 if node.parent >= 0 else 0)
    undercuts = sum(node.kind is Kind.UNDERCUT for node in view.nodes)
    needed = len(view.nodes) + undercuts + 2 * len(view.links)
    most = most_boxes if needed <= most_links else min(most_boxes, most_links // 2)
    by_level = sorted(range(len(view.nodes)), key=lambda place: (depth[place], place))
    return sorted(by_level[:most])


class _Chart:
    """Numbers boxes as the view does: ``n3``; where link ``3`` is attacked there is ``j3``."""

    def __init__(self, view: View, theme: Theme, kept: list[int]) -> None:
        self.view = view
        self.theme = theme
        self.kept = kept
        shown = set(kept)
        self.crosses = {
            number: cross
            for number, cross in enumerate(view.links)
            if cross.start in shown and cross.end in shown
        }
        self.attacked, self.crosses_attacked = self._attacks()
        self._hidden = self._left_out(shown)

    def _attacks(self) -> tuple[set[int], set[int]]:
        """The links of boxes, and the cross-links, that undercuts meet."""
        links: set[int] = set()
        crosses: set[int] = set()
        nodes = (self.view.nodes[place] for place in self.kept)
        undercuts = [(node.attacked, node.parent) for node in nodes if node.kind is Kind.UNDERCUT]
        undercuts += [
            (cross.attacked, cross.end)
            for cross in self.crosses.values()
            if cross.kind is Kind.UNDERCUT
        ]
        for cross, box in undercuts:
            if cross >= 0:
                crosses.add(cross)
            else:
                links.add(box)
        return links, crosses & self.crosses.keys()

    def _left_out(self, shown: set[int]) -> dict[int, int]:
        """For each box under which boxes are left out how many claims these hold."""
        found: dict[int, int] = {}
        under: dict[int, int] = {}
        for place, node in enumerate(self.view.nodes):
            if place not in shown:
                under[place] = under.get(node.parent, node.parent)
                claims = sum(not cell.stub for cell in node.cells)
                found[under[place]] = found.get(under[place], 0) + claims
        return found

    def text(self) -> str:
        """All of it."""
        nodes = self.view.nodes
        lines = ["flowchart BT", *self._about()]
        lines += [self._node(place, nodes[place]) for place in self.kept]
        for place in self.kept:
            lines += self._link(place, nodes[place])
        for number, cross in self.crosses.items():
            lines += self._cross(number, cross)
        lines += self._classes()
        return "\n  ".join(lines) + "\n"

    def _about(self) -> Iterator[str]:
        if self.view.title:
            yield f"accTitle: {escape(ellipsis(self.view.title, _LONGEST_ABOUT))}"
        if self.view.summary:
            yield f"accDescr: {escape(ellipsis(self.view.summary, _LONGEST_ABOUT))}"

    def _node(self, place: int, node: Node) -> str:
        cells = "<br/>and<br/>".join(
            escape(ellipsis(cell.text, LONGEST_LABEL)) for cell in node.cells
        )
        more = node.more
        if place in self._hidden:
            more = f"» +{count(self._hidden[place] + node.left_out, 'claim')}"
        below = f"<br/>{escape(more)}" if more else ""
        return f'n{place}["{_SIGNS[node.kind]} {cells}{below}"]'

    def _link(self, place: int, node: Node) -> Iterator[str]:
        if node.parent < 0:
            return
        goal, arrow = f"n{node.parent}", "-->"
        if node.kind is Kind.UNDERCUT:
            goal, arrow = f"j{node.parent}", "-.->"
            if node.attacked in self.crosses_attacked:
                goal = f"x{node.attacked}"
        yield from self._drawn(f"n{place}", arrow, node.word, goal, self._junction(place))

    def _junction(self, place: int) -> str:
        return f"j{place}" if place in self.attacked else ""

    def _cross(self, number: int, cross: Cross) -> Iterator[str]:
        start, goal = f"n{cross.start}", f"n{cross.end}"
        if cross.kind is None:
            yield f"{start} -.- {goal}"
            return
        if cross.kind is Kind.UNDERCUT:
            goal = self._junction(cross.end) or goal
            if cross.attacked in self.crosses_attacked:
                goal = f"x{cross.attacked}"
        junction = f"x{number}" if number in self.crosses_attacked else ""
        yield from self._drawn(start, "-.->", cross.word, goal, junction)

    def _drawn(self, start: str, arrow: str, word: str, goal: str, junction: str) -> Iterator[str]:
        said = f'|"{escape(word)}"|' if word else ""
        if not junction:
            yield f"{start} {arrow}{said} {goal}"
            return
        yield f"{junction}(( ))"
        yield f"{start} {arrow.removesuffix('>')}{'' if arrow == '-.->' else '-'}{said} {junction}"
        yield f"{junction} {arrow} {goal}"

    def _classes(self) -> Iterator[str]:
        theme = self.theme
        members: dict[str, list[str]] = {}
        for place in self.kept:
            node = self.view.nodes[place]
            members.setdefault(node.kind.value, []).append(f"n{place}")
            if all(cell.hollow for cell in node.cells):
                members.setdefault(_HOLLOW, []).append(f"n{place}")
        junctions = [f"j{place}" for place in self.kept if place in self.attacked]
        junctions += [f"x{number}" for number in sorted(self.crosses_attacked)]
        if junctions:
            members[_JUNCTION] = junctions
        styles = {kind.value: _style(theme.looks[kind], theme.text) for kind in Kind}
        styles[_HOLLOW] = f"fill:{theme.background}"
        mark = theme.looks[Kind.UNDERCUT].stripe
        styles[_JUNCTION] = f"fill:{mark},stroke:{mark}"
        for name, style in styles.items():
            if name in members:
                yield f"classDef {name} {style}"
                yield f"class {','.join(members[name])} {name}"


def _style(look: Look, ink: str) -> str:
    dashes = f",stroke-dasharray:{' '.join(f'{one:g}' for one in look.dashes)}"
    return (
        f"fill:{look.fill},stroke:{look.border},stroke-width:{look.stroke:g}px,color:{ink}"
        f"{dashes if look.dashes else ''}"
    )
