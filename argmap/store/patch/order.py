"""Which items of a list can stay where they are when the others move."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any


def longest_in_order(ranks: Sequence[Any]) -> list[int]:
    """Places of a longest growing run among distinct ranks, not necessarily side by side.

    Patience sorting: n log n comparisons.
    """
    tails: list[Any] = []
    at_tail: list[int] = []
    before: list[int] = []
    for place, rank in enumerate(ranks):
        length = bisect_left(tails, rank)
        before.append(at_tail[length - 1] if length else -1)
        tails[length : length + 1] = [rank]
        at_tail[length : length + 1] = [place]
    found: list[int] = []
    place = at_tail[-1] if at_tail else -1
    while place >= 0:
        found.append(place)
        place = before[place]
    return found[::-1]
