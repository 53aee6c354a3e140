"""Links as edges from premise to conclusion; attacked ones are cut where undercuts meet them."""

from argmap.diagram.lettering import metrics
from argmap.diagram.look.theme import Theme
from argmap.diagram.scene import Line, Point, Scene, Text
from argmap.diagram.view import Kind
from argmap.diagram.writers.dot.spelling import Places, attributes, quoted

_TIP = 6.0
"""Length in points of the arrow heads of cross-links."""


class Links:
    """Writes the lines of a scene."""

    def __init__(self, scene: Scene, theme: Theme, places: Places) -> None:
        self.scene = scene
        self.theme = theme
        self.places = places
        self._hit = {line.hits for line in scene.lines}
        self._above = {line.box: line.target for line in scene.lines if not line.cross}

    def point(self, number: int) -> str:
        """The node where undercuts meet a line; empty where none does."""
        line = self.scene.lines[number]
        if not self._attacked(number):
            return ""
        look = self.theme.looks[Kind.UNDERCUT]
        told = [
            'shape=diamond, style=filled, width=0.09, height=0.09, label=""',
            f"color={quoted(look.stripe)}, fillcolor={quoted(look.stripe)}",
            self.places.at(line.attack or line.points[0]),
        ]
        return f"{self._name(number)}{attributes(told)}"

    def edges(self, number: int) -> list[str]:
        """One link, with the word at its box."""
        line = self.scene.lines[number]
        tail, head = self._end(line.box, line.box_cell if line.cross else -1), self._head(line)
        look = self._look(line)
        word = "" if line.cross else self._word(self.scene.boxes[line.box].word)
        points = list(reversed(line.points))
        tip = _TIP if line.cross and line.kind and not line.undercut else 0.0
        if not self._attacked(number):
            return [f"{tail} -> {head}{attributes([*look, word, self.places.along(points, tip)])}"]
        middle, at = self._name(number), line.attack or points[0]
        below: list[Point] = [points[0], at]
        below_look = [each for each in look if not each.startswith("arrowhead")]
        lower = attributes([*below_look, word, self.places.along(below)])
        upper = attributes([*look, self.places.along([at, *points[1:]], tip)])
        return [f"{tail} -> {middle}{lower}", f"{middle} -> {head}{upper}"]

    def _attacked(self, number: int) -> bool:
        line = self.scene.lines[number]
        return number in self._hit if line.cross else line.attack is not None

    def _name(self, number: int) -> str:
        line = self.scene.lines[number]
        return f"cross{number}" if line.cross else f"link{line.box}"

    def _end(self, box: int, cell: int) -> str:
        joint = cell >= 0 and len(self.scene.boxes[box].cells) > 1
        return f"n{box}:c{cell}:e" if joint else f"n{box}"

    def _head(self, line: Line) -> str:
        if not line.undercut:
            return self._end(line.target, line.cell if line.cross else -1)
        if line.hits >= 0:
            return self._name(line.hits)
        return f"link{line.target}" if line.target in self._above else f"n{line.target}"

    def _look(self, line: Line) -> list[str]:
        pen = self.theme.pen
        if line.undercut:
            ink = quoted(self.theme.looks[Kind.UNDERCUT].border)
            found = [f"color={ink}, style=dotted, penwidth={pen * 1.25:g}"]
        elif not line.cross:
            return []
        elif line.kind is None:
            found = [f"style=dashed, penwidth={pen * 1.15:g}"]
        else:
            ink = quoted(self.theme.looks[line.kind].border)
            found = [
                f"color={ink}, style=dashed, penwidth={pen * 1.15:g}",
                "arrowhead=normal, arrowsize=0.6",
            ]
        if line.cross and (line.kind is None or line.undercut or self._leads_back(line)):
            found.append("constraint=false")
        return found

    def _leads_back(self, line: Line) -> bool:
        """Whether a cross-link closes a cycle: its conclusion hangs under its premise."""
        box = line.target
        while box != line.box and box in self._above:
            box = self._above[box]
        return box == line.box

    def _word(self, word: Text | None) -> str:
        if word is None:
            return ""
        text = word.lines[0]
        middle = word.x + word.size * metrics.width(text, word.weight) / 2
        colour = self.theme.looks[word.kind].border if word.kind else self.theme.text
        told = [
            f"label={quoted(text)}",
            self.places.at((middle, word.y - word.size * 0.35), "lp"),
            f"fontsize={word.size:g}, fontcolor={quoted(colour)}",
        ]
        return ", ".join(filter(None, told))
