"""Putting an edit together: the new map with links relinked and the motion where it was."""

from collections.abc import Iterable, Mapping, Sequence
from operator import is_
from typing import Any

from argmap.model.claim import Claim
from argmap.model.edits.edit import Edit
from argmap.model.edits.links import relinked
from argmap.model.index import MapIndex
from argmap.model.link import Link
from argmap.model.map import Map


def outcome(
    index: MapIndex,
    name: str,
    *,
    claims: Iterable[Claim] | None = None,
    links: Sequence[Link] | None = None,
    focus: tuple[str, str] = ("", ""),
    renamed: Mapping[str, str] | None = None,
    motion: str | None = None,
    **header: Any,  # noqa: ANN401 - any other field of the map
) -> Edit:
    """The edit that puts these claims, links and other fields in the place of those of the map.

    `links` have the ids they had, or new ones of their own (see `links`). `focus` is the row to
    go to, by the link's id of that kind and the claim's id. The motion stays the motion, named
    by the map where need be, unless `motion` says otherwise; `ANY_ROOT` leaves it to the first.
    Where nothing changes, the map of the edit is the very map there was.
    """
    changes: dict[str, Any] = dict(header)
    names: dict[str, str] = {}
    if claims is not None:
        changes["claims"] = _unless_same(index.map.claims, tuple(claims))
    if links is not None:
        found = relinked(links)
        names = found.names
        changes["links"] = _unless_same(index.map.links, found.links)
    if motion is None:
        motion = index.map.motion or index.motion or ANY_ROOT
    edited = _changed(index.map, changes)
    stated = _motion(edited, motion, stated=bool(index.map.motion))
    edited = _changed(edited, {"motion": stated})
    link, claim = focus
    return Edit(
        map=edited,
        name=name,
        focus=_row_key(edited, names.get(link, link), claim),
        claims=dict(renamed or {}),
        links={old: new for old, new in names.items() if old in index.links},
    )


ANY_ROOT = ""
"""A `motion` that is whichever root comes first."""


def _changed(before: Map, changes: Mapping[str, Any]) -> Map:
    if all(getattr(before, key) == value for key, value in changes.items()):
        return before
    return before.model_copy(update=changes)


def _unless_same(before: tuple[Any, ...], after: tuple[Any, ...]) -> tuple[Any, ...]:
    return before if len(before) == len(after) and all(map(is_, before, after)) else after


def _row_key(edited: Map, link: str, claim: str) -> str:
    """The key of a row of the edited map; empty where it is gone after all."""
    if not link:
        return f"|{claim}" if claim else ""
    for found in edited.links:
        if found.id == link and claim in {"", *found.premises}:
            return f"{link}|{claim if claim or found.joint else found.premises[0]}"
    return ""


def _motion(edited: Map, wanted: str, *, stated: bool) -> str:
    """The value of `motion:` with which `wanted` is the motion: none where it can do without."""
    if not wanted or stated:
        return wanted
    linked = {premise for link in edited.links for premise in link.premises}
    roots = (claim.id for claim in edited.claims if claim.id not in linked)
    first = next(roots, edited.claims[0].id if edited.claims else "")
    return "" if first == wanted else wanted
