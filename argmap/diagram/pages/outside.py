"""What stands around the drawing on a page: heading, way back, legend, footer."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from argmap.diagram.legend import legend
from argmap.diagram.lettering import metrics
from argmap.diagram.lettering.fonts import Weight
from argmap.diagram.pages.sheets import HEADING, MARGIN, SMALL, Sheet
from argmap.diagram.scene import Key, Text
from argmap.diagram.view import Kind

_ABOVE = 18
"""From the top of the page to the drawing where there is no heading."""
_UNDER_HEADING = 11
_ROW = 15
"""Height of a line of small text."""
_BELOW = 12
"""Under the last line."""
_OVER_FOOTER = 10
_AWAY = " › "
_CRUMB = 28.0
"""The longest step of the way back, in em."""
MAP = (120, 40)
"""Extent of the map of the whole, at the right above."""


class Crumb(NamedTuple):
    """A step on the way from the motion to what stands at the top of a page."""

    label: str
    goal: str


class Footer(NamedTuple):
    """What stands below the drawing."""

    legend: tuple[Key, ...]
    texts: tuple[Text, ...]
    top: float


def top_of_drawing(*, headed: bool, paged: bool) -> float:
    """Where the drawing begins."""
    way = _ROW if paged else 0
    return _ABOVE + way + (HEADING + _UNDER_HEADING - 4 if headed else 0)


def heading(text: str, sheet: Sheet, *, paged: bool) -> Text | None:
    """One line at the top of a page, shortened to the room there is."""
    if not text:
        return None
    room = sheet.width - 2 * MARGIN - (MAP[0] + MARGIN if paged else 0)
    line = shortened(text, room / HEADING, Weight.MEDIUM)
    base = _ABOVE + (_ROW if paged else 0) + HEADING * 0.8
    return Text(MARGIN, round(base), (line,), HEADING, HEADING, Weight.MEDIUM)


def shortened(text: str, room: float, weight: Weight = Weight.REGULAR) -> str:
    """The beginning of a text that takes no more than `room` em."""
    if metrics.width(text, weight) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        fits = metrics.width(text[:middle].rstrip() + "…", weight) <= room
        low, high = (middle, high) if fits else (low, middle - 1)
    return text[:low].rstrip() + "…"


def way_back(crumbs: Sequence[Crumb], sheet: Sheet) -> list[Text]:
    """The steps side by side, each leading to its page; those behind the first give way first."""
    room = (sheet.width - 2 * MARGIN - MAP[0] - MARGIN) / SMALL
    steps = [crumb._replace(label=shortened(crumb.label, _CRUMB)) for crumb in crumbs]
    gap = metrics.width(_AWAY)
    while len(steps) > 2 and _length(steps, gap) > room:
        if steps[1].label == "…":
            del steps[2]
        else:
            steps[1] = Crumb("…", steps[1].goal)
    texts: list[Text] = []
    x = float(MARGIN)
    for number, (label, goal) in enumerate(steps):
        if number:
            texts.append(_small(_AWAY.strip(" "), x + SMALL * metrics.ruler().space))
            x += SMALL * gap
        texts.append(_small(label, x, goal))
        x += SMALL * metrics.width(label)
    return [text._replace(x=round(text.x, 2)) for text in texts]


def _length(steps: Sequence[Crumb], gap: float) -> float:
    return sum(metrics.width(step.label) for step in steps) + gap * (len(steps) - 1)


def _small(label: str, x: float, goal: str = "") -> Text:
    return Text(x, _ABOVE + 3, (label,), SMALL, _ROW, muted=True, goal=goal)


class Keys(NamedTuple):
    """What a legend is to explain."""

    kinds: Collection[Kind]
    tints: Sequence[tuple[int, str]]


def footer(explained: Keys, notes: Sequence[tuple[str, str]], number: str, sheet: Sheet) -> Footer:
    """Legend, then the lines of `notes` (text, address), and the number of the page."""
    room = sheet.width - 2 * MARGIN
    kinds, tints = explained
    lines: list[tuple[str, str]] = []
    for text, goal in notes:
        lines += [(line, goal) for line in metrics.wrap(text, room / SMALL)]
    entries, bottom = legend(kinds, (MARGIN, 0), room - 6 * SMALL, SMALL, tints)
    rows = round(bottom / _ROW) + 1 if entries else 0
    total = rows + len(lines) + (1 if number and not rows and not lines else 0)
    base = sheet.height - _BELOW - (total - 1) * _ROW if total else float(sheet.height)
    keys, _ = legend(kinds, (MARGIN, base), room - 6 * SMALL, SMALL, tints) if entries else ((), 0)
    texts = [
        Text(MARGIN, base + (rows + place) * _ROW, (line,), SMALL, _ROW, muted=True, goal=goal)
        for place, (line, goal) in enumerate(lines)
    ]
    if number:
        wide = SMALL * metrics.width(number)
        x = round(sheet.width - MARGIN - wide, 2)
        texts.append(Text(x, sheet.height - _BELOW, (number,), SMALL, _ROW, muted=True))
    top = base - SMALL - _OVER_FOOTER if total else sheet.height - MARGIN
    return Footer(tuple(keys), tuple(texts), top)
