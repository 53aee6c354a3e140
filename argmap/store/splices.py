"""Changes of a text, as pieces that take the place of others."""

from collections.abc import Iterable
from typing import NamedTuple


class Splice(NamedTuple):
    """One piece of a text that another takes the place of."""

    at: int
    """Where the piece begins, in code points of the text before the change."""
    old: str
    new: str


def spliced(text: str, splices: Iterable[tuple[int, str, str]]) -> str:
    """`text` after a change; its splices are sorted and do not overlap.

    Raises:
        ValueError: the text does not have there what the splices replace.
    """
    parts: list[str] = []
    behind = 0
    for at, old, new in splices:
        if at < behind or text[at : at + len(old)] != old:
            raise ValueError(f"the text has something else at {at}")
        parts += (text[behind:at], new)
        behind = at + len(old)
    return "".join([*parts, text[behind:]])


def inverted(splices: Iterable[tuple[int, str, str]]) -> tuple[Splice, ...]:
    """The change that takes a change back."""
    found: list[Splice] = []
    shift = 0
    for at, old, new in splices:
        found.append(Splice(at + shift, new, old))
        shift += len(new) - len(old)
    return tuple(found)


def difference(before: str, after: str) -> tuple[Splice, ...]:
    """One splice that turns a text into another; none where they are equal."""
    if before == after:
        return ()
    start = _common(before, after)
    end = _common(before[start:][::-1], after[start:][::-1])
    return (Splice(start, before[start : len(before) - end], after[start : len(after) - end]),)


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with alike; by halves, for comparing slices is quick."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
