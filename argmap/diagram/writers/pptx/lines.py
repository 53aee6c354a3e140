"""The lines of a slide: connectors glued to boxes, joints where they branch, signs on them."""

from collections import Counter, defaultdict

from argmap.diagram.look.theme import CROSSING
from argmap.diagram.scene import Line, Point, Scene
from argmap.diagram.view import Kind
from argmap.diagram.writers.pptx import markup
from argmap.diagram.writers.pptx.bends import bend
from argmap.diagram.writers.pptx.pen import Pen, area_of, shape
from argmap.diagram.writers.pptx.wiring import End, Port, Wire, Wiring

_PORT = 0.5
"""Extent of the invisible shape at a port."""
LOOSE = -1
"""Stands for the owner of what is in no box's group."""


class Lines:
    """The lines of a scene; `frames` holds the id of each box's shape, `names` its name."""

    def __init__(self, scene: Scene, pen: Pen, frames: list[int], names: list[str]) -> None:
        self._pen = pen
        self._names = names
        self._wiring = Wiring(scene)
        self._times = Counter[str]()
        self._signs = {(sign.x, sign.y): sign for sign in scene.attacks}
        self._crossing = [line for line in scene.lines if line.cross and not line.undercut]
        small: list[Port | Point] = [*self._wiring.ports, *self._wiring.joints, *self._signs]
        self._id_of: dict[int | Port | Point, int] = dict(enumerate(frames))
        self._id_of |= {at: pen.new_id() for at in small}
        self.parts: dict[int, list[str]] = defaultdict(list)
        """The shapes in the group of each box, and the `LOOSE` ones."""
        self.signs: dict[int, list[str]] = defaultdict(list)
        """The signs on lines, likewise; they stand in front of the boxes."""
        self.points: dict[int, list[Point]] = defaultdict(list)
        """Where they are."""
        self._draw()

    def _draw(self) -> None:
        for wire in self._wiring.wires:
            self.parts[wire.owner].append(self._wire(wire))
            self.points[wire.owner] += wire.points
        for port in self._wiring.ports:
            number = self._id_of[port]
            self.parts[port.box].append(_dot(number, "Port", port.point, _PORT, ""))
        for at, (line, owner) in self._wiring.joints.items():
            colour, wide, _ = self._look(line)
            self.parts[owner].append(_dot(self._id_of[at], "Joint", at, wide, colour))
        for at, sign in self._signs.items():
            owner = self._owner(at)
            self.signs[owner].append(self._sign(at))
            self.points[owner] += [(at[0] - sign.radius, at[1]), (at[0] + sign.radius, at[1])]

    def _owner(self, at: Point) -> int:
        """The box beside a sign, so that both move together."""
        if at in self._wiring.marks:
            return self._wiring.marks[at]
        near = 2 * self._signs[at].radius
        for line in self._crossing:
            x, y = line.points[0]
            if abs(at[0] - x) + abs(at[1] - y) <= near:
                return line.target
        return LOOSE

    def _wire(self, wire: Wire) -> str:
        stroke = self._stroke(wire.line)
        about = markup.about(self._pen.new_id(), self._name(wire), silent=True)
        bent = bend(wire.points)
        if bent is None:
            place = markup.frame(*area_of(wire.points))
            outline = markup.outline(wire.points, closed=False)
            return shape(about, f"{place}{outline}<a:noFill/>{stroke}")
        place = markup.frame(bent.x, bent.y, bent.width, bent.height, markup.turned(bent))
        ends = self._end("stCxn", wire.start) + self._end("endCxn", wire.end)
        return connector(about, ends, f"{place}{markup.preset(bent)}{stroke}")

    def _name(self, wire: Wire) -> str:
        """A name that the line keeps from slide to slide, and no other has."""
        ends_at_box = wire.end is not None and isinstance(wire.end.at, int | Port)
        what = "cross-link" if wire.line.cross else "link" if ends_at_box else "stem"
        name = f"!!{self._names[wire.line.target if what == 'stem' else wire.line.box]} {what}"
        self._times[name] += 1
        return name if self._times[name] == 1 else f"{name} {self._times[name]}"

    def _end(self, tag: str, end: End | None) -> str:
        if end is None or end.at not in self._id_of:
            return ""
        return markup.glued(tag, self._id_of[end.at], end.site)

    def _look(self, line: Line) -> tuple[str, float, tuple[float, ...]]:
        theme = self._pen.theme
        if line.undercut:
            look = theme.looks[Kind.UNDERCUT]
            return look.border, theme.pen * 1.25, look.dashes
        if line.cross:
            colour = theme.looks[line.kind].border if line.kind else theme.line
            return colour, theme.pen * 1.15, CROSSING
        return theme.line, theme.pen, ()

    def _stroke(self, line: Line) -> str:
        return markup.stroke(*self._look(line))

    def _sign(self, at: Point) -> str:
        sign = self._signs[at]
        return self._pen.sign(sign, self._pen.theme.looks[sign.kind].stripe, self._id_of[at])


def _dot(number: int, name: str, at: Point, wide: float, colour: str) -> str:
    about = markup.about(number, name, silent=True)
    place = markup.frame(at[0] - wide / 2, at[1] - wide / 2, wide, wide)
    paint = markup.fill(colour) + markup.stroke("")
    return shape(about, f"{place}{markup.RECTANGLE}{paint}")


def connector(about: str, ends: str, properties: str) -> str:
    """The XML of a connector."""
    return (
        f"<p:cxnSp><p:nvCxnSpPr>{about}<p:cNvCxnSpPr>{ends}</p:cNvCxnSpPr><p:nvPr/>"
        f"</p:nvCxnSpPr><p:spPr>{properties}</p:spPr></p:cxnSp>"
    )
