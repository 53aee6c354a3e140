"""Places where a claim can be put: what it is to do there, to what, and behind what."""

from dataclasses import dataclass

from argmap.errors import RefusedEdit
from argmap.model.claim import Claim
from argmap.model.edits.naming import claim_in, link_in
from argmap.model.index import MapIndex
from argmap.model.link import Link, LinkKind
from argmap.model.outline import Role, Row


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim goes. Make one with `under`, `against`, `joined`, `beside` or `AT_ROOT`."""

    role: Role
    """What it does there; a root is `ROOT`."""
    target: str = ""
    """The claim that it supports or rebuts; the link that it undercuts or is a premise of."""
    after: str = ""
    """What it goes right behind: a link, a premise of the link, or another root; empty: the last
    of its kind."""

    @property
    def kind(self) -> LinkKind | None:
        """The kind of its own link; None for a root and a premise of a link that is there."""
        own = (Role.SUPPORT, Role.REBUTTAL, Role.UNDERCUT)
        return LinkKind(self.role.value) if self.role in own else None


AT_ROOT = Place(Role.ROOT)
"""On its own, behind all the other claims."""


def under(claim: str, kind: LinkKind) -> Place:
    """As the last support or rebuttal of a claim."""
    return Place(Role(kind.value), claim)


def against(link: str) -> Place:
    """As the last undercut of a link."""
    return Place(Role.UNDERCUT, link)


def joined(link: str) -> Place:
    """As the last of the joint premises of a link, which has perhaps only one as yet."""
    return Place(Role.PREMISE, link)


def beside(index: MapIndex, row: Row) -> Place:
    """Right behind a row of the outline, doing what that row does."""
    if row.link is None:
        return Place(Role.ROOT, after=row.claim or "")
    if row.role is Role.PREMISE:
        return Place(Role.PREMISE, row.link, row.claim or "")
    return Place(row.role, link_in(index, row.link).target, row.link)


def check_place(index: MapIndex, place: Place) -> None:
    """Refuse a place that the map does not have (any more)."""
    if place.role in {Role.SUPPORT, Role.REBUTTAL}:
        claim_in(index, place.target)
    elif place.role is not Role.ROOT:
        link_in(index, place.target)
    if place.kind and place.after:
        link_in(index, place.after)


def put_links(index: MapIndex, links: list[Link], place: Place, new: list[Link]) -> None:
    """Put links that belong to a place into the map's links, which may lack some by now."""
    behind = place.after or _last_sibling(index, place, {link.id for link in new})
    at = next((at for at, link in enumerate(links, 1) if link.id == behind), len(links))
    links[at:at] = new


def _last_sibling(index: MapIndex, place: Place, ignored: set[str]) -> str:
    if place.role is Role.UNDERCUT:
        siblings = index.undercuts_of(place.target)
    else:
        siblings = index.links_onto(place.target)
    others = [link for link in siblings if link.id not in ignored]
    alike = [link for link in others if link.kind is place.kind] or others
    return alike[-1].id if alike else ""


def put_premises(link: Link, place: Place, premises: tuple[str, ...]) -> Link:
    """The link with more joint premises, at a place among those it has."""
    at = len(link.premises)
    if place.after in link.premises:
        at = link.premises.index(place.after) + 1
    return link.model_copy(
        update={"premises": (*link.premises[:at], *premises, *link.premises[at:])}
    )


def put_claims(index: MapIndex, place: Place, new: list[Claim]) -> list[Claim]:
    """All claims with new ones among them, in the order in which they would be written."""
    claims = list(index.map.claims)
    behind = _claim_before(index, place)
    at = next((at for at, claim in enumerate(claims, 1) if claim.id == behind), len(claims))
    claims[at:at] = new
    return claims


def _claim_before(index: MapIndex, place: Place) -> str:
    if place.role is Role.ROOT:
        return place.after
    if place.after and not place.kind:
        return place.after
    behind = place.after or (_last_sibling(index, place, set()) if place.kind else "")
    link = index.links.get(behind) or index.links.get(place.target)
    return link.premises[-1] if link else place.target


def check_not_root(place: Place) -> None:
    """Refuse a place on its own, for what has to hang under something."""
    if place.role is Role.ROOT:
        raise RefusedEdit(
            "A claim that is in the map already can only be linked to another.",
            "Choose what it is to support, rebut or undercut.",
        )
