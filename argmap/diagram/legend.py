"""The legend: what the signs and colours of a picture mean."""

from collections.abc import Collection, Iterator, Sequence

from argmap.diagram.lettering import metrics
from argmap.diagram.scene import Key, Plate, Sign, Text
from argmap.diagram.view import MEANINGS, Kind


def legend(
    shown: Collection[Kind],
    corner: tuple[float, float],
    room: float,
    size: float,
    tints: Sequence[tuple[int, str]] = (),
) -> tuple[tuple[Key, ...], float]:
    """Entries for the kinds that occur, in as many rows as it takes, and where they end below.

    The first row's text stands on the height of `corner`; `room` is the width there is. Where
    colours stand for something else than kinds, `tints` says what each means; they come first.
    """
    entries: list[Key] = []
    left, y = corner
    x = left
    for kind, tint, meaning in _meanings(shown, tints):
        lead = 1.2 if kind else 2.0
        wide = round(size * (lead + metrics.width(meaning) + 1.6))
        if entries and x + wide > left + room:
            x, y = left, y + round(1.5 * size)
        text = Text(x + round(size * lead), y, (meaning,), size, size)
        if kind is None:
            entries.append(Key(None, _swatch(x, y, size), text, tint))
        else:
            sign = Sign(kind, x + round(size * 0.45), y - round(size * 0.36), size * 0.42)
            entries.append(Key(sign, None, text))
        x += wide
    return tuple(entries), y + round(size * 0.4)


def _meanings(
    shown: Collection[Kind], tints: Sequence[tuple[int, str]]
) -> Iterator[tuple[Kind | None, int, str]]:
    for tint, name in tints:
        yield None, tint, name
    for kind, meaning in MEANINGS.items():
        if kind in shown:
            yield kind, -1, meaning


def _swatch(x: float, y: float, size: float) -> Plate:
    wide, high = round(size * 1.5, 2), round(size * 0.8, 2)
    return Plate(x, round(y - size * 0.76, 2), wide, high, None)
