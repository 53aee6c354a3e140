"""Lines with right angles as the connectors that PowerPoint knows.

Source: ECMA-376 part 1, presetShapeDefinitions (bentConnector2 to 5): from the left upper corner
such a connector runs to the right, turns at each adjustment, given in thousandths of a per cent
of its width or height, and ends in the right lower corner. Flips, then rotation, do the rest.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from argmap.diagram.scene import Point

_NEAR = 0.01
"""Points closer than this are one."""
_MOST_STRETCHES = 5


class Bend(NamedTuple):
    """A connector: its preset, its frame in points before it is turned, and how it is turned."""

    preset: str
    x: float
    y: float
    width: float
    height: float
    turned: bool
    """Whether it begins with a stretch up or down: three quarters round, and mirrored."""
    flip_across: bool
    flip_down: bool
    adjustments: tuple[int, ...] = ()


def bend(points: Sequence[Point]) -> Bend | None:
    """The connector that runs through these points; None where there is none.

    One that runs straight could bend, so that it does when what it is glued to moves aside.
    """
    corners = corners_of(points)
    stretches = len(corners) - 1
    if not 1 <= stretches <= _MOST_STRETCHES:
        return None
    (x, y), (x2, y2) = corners[0], corners[-1]
    if not all(_straight(one, other) for one, other in pairwise(corners)):
        return None
    turned = abs(corners[1][0] - x) <= _NEAR
    shares = _shares(corners[2:-1], corners, down=turned) if stretches > 1 else (50_000,)
    if shares is None:
        return None
    wide, high = abs(x2 - x), abs(y2 - y)
    preset = f"bentConnector{max(stretches, 2 + len(shares))}"
    if not turned:
        corner = min(x, x2), min(y, y2)
        return Bend(preset, *corner, wide, high, False, x2 < x, y2 < y, shares)
    middle = (x + x2) / 2, (y + y2) / 2
    corner = middle[0] - high / 2, middle[1] - wide / 2
    return Bend(preset, *corner, high, wide, True, y2 > y, x2 < x, shares)


def corners_of(points: Sequence[Point]) -> list[Point]:
    """The points where a line begins, turns and ends."""
    kept: list[Point] = []
    for point in points:
        if kept and _same(kept[-1], point):
            continue
        if len(kept) > 1 and _in_line(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return kept


def _shares(
    turns: Sequence[Point], corners: Sequence[Point], *, down: bool
) -> tuple[int, ...] | None:
    """How far each stretch between the first and the last runs, relative to the whole."""
    (x, y), (x2, y2) = corners[0], corners[-1]
    shares: list[int] = []
    for number, turn in enumerate(turns):
        along_y = down == (number % 2 == 0)
        way, whole = (turn[1] - y, y2 - y) if along_y else (turn[0] - x, x2 - x)
        if abs(whole) <= _NEAR:
            return None
        shares.append(round(way / whole * 100_000))
    return tuple(shares)


def _same(one: Point, other: Point) -> bool:
    return abs(one[0] - other[0]) <= _NEAR and abs(one[1] - other[1]) <= _NEAR


def _straight(one: Point, other: Point) -> bool:
    return abs(one[0] - other[0]) <= _NEAR or abs(one[1] - other[1]) <= _NEAR


def _in_line(one: Point, middle: Point, other: Point) -> bool:
    across = abs(one[1] - middle[1]) <= _NEAR and abs(middle[1] - other[1]) <= _NEAR
    down = abs(one[0] - middle[0]) <= _NEAR and abs(middle[0] - other[0]) <= _NEAR
    return across or down
