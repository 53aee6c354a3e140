"""Changing what a claim or a link says: its fields and its citations."""

from collections.abc import Container
from typing import Any

from argmap.errors import RefusedEdit
from argmap.model.claim import Citation, Claim, Weigh
from argmap.model.edits.edit import Edit
from argmap.model.edits.links import with_one_changed
from argmap.model.edits.naming import claim_in, link_in, named, named_premises
from argmap.model.edits.outcome import outcome
from argmap.model.edits.rename import rename_claim, replaced, with_own_id
from argmap.model.edits.values import WEIGHING, parse_field
from argmap.model.index import MapIndex
from argmap.model.link import Link
from argmap.text import clean, ellipsis


def set_field(
    index: MapIndex,
    claim: str,
    field: str,
    value: Any,  # noqa: ANN401 - a value of the field, or words for it
    unnamed: Container[str] = (),
) -> Edit:
    """A claim with another value in one of its fields, or in a part of `weigh`.

    A text is taken as what a user typed (see `parse_field`). The ids of `unnamed` claims are not
    stated in the file; such a claim's id follows its words.

    Raises:
        RefusedEdit: the field cannot have the value.
    """
    if field == "id":
        return rename_claim(index, claim, value)
    before = claim_in(index, claim)
    if isinstance(value, str):
        value = parse_field(field, value)
    if field in WEIGHING:
        weigh = Weigh.model_validate({**dict(before.weigh or Weigh()), field: value})
        field, value = "weigh", weigh if weigh != Weigh() else None
    after = Claim.model_validate({**dict(before), field: value})
    name = "reword {}" if field == "claim" else f"set the {_title(field)} of {{}}"
    if field in {"claim", "short"}:
        after = with_own_id(index, before, after, unnamed)
    return _said(index, before, after, name)


def _title(field: str) -> str:
    return {"short": "short form", "say": "spoken form", "weigh": "weighing"}.get(field, field)


def _said(index: MapIndex, before: Claim, after: Claim, name: str) -> Edit:
    return replaced(index, before, after, name.format(named(before)))


def set_link_field(
    index: MapIndex,
    link: str,
    field: str,
    value: Any,  # noqa: ANN401 - a value of the field, or words for it
) -> Edit:
    """A link with another strength, warrant, scheme or basis; a text is what a user typed.

    Raises:
        RefusedEdit: the field cannot have the value.
    """
    before = link_in(index, link)
    if isinstance(value, str):
        value = parse_field(field, value)
    after = Link.model_validate({**dict(before), field: value})
    links = with_one_changed(index.map.links, before, before if after == before else after)
    return outcome(
        index, f"set the {field} of the step from {named_premises(index, before)}", links=links
    )


# -- citations -----------------------------------------------------------------------------


def add_citation(index: MapIndex, claim: str, citation: Citation) -> Edit:
    """A claim with one more citation, behind those it has.

    Raises:
        RefusedEdit: the claim cites this already, or the source is not in the map.
    """
    found = claim_in(index, claim)
    cites = (*found.cites, _checked(index, found, citation))
    return _said(index, found, found.model_copy(update={"cites": cites}), "cite for {}")


def remove_citation(index: MapIndex, claim: str, place: int) -> Edit:
    """A claim without its citation at an index.

    Raises:
        RefusedEdit: there is none.
    """
    found = claim_in(index, claim)
    _check_citation(found, place)
    cites = (*found.cites[:place], *found.cites[place + 1 :])
    after = found.model_copy(update={"cites": cites})
    return _said(index, found, after, "remove a citation of {}")


def replace_citation(index: MapIndex, claim: str, place: int, citation: Citation) -> Edit:
    """A claim with another citation in the place of the one at an index.

    Raises:
        RefusedEdit: there is none, the claim cites this already, or the source is not in the map.
    """
    found = claim_in(index, claim)
    _check_citation(found, place)
    if citation != found.cites[place]:
        citation = _checked(index, found, citation)
    cites = (*found.cites[:place], citation, *found.cites[place + 1 :])
    which = f"citation {place + 1}" if len(cites) > 1 else "the citation"
    after = found.model_copy(update={"cites": cites})
    return _said(index, found, after, f"change {which} of {{}}")


def _check_citation(claim: Claim, place: int) -> None:
    if not 0 <= place < len(claim.cites):
        raise RefusedEdit(f"{named(claim)} has no such citation.", "Choose one of its citations.")


def _checked(index: MapIndex, claim: Claim, citation: Citation) -> Citation:
    citation = Citation(**{key: clean(value) for key, value in citation})
    if citation.source not in index.sources:
        raise RefusedEdit(
            f"The map has no source `{ellipsis(citation.source, 28)}`.", "Add the source first."
        )
    if citation in claim.cites:
        raise RefusedEdit(f"{named(claim)} cites this passage already.", "Choose another passage.")
    return citation
