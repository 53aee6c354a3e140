"""What colours stand for, where not for kinds: the sides of the debate, or tags.

Tints are numbers into `Theme.tints`. What they stand for is settled by the whole map, so that a
side or a tag has the same colour in every picture of it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from argmap.diagram.look.theme import NONE, OTHER
from argmap.diagram.options import ColourBy
from argmap.diagram.scene import Box, Drawing
from argmap.diagram.view import Node
from argmap.diagram.view.part import PartIndex
from argmap.model import MapIndex, Side, sides
from argmap.text import ellipsis, one_line

_LONGEST_NAME = 40
_SIDES = (Side.PRO, Side.CON, Side.BOTH)


@dataclass(frozen=True, slots=True)
class Colouring:
    """The tints of claims; without `names` colours stand for kinds and there are none."""

    tint_of: Mapping[str, int] = field(default_factory=dict)
    """By claim; -1: it looks like its kind. Claims that are left out have `NONE`."""
    names: Mapping[int, str] = field(default_factory=dict)
    """What each tint stands for, in the order of a legend."""

    def tints(self, boxes: Iterable[Node | Box]) -> tuple[int, ...]:
        """The tint of each box, -1 for none: that of its first claim that has something to show."""
        if not self.names:
            return tuple(-1 for _ in boxes)
        return tuple(map(self._tint, boxes))

    def _tint(self, box: Node | Box) -> int:
        found = (self.tint_of.get(cell.claim, NONE) for cell in box.cells)
        return next((tint for tint in found if tint != NONE), NONE)

    def entries(self, tints: Iterable[int]) -> tuple[tuple[int, str], ...]:
        """What a legend says of the tints that occur: each with its name."""
        shown = set(tints)
        return tuple((tint, name) for tint, name in self.names.items() if tint in shown)


def colouring(index: MapIndex, by: ColourBy) -> Colouring:
    """What the tints of a map, or of a part of one, stand for."""
    whole = index.whole if isinstance(index, PartIndex) else index
    if by == "side":
        return _by_side(whole)
    return _by_tag(whole) if by == "tag" else Colouring()


def tinted(drawn: Drawing, tints: Iterable[int]) -> Drawing:
    """The same with a tint for each box, -1 for none; goes with a theme `without_hues`."""
    boxes = (box._replace(tint=tint) for box, tint in zip(drawn.boxes, tints, strict=True))
    return drawn._replace(boxes=tuple(boxes))


def _by_side(index: MapIndex) -> Colouring:
    named = index.map.sides
    names = {
        0: _name(named.pro) or "Pro",
        1: _name(named.con) or "Con",
        2: "both sides",
        NONE: "no side",
    }
    tint_of = {place: _SIDES.index(side) for place, side in sides(index).items()}
    if index.motion is not None:
        tint_of[index.motion] = -1
    return Colouring(tint_of, names)


def _by_tag(index: MapIndex) -> Colouring:
    """The most frequent tags have tints of their own; of two with the same count the first has."""
    counts = Counter(tag for claim in index.claims.values() for tag in dict.fromkeys(claim.tags))
    tint_for = {tag: tint for tint, (tag, _) in enumerate(counts.most_common(OTHER))}
    names = {tint: _name(tag) or "(blank)" for tag, tint in tint_for.items()}
    names |= {OTHER: "other tags", NONE: "no tag"}
    tint_of: dict[str, int] = {}
    for claim in index.claims.values():
        if claim.tags:
            own = (tint_for[tag] for tag in claim.tags if tag in tint_for)
            tint_of[claim.id] = next(own, OTHER)
    if index.motion is not None:
        tint_of.setdefault(index.motion, -1)
    return Colouring(tint_of, names)


def _name(text: str) -> str:
    return ellipsis(one_line(text), _LONGEST_NAME)
