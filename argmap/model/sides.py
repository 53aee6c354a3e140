"""On which side of the motion a claim stands."""

from enum import StrEnum

from argmap.model.index import MapIndex
from argmap.model.link import LinkKind


class Side(StrEnum):
    """A claim's side: the product of the signs on the way to the motion."""

    PRO = "pro"
    CON = "con"
    BOTH = "both"


_PRO, _CON = 1, 2
_NAMES = {_PRO: Side.PRO, _CON: Side.CON, _PRO | _CON: Side.BOTH}


def sides(index: MapIndex) -> dict[str, Side]:
    """The side of every claim and every link that reaches the motion; others are left out.

    A support stands on the side of its target, a rebuttal opposite to it, and an undercut
    opposite to the link that it attacks. Where ways to the motion disagree the side is "both".
    The keys are claim ids and link ids, which never coincide.
    """
    if index.motion is None:
        return {}
    found: dict[str, int] = {}
    pending = [(index.motion, _PRO)]
    while pending:
        place, side = pending.pop()
        before = found.get(place, 0)
        if before & side:
            continue
        found[place] = before | side
        opposite = _CON if side == _PRO else _PRO
        link = index.links.get(place)
        if link is None:
            for onto in index.links_onto(place):
                same = onto.kind is LinkKind.SUPPORT
                pending.append((onto.id, side if same else opposite))
        else:
            pending += [(premise, side) for premise in link.premises]
            pending += [(under.id, opposite) for under in index.undercuts_of(place)]
    return {place: _NAMES[side] for place, side in found.items()}


def side_of(index: MapIndex, place: str) -> Side | None:
    """The side of one claim or link, as `sides` has it; it costs no more than the ways up."""
    found = 0
    seen: set[tuple[str, int]] = set()
    pending = [(place, _PRO)]
    while pending:
        step = pending.pop()
        if step in seen:
            continue
        seen.add(step)
        here, sign = step
        if here == index.motion:
            found |= sign
        link = index.links.get(here)
        if link is None:
            pending += [(above.id, sign) for above in index.links_from(here)]
        else:
            same = link.kind is LinkKind.SUPPORT
            pending.append((link.target, sign if same else _CON + _PRO - sign))
    return _NAMES.get(found)
