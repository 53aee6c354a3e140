"""The command that changes what is said about a claim, and about its step to the one above."""

# ruff: noqa: D102 - `Command` says what these methods do

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from argmap.model import Basis, Claim, Link, MapIndex, Stance, edits
from argmap.model.claim import Weigh
from argmap.text import count
from argmap.tui.asking.prompts import Choice, Option, TextPrompt
from argmap.tui.commands.asks import ask_for_edit, claim_here, link_here
from argmap.tui.commands.base import EditCommand, View
from argmap.tui.commands.citation import change_citation

if TYPE_CHECKING:
    from argmap.model.edits import Edit


class _Field(NamedTuple):
    key: str
    name: str
    """What the model calls it."""
    label: str


_OF_CLAIM = (
    _Field("s", "short", "short form"),
    _Field("w", "weight", "weight"),
    _Field("t", "tags", "tags"),
    _Field("n", "note", "note"),
    _Field("p", "speaker", "speaker"),
    _Field("c", "stance", "stance"),
    _Field("i", "implicit", "implicit"),
    _Field("a", "assumed", "assumed"),
    _Field("y", "say", "as spoken"),
    _Field("d", "kind", "kind of claim"),
    _Field("1", "magnitude", "magnitude"),
    _Field("2", "probability", "probability"),
    _Field("3", "timeframe", "timeframe"),
    _Field("4", "reversibility", "reversibility"),
)
_OF_STEP = (
    _Field("S", "strength", "strength of the step"),
    _Field("W", "warrant", "warrant of the step"),
    _Field("H", "scheme", "scheme of the step"),
    _Field("B", "basis", "basis of the step"),
)
_CITATIONS = "q"
_FIELDS = {field.key: field for field in (*_OF_CLAIM, *_OF_STEP)}
_YES_OR_NO = (Option("y", "yes"), Option("n", "no"))
_WORDS = {
    "implicit": _YES_OR_NO,
    "assumed": _YES_OR_NO,
    "stance": (
        Option("c", Stance.CONCEDED, "the other side accepts it"),
        Option("k", Stance.KICKED, "its own side gave it up"),
        Option("n", "none"),
    ),
    "basis": (
        Option("s", Basis.STATED, "the source draws the link"),
        Option("i", Basis.INFERRED, "we draw it"),
        Option("n", "none"),
    ),
}
"""The words for the fields of which there are only a few."""


class EditFields(EditCommand):
    """Change what is said about this claim and about its step to the one above.

    That is its short form, weight, tags, note, speaker, stance, citations; of the step its
    strength, warrant, scheme and basis.
    """

    title, keys, group = "Edit other fields", ("E",), "Change"
    idle = "There is no claim here."

    @classmethod
    def available(cls, view: View) -> bool:
        return view.state.row is not None

    @classmethod
    async def run(cls, view: View) -> None:
        claim, link = claim_here(view), link_here(view)
        subject = _subject(view.state.index, claim, link)
        options = [*_options(claim, _OF_CLAIM), *_citations(claim), *_options(link, _OF_STEP)]
        letter = await view.ask(Choice(f"What to change of {subject}?", options))
        if letter == _CITATIONS and claim is not None:
            await change_citation(view, claim)
        elif letter is None:
            return
        elif (field := _FIELDS[letter]) in _OF_CLAIM and claim is not None:
            await _ask_field(view, field, claim, _setting(view, claim, field))
        elif link is not None:
            await _ask_field(view, field, link, _setting(view, link, field))


def _subject(index: MapIndex, claim: Claim | None, link: Link | None) -> str:
    if claim is not None:
        return edits.named(claim)
    return f"the step from {edits.named_premises(index, link)}" if link is not None else "this"


def _options(owner: Claim | Link | None, fields: tuple[_Field, ...]) -> Iterator[Option]:
    if owner is not None:
        for field in fields:
            words = edits.field_words(owner, field.name)
            yield Option(field.key, field.label, words or f"({_meaning(owner, field)})")


def _citations(claim: Claim | None) -> Iterator[Option]:
    if claim is not None and claim.cites:
        yield Option(_CITATIONS, "citations", count(len(claim.cites), "passage"))


def _meaning(owner: Claim | Link, field: _Field) -> str:
    model = Weigh if field.name in edits.WEIGHING else type(owner)
    return model.model_fields[field.name].description or ""


def _setting(view: View, owner: Claim | Link, field: _Field) -> "Callable[[str], Edit]":
    def setting(words: str) -> "Edit":
        index = view.state.index
        if isinstance(owner, Link):
            return edits.set_link_field(index, owner.id, field.name, words)
        return edits.set_field(index, owner.id, field.name, words, view.state.opened.loaded.unnamed)

    return setting


async def _ask_field(
    view: View, field: _Field, owner: Claim | Link, setting: "Callable[[str], Edit]"
) -> None:
    if isinstance(owner, Claim):
        title = f"{field.label.capitalize()}, {edits.named(owner)}"
    else:
        title = f"{field.label.capitalize()} from {edits.named_premises(view.state.index, owner)}"
    meaning = _meaning(owner, field)
    if field.name in _WORDS:
        options = _WORDS[field.name]
        letter = await view.ask(Choice(title, options, meaning))
        word = next((option.label for option in options if option.key == letter), None)
        if word is not None:
            view.apply(setting(word))
        return
    words = edits.field_words(owner, field.name)
    prompt = TextPrompt(title, words, hint=meaning, lines=field.name == "note", optional=True)
    await ask_for_edit(view, prompt, setting)
