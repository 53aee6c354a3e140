"""A part of a map that is a map itself: some claims and everything that hangs under them."""

from collections.abc import Callable, Iterable
from functools import cached_property

from argmap.model.index import MapIndex
from argmap.model.link import Link
from argmap.model.map import Map


class BranchIndex(MapIndex):
    """The look-ups of a branch: what stands at its top is the motion only if the map says so."""

    @cached_property
    def motion(self) -> str | None:
        """The claim under debate, where it is in the branch."""
        return self.map.motion if self.map.motion in self.claims else None


def branch(index: MapIndex, *tops: str) -> Map:
    """The claims `tops`, first in the map, and all that hangs under them at any depth.

    The links from the tops upwards stay out, unless they lead back into the branch. Of the
    sources those are kept that the branch cites. It has no title and no summary of its own.
    """
    claims, links = reached(index, tops)
    cited = {cite.source for claim in claims for cite in index.claims[claim].cites}
    first = dict.fromkeys(tops)
    others = (claim for claim in index.claims if claim in claims and claim not in first)
    return index.map.model_copy(
        update={
            "title": "",
            "summary": "",
            "motion": index.motion if index.motion in claims else "",
            "sources": tuple(source for source in index.map.sources if source.id in cited),
            "claims": tuple(index.claims[claim] for claim in (*first, *others)),
            "links": tuple(link for link in index.map.links if link.id in links),
        }
    )


def reached(
    index: MapIndex, tops: Iterable[str], leads: Callable[[Link], bool] = lambda _: True
) -> tuple[set[str], set[str]]:
    """The claims and the links below some claims, undercuts of these links included.

    A link that does not pass `leads` is not followed.
    """
    claims: set[str] = set()
    links: set[str] = set()
    pending = list(tops)
    while pending:
        claim = pending.pop()
        if claim in claims:
            continue
        claims.add(claim)
        steps = list(index.links_onto(claim))
        while steps:
            step = steps.pop()
            if step.id not in links and leads(step):
                links.add(step.id)
                pending.extend(step.premises)
                steps.extend(index.undercuts_of(step.id))
    return claims, links
