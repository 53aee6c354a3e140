"""What a claim still waits for: an answer, a reason, a passage."""

from argmap.model.claim import Stance
from argmap.model.index import MapIndex
from argmap.model.link import Link, LinkKind

UNANSWERED, UNSUPPORTED, UNCITED = "unanswered", "unsupported", "uncited"


def needs(index: MapIndex, claim: str) -> list[str]:
    """All that a claim waits for, a word each; "uncited" only where the map has sources."""
    waits = [
        (UNANSWERED, unanswered(index, claim)),
        (UNSUPPORTED, unsupported(index, claim)),
        (UNCITED, bool(index.sources) and uncited(index, claim)),
    ]
    return [word for word, holds in waits if holds]


def unanswered(index: MapIndex, claim: str) -> bool:
    """Whether a claim attacks something, and nobody attacks it in turn.

    An attack is answered where one of its premises is rebutted or its own step is undercut.
    Claims that were kicked neither attack nor answer; what is conceded cannot be attacked.
    """
    # A loop, because large maps are counted after every edit, and any() takes twice as long.
    for link in index.links_from(claim):
        if link.kind is not LinkKind.SUPPORT and _open(index, link):
            return True
    return False


def unsupported(index: MapIndex, claim: str) -> bool:
    """Whether nothing backs a claim: no reason, no citation, no agreement to take it as given."""
    found = index.claims[claim]
    given = found.assumed or found.stance is not None or bool(found.cites)
    return not given and not any(
        link.kind is LinkKind.SUPPORT and _alive(index, link) for link in index.links_onto(claim)
    )


def uncited(index: MapIndex, claim: str) -> bool:
    """Whether a claim points at no passage; what is implicit has none to point at."""
    found = index.claims[claim]
    return not found.cites and not found.implicit


def _alive(index: MapIndex, link: Link) -> bool:
    return all(index.claims[premise].stance is not Stance.KICKED for premise in link.premises)


def _open(index: MapIndex, attack: Link) -> bool:
    target = index.claims.get(attack.target)
    void = target is not None and target.stance is Stance.CONCEDED
    return not void and _alive(index, attack) and not _answered(index, attack)


def _answered(index: MapIndex, attack: Link) -> bool:
    for under in index.undercuts_of(attack.id):
        if _alive(index, under):
            return True
    for premise in attack.premises:
        for link in index.links_onto(premise):
            if link.kind is LinkKind.REBUTTAL and _alive(index, link):
                return True
    return False
