"""Boxes as nodes: a table of exactly the size of each."""

from argmap.diagram.look.theme import Look, Theme
from argmap.diagram.scene import Box, Cell, Scene
from argmap.diagram.writers.dot.spelling import SIGNS, Places, attributes, markup, quoted, style

_SIGN = 2.45
"""Size of the letter that looks like a drawn sign, relative to the sign's radius."""


class Boxes:
    """Writes the boxes of a scene."""

    def __init__(self, scene: Scene, theme: Theme, places: Places) -> None:
        self.scene = scene
        self.theme = theme
        self.places = places

    def node(self, number: int) -> str:
        """One box."""
        box = self.scene.boxes[number]
        look = self.theme.look(box.kind, box.tint)
        empty = all(cell.hollow for cell in box.cells)
        told = [
            self.places.at((box.x + box.width / 2, box.y + box.height / 2)),
            f"width={box.width / 72:.4f}, height={box.height / 72:.4f}, style={style(look)}",
            f"color={quoted(look.border)}, penwidth={look.stroke:g}",
            f"fillcolor={quoted(self.theme.background if empty else look.fill)}",
            f"label=<{self._table(box, look, empty=empty)}>",
        ]
        return f"n{number}{attributes(told)}"

    def _table(self, box: Box, look: Look, *, empty: bool) -> str:
        high = int(box.height)
        stripe = (
            f'<TD ROWSPAN="{len(box.cells)}" FIXEDSIZE="TRUE" WIDTH="{int(box.stripe)}"'
            f' HEIGHT="{high}" BGCOLOR="{look.stripe}" VALIGN="TOP">'
            f'<FONT COLOR="{look.sign}" POINT-SIZE="{box.sign.radius * _SIGN:.3g}">'
            f"{SIGNS[box.kind]}</FONT></TD>"
        )
        rows = [self._cell(box, number, empty=empty) for number in range(len(box.cells))]
        rows[0] = stripe + rows[0]
        return (
            '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0" FIXEDSIZE="TRUE"'
            f' WIDTH="{int(box.width)}" HEIGHT="{high}">'
            f"<TR>{'</TR><HR/><TR>'.join(rows)}</TR></TABLE>"
        )

    def _cell(self, box: Box, number: int, *, empty: bool) -> str:
        cell = box.cells[number]
        left = int(cell.text.x - box.x - box.stripe)
        wide = int(box.width) - int(box.stripe) - left
        colour = f' BGCOLOR="{self.theme.background}"' if cell.hollow and not empty else ""
        size = f' FIXEDSIZE="TRUE" HEIGHT="{int(cell.height)}"'
        port = f' PORT="c{number}"' if len(box.cells) > 1 else ""
        return (
            f'<TD{size} WIDTH="{left}"{colour}></TD>'
            f'<TD{port}{size} WIDTH="{wide}"{colour} ALIGN="LEFT" BALIGN="LEFT">'
            f"{self._lines(box, cell, number)}</TD>"
        )

    def _lines(self, box: Box, cell: Cell, number: int) -> str:
        line_end = '<BR ALIGN="LEFT"/>'
        lines = line_end.join(markup(line.rstrip(" ")) for line in cell.text.lines)
        join = more = ""
        if number:
            word = box.joins[number - 1].text
            join = f'<FONT POINT-SIZE="{word.size:g}">{markup(word.lines[0])}</FONT>{line_end}'
        if box.more and number == len(box.cells) - 1:
            ink = self.theme.look(box.kind, box.tint).border
            more = f'<FONT COLOR="{ink}">{markup(box.more.lines[0])}</FONT>{line_end}'
        return f'<FONT POINT-SIZE="{cell.text.size:g}">{join}{lines}{line_end}{more}</FONT>'
