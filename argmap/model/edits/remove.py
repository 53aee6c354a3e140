"""Removing an occurrence, a claim, or a branch; and what removing would come to, to ask first."""

from dataclasses import dataclass

from argmap.errors import RefusedEdit
from argmap.model.edits.edit import Edit
from argmap.model.edits.links import with_one_changed
from argmap.model.edits.naming import claim_in, link_in, named, named_premises
from argmap.model.edits.outcome import ANY_ROOT, outcome
from argmap.model.edits.reach import above, below
from argmap.model.index import MapIndex
from argmap.model.link import Link, LinkKind
from argmap.model.outline import Role, Row
from argmap.text import count


@dataclass(frozen=True, slots=True)
class Consequences:
    """What removing a claim would come to. All are ids of other claims, each once."""

    branch: tuple[str, ...]
    """Claims that hang only on it: they go with its branch."""
    loosened: tuple[str, ...]
    """Claims that would stand on their own if only it were removed."""
    parents: tuple[str, ...]
    """Claims that it bears on."""
    partners: tuple[str, ...]
    """Claims with which it is a joint premise."""
    occurrences: int
    """Number of links that start from it."""
    motion: bool
    """Whether it is the motion, or the motion hangs only on it."""


def consequences(index: MapIndex, claim: str) -> Consequences:
    """What removing a claim would come to."""
    claim_in(index, claim)
    branch = _only_on(index, claim)
    vanishing = {link.id for link in _falling_with(index, claim)}
    loosened = {
        premise: None
        for link in vanishing
        for premise in index.links[link].premises
        if premise != claim and all(own.id in vanishing for own in index.links_from(premise))
    }
    leaving = index.links_from(claim)
    partners = {premise: None for link in leaving for premise in link.premises if premise != claim}
    return Consequences(
        branch=tuple(other for other in index.claims if other in branch and other != claim),
        loosened=tuple(other for other in index.claims if other in loosened),
        parents=tuple(parent for parent in index.parents(claim) if parent != claim),
        partners=tuple(partners),
        occurrences=len(leaving),
        motion=index.motion in branch,
    )


def remove_occurrence(index: MapIndex, row: Row) -> Edit:
    """The map without the step that a row stands for; of a joint premise, without it in its step.

    The claim stays: where it is linked otherwise, else on its own.

    Raises:
        RefusedEdit: the row is a root, so that there is no step.
    """
    if row.link is None:
        raise RefusedEdit("This claim stands on its own already.", "Remove the claim itself.")
    link = link_in(index, row.link)
    focus = _beside(index, link)
    links = [other for other in index.map.links if other is not link]
    subject = named_premises(index, link)
    if row.role is Role.PREMISE and row.claim is not None and link.joint:
        subject = named(claim_in(index, row.claim))
        rest = tuple(premise for premise in link.premises if premise != row.claim)
        shorter = link.model_copy(update={"premises": rest})
        links = with_one_changed(index.map.links, link, shorter)
        focus = (link.id, rest[0])
    return outcome(index, f"remove {subject} here", links=links, focus=focus)


def remove_claim(index: MapIndex, claim: str) -> Edit:
    """The map without a claim and its links. What hung on it stays, if need be on its own."""
    return _without(index, claim, {claim}, f"remove {named(claim_in(index, claim))}")


def remove_branch(index: MapIndex, claim: str) -> Edit:
    """The map without a claim and all that hangs only on it."""
    subject = named(claim_in(index, claim))
    branch = _only_on(index, claim)
    more = f" and {count(len(branch) - 1, 'claim')} under it" if len(branch) > 1 else ""
    return _without(index, claim, branch, f"remove {subject}{more}")


def _without(index: MapIndex, top: str, gone: set[str], name: str) -> Edit:
    links: list[Link] = []
    for link in index.map.links:
        if link.target in gone:
            continue
        if gone.isdisjoint(link.premises):
            links.append(link)
        elif rest := tuple(premise for premise in link.premises if premise not in gone):
            links.append(link.model_copy(update={"premises": rest}))
    leaving = index.links_from(top)
    focus = _beside(index, leaving[0]) if leaving else ("", "")
    return outcome(
        index,
        name,
        claims=[claim for claim in index.map.claims if claim.id not in gone],
        links=links,
        focus=focus if focus[1] not in gone else ("", ""),
        motion=ANY_ROOT if index.motion in gone else None,
    )


def _beside(index: MapIndex, link: Link) -> tuple[str, str]:
    """The row next to a link's, or before it; nothing where it is alone there."""
    undercut = link.kind is LinkKind.UNDERCUT
    siblings = index.undercuts_of(link.target) if undercut else index.links_onto(link.target)
    at = next(at for at, other in enumerate(siblings) if other is link)
    near = [*siblings[at + 1 : at + 2], *siblings[:at][-1:]]
    return (near[0].id, "" if near[0].joint else near[0].premises[0]) if near else ("", "")


# -- what hangs on a claim -----------------------------------------------------------------


def _falling_with(index: MapIndex, claim: str) -> list[Link]:
    """The links that make no sense without a claim, with all undercuts of them."""
    alone = (link for link in index.links_from(claim) if not link.joint)
    fallen = {link.id: link for link in (*alone, *index.links_onto(claim))}
    pending = list(fallen.values())
    while pending:
        more = [link for link in index.undercuts_of(pending.pop().id) if link.id not in fallen]
        fallen.update((link.id, link) for link in more)
        pending += more
    return list(fallen.values())


def _only_on(index: MapIndex, claim: str) -> set[str]:
    """A claim with those that hang on it and on nothing else, in circles too."""
    falling = _falling_with(index, claim)
    hanging = below(index, falling, {claim})
    higher = above(index, claim)
    kept = {
        other
        for other in hanging
        if other in index.claims
        and (other in higher or any(own.id not in hanging for own in index.links_from(other)))
    }
    holding = (link for other in kept for link in index.links_onto(other))
    dead = {claim, *(link.id for link in falling)}
    kept |= below(index, holding, dead)
    return {claim, *(hanging & index.claims.keys() - kept)}
