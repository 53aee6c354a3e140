"""On which side of the motion a claim stands."""

from enum import StrEnum

from argmap.model.index import MapIndex


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
        if found.get(place, 0) & side:
            continue
        found[place] = found.get(place, 0) | side
        if place in index.links:
            pending.extend((premise, side) for premise in index.links[place].premises)
            pending.extend((link.id, _opposite(side)) for link in index.undercuts_of(place))
        else:
            pending.extend(
                (link.id, side if link.kind.sign > 0 else _opposite(side))
                for link in index.links_onto(place)
            )
    return {place: _NAMES[side] for place, side in found.items()}


def _opposite(side: int) -> int:
    return _CON if side == _PRO else _PRO
