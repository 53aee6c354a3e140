"""What stands around the boxes, as nodes of their own: legend, texts, the map of the whole."""

from argmap.diagram.lettering import metrics
from argmap.diagram.look.theme import Theme
from argmap.diagram.scene import Key, Plate, Scene, Sign, Text
from argmap.diagram.view import Kind
from argmap.diagram.writers.dot.spelling import SIGNS, Places, attributes, escaped, markup, quoted
from argmap.diagram.writers.goals import address


class Around:
    """Writes what stands around the boxes of a scene."""

    def __init__(self, scene: Scene, theme: Theme, places: Places) -> None:
        self.scene = scene
        self.theme = theme
        self.places = places

    def title(self) -> str:
        """The heading as an attribute of the graph."""
        heading = self.scene.heading
        if heading is None:
            return 'label=""'
        label = "".join(escaped(line.rstrip(" ")) + "\\l" for line in heading.lines)
        return f'fontsize={heading.size:g}, label="{label}"'

    def legend(self) -> list[str]:
        """What the signs and tints mean; without places it is one node, so that it keeps together.

        With places, unseen edges make `dot` put the entries under one another.
        """
        keys = [key for key in self.scene.legend if key.plate or key.sign]
        if not self.places.told:
            return [self._whole(keys)] if keys else []
        return [*map(self._key, keys), *map(self._step, keys, keys[1:])]

    def _step(self, above: Key, below: Key) -> str:
        way = [(below.text.x, below.text.y), (above.text.x, above.text.y)]
        return (
            f"{_name(below)} -> {_name(above)}{attributes(['style=invis', self.places.along(way)])}"
        )

    def _whole(self, keys: list[Key]) -> str:
        rows = "".join(f"<TR>{self._row(key)}</TR>" for key in keys)
        table = f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="2" CELLPADDING="1">{rows}</TABLE>'
        size = f"fontsize={keys[0].text.size:g}"
        return f"legend{attributes(['shape=none, fixedsize=false', size, f'label=<{table}>'])}"

    def _row(self, key: Key) -> str:
        said = f'<TD ALIGN="LEFT">{markup(key.text.lines[0])}</TD>'
        if key.plate:
            look = self.theme.look(key.plate.kind or Kind.SUPPORT, key.tint)
            ink = f'BORDER="1" COLOR="{look.border}" BGCOLOR="{look.fill}"'
            return f'<TD {ink} FIXEDSIZE="TRUE" WIDTH="14" HEIGHT="9"></TD>{said}'
        kind = key.sign.kind if key.sign else Kind.MOTION
        ink = self.theme.look(kind, key.tint).border
        return f'<TD><FONT COLOR="{ink}">{SIGNS[kind]}</FONT></TD>{said}'

    def _key(self, key: Key) -> str:
        if key.plate:
            return self._swatch(key.plate, key.tint, key.text)
        return self._sign(key.sign, key.text, key.tint) if key.sign else ""

    def _sign(self, sign: Sign, text: Text, tint: int) -> str:
        wide = text.size * (metrics.width(text.lines[0]) + 2.2)
        told = [
            _size(wide, text.size),
            f"fontcolor={quoted(self.theme.look(sign.kind, tint).border)}",
            self.places.at((sign.x - sign.radius + wide / 2, sign.y)),
            f"label={quoted(f'{SIGNS[sign.kind]} {text.lines[0]}')}",
        ]
        return f"{sign.kind.value}{attributes(told)}"

    def _swatch(self, plate: Plate, tint: int, text: Text) -> str:
        look = self.theme.look(plate.kind or Kind.SUPPORT, tint)
        wide = text.x - plate.x + text.size * (metrics.width(text.lines[0]) + 1)
        size = f'BORDER="1" COLOR="{look.border}" FIXEDSIZE="TRUE" HEIGHT="{plate.height:.0f}"'
        told = [
            _size(wide, text.size),
            self.places.at((plate.x + wide / 2, plate.y + plate.height / 2)),
            'label=<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1"><TR>'
            f'<TD {size} WIDTH="{plate.width / 3:.0f}" BGCOLOR="{look.stripe}"></TD>'
            f'<TD {size} WIDTH="{plate.width / 1.5:.0f}" BGCOLOR="{look.fill}"></TD>'
            f"<TD> {markup(text.lines[0])}</TD></TR></TABLE>>",
        ]
        return f"tint{tint}{attributes(told)}"

    def text(self, number: int, text: Text) -> str:
        """Caption, footnotes, way back, number of the page; web addresses stay links."""
        wide = text.size * max(metrics.width(line, text.weight) for line in text.lines)
        high = text.leading * (len(text.lines) - 1)
        ink = self.theme.line if text.muted else self.theme.text
        link = address(text.goal)
        told = [
            _size(wide + text.size, text.size + high),
            f"fontsize={text.size:g}, fontcolor={quoted(ink)}",
            self.places.at((text.x + wide / 2, text.y - text.size * 0.35 + high / 2)),
            f"URL={quoted(link)}" if link else "",
            f"label={quoted(' '.join(line.rstrip(' ') for line in text.lines))}",
        ]
        return f"text{number}{attributes(told)}"

    def plate(self, number: int, plate: Plate) -> str:
        """A box of the map of the whole."""
        ink = quoted(self.theme.looks[plate.kind].border if plate.kind else self.theme.pale)
        told = [
            f"width={plate.width / 72:.4f}, height={plate.height / 72:.4f}, style=filled",
            f'label="", color={ink}, fillcolor={ink}, penwidth=0',
            self.places.at((plate.x + plate.width / 2, plate.y + plate.height / 2)),
        ]
        return f"plate{number}{attributes(told)}"


def _name(key: Key) -> str:
    if key.plate or key.sign is None:
        return f"tint{key.tint}"
    return key.sign.kind.value


def _size(wide: float, size: float) -> str:
    return f"shape=none, width={wide / 72:.4f}, height={size * 1.3 / 72:.4f}, fontsize={size:g}"
