"""Changing what a map says as a whole: title, summary, motion, sides and sources."""

from collections.abc import Mapping

from argmap.errors import RefusedEdit
from argmap.model.claim import Claim, Sides, Source
from argmap.model.edits.edit import Edit
from argmap.model.edits.naming import claim_in, named
from argmap.model.edits.outcome import ANY_ROOT, outcome
from argmap.model.edits.values import paragraphs
from argmap.model.ids import is_id
from argmap.model.index import MapIndex
from argmap.text import ellipsis, one_line, slug

SOURCE_FIELDS = tuple(name for name in Source.model_fields if name != "id")
"""The fields of a source that are typed."""

_NAMED_CLAIMS = 3
_ID_CELLS = 40


def set_title(index: MapIndex, title: str) -> Edit:
    """The map under another title, or none."""
    return outcome(index, "set the title", title=one_line(title))


def set_summary(index: MapIndex, summary: str) -> Edit:
    """The map with another summary, or none."""
    return outcome(index, "set the summary", summary=one_line(summary))


def set_motion(index: MapIndex, claim: str) -> Edit:
    """The map with another claim under debate; an empty id makes it the first root.

    Raises:
        RefusedEdit: there is no such claim.
    """
    if not claim:
        return outcome(index, "let the first root be the motion", motion=ANY_ROOT)
    return outcome(index, f"make {named(claim_in(index, claim))} the motion", motion=claim)


def set_sides(index: MapIndex, pro: str, con: str) -> Edit:
    """The map with other names for its sides; where one is empty it is called as by default."""
    given = {"pro": one_line(pro), "con": one_line(con)}
    sides = Sides(**{side: name for side, name in given.items() if name})
    if sides == index.map.sides:
        sides = index.map.sides
    elif sides.pro.casefold() == sides.con.casefold():
        raise RefusedEdit("Both sides have the same name.", "Give them different names.")
    return outcome(index, "name the sides", sides=sides)


# -- sources -------------------------------------------------------------------------------


def set_source(index: MapIndex, source: str, fields: Mapping[str, str]) -> Edit:
    """A source with these fields in the place of those it had; the rest stay. New ones come last.

    Raises:
        RefusedEdit: a new source's id is none.
    """
    typed = {
        field: paragraphs(words) if field == "note" else one_line(words)
        for field, words in fields.items()
    }
    before = index.sources.get(source)
    if before is None:
        _check_source_id(index, source)
        added = Source(**{**typed, "id": source})
        return outcome(index, f"add the source {source}", sources=(*index.map.sources, added))
    after = Source.model_validate({**dict(before), **typed, "id": source})
    return outcome(
        index,
        f"change the source {source}",
        sources=_replaced(index.map.sources, before, before if after == before else after),
    )


def remove_source(index: MapIndex, source: str) -> Edit:
    """The map without a source that no claim cites.

    Raises:
        RefusedEdit: claims cite it, or there is none.
    """
    found = _source_in(index, source)
    citing = [claim for claim in index.map.claims if _cites(claim, source)]
    if citing:
        names = ", ".join(named(claim) for claim in citing[:_NAMED_CLAIMS])
        more = f" and {len(citing) - _NAMED_CLAIMS} more" if len(citing) > _NAMED_CLAIMS else ""
        raise RefusedEdit(
            f"The source `{source}` is cited by {names}{more}.", "Remove these citations first."
        )
    rest = tuple(other for other in index.map.sources if other is not found)
    return outcome(index, f"remove the source {source}", sources=rest)


def rename_source(index: MapIndex, old: str, new: str) -> Edit:
    """A source by another id, also where it is cited.

    Raises:
        RefusedEdit: the new id is taken, or is none.
    """
    found, new = _source_in(index, old), new.strip()
    if new != old:
        _check_source_id(index, new)
    after = found if new == old else found.model_copy(update={"id": new})
    claims = [_with_source(claim, old, new) for claim in index.map.claims]
    return outcome(
        index,
        f"rename the source {old} to {new}",
        claims=claims,
        sources=_replaced(index.map.sources, found, after),
    )


def _with_source(claim: Claim, old: str, new: str) -> Claim:
    if new == old or not _cites(claim, old):
        return claim
    cites = tuple(
        cite.model_copy(update={"source": new}) if cite.source == old else cite
        for cite in claim.cites
    )
    return claim.model_copy(update={"cites": cites})


def _cites(claim: Claim, source: str) -> bool:
    return any(cite.source == source for cite in claim.cites)


def _replaced(sources: tuple[Source, ...], before: Source, after: Source) -> tuple[Source, ...]:
    if after is before:
        return sources
    return tuple(after if source is before else source for source in sources)


def _source_in(index: MapIndex, source: str) -> Source:
    if source not in index.sources:
        raise RefusedEdit(
            f"The map has no source `{ellipsis(source, _ID_CELLS)}`.", "Choose another source."
        )
    return index.sources[source]


def _check_source_id(index: MapIndex, name: str) -> None:
    if not is_id(name):
        raise RefusedEdit(
            f"`{ellipsis(name, _ID_CELLS)}` is not an id." if name else "The id is empty.",
            f"Use letters, digits and '-', up to 64 of them, as in `{slug(name or 'council')}`.",
        )
    if name in index.sources:
        raise RefusedEdit(
            f"There is a source `{ellipsis(name, _ID_CELLS)}` already.", "Choose another id."
        )
