"""How edits name what they are about, and how they find it."""

from argmap.errors import RefusedEdit
from argmap.model.claim import Claim
from argmap.model.index import MapIndex
from argmap.model.link import Link
from argmap.text import ellipsis

_LABEL_CELLS = 28


def named(claim: Claim) -> str:
    """A claim as steps and messages name it: ``‘walkers’``."""
    return f"‘{ellipsis(claim.label, _LABEL_CELLS) or claim.id}’"


def named_premises(index: MapIndex, link: Link) -> str:
    """The premises of a link in a few words: ``‘poor’ and 1 more``."""
    first = named(index.claims[link.premises[0]])
    return f"{first} and {len(link.premises) - 1} more" if link.joint else first


def claim_in(index: MapIndex, claim: str) -> Claim:
    """The claim with this id.

    Raises:
        RefusedEdit: the map has none, perhaps since another program changed the file.
    """
    if claim not in index.claims:
        raise RefusedEdit(
            f"The claim `{ellipsis(claim, _LABEL_CELLS)}` is not in the map.",
            "Choose another claim.",
        )
    return index.claims[claim]


def link_in(index: MapIndex, link: str) -> Link:
    """The link with this id.

    Raises:
        RefusedEdit: the map has none, perhaps since another program changed the file.
    """
    if link not in index.links:
        raise RefusedEdit("This step is not in the map any more.", "Choose another place.")
    return index.links[link]
