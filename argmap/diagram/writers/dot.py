r"""DOT: the same picture for Graphviz.

Boxes and links carry their places, so `neato -n2` draws this very picture; `dot` ignores them and
lays the graph out in its own way. Text from the map goes through one of two escape functions and
nowhere else: neither markup nor Graphviz's own escapes (``\N``, ``&amp;``) come to life in it.
"""

from itertools import pairwise

from argmap.diagram.lettering import metrics
from argmap.diagram.lettering.fonts import FAMILY
from argmap.diagram.look.theme import LIGHT, Look, Theme
from argmap.diagram.scene import Box, Line, Plate, Point, Scene, Text
from argmap.diagram.view import Kind
from argmap.text import clean

_SIGNS = {
    Kind.MOTION: "●",
    Kind.SUPPORT: "▲",
    Kind.REBUTTAL: "▼",
    Kind.ANSWER: "◆",
    Kind.UNDERCUT: "✕",
}
_FONTS = f"{FAMILY},Arial,Helvetica,sans-serif"


def quoted(text: str) -> str:
    """`text` as a double-quoted DOT string that is drawn as it reads."""
    return f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    return clean(text).replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')


def markup(text: str) -> str:
    """`text` as character data of an HTML-like label that is drawn as it reads."""
    text = clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("\\", "\\\\")


def write_dot(scene: Scene, theme: Theme = LIGHT) -> str:
    """The scene as DOT text."""
    writer = _Writer(scene, theme)
    return "\n".join(
        [
            "// An argument map. Draw it as it was laid out:  neato -n2 -Tpdf FILE -o OUT.pdf",
            "// or let Graphviz arrange it:                   dot -Tpdf FILE -o OUT.pdf",
            "digraph argument {",
            f'  graph [rankdir=BT, splines=polyline, nodesep=0.2, ranksep=0.3, fontname="{_FONTS}",'
            f" bgcolor={quoted(theme.background)}, pad=0.2, outputorder=edgesfirst,"
            f" labelloc=t, labeljust=l, {_title(scene)}]",
            f'  node [shape=box, fixedsize=true, margin=0, fontname="{_FONTS}",'
            f" fontcolor={quoted(theme.text)}]",
            f'  edge [arrowhead=none, fontname="{_FONTS}", color={quoted(theme.line)},'
            f" penwidth={theme.pen:g}]",
            "",
            *map(writer.node, range(len(scene.boxes))),
            "",
            *map(writer.edge, scene.lines),
            *writer.legend(),
            "}",
            "",
        ]
    )


