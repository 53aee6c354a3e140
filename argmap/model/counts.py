"""The figures of a map as a whole."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from argmap.model.index import MapIndex
from argmap.model.needs import unanswered, uncited, unsupported
from argmap.model.sides import Side


class Counts(NamedTuple):
    """How many claims a map has, and how many of them are what."""

    claims: int
    pro: int
    """On the side of the motion; the motion itself is on no side here."""
    con: int
    both: int
    unanswered: int
    unsupported: int
    uncited: int
    words: int
    """Words of all claims together."""


def counts(index: MapIndex, sides: Mapping[str, Side]) -> Counts:
    """Count a map; `sides` is what `argmap.model.sides` finds for it."""
    on_side = Counter(sides.get(claim) for claim in index.claims if claim != index.motion)
    return Counts(
        claims=len(index.claims),
        pro=on_side[Side.PRO],
        con=on_side[Side.CON],
        both=on_side[Side.BOTH],
        unanswered=sum(unanswered(index, claim) for claim in index.claims),
        unsupported=sum(unsupported(index, claim) for claim in index.claims),
        uncited=sum(uncited(index, claim) for claim in index.claims),
        words=sum(len(claim.claim.split()) for claim in index.claims.values()),
    )
