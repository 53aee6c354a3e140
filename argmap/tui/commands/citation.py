"""Commands that change and remove the citations of a claim."""

# ruff: noqa: D102 - `Command` says what these methods do

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from argmap.errors import RefusedEdit
from argmap.model import Citation, Claim, MapIndex, edits
from argmap.text import ellipsis
from argmap.tui.asking.prompts import Choice, Item, Option, Pick, TextPrompt
from argmap.tui.commands.asks import ask_for_edit, ask_until, claim_here
from argmap.tui.commands.base import EditCommand, View

if TYPE_CHECKING:
    from argmap.model.edits import Edit
    from argmap.sources import Document

_KEYS = "123456789abcdefghijklmnopqrstuvwxyz"
_SHOWN = 70
_LABELS = {
    "quote": "quote",
    "start": "from",
    "end": "to",
    "prefix": "before it",
    "suffix": "behind it",
    "page": "page",
    "note": "note",
}
_FIELDS = {"q": "quote", "f": "start", "t": "end", "b": "prefix", "a": "suffix"}
_FIELDS |= {"p": "page", "n": "note"}


class _Citing(EditCommand):
    """Base of the commands that need a citation."""

    group = "Cite"

    @classmethod
    def available(cls, view: View) -> bool:
        claim = claim_here(view)
        return claim is not None and bool(claim.cites)


class EditCitation(_Citing):
    """Change a citation of this claim: its passage, source, page or note.

    The passage can be told by its exact words, by its first and last ones, or selected again in
    the source.
    """

    title, keys = "Change a citation", ("Q",)
    idle = "There is no citation to change here. c cites a passage."

    @classmethod
    async def run(cls, view: View) -> None:
        claim = claim_here(view)
        if claim is not None:
            await change_citation(view, claim)


class Uncite(_Citing):
    """Remove a citation of this claim."""

    title, keys = "Remove a citation", ("_",)
    idle = "There is no citation to remove here. c cites a passage."

    @classmethod
    async def run(cls, view: View) -> None:
        claim = claim_here(view)
        place = None if claim is None else await _ask_which(view, claim, "Remove")
        if claim is not None and place is not None:
            view.apply(edits.remove_citation(view.state.index, claim.id, place))


async def change_citation(view: View, claim: Claim) -> None:
    """Ask for a citation of a claim, for what is to change of it, and how."""
    place = await _ask_which(view, claim, "Change")
    if place is None:
        return
    spot = _Spot(view, claim, place)
    title = f"What to change of {spot.name}?"
    match await view.ask(Choice(title, list(_options(spot)))):
        case None:
            return
        case "s":
            await _ask_source(spot)
        case "c":
            await _select_again(spot, spot.cite.source)
        case "x":
            view.apply(edits.remove_citation(spot.index_now, claim.id, place))
        case "f" | "t" if not (spot.cite.start and spot.cite.end):
            await _ask_both_ends(spot)
        case letter:
            await _ask_field(spot, _FIELDS[letter])


class _Spot(NamedTuple):
    """A citation where it stands."""

    view: View
    claim: Claim
    place: int

    @property
    def cite(self) -> Citation:
        """The citation as it is."""
        return self.claim.cites[self.place]

    @property
    def name(self) -> str:
        """What the citation is called in titles."""
        which = f"citation {self.place + 1}" if len(self.claim.cites) > 1 else "the citation"
        return f"{which} of {edits.named(self.claim)}"

    def document(self, source: str) -> "Document | None":
        """The text of a source, if it is at hand."""
        return self.view.state.opened.documents.get(source)

    def changed(self, **changes: str) -> "Edit":
        """The edit that gives fields of the citation other values."""
        from argmap.sources.amend import amended  # noqa: PLC0415 - when wanted

        document = self.document(changes.get("source", self.cite.source))
        return self.replaced(amended(self.cite, changes, document))

    def replaced(self, citation: Citation) -> "Edit":
        """The edit that puts another citation in the place of this one."""
        return edits.replace_citation(self.index_now, self.claim.id, self.place, citation)

    @property
    def index_now(self) -> MapIndex:
        """The map as it is now; refused where its claim cites other passages than before."""
        index = self.view.state.index
        now = index.claims.get(self.claim.id, self.claim)
        if now.cites != self.claim.cites:
            raise RefusedEdit(
                f"The citations of {edits.named(now)} have changed meanwhile.",
                "Leave this with Esc, and choose the citation again.",
            )
        return index