class _Writer:
    """Places are turned round: DOT counts heights from the bottom."""

    def __init__(self, scene: Scene, theme: Theme) -> None:
        self.scene = scene
        self.theme = theme
        self.top = scene.height

    def node(self, number: int) -> str:
        """One box: a table of exactly its size."""
        box = self.scene.boxes[number]
        look = self.theme.look(box.kind, box.tint)
        empty = all(cell.hollow for cell in box.cells)
        middle = (box.x + box.width / 2, box.y + box.height / 2)
        return (
            f"  n{number} [pos={self._place(middle)}, width={box.width / 72:.4f},"
            f" height={box.height / 72:.4f}, style={_style(look)},"
            f" color={quoted(look.border)}, penwidth={look.stroke:g},"
            f" fillcolor={quoted(self.theme.background if empty else look.fill)},"
            f" label=<{self._table(box, look)}>]"
        )

    def _table(self, box: Box, look: Look) -> str:
        empty = all(cell.hollow for cell in box.cells)
        high = box.height
        stripe = (
            f'<TD ROWSPAN="{len(box.cells)}" FIXEDSIZE="TRUE" WIDTH="{box.stripe}"'
            f' HEIGHT="{high}" BGCOLOR="{look.stripe}" VALIGN="TOP">'
            f'<FONT COLOR="{look.sign}" POINT-SIZE="10">{_SIGNS[box.kind]}</FONT></TD>'
        )
        rows = [self._cell(box, number, empty=empty) for number in range(len(box.cells))]
        rows[0] = stripe + rows[0]
        return (
            '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0" FIXEDSIZE="TRUE"'
            f' WIDTH="{box.width}" HEIGHT="{high}">'
            f"<TR>{'</TR><HR/><TR>'.join(rows)}</TR></TABLE>"
        )

    def _cell(self, box: Box, number: int, *, empty: bool) -> str:
        cell = box.cells[number]
        left = cell.text.x - box.x - box.stripe
        wide = box.width - box.stripe - left
        colour = f' BGCOLOR="{self.theme.background}"' if cell.hollow and not empty else ""
        size = f' FIXEDSIZE="TRUE" HEIGHT="{cell.height}"'
        lines = '<BR ALIGN="LEFT"/>'.join(markup(line.rstrip(" ")) for line in cell.text.lines)
        join = ""
        if number:
            word = box.joins[number - 1].text
            join = f'<FONT POINT-SIZE="{word.size:g}">{markup(word.lines[0])}</FONT>'
            join += '<BR ALIGN="LEFT"/>'
        return (
            f'<TD{size} WIDTH="{left}"{colour}></TD>'
            f'<TD{size} WIDTH="{wide}"{colour} ALIGN="LEFT" BALIGN="LEFT">'
            f'<FONT POINT-SIZE="{cell.text.size:g}">{join}{lines}<BR ALIGN="LEFT"/></FONT></TD>'
        )

    def edge(self, line: Line) -> str:
        """One link, with the word at its box; an attacked link is cut at the point of attack."""
        points = list(reversed(line.points))
        look = self.theme.looks[Kind.UNDERCUT]
        tail, head, style = f"n{line.box}", f"n{line.target}", ""
        if line.undercut:
            head = f"link{line.target}"
            style = (
                f"color={quoted(look.border)}, style=dotted, penwidth={self.theme.pen * 1.25:g}, "
            )
        label = self._word(self.scene.boxes[line.box].word)
        if line.attack is None:
            return f"  {tail} -> {head} [{style}{label}, pos={self._spline(points)}]"
        point = f"link{line.box}"
        below, above = [points[0], line.attack], [line.attack, *points[1:]]
        return (
            f"  {point} [shape=diamond, style=filled, width=0.09, height=0.09,"
            f' label="", color={quoted(look.stripe)}, fillcolor={quoted(look.stripe)},'
            f" pos={self._place(line.attack)}]\n"
            f"  {tail} -> {point} [{style}{label}, pos={self._spline(below)}]\n"
            f"  {point} -> {head} [{style}pos={self._spline(above)}]"
        )

    def _word(self, word: Text | None) -> str:
        if word is None:
            return 'label=""'
        text = word.lines[0]
        middle = word.x + word.size * metrics.width(text, word.weight) / 2
        colour = self.theme.looks[word.kind].border if word.kind else self.theme.text
        return (
            f"label={quoted(text)}, lp={self._place((middle, word.y - word.size * 0.35))},"
            f" fontsize={word.size:g}, fontcolor={quoted(colour)}"
        )

    def legend(self) -> list[str]:
        """What the signs and tints mean, as nodes of their own."""
        lines = []
        for sign, plate, text, tint in self.scene.legend:
            if plate:
                lines.append(self._swatch(plate, tint, text))
            if sign is None:
                continue
            label = f"{_SIGNS[sign.kind]} {text.lines[0]}"
            wide = text.size * (metrics.width(text.lines[0]) + 2.2)
            middle = (sign.x - sign.radius + wide / 2, sign.y)
            lines.append(
                f"  {sign.kind.value} [shape=none, width={wide / 72:.4f},"
                f" height={text.size * 1.3 / 72:.4f}, fontsize={text.size:g},"
                f" fontcolor={quoted(self.theme.look(sign.kind, tint).border)},"
                f" pos={self._place(middle)}, label={quoted(label)}]"
            )
        return ["", *lines] if lines else []

    def _swatch(self, plate: Plate, tint: int, text: Text) -> str:
        look = self.theme.look(plate.kind or Kind.SUPPORT, tint)
        wide = text.x - plate.x + text.size * (metrics.width(text.lines[0]) + 1)
        middle = (plate.x + wide / 2, plate.y + plate.height / 2)
        size = f'BORDER="1" COLOR="{look.border}" FIXEDSIZE="TRUE" HEIGHT="{plate.height:.0f}"'
        return (
            f"  tint{tint} [shape=none, width={wide / 72:.4f}, height={text.size * 1.3 / 72:.4f},"
            f" fontsize={text.size:g}, pos={self._place(middle)},"
            ' label=<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1"><TR>'
            f'<TD {size} WIDTH="{plate.width / 3:.0f}" BGCOLOR="{look.stripe}"></TD>'
            f'<TD {size} WIDTH="{plate.width / 1.5:.0f}" BGCOLOR="{look.fill}"></TD>'
            f"<TD> {markup(text.lines[0])}</TD></TR></TABLE>>]"
        )

    def _place(self, point: tuple[float, float]) -> str:
        return f'"{point[0]:g},{self.top - point[1]:g}"'

    def _spline(self, points: list[Point]) -> str:
        """Straight stretches as Bézier curves, each with its ends as control points."""
        places = [f"{x},{self.top - y}" for x, y in points]
        curve = places[:1]
        for start, end in pairwise(places):
            curve += [start, end, end]
        return f'"{" ".join(curve)}"'


def _title(scene: Scene) -> str:
    if scene.heading is None:
        return 'label=""'
    label = "".join(_escaped(line.rstrip(" ")) + "\\l" for line in scene.heading.lines)
    return f'fontsize={scene.heading.size:g}, label="{label}"'


def _style(look: Look) -> str:
    if not look.dashes:
        return '"filled,solid"'
    return '"filled,dotted"' if look.dashes[0] < 4 else '"filled,dashed"'
