"""What undo and redo need to know of an edit, kept small: only what differs between the maps."""

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, NamedTuple, TypeVar

from argmap.model import Claim, Link, Map
from argmap.store.splices import Splice

_HEADER = ("title", "summary", "motion", "sides", "sources")
Thing = TypeVar("Thing")


class Slice(NamedTuple, Generic[Thing]):
    """The stretch of a tuple that differs from another tuple."""

    at: int
    before: tuple[Thing, ...]
    after: tuple[Thing, ...]
    rest: int
    """How many items stand behind it, in both."""

    def swap(self, items: tuple[Thing, ...], *, back: bool) -> tuple[Thing, ...] | None:
        """`items` with the other stretch in it; None where they do not have the one."""
        out, put = (self.after, self.before) if back else (self.before, self.after)
        end = self.at + len(out)
        if len(items) != end + self.rest or items[self.at : end] != out:
            return None
        return items[: self.at] + put + items[end:] if out != put else items


class MapChange(NamedTuple):
    """What differs between two maps."""

    header_before: dict[str, Any]
    header_after: dict[str, Any]
    claims: Slice[Claim]
    links: Slice[Link]

    def __bool__(self) -> bool:
        """Whether anything differs."""
        changed = (*self.claims[1:3], *self.links[1:3], self.header_before)
        return any(changed)

    def swap(self, current: Map, *, back: bool) -> Map | None:
        """The map on the other side of the change; None where `current` is not on this side."""
        out, put = self.header_before, self.header_after
        if back:
            out, put = put, out
        claims = self.claims.swap(current.claims, back=back)
        links = self.links.swap(current.links, back=back)
        if claims is None or links is None or any(getattr(current, key) != out[key] for key in out):
            return None
        return current.model_copy(update={"claims": claims, "links": links, **put})


def map_change(before: Map, after: Map, *, by_value: bool = False) -> MapChange:
    """What differs between two maps.

    An edit leaves the claims and links that it does not touch the same objects, which is quick
    to see; two readings of a file have to be compared `by_value`.
    """
    same = operator.eq if by_value else operator.is_
    changed = [key for key in _HEADER if getattr(before, key) != getattr(after, key)]
    return MapChange(
        {key: getattr(before, key) for key in changed},
        {key: getattr(after, key) for key in changed},
        _slice(before.claims, after.claims, same),
        _slice(before.links, after.links, same),
    )


def _slice(
    before: tuple[Thing, ...], after: tuple[Thing, ...], same: Callable[[Thing, Thing], object]
) -> Slice[Thing]:
    shorter = min(len(before), len(after))
    start = rest = 0
    while start < shorter and same(before[start], after[start]):
        start += 1
    while rest < shorter - start and same(before[-1 - rest], after[-1 - rest]):
        rest += 1
    return Slice(start, before[start : len(before) - rest], after[start : len(after) - rest], rest)


@dataclass(slots=True, eq=False)
class Step:
    """One edit, as undo and redo see it."""

    name: str
    """What it did: ``move ‘walkers’ under ‘cost’``."""
    change: MapChange
    focus_before: str = ""
    """Key of the row that the cursor was on before the edit."""
    focus_after: str = ""
    """Key of the row that the cursor belongs on afterwards; empty: where it was."""
    claims: Mapping[str, str] = field(default_factory=dict)
    """Claims that have another id since the edit: from the old to the new."""
    links: Mapping[str, str] = field(default_factory=dict)
    """Links that became others by the edit: from the old id to the new."""
    unnamed: frozenset[str] = frozenset()
    """Ids of which the edit changed whether the file states them."""
    splices: tuple[Splice, ...] = ()
    """What it changed in the file's text; known once it is written there."""

    def renamed(self, *, back: bool) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """Claims and links that get other ids when it is made, or taken `back`: old to new."""
        if not back:
            return self.claims, self.links
        return _inverted(self.claims), _inverted(self.links)


def _inverted(names: Mapping[str, str]) -> dict[str, str]:
    return {new: old for old, new in names.items()}
