"""An open map as it shows right after an edit, before the edit is written into its text."""

from collections.abc import Mapping
from dataclasses import replace

from argmap.errors import RefusedEdit
from argmap.model import Claim, Map, MapIndex
from argmap.model.edits.edit import Edit
from argmap.sources import Opened, Passage
from argmap.store import Loaded, Spans

Renamed = Mapping[str, str]
"""From old ids to new ones."""
_NO_TEXT = frozenset({"AM002", "AM004"})


def refuse_without_text(loaded: Loaded) -> None:
    """See that there is a text to write edits into.

    Raises:
        RefusedEdit: the file is binary, or too large.
    """
    if not loaded.raw and any(found.code in _NO_TEXT for found in loaded.diagnostics):
        raise RefusedEdit(
            "The file is no map that can be edited.", "The diagnostics say what is the matter."
        )


def edited(
    before: Opened, after: Map, unnamed: frozenset[str], claims: Renamed, links: Renamed
) -> Opened:
    """`before` with another map, in which claims and links were renamed.

    Diagnostics are as before; passages are known where the citations did not change.
    """
    index = MapIndex(after)
    loaded = replace(
        before.loaded,
        map=after,
        index=index,
        unnamed=unnamed,
        spans=_renamed(before.loaded.spans, claims, links),
    )
    return replace(before, loaded=loaded, passages=_passages(before, index, claims))


def _renamed(spans: Spans, claims: Renamed, links: Renamed) -> Spans:
    if not claims and not links:
        return spans
    return Spans(
        {claims.get(claim, claim): span for claim, span in spans.claims.items()},
        {links.get(link, link): span for link, span in spans.links.items()},
        spans.sources,
        {(claims.get(claim, claim), at): span for (claim, at), span in spans.cites.items()},
    )


def _passages(before: Opened, index: MapIndex, renamed: Renamed) -> dict[tuple[str, int], Passage]:
    found = {}
    for (claim, number), passage in before.passages.items():
        name = renamed.get(claim, claim)
        if name in index.claims and index.claims[name].cites == before.index.claims[claim].cites:
            found[name, number] = passage
    return found


def unnamed_after(before: Opened, edit: Edit) -> frozenset[str]:
    """The claims whose id the file will not state after an edit.

    That are new claims, and those that had no id before; unless a claim got another id without
    getting other words: then somebody gave it that id, and the file will state it.
    """
    old_claims, unnamed = before.index.claims, before.loaded.unnamed
    origins = {new: old for old, new in edit.claims.items()}
    found = []
    for claim in edit.map.claims:
        old_id = claim.id if claim.id in old_claims else origins.get(claim.id, "")
        old = old_claims.get(old_id)
        if old is None or (old_id in unnamed and not _was_given_an_id(old, claim)):
            found.append(claim.id)
    return frozenset(found)


def _was_given_an_id(old: Claim, new: Claim) -> bool:
    return old.id != new.id and (old.claim, old.short) == (new.claim, new.short)
