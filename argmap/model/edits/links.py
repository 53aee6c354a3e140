"""Links after an edit: their ids follow their ends, and none is left that makes no sense.

While an edit is made, links keep the ids they had and new ones have any id of their own
(`NEW` and a number); undercuts name their targets by these. `relinked` gives all their final ids.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from argmap.errors import RefusedEdit
from argmap.model.edits.naming import named
from argmap.model.ids import LinkIds
from argmap.model.index import MapIndex
from argmap.model.link import Link, LinkKind, link_id

NEW = "new "
"""How the ids of new links begin until they have their final ones; no final one has a space."""

_DOES = {LinkKind.SUPPORT: "support", LinkKind.REBUTTAL: "rebut", LinkKind.UNDERCUT: "undercut"}


@dataclass(slots=True)
class Relinked:
    """Links with their final ids."""

    links: tuple[Link, ...]
    names: dict[str, str] = field(default_factory=dict)
    """The ids that are others than before: from what they were to what they are."""


def in_layers(links: Sequence[Link]) -> Iterator[tuple[int, Link]]:
    """Links with their positions: those to claims first, then their undercuts, then theirs.

    Undercuts of links that are not there are left out.
    """
    undercuts: dict[str, list[int]] = defaultdict(list)
    layer: list[int] = []
    for place, link in enumerate(links):
        if link.kind is LinkKind.UNDERCUT:
            undercuts[link.target].append(place)
        else:
            layer.append(place)
    while layer:
        for place in layer:
            yield place, links[place]
        if not undercuts:
            return
        found = (undercuts.pop(links[place].id, ()) for place in layer)
        layer = sorted(place for places in found for place in places)


def relinked(links: Sequence[Link]) -> Relinked:
    """The same links with ids made of their ends, a repeated one with ``~2``.

    Left out are undercuts of links that are gone, and links that would serve themselves.
    """
    ids = LinkIds()
    made: list[Link | None] = [None] * len(links)
    by_old_id: dict[str, Link] = {}
    names: dict[str, str] = {}
    for place, link in in_layers(links):
        target = link.target
        if link.kind is LinkKind.UNDERCUT:
            attacked = by_old_id.get(target)
            if attacked is None or _attacks_itself(link, attacked):
                continue
            target = attacked.id
        elif target in link.premises:
            continue
        name = ids.give(link_id(link.premises, target))
        if name == link.id and target == link.target:
            final = link
        else:
            names[link.id] = name
            final = link.model_copy(update={"id": name, "target": target})
        made[place] = by_old_id[link.id] = final
    return Relinked(tuple(link for link in made if link is not None), names)


def _attacks_itself(undercut: Link, attacked: Link) -> bool:
    return attacked.kind is LinkKind.UNDERCUT and {*undercut.premises} == {*attacked.premises}


def with_one_changed(links: Iterable[Link], before: Link, after: Link) -> list[Link]:
    """The links with one of them in its changed form."""
    return [after if link is before else link for link in links]


def check_step(
    index: MapIndex, kind: LinkKind, premises: Sequence[str], target: str, instead_of: str = ""
) -> None:
    """Refuse a link that would serve itself, or do what another link does already.

    `instead_of` is the id of the link that it takes the place of, if any.
    """
    wanted = set(premises)
    first = named(index.claims[premises[0]])
    undercut = kind is LinkKind.UNDERCUT
    attacked = index.links[target] if undercut else None
    above = [attacked] if attacked and attacked.kind is LinkKind.UNDERCUT else []
    below = index.undercuts_of(instead_of) if undercut else []
    if target in wanted or any(wanted == set(link.premises) for link in (*above, *below)):
        raise RefusedEdit(f"A claim cannot {_DOES[kind]} itself.", "Choose another claim.")
    siblings = index.undercuts_of(target) if undercut else index.links_onto(target)
    for link in siblings:
        if link.kind is kind and link.id != instead_of and wanted == set(link.premises):
            raise RefusedEdit(f"{first} stands there already.", "Choose another place.")
