"""Where a line may run between boxes: a grid of lanes, and what lies across each stretch of it.

Lanes keep clear of boxes and words and never run along another line; how many lines they cross
is counted. Lengths are points.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from argmap.diagram.layout.placed import Point

CLEAR = 3
"""Least distance of a lane from a box, and from a line along which it runs."""

_APART = 2
"""Lanes that are closer to one another are one."""


class Area(NamedTuple):
    """A rectangle."""

    left: int
    top: int
    right: int
    bottom: int

    def grown(self, by: int) -> "Area":
        """The same with room around it."""
        return Area(self.left - by, self.top - by, self.right + by, self.bottom + by)


def lanes(wanted: Iterable[int], fixed: Iterable[int]) -> list[int]:
    """Places of lanes in their order: all that are `fixed`, and those `wanted` not too near."""
    kept: list[int] = []
    for place in sorted(set(wanted)):
        if not kept or place - kept[-1] >= _APART:
            kept.append(place)
    return sorted({*kept, *fixed})


class Terrain:
    """The grid; crossings and barriers of a stretch are looked up by its first end."""

    def __init__(self, xs: list[int], ys: list[int]) -> None:
        self.xs = xs
        self.ys = ys
        self.wide = len(xs)
        size = len(xs) * len(ys)
        self.barred = (bytearray(size), bytearray(size))
        """Of stretches across and down: whether something bars the one that begins here."""
        self.crossed = (bytearray(size), bytearray(size))
        """How many lines the same stretches cross."""
        self._areas: list[Area] = []
        self._stretches: list[tuple[Point, Point]] = []

    def bar(self, area: Area, clear: int = CLEAR) -> None:
        """Keep all lanes out of an area and `clear` points around it."""
        self._areas.append(area)
        left, top, right, bottom = area.grown(clear)
        rows = _inside(self.ys, top, bottom)
        columns = _inside(self.xs, left, right)
        for row in rows:
            for column in _touching(self.xs, left, right):
                self.barred[0][row * self.wide + column] = 1
        for row in _touching(self.ys, top, bottom):
            for column in columns:
                self.barred[1][row * self.wide + column] = 1

    def add_line(self, points: tuple[Point, ...]) -> None:
        """Keep lanes from running along a line, and count where they cross it."""
        for start, end in pairwise(points):
            if start == end:
                continue
            first, last = min(start, end), max(start, end)
            self._stretches.append((first, last))
            if first[1] == last[1]:
                self._across(first[0], last[0], first[1])
            else:
                self._down(first[0], first[1], last[1])

    def _across(self, left: int, right: int, y: int) -> None:
        for row in _inside(self.ys, y - CLEAR, y + CLEAR):
            for column in _touching(self.xs, left - CLEAR, right + CLEAR):
                self.barred[0][row * self.wide + column] = 1
        row = bisect_left(self.ys, y) - 1
        if 0 <= row < len(self.ys) - 1:
            for column in _inside(self.xs, left - 1, right + 1):
                self.crossed[1][row * self.wide + column] += 1

    def _down(self, x: int, top: int, bottom: int) -> None:
        for column in _inside(self.xs, x - CLEAR, x + CLEAR):
            for row in _touching(self.ys, top - CLEAR, bottom + CLEAR):
                self.barred[1][row * self.wide + column] = 1
        column = bisect_left(self.xs, x) - 1
        if 0 <= column < len(self.xs) - 1:
            for row in _inside(self.ys, top - 1, bottom + 1):
                self.crossed[0][row * self.wide + column] += 1

    def crossings(self, start: Point, end: Point, own: Area | None) -> int | None:
        """How many lines a straight stretch crosses; None if anything but `own` bars it."""
        (left, top), (right, bottom) = min(start, end), max(start, end)
        for area in self._areas:
            aside = right <= area.left or left >= area.right
            if area != own and not (aside or bottom <= area.top or top >= area.bottom):
                return None
        across = top == bottom
        count = 0
        for (x, y), (x2, y2) in self._stretches:
            if (y == y2) == across:
                near = abs(y - top) < CLEAR if across else abs(x - left) < CLEAR
                apart = (x2 < left or x > right) if across else (y2 < top or y > bottom)
                if near and not apart:
                    return None
            elif (left < x < right and y <= top <= y2) or (top < y < bottom and x <= left <= x2):
                count += 1
        return count


def _inside(places: list[int], low: int, high: int) -> range:
    """Numbers of the lanes strictly between two places."""
    return range(bisect_right(places, low), bisect_left(places, high))


def _touching(places: list[int], low: int, high: int) -> range:
    """Numbers of the lanes from which the stretch to the next one lies partly in between."""
    return range(
        max(0, bisect_right(places, low) - 1), min(bisect_left(places, high), len(places) - 1)
    )
