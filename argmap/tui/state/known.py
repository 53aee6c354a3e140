"""Another reading of a map, made of the claims and links of the one before where they are equal.

So what did not change is kept once, however much can be undone, and is seen at a glance.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from argmap.model import Claim, Link, MapIndex
from argmap.store import Loaded

Part = TypeVar("Part", Claim, Link)


def of_known_parts(loaded: Loaded, before: MapIndex) -> Loaded:
    """The same reading, with the claims and links that `before` has as well."""
    claims = _known(before.claims, loaded.map.claims)
    links = _known(before.links, loaded.map.links)
    read = loaded.map.model_copy(update={"claims": claims, "links": links})
    return replace(loaded, map=read, index=MapIndex(read))


def _known(before: Mapping[str, Part], parts: Iterable[Part]) -> tuple[Part, ...]:
    found = ((part, before.get(part.id)) for part in parts)
    # Comparing the fields by themselves spares pydantic's own comparison, which takes far longer.
    return tuple(
        old if old is not None and vars(old) == vars(part) else part for part, old in found
    )


def says_the_same(one: MapIndex, other: MapIndex) -> bool:
    """Whether two readings show alike in every view, whatever the order of their files.

    Quick where most parts are the same objects, and the rows are worked out already.
    """
    return (
        _header(one) == _header(other)
        and one.claims == other.claims
        and one.links == other.links
        and one.rows == other.rows
    )


def _header(index: MapIndex) -> tuple[object, ...]:
    read = index.map
    return read.title, read.summary, read.motion, read.sides, read.sources
