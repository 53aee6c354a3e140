"""Giving a claim another id, everywhere it is used."""

from collections.abc import Container, Iterable

from argmap.errors import RefusedEdit
from argmap.model.claim import Claim
from argmap.model.edits.edit import Edit
from argmap.model.edits.naming import claim_in, named
from argmap.model.edits.outcome import outcome
from argmap.model.ids import ClaimIds, is_id
from argmap.model.index import MapIndex
from argmap.model.link import Link
from argmap.text import ellipsis, slug

_ID_CELLS = 40


def rename_claim(index: MapIndex, old: str, new: str) -> Edit:
    """The same claim by another id.

    Raises:
        RefusedEdit: the new id is taken, or is none.
    """
    claim = claim_in(index, old)
    new = new.strip()
    if new != old:
        check_free(index, new)
    return replaced(
        index, claim, claim.model_copy(update={"id": new}), f"rename {named(claim)} to {new}"
    )


def check_free(index: MapIndex, name: str) -> None:
    """Refuse an id that a new or renamed claim cannot have."""
    if not is_id(name):
        raise RefusedEdit(
            f"`{ellipsis(name, _ID_CELLS)}` is not an id." if name else "The id is empty.",
            f"Use letters, digits and '-', up to 64 of them, as in `{slug(name)}`.",
        )
    if name in index.claims:
        raise RefusedEdit(
            f"The id `{ellipsis(name, _ID_CELLS)}` belongs to {named(index.claims[name])}.",
            "Choose another id, or merge the two claims if they are the same.",
        )


def replaced(
    index: MapIndex, before: Claim, after: Claim, name: str, focus: tuple[str, str] = ("", "")
) -> Edit:
    """The edit that puts `after` in the place of `before`, under its id wherever it is used."""
    if after == before:
        after = before
    claims = [after if claim is before else claim for claim in index.map.claims]
    if after.id == before.id:
        return outcome(index, name, claims=claims, focus=focus)
    return outcome(
        index,
        name,
        claims=claims,
        links=renamed_links(index.map.links, before.id, after.id),
        focus=focus,
        renamed={before.id: after.id},
        motion=after.id if index.motion == before.id else None,
    )


def renamed_links(links: Iterable[Link], old: str, new: str) -> list[Link]:
    """Links with another id for one of the claims at their ends."""
    made: list[Link] = []
    for link in links:
        changes: dict[str, object] = {}
        if old in link.premises:
            changes["premises"] = tuple(new if end == old else end for end in link.premises)
        if link.target == old:
            changes["target"] = new
        made.append(link.model_copy(update=changes) if changes else link)
    return made


def with_own_id(index: MapIndex, before: Claim, after: Claim, unnamed: Container[str]) -> Claim:
    """A changed claim, with an id made of its words if it is one of the `unnamed`.

    These are the claims whose ids the file does not state, but the reader makes of their words.
    """
    if after == before:
        return before
    if before.id not in unnamed or slug(after.label) == slug(before.label):
        return after
    others = ClaimIds(claim for claim in index.claims if claim != before.id)
    return after.model_copy(update={"id": others.give(after.label)})
