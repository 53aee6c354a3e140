"""The claims of a pasted outline before they are a tree: each knows the one it hangs under."""

from collections.abc import Sequence
from dataclasses import dataclass

from argmap.model.edits.add import Sprout
from argmap.model.link import LinkKind

MOST_LEVELS = 1_000
"""What is nested deeper is put at this level."""


@dataclass(slots=True)
class Entry:
    """One claim as it was read. An empty text stands for joint premises, its children."""

    text: str
    parent: int = -1
    """Index of the entry it hangs under, which comes before it; -1 for those at the top."""
    kind: LinkKind | None = None
    """What it does, if that was said."""
    joint: bool = False
    """Whether it only works together with the entry before it."""
    heading: bool = False
    """Whether it is no claim, but says what those under it do, as in ``Pro:``."""


Grown = list[tuple[Sprout, Entry]]
"""Sprouts that are ready, the last first, with the entries they are of."""


def _sprouts(grown: Grown) -> tuple[Sprout, ...]:
    """Sprouts in order; those that only work together are one of them."""
    made: list[Sprout] = []
    for sprout, entry in reversed(grown):
        if entry.joint and made:
            made[-1] = _joined(made[-1], sprout)
        else:
            made.append(sprout)
    return tuple(made)


def _joined(first: Sprout, second: Sprout) -> Sprout:
    if not first.text:
        return Sprout("", first.kind, (*first.children, second))
    attacks = tuple(child for child in first.children if child.kind is LinkKind.UNDERCUT)
    others = tuple(child for child in first.children if child.kind is not LinkKind.UNDERCUT)
    return Sprout("", first.kind, (Sprout(first.text, first.kind, others), second, *attacks))


def grow(entries: Sequence[Entry]) -> tuple[Sprout, ...]:
    """The tree of the entries. Built from the leaves, so that no depth is too deep."""
    grown: dict[int, Grown] = {-1: []}
    for place in range(len(entries) - 1, -1, -1):
        entry = entries[place]
        above = grown.setdefault(entry.parent, [])
        below = grown.pop(place, [])
        if entry.heading and below:
            above += [(_turned(sprout, child, entry.kind), child) for sprout, child in below]
        else:
            sprout = Sprout(entry.text, entry.kind or LinkKind.SUPPORT, _sprouts(below))
            above.append((sprout, entry))
    return _sprouts(grown[-1])


def _turned(sprout: Sprout, entry: Entry, kind: LinkKind | None) -> Sprout:
    if entry.kind is not None or kind is None:
        return sprout
    return Sprout(sprout.text, kind, sprout.children)


def count_claims(sprouts: Sequence[Sprout]) -> int:
    """How many claims there are in a tree."""
    total, pending = 0, list(sprouts)
    while pending:
        sprout = pending.pop()
        total += bool(sprout.text)
        pending.extend(sprout.children)
    return total


def capped(entries: Sequence[Entry]) -> int:
    """Hang what is too deep higher up; returns how many entries that were."""
    depths: list[int] = []
    moved = 0
    for entry in entries:
        depth = 0 if entry.parent < 0 else depths[entry.parent] + 1
        if depth >= MOST_LEVELS:
            entry.parent = entries[entry.parent].parent
            depth = MOST_LEVELS - 1
            moved += 1
        depths.append(depth)
    return moved
