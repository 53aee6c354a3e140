"""Commands that tie claims to passages of their sources."""

# ruff: noqa: D102 - `Command` says what these methods do

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.errors import RefusedEdit
from argmap.model import Citation, Claim, LinkKind, MapIndex, edits
from argmap.text import ellipsis
from argmap.tui.asking.prompts import Choice, Option, TextPrompt
from argmap.tui.commands.asks import claim_here
from argmap.tui.commands.base import Command, EditCommand, View
from argmap.tui.state.browse import BrowseState

if TYPE_CHECKING:
    from argmap.model.edits import Edit, Place
    from argmap.sources import Passage
    from argmap.tui.source.choice import SourceChoice

_HINT = "what the passage says, in your own words"
_KEYS = "123456789abcdefghijklmnopqrstuvwxyz"
_SHOWN = 70


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


class Uncite(EditCommand):
    """Remove a citation of this claim."""

    title, keys, group = "Remove a citation", ("_",), "Cite"
    idle = "There is no citation to remove here. c cites a passage."

    @classmethod
    def available(cls, view: View) -> bool:
        claim = claim_here(view)
        return claim is not None and bool(claim.cites)

    @classmethod
    async def run(cls, view: View) -> None:
        claim = claim_here(view)
        if claim is None:
            return
        place = 0 if len(claim.cites) == 1 else await _ask_which(view, claim)
        if place is not None:
            view.apply(edits.remove_citation(view.state.index, claim.id, place))


async def _ask_which(view: View, claim: Claim) -> int | None:
    options = [
        Option(key, _in_words(cite), view.state.index.sources[cite.source].title or cite.source)
        if cite.source in view.state.index.sources
        else Option(key, _in_words(cite), cite.source)
        for key, cite in zip(_KEYS, claim.cites, strict=False)
    ]
    answer = await view.ask(Choice(f"Remove which citation of {edits.named(claim)}?", options))
    return None if answer is None else _KEYS.index(answer)


def _in_words(cite: Citation) -> str:
    words = cite.quote or " … ".join(filter(None, [cite.start, cite.end])) or cite.page
    return ellipsis(words, _SHOWN)


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
    while (words := await view.ask(prompt)) is not None:
        try:
            edit = _sourced(view.state.index, words, place, cite)
        except RefusedEdit as refusal:
            prompt = replace(prompt, value=words, about=f"{refusal.message} {refusal.remedy}")
            continue
        view.apply(edit)
        return True
    return False


def _sourced(index: MapIndex, words: str, place: "Place", cite: Citation) -> "Edit":
    """A new claim that cites a passage, as one step of undo."""
    added = edits.add_claim(index, words, place)
    new = added.focus.rpartition("|")[2]
    return replace(added, map=edits.add_citation(MapIndex(added.map), new, cite).map)