# -- which, and what of it -----------------------------------------------------------------


async def _ask_which(view: View, claim: Claim, verb: str) -> int | None:
    if len(claim.cites) == 1:
        return 0
    title = f"{verb} which citation of {edits.named(claim)}?"
    told = [(_in_words(cite), _source_name(view, cite.source)) for cite in claim.cites]
    if len(told) <= len(_KEYS):
        options = [Option(key, *words) for key, words in zip(_KEYS, told, strict=False)]
        answer = await view.ask(Choice(title, options))
        return None if answer is None else _KEYS.index(answer)
    items = [Item(str(place), *words) for place, words in enumerate(told)]
    picked = await view.ask(Pick(title, items, "words of the citation"))
    return None if picked is None else int(picked)


def _source_name(view: View, source: str) -> str:
    known = view.state.index.sources.get(source)
    return (known and known.title) or source


def _in_words(cite: Citation) -> str:
    from argmap.formats.words import locating_words  # noqa: PLC0415 - when wanted

    return ellipsis(locating_words(cite) or cite.page or cite.note, _SHOWN) or "no words"


def _options(spot: _Spot) -> Iterator[Option]:
    cite = spot.cite
    if spot.document(cite.source) is not None:
        yield Option("c", "select the passage again", "in the source")
    for key, field in _FIELDS.items():
        yield Option(key, _LABELS[field], getattr(cite, field) or f"({_meaning(field)})")
    if any(source != cite.source for source in spot.view.state.index.sources):
        yield Option("s", "source", _source_name(spot.view, cite.source))
    yield Option("x", "remove it")


def _meaning(field: str) -> str:
    return Citation.model_fields[field].description or ""


# -- changing ------------------------------------------------------------------------------


async def _ask_field(spot: _Spot, field: str) -> None:
    def change(words: str) -> "Edit":
        return spot.changed(**{field: _parsed(field, words)})

    await ask_for_edit(spot.view, _prompt(spot, field, getattr(spot.cite, field)), change)


async def _ask_both_ends(spot: _Spot) -> None:
    """Ask for the first and then the last words of a passage that was told in another way."""
    from argmap.sources.amend import check_start  # noqa: PLC0415 - when wanted

    def begin(words: str) -> str:
        start = _parsed("start", words)
        check_start(start, spot.document(spot.cite.source))
        return start

    start = await ask_until(spot.view, _prompt(spot, "start", spot.cite.start), begin)
    if start is not None:
        await ask_for_edit(
            spot.view,
            _prompt(spot, "end", spot.cite.end),
            lambda words: spot.changed(start=start, end=_parsed("end", words)),
        )


def _prompt(spot: _Spot, field: str, value: str) -> TextPrompt:
    title = f"{_LABELS[field].capitalize()}, {spot.name}"
    about = "" if field == "quote" else _in_words(spot.cite)
    optional = field not in {"start", "end"}
    return TextPrompt(
        title, value, about, _meaning(field), lines=field == "note", optional=optional
    )


def _parsed(field: str, words: str) -> str:
    return str(edits.parse_field(field, words))


async def _ask_source(spot: _Spot) -> None:
    items = [
        Item(source.id, source.title or source.id, source.author)
        for source in spot.view.state.index.map.sources
        if source.id != spot.cite.source
    ]
    picked = await spot.view.ask(Pick(f"Source of {spot.name}", items, ids=True))
    if picked is None:
        return
    try:
        edit = spot.changed(source=picked)
    except RefusedEdit as refusal:
        if spot.document(picked) is None:
            raise
        spot.view.say(f"{refusal.message} Select the passage there.")
        await _select_again(spot, picked)
    else:
        spot.view.apply(edit)


async def _select_again(spot: _Spot, source: str) -> None:
    """Have another passage selected in the source; page and note stay."""
    from argmap.sources import Passage, resolve  # noqa: PLC0415 - only sources need it
    from argmap.sources.amend import LOCATING  # noqa: PLC0415

    start = end = None
    document = spot.document(source)
    if document is not None and source == spot.cite.source:
        passages = spot.view.state.opened.passages
        found = passages.get((spot.claim.id, spot.place)) or resolve(spot.cite, document)
        if isinstance(found, Passage):
            start, end = found.start, found.end
    choice = await spot.view.read_source(source, start, end=end, amending=True)
    if choice is not None and choice.citation is not None:
        located = choice.citation.model_dump(include=set(LOCATING))
        spot.view.apply(spot.replaced(spot.cite.model_copy(update=located)))
