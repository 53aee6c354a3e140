"""How wide text is in the bundled font, and where it breaks into lines.

Widths are in em: times the font size gives points. They come from the font's own tables, without
kerning and ligatures, which every writer either switches off or which only make text narrower.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from argmap.diagram.lettering.fonts import Weight, font_file
from argmap.text import clusters

_WIDE_EM = 1.0
_EMOJI_EM = 1.3
_OTHER_EM = 0.65
_FIRST_EMOJI = "\U0001f000"


class Ruler(dict[str, float]):
    """Widths of words in em, each measured once."""

    def __init__(self, weight: Weight) -> None:
        super().__init__()
        self._advances = _Advances(_read_advances(weight))
        self.space = self._advances[" "]

    def __missing__(self, word: str) -> float:
        width = sum(map(self._advances.__getitem__, word))
        if len(word) <= _LONGEST_KEPT:
            self[word] = width
        return width


_LONGEST_KEPT = 64


class _Advances(dict[str, float]):
    """Widths of characters; those the font lacks are estimated."""

    def __missing__(self, character: str) -> float:
        if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
            width = 0.0
        elif character >= _FIRST_EMOJI:
            width = _EMOJI_EM
        elif unicodedata.east_asian_width(character) in {"W", "F"}:
            width = _WIDE_EM
        else:
            width = _OTHER_EM
        self[character] = width
        return width


@lru_cache(maxsize=2)
def ruler(weight: Weight = Weight.REGULAR) -> Ruler:
    """The ruler of one weight; all share what was measured before."""
    return Ruler(weight)


@lru_cache(maxsize=2)
def _read_advances(weight: Weight) -> dict[str, float]:
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - only pictures need it

    with TTFont(font_file(weight), lazy=True) as font:
        advances = font["hmtx"].metrics
        units: int = font["head"].unitsPerEm
        return {chr(code): advances[glyph][0] / units for code, glyph in font.getBestCmap().items()}


def uncovered(texts: Iterable[str]) -> list[str]:
    """The characters, in order, that the bundled font lacks and that would leave a mark."""
    covered = _read_advances(Weight.REGULAR)
    found = set[str]().union(*texts) - covered.keys()
    return sorted(each for each in found if unicodedata.category(each) not in {"Cf", "Mn", "Me"})


def width(text: str, weight: Weight = Weight.REGULAR) -> float:
    """Width of one line in em."""
    return ruler(weight)[text]


def lines_needed(sizes: Sequence[float], room: float, space: float) -> int:
    """How many lines words of these `sizes` take in `room`, all in em: `wrap` without the text."""
    lines, used = 1, -space
    for size in sizes:
        needed = used + space + size
        if needed <= room:
            used = needed
            continue
        if used > 0:
            lines += 1
        extra = int(size / room) if size > room else 0
        lines += extra
        used = size - extra * room
    return lines


def wrap(text: str, room: float, weight: Weight = Weight.REGULAR) -> list[str]:
    """`text` in lines no wider than `room` em; joined, they give `text` again.

    A line that ends at a space keeps it, and it takes no room there. Words wider than `room` are
    cut between characters, a character wider than that between its parts. At least one line is
    returned.
    """
    sizes = ruler(weight)
    space = sizes.space
    words = text.split(" ")
    lines: list[str] = []
    start, used = 0, -space
    for at, word in enumerate(words):
        size = sizes[word]
        needed = used + space + size
        if needed <= room:
            used = needed
            continue
        if at > start:
            lines.append(" ".join(words[start:at]) + " ")
        if size > room:
            *full, words[at] = _cut(word, room, sizes)
            lines += full
            size = sizes[words[at]]
        start, used = at, size
    lines.append(" ".join(words[start:]))
    return lines


def _cut(word: str, room: float, sizes: Ruler) -> Iterator[str]:
    piece, used = "", 0.0
    for cluster in _pieces(word, room, sizes):
        size = sizes[cluster]
        if piece and used + size > room:
            yield piece
            piece, used = "", 0.0
        piece += cluster
        used += size
    yield piece


def _pieces(word: str, room: float, sizes: Ruler) -> Iterator[str]:
    """What readers take for characters; where one has no room, what it consists of."""
    for cluster in clusters(word):
        if sizes[cluster] <= room:
            yield cluster
        else:
            yield from cluster
