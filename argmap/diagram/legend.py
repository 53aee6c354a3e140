"""The legend: what the signs of a picture mean."""

from collections.abc import Collection

from argmap.diagram.lettering import metrics
from argmap.diagram.scene import Key, Sign, Text
from argmap.diagram.view import MEANINGS, Kind


def legend(
    shown: Collection[Kind], corner: tuple[float, float], room: float, size: float
) -> tuple[tuple[Key, ...], float]:
    """Entries for the kinds that occur, in as many rows as it takes, and where they end below.

    The first row's text stands on the height of `corner`; `room` is the width there is.
    """
    entries: list[Key] = []
    left, y = corner
    x = left
    for kind, meaning in MEANINGS.items():
        if kind not in shown:
            continue
        wide = round(size * (1.2 + metrics.width(meaning) + 1.6))
        if entries and x + wide > left + room:
            x, y = left, y + round(1.5 * size)
        sign = Sign(kind, x + round(size * 0.45), y - round(size * 0.36), size * 0.42)
        text = Text(x + round(size * 1.2), y, (meaning,), size, size)
        entries.append(Key(sign, None, text))
        x += wide
    return tuple(entries), y + round(size * 0.4)
