"""Moving an occurrence up or down among those of its kind."""

from argmap.errors import RefusedEdit
from argmap.model.claim import Claim
from argmap.model.edits.edit import Edit
from argmap.model.edits.links import with_one_changed
from argmap.model.edits.naming import claim_in, link_in, named, named_premises
from argmap.model.edits.outcome import outcome
from argmap.model.index import MapIndex
from argmap.model.link import Link, LinkKind
from argmap.model.outline import Role, Row


def shift(index: MapIndex, row: Row, step: int) -> Edit:
    """What a row stands for, one place down (1) or up (-1) in the list it stands in.

    These lists are the supports, the rebuttals or the undercuts of one target, the joint premises
    of one step, and the roots; the motion stays before the other roots.

    Raises:
        RefusedEdit: it is the last or the first there.
    """
    if row.link is None:
        return _root(index, claim_in(index, row.claim or ""), step)
    link = link_in(index, row.link)
    if row.role is Role.PREMISE and row.claim is not None:
        return _premise(index, link, row.claim, step)
    return _link(index, link, row.claim, step)


def _premise(index: MapIndex, link: Link, claim: str, step: int) -> Edit:
    subject = named(claim_in(index, claim))
    premises = list(link.premises)
    at = premises.index(claim)
    other = _neighbour(at, step, len(premises), subject, "premises")
    premises[at], premises[other] = premises[other], premises[at]
    changed = link.model_copy(update={"premises": tuple(premises)})
    links = with_one_changed(index.map.links, link, changed)
    return outcome(index, _name(subject, step), links=links, focus=(link.id, claim))


def _link(index: MapIndex, link: Link, claim: str | None, step: int) -> Edit:
    subject = named_premises(index, link)
    undercut = link.kind is LinkKind.UNDERCUT
    onto = index.undercuts_of(link.target) if undercut else index.links_onto(link.target)
    siblings = [other for other in onto if other.kind is link.kind]
    at = next(at for at, other in enumerate(siblings) if other is link)
    other = siblings[_neighbour(at, step, len(siblings), subject, f"{link.kind.value}s")]
    swapped = {link.id: other, other.id: link}
    links = [swapped.get(each.id, each) for each in index.map.links]
    return outcome(index, _name(subject, step), links=links, focus=(link.id, claim or ""))


def _root(index: MapIndex, claim: Claim, step: int) -> Edit:
    if claim.id == index.motion:
        raise RefusedEdit(
            f"{named(claim)} is the motion, which comes first.",
            "Make another claim the motion instead.",
        )
    roots = [root for root in index.roots if root != index.motion]
    if claim.id not in roots:
        raise RefusedEdit(
            f"{named(claim)} is part of a circle, which comes last.",
            "Remove one link of the circle first.",
        )
    at = roots.index(claim.id)
    other = index.claims[roots[_neighbour(at, step, len(roots), named(claim), "claims here")]]
    swapped = {claim.id: other, other.id: claim}
    claims = [swapped.get(each.id, each) for each in index.map.claims]
    return outcome(index, _name(named(claim), step), claims=claims, focus=("", claim.id))


def _neighbour(at: int, step: int, length: int, subject: str, among: str) -> int:
    if not 0 <= at + step < length:
        end = "last" if step > 0 else "first"
        raise RefusedEdit(f"{subject} is the {end} of the {among}.", "Move it under another claim.")
    return at + step


def _name(subject: str, step: int) -> str:
    return f"move {subject} {'down' if step > 0 else 'up'}"
