"""Adding claims: a new one, a whole outline of them, or one that is in the map already."""

from collections.abc import Sequence
from dataclasses import dataclass

from argmap.errors import RefusedEdit
from argmap.model.claim import Claim
from argmap.model.edits.edit import Edit
from argmap.model.edits.links import NEW, check_step, with_one_changed
from argmap.model.edits.naming import claim_in, link_in, named
from argmap.model.edits.outcome import outcome
from argmap.model.edits.place import (
    Place,
    check_not_root,
    check_place,
    put_claims,
    put_links,
    put_premises,
)
from argmap.model.ids import ClaimIds
from argmap.model.index import MapIndex
from argmap.model.link import Link, LinkKind
from argmap.model.outline import Role
from argmap.text import count, one_line


@dataclass(frozen=True, slots=True)
class Sprout:
    """A claim to be added, with those under it.

    One without a text stands for joint premises: its children, but for undercuts, which are then
    undercuts of their step.
    """

    text: str
    kind: LinkKind = LinkKind.SUPPORT
    """What it does to the one above it. An undercut attacks the step from that one upwards."""
    children: "tuple[Sprout, ...]" = ()


def add_claim(index: MapIndex, text: str, place: Place) -> Edit:
    """A new claim at a place.

    Raises:
        RefusedEdit: it says nothing, or the place is not in the map.
    """
    if not one_line(text):
        raise RefusedEdit("A claim cannot be empty.", "Write one sentence.")
    return add_claims(index, (Sprout(text),), place)


def add_claims(index: MapIndex, tree: Sequence[Sprout], place: Place) -> Edit:
    """New claims with all that hangs under them; the first ones do what the place says.

    Raises:
        RefusedEdit: there is no claim in the tree, or the place is not in the map.
    """
    check_place(index, place)
    planting = _Planting(index)
    tops = [planting.plant(sprout, place) for sprout in tree]
    premises = tuple(claim for top in tops for claim in top)
    if not premises:
        raise RefusedEdit("There is no claim in this.", "Write one claim on each line.")
    links = list(index.map.links)
    first = planting.claims[0]
    focus = ("", first.id)
    if place.role is Role.PREMISE:
        step = index.links[place.target]
        links = with_one_changed(links, step, put_premises(step, place, premises))
        links += planting.links
        focus = (place.target, first.id)
    else:
        put_links(index, links, place, planting.links)
        if place.kind:
            top = planting.links[0]
            focus = (top.id, "" if top.joint else first.id)
    return outcome(
        index,
        _name_of(place, planting.claims),
        claims=put_claims(index, place, planting.claims),
        links=links if planting.links or place.role is Role.PREMISE else None,
        focus=focus,
    )


def _name_of(place: Place, claims: Sequence[Claim]) -> str:
    what = "claim" if place.role is Role.ROOT else place.role.value
    more = f" and {count(len(claims) - 1, 'more claim')}" if len(claims) > 1 else ""
    return f"add {what} {named(claims[0])}{more}"


class _Planting:
    """Makes claims and links of sprouts, with a stack of its own."""

    def __init__(self, index: MapIndex) -> None:
        self.claims: list[Claim] = []
        self.links: list[Link] = []
        self._ids = ClaimIds(index.claims)

    def plant(self, sprout: Sprout, place: Place) -> tuple[str, ...]:
        """All of a sprout; returns the claims that stand at the place itself."""
        top, pending = self._grow(sprout, place.kind, place.target)
        pending.reverse()
        while pending:
            _, more = self._grow(*pending.pop())
            pending.extend(reversed(more))
        return top

    def _grow(
        self, sprout: Sprout, kind: LinkKind | None, target: str
    ) -> "tuple[tuple[str, ...], list[tuple[Sprout, LinkKind, str]]]":
        """One sprout without what hangs under it, which is returned.

        Without a kind it gets no link of its own; `target` is then the link it belongs to.
        """
        group = not one_line(sprout.text)
        heads = [
            head
            for head in (sprout.children if group else (sprout,))
            if one_line(head.text) and not (group and head.kind is LinkKind.UNDERCUT)
        ]
        premises = tuple(self._claim(head.text) for head in heads)
        if not premises:
            return (), []
        step = target if kind is None else self._link(kind, premises, target)
        more = [
            _below(child, premise, step)
            for head, premise in zip(heads, premises, strict=True)
            for child in head.children
        ]
        if group:
            attacks = (child for child in sprout.children if child.kind is LinkKind.UNDERCUT)
            more += [_below(child, premises[0], step) for child in attacks]
        return premises, more

    def _claim(self, text: str) -> str:
        text = one_line(text)
        self.claims.append(Claim(id=self._ids.give(text), claim=text))
        return self.claims[-1].id

    def _link(self, kind: LinkKind, premises: tuple[str, ...], target: str) -> str:
        name = f"{NEW}{len(self.links)}"
        self.links.append(Link(id=name, kind=kind, premises=premises, target=target))
        return name


def _below(child: Sprout, claim: str, step: str) -> tuple[Sprout, LinkKind, str]:
    """What a sprout does to the claim above it, or to the step from that; a root has none."""
    if child.kind is not LinkKind.UNDERCUT:
        return child, child.kind, claim
    return (child, LinkKind.UNDERCUT, step) if step else (child, LinkKind.REBUTTAL, claim)


def add_occurrence(index: MapIndex, claim: str, place: Place) -> Edit:
    """A claim that is in the map already put at one more place.

    Raises:
        RefusedEdit: it would serve itself there, stands there already, or the place is the root.
    """
    found = claim_in(index, claim)
    check_not_root(place)
    check_place(index, place)
    links = list(index.map.links)
    if place.kind is None:
        step = link_in(index, place.target)
        if claim in step.premises:
            raise RefusedEdit(f"{named(found)} is one of the premises.", "Choose another claim.")
        wider = put_premises(step, place, (claim,))
        check_step(index, wider.kind, wider.premises, wider.target, step.id)
        links = with_one_changed(links, step, wider)
        focus = (step.id, claim)
    else:
        check_step(index, place.kind, (claim,), place.target)
        link = Link(id=NEW, kind=place.kind, premises=(claim,), target=place.target)
        put_links(index, links, place, [link])
        focus = (NEW, claim)
    return outcome(
        index, f"use {named(found)} as {place.role.value} again", links=links, focus=focus
    )
