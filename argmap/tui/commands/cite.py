"""Commands that tie claims to passages of their sources."""

# ruff: noqa: D102 - `Command` says what these methods do

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.model import Citation, LinkKind, MapIndex, edits
from argmap.tui.asking.prompts import TextPrompt
from argmap.tui.commands.asks import ask_for_edit, claim_here
from argmap.tui.commands.base import Command, View
from argmap.tui.state.browse import BrowseState

if TYPE_CHECKING:
    from argmap.model.edits import Edit, Place
    from argmap.sources import Passage
    from argmap.tui.source.choice import SourceChoice

_HINT = "what the passage says, in your own words"


class Cite(Command):
    """Read the source, and cite a passage or make a claim of it.

    It opens at the first passage that this claim cites. There, Enter cites what is selected for
    this claim; s, r and a make a new claim of it, which cites it.
    """

    title, keys, group, footer = "Cite from the source", ("c",), "Cite", "cite"

    @classmethod
    async def run(cls, view: View) -> None:
        passage = _first_passage(view.state)
        await _read(view, *(passage or (None, None)))


class NextUncited(Command):
    """Read the source from the next sentence on that no claim cites yet.

    It looks behind the passage of this claim, and from the beginning where there is none.
    """

    title, keys, group = "Next uncited passage", ("C",), "Cite"

    @classmethod
    async def run(cls, view: View) -> None:
        if _has_text(view):
            await _read(view, *_next_uncited(view))


# -- where to open -------------------------------------------------------------------------


def _passages(state: BrowseState) -> list[tuple[str, "Passage"]]:
    """The passages of the cursor's claim, each with the source it is in."""
    from argmap.sources import Passage, resolve  # noqa: PLC0415 - only sources need it

    row = state.row
    claim = state.index.claims.get(row.claim or "") if row is not None else None
    found = []
    for place, cite in enumerate(claim.cites if claim is not None else ()):
        document = state.opened.documents.get(cite.source)
        if claim is None or document is None:
            continue
        known = state.opened.passages.get((claim.id, place)) or resolve(cite, document)
        if isinstance(known, Passage):
            found.append((cite.source, known))
    return found


def _first_passage(state: BrowseState) -> tuple[str, int] | None:
    return next(((source, passage.start) for source, passage in _passages(state)), None)


def _next_uncited(view: View) -> tuple[str, int]:
    """The next sentence that is not cited, in the claim's source or in those that follow."""
    from argmap.sources.coverage import next_uncited  # noqa: PLC0415 - only sources need it
    from argmap.tui.source.reader import SourceReader, cited_in  # noqa: PLC0415

    opened = view.state.opened
    sources = list(opened.documents)
    here = _passages(view.state)
    source, offset = (here[-1][0], here[-1][1].start) if here else (sources[0], -1)
    first = sources.index(source)
    # Round all sources, and at last again the first from its beginning.
    for found in (*sources[first:], *sources[:first], source):
        reader = SourceReader(opened.documents[found], cited_in(opened, found))
        sentence = next_uncited(reader.document, reader.cover, offset)
        if sentence is not None:
            return found, sentence.start
        offset = -1
    view.say("Every sentence of the sources is cited.")
    return source, max(0, offset)


# -- reading -------------------------------------------------------------------------------


def _has_text(view: View) -> bool:
    """Whether there is a source to read; says how to give one where there is none."""
    opened = view.state.opened
    if opened.documents:
        return True
    first = next(iter(opened.index.sources), None)
    if first is None:
        view.say("The map has no source yet. T adds one; its file is what is read.", problem=True)
    else:
        view.say(
            f"The text of no source is at hand. Open the map with --source {first}=PATH, "
            "or name the file of a source with T.",
            problem=True,
        )
    return False


async def _read(view: View, source: str | None, offset: int | None) -> None:
    """Read until a choice has come to something; who gives up writing is back in the source."""
    while _has_text(view):
        choice = await view.read_source(source, offset)
        if choice is None or await _carry_out(view, choice):
            return
        source = choice.citation.source if choice.citation is not None else source
        offset = choice.offset


async def _carry_out(view: View, choice: "SourceChoice") -> bool:
    """Do what was chosen; False where it was given up on the way."""
    from argmap.tui.source.choice import SourceAct  # noqa: PLC0415 - only sources need it

    index, claim, cite = view.state.index, claim_here(view), choice.citation
    if choice.kind is SourceAct.GOTO:
        place = view.state.carriers.get(choice.claim or "")
        if place is not None:
            view.state.jump(place)
        return True
    if cite is None:
        return True
    if choice.kind is SourceAct.CLAIM or claim is None:
        return await _write(view, choice, "A claim of its own", edits.AT_ROOT, cite)
    if choice.kind is SourceAct.CITE:
        view.apply(edits.add_citation(index, claim.id, cite))
        return True
    kind = LinkKind(choice.kind.value)
    title = f"{kind.value.capitalize()} of {edits.named(claim)}"
    return await _write(view, choice, title, edits.under(claim.id, kind), cite)


async def _write(
    view: View, choice: "SourceChoice", title: str, place: "Place", cite: Citation
) -> bool:
    prompt = TextPrompt(title, about=choice.words, hint=_HINT)
    return await ask_for_edit(
        view, prompt, lambda words: _sourced(view.state.index, words, place, cite)
    )


def _sourced(index: MapIndex, words: str, place: "Place", cite: Citation) -> "Edit":
    """A new claim that cites a passage, as one step of undo."""
    added = edits.add_claim(index, words, place)
    new = added.focus.rpartition("|")[2]
    return replace(added, map=edits.add_citation(MapIndex(added.map), new, cite).map)
