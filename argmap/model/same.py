"""Whether two maps say the same, however their files order what has no order."""

from collections.abc import Collection, Mapping

from argmap.model.claim import Claim
from argmap.model.index import MapIndex
from argmap.model.link import Link, LinkKind


def equivalent(one: MapIndex, other: MapIndex, astray: Collection[str] = ()) -> bool:
    """Whether two maps have the same claims, sources and links.

    Order counts where readers see it: of the roots, of the sources, and of the links of one kind
    onto one target; but roots that are `astray` may come anywhere. Numbers at the end of link
    ids, which only tell repeated links apart, do not.
    """
    return (
        _header(one) == _header(other)
        and _same_claims(one.claims, other.claims)
        and _order(one, astray) == _order(other, astray)
        and len(one.links) == len(other.links)
        and (_same_by_place(one, other) or _links(one) == _links(other))
    )


def _same_claims(one: Mapping[str, Claim], other: Mapping[str, Claim]) -> bool:
    # Comparing the fields by themselves spares pydantic's own comparison, which takes far longer.
    return one.keys() == other.keys() and all(
        claim is other[name] or vars(claim) == vars(other[name]) for name, claim in one.items()
    )


def _order(index: MapIndex, astray: Collection[str]) -> list[str]:
    return [root for root in index.roots if root not in astray]


def _header(index: MapIndex) -> tuple[object, ...]:
    shown = index.map
    return shown.title, shown.summary, shown.motion, shown.sides, shown.sources


def _same_by_place(one: MapIndex, other: MapIndex) -> bool:
    """Whether all links are the same in the same order, as is so nearly always; told quickly."""
    pairs = zip(one.links.values(), other.links.values(), strict=True)
    return all(link is twin or vars(link) == vars(twin) for link, twin in pairs)


def _links(index: MapIndex) -> dict[tuple[str, LinkKind], list[tuple[object, ...]]]:
    found: dict[tuple[str, LinkKind], list[tuple[object, ...]]] = {}
    for link in index.links.values():
        found.setdefault((_target(index, link), link.kind), []).append(_said(link))
    return found


def _target(index: MapIndex, link: Link) -> str:
    """What a link aims at, in words that do not depend on numbers at the end of link ids."""
    steps: list[str] = []
    while link.kind is LinkKind.UNDERCUT and len(steps) < len(index.links):
        attacked = index.links.get(link.target)
        if attacked is None:
            break
        steps.append(f"{attacked.kind.value} {'&'.join(attacked.premises)}")
        link = attacked
    return " > ".join([*steps, link.target])


def _said(link: Link) -> tuple[object, ...]:
    return link.premises, link.strength, link.warrant, link.scheme, link.basis
