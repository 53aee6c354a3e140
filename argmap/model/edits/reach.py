"""What a claim leads up to, and what hangs on links, over claims and links alike."""

from collections.abc import Collection, Iterable

from argmap.model.index import MapIndex
from argmap.model.link import Link


def above(index: MapIndex, start: str) -> set[str]:
    """Ids of all claims and links that a claim bears on; its own only where it is in a circle."""
    found: set[str] = set()
    pending = [start]
    while pending:
        place = pending.pop()
        if place in index.links:
            further = [index.links[place].target]
        else:
            further = [link.id for link in index.links_from(place)]
        pending += [step for step in further if step not in found]
        found.update(further)
    return found


def below(index: MapIndex, links: Iterable[Link], apart_from: Collection[str] = ()) -> set[str]:
    """Ids of these links and of all claims and links that hang on them.

    Nothing is looked for behind the claims and links `apart_from`, which are not in the answer.
    """
    seen = set(apart_from)
    pending = list(links)
    while pending:
        link = pending.pop()
        if link.id in seen:
            continue
        seen.add(link.id)
        pending += index.undercuts_of(link.id)
        for premise in link.premises:
            if premise not in seen:
                seen.add(premise)
                pending += index.links_onto(premise)
    return seen.difference(apart_from)
