"""Making two claims of one, and one of two."""

from collections.abc import Container, Sequence
from typing import TypeVar

from argmap.errors import RefusedEdit
from argmap.model.claim import Claim
from argmap.model.edits.edit import Edit
from argmap.model.edits.links import NEW, in_layers
from argmap.model.edits.naming import claim_in, named
from argmap.model.edits.outcome import outcome
from argmap.model.edits.rename import renamed_links, with_own_id
from argmap.model.edits.values import parse_field
from argmap.model.ids import ClaimIds
from argmap.model.index import MapIndex
from argmap.model.link import Link, LinkKind

Part = TypeVar("Part")

_FILLED = ("say", "kind", "speaker", "weigh", "stance")


def split_claim(
    index: MapIndex,
    claim: str,
    texts: tuple[str, str],
    *,
    joint: bool = False,
    unnamed: Container[str] = (),
) -> Edit:
    """A claim as two: the first text keeps all there was, the second is a new claim.

    The second does the same as the first, right behind it: a link of its own to each target, or,
    if `joint`, as another premise of each link. Of a root it becomes another root.

    Raises:
        RefusedEdit: a text is empty, or a root is to be split into joint premises.
    """
    before = claim_in(index, claim)
    leaving = {link.id for link in index.links_from(claim)}
    if joint and not leaving:
        raise RefusedEdit(
            f"{named(before)} is a root and has no step to share.",
            "Split it into two claims that stand on their own.",
        )
    first, second = (str(parse_field("claim", text)) for text in texts)
    kept = before.model_copy(update={"claim": first})
    kept = with_own_id(index, before, kept, unnamed)
    added = Claim(id=ClaimIds([*index.claims, kept.id]).give(second), claim=second)
    claims = [
        part
        for other in index.map.claims
        for part in ((kept, added) if other is before else (other,))
    ]
    links = _split_links(index, before.id, added.id, leaving, joint=joint)
    if kept.id != before.id:
        links = renamed_links(links, before.id, kept.id)
    return outcome(
        index,
        f"split {named(before)}",
        claims=claims,
        links=links or None,
        renamed={before.id: kept.id} if kept.id != before.id else {},
        motion=kept.id if index.motion == before.id else None,
    )


def _split_links(
    index: MapIndex, claim: str, added: str, leaving: set[str], *, joint: bool
) -> list[Link]:
    links: list[Link] = []
    for link in index.map.links:
        if link.id not in leaving:
            links.append(link)
        elif joint or link.joint:
            at = link.premises.index(claim) + 1
            premises = (*link.premises[:at], added, *link.premises[at:])
            links.append(link.model_copy(update={"premises": premises}))
        else:
            name = f"{NEW}{len(links)}"
            own = Link(id=name, kind=link.kind, premises=(added,), target=link.target)
            links += [link, own]
    return links


def merge_claims(index: MapIndex, kept: str, gone: str) -> Edit:
    """Two claims as one, with the words of `kept` and the links of both.

    Citations and tags are united and notes joined; what `kept` leaves empty of the rest comes
    from `gone`. Links between the two, and what would stand twice, are left out.

    Raises:
        RefusedEdit: they are the same claim, or one is not in the map.
    """
    stays, goes = claim_in(index, kept), claim_in(index, gone)
    if kept == gone:
        raise RefusedEdit("This is the same claim.", "Choose another claim to merge it with.")
    merged = _united(stays, goes)
    claims = [
        merged if claim is stays else claim for claim in index.map.claims if claim is not goes
    ]
    links = _merged_links(index, kept, gone)
    return outcome(
        index,
        f"merge {named(goes)} into {named(stays)}",
        claims=claims,
        links=links,
        focus=(next((link.id for link in links if kept in link.premises), ""), kept),
        motion=kept if index.motion == gone else None,
    )


def _united(stays: Claim, goes: Claim) -> Claim:
    changes = {
        field: getattr(goes, field)
        for field in _FILLED
        if not getattr(stays, field) and getattr(goes, field)
    }
    changes["cites"] = _union(stays.cites, goes.cites)
    changes["tags"] = _union(stays.tags, goes.tags)
    changes["note"] = "\n".join(_union((stays.note,), (goes.note,)))
    merged = stays.model_copy(update=changes)
    return stays if merged == stays else merged


def _union(first: Sequence[Part], second: Sequence[Part]) -> tuple[Part, ...]:
    return tuple(part for part in dict.fromkeys((*first, *second)) if part)


def _merged_links(index: MapIndex, kept: str, gone: str) -> list[Link]:
    """All links with `kept` in the place of `gone`, each only once, and none to itself."""
    made: dict[int, Link] = {}
    found: dict[tuple[LinkKind, frozenset[str], str], int] = {}
    same_as: dict[str, str] = {}
    for place, link in in_layers(index.map.links):
        target = kept if link.target == gone else same_as.get(link.target, link.target)
        premises = dict.fromkeys(kept if end == gone else end for end in link.premises)
        premises.pop(target, None)
        if not premises:
            continue
        changed = link
        if (*premises,) != link.premises or target != link.target:
            changed = link.model_copy(update={"premises": (*premises,), "target": target})
        said = (link.kind, frozenset(premises), target)
        first = found.setdefault(said, place)
        if first != place and changed is not link:
            same_as[link.id] = index.map.links[first].id
            continue
        made[place] = changed
        if first != place and made[first] is not index.map.links[first]:
            found[said] = place
            same_as[made.pop(first).id] = link.id
    return [made[place] for place in sorted(made)]
