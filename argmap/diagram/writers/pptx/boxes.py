"""A box of a slide: a group of the claim, its stripe, its sign and the word above it."""

from collections.abc import Iterable

from argmap.diagram.look.theme import Look
from argmap.diagram.scene import Box, Cell, Join
from argmap.diagram.view import Kind
from argmap.diagram.writers.pptx import markup
from argmap.diagram.writers.pptx.lettering import roomy
from argmap.diagram.writers.pptx.lines import Lines, connector
from argmap.diagram.writers.pptx.pen import ASCENT, Pen, area_of, shape

SAID = {
    Kind.MOTION: "Motion",
    Kind.SUPPORT: "Reason",
    Kind.REBUTTAL: "Objection",
    Kind.ANSWER: "Answer",
    Kind.UNDERCUT: "Objection to a link",
}
"""What a screen reader says a box is."""


class BoxWriter:
    """Writes one box as a group; `frame` is the id of the shape that lines are glued to."""

    def __init__(self, pen: Pen, box: Box, frame: int) -> None:
        self.pen = pen
        self.box = box
        self.look: Look = pen.theme.look(box.kind, box.tint)
        self.click = pen.click(box.goal)
        self._frame_id = frame

    def group(self, name: str, lines: Lines, place: int) -> str:
        """The box, with what of the `lines` belongs to the box at this `place`."""
        box = self.box
        inner = [*lines.parts[place], self._frame()]
        if len(box.cells) > 1:
            inner += map(self._cell, box.cells)
        for join in box.joins:
            inner += self._join(join)
        inner += [self._stripe(), self.pen.sign(box.sign, self.look.sign)]
        if box.word:
            inner.append(self.pen.label(box.word, "Word"))
        inner += lines.signs[place]
        corners = [(box.x, box.y), (box.x + box.width, box.y + box.height), *lines.points[place]]
        if box.word:
            corners.append((box.word.x, box.word.y - ASCENT * box.word.size))
        return self.pen.group(f"!!{name}", inner, area_of(corners), described(box))

    def _frame(self) -> str:
        """The box itself; it holds the text of a single claim."""
        box, look = self.box, self.look
        alone = len(box.cells) == 1
        empty = all(cell.hollow for cell in box.cells)
        name = "Claim" if alone else "Claims"
        place = markup.frame(box.x, box.y, box.width, box.height)
        paint = markup.fill(self.pen.theme.background if empty else look.fill)
        paint += markup.stroke(look.border, look.stroke, look.dashes)
        return shape(
            markup.about(self._frame_id, name, click=self.click),
            f"{place}{markup.RECTANGLE}{paint}",
            self._text(box.cells[0], 0) if alone else "",
        )

    def _cell(self, cell: Cell) -> str:
        """One of several claims in a box."""
        box, edge = self.box, self.look.stroke / 2
        inner = box.width - 2 * edge, cell.height - 2 * edge
        place = markup.frame(box.x + edge, cell.y + edge, *inner)
        empty = cell.hollow and not all(each.hollow for each in box.cells)
        paint = markup.fill(self.pen.theme.background if empty else "") + markup.stroke("")
        return shape(
            markup.about(self.pen.new_id(), "Claim", click=self.click),
            f"{place}{markup.RECTANGLE}{paint}",
            self._text(cell, edge),
        )

    def _text(self, cell: Cell, edge: float) -> str:
        """The text of a claim as one paragraph, and under it what is drawn elsewhere."""
        box, text = self.box, cell.text
        left = text.x - box.x - edge
        side = max(text.x - box.x - box.stripe, 0)
        width = box.width - 2 * edge - left
        joined, lines = "".join(text.lines), len(text.lines)
        margin = roomy(joined, width, side, lines, text.size, text.weight, self.pen.share)
        written = [self.pen.paragraph(text, width - margin, lines)]
        if box.more and cell is box.cells[-1]:
            written.append(self.pen.paragraph(box.more, width - margin))
        above = max(text.y - ASCENT * text.size - cell.y - edge, 0)
        return markup.body(written, (left, above, margin), wrapped=True, shrinks=self.pen.shrinks)

    def _join(self, join: Join) -> list[str]:
        about = markup.about(self.pen.new_id(), "Rule", silent=True)
        place = markup.frame(join.start, join.y, self.box.x + self.box.width - join.start, 0)
        line = '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        rule = connector(about, "", f"{place}{line}{markup.stroke(self.look.border, 0.6)}")
        return [rule, self.pen.label(join.text, "Word")]

    def _stripe(self) -> str:
        box, inset = self.box, self.look.inset
        area = (box.x + inset, box.y + inset, box.stripe - inset, box.height - 2 * inset)
        paint = markup.fill(self.look.stripe) + markup.stroke("")
        return self.pen.plate(area, paint, "Stripe", self.click)


def described(box: Box) -> str:
    """What a screen reader says of a box."""
    claims = " And: ".join("".join(cell.text.lines) for cell in box.cells)
    said = f"{SAID[box.kind]}: {claims}"
    return f"{said} {''.join(box.more.lines)}" if box.more else said


def names_of(boxes: Iterable[Box]) -> list[str]:
    """A name for each box that it keeps from slide to slide: the id of its first claim."""
    found: list[str] = []
    seen: dict[str, int] = {}
    for place, box in enumerate(boxes):
        name = box.cells[0].claim or f"n{place}"
        seen[name] = seen.get(name, 0) + 1
        found.append(name if seen[name] == 1 else f"{name} {seen[name]}")
    return found
