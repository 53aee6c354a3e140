"""Commands that take a part of the map out as text, bring an outline in, or go to another map."""

# ruff: noqa: D102 - `Command` says what these methods do

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.errors import RefusedEdit
from argmap.model import LinkKind, MapIndex, edits
from argmap.text import count, ellipsis
from argmap.tui.asking.prompts import Choice, Option, TextPrompt
from argmap.tui.commands.asks import claim_here, link_here, step_in_words
from argmap.tui.commands.base import Command, EditCommand, View

if TYPE_CHECKING:
    from argmap.formats.outline_paste import Pasted
    from argmap.model.edits import Edit, Place, Sprout

_FORMS = (
    Option("t", "the claim as text"),
    Option("b", "the branch as text", "with all that hangs under it, as argmap show prints it"),
    Option("m", "the branch as Markdown", "a handout, with passages and sources"),
    Option("y", "the branch as YAML", "a map of its own"),
    Option("d", "the details", "everything that stands beside the outline"),
)
_SHOWN = 5
_SHOWN_CELLS = 60
"""How many claims of an outline are named before it is put in, and in how many cells each."""


class CopyAs(Command):
    """Copy the claim, all that hangs under it, or its details, in a form to choose."""

    title, keys, group = "Copy as", ("Y",), "File"

    @classmethod
    def available(cls, view: View) -> bool:
        return view.state.row is not None

    @classmethod
    async def run(cls, view: View) -> None:
        from argmap.formats import excerpt  # noqa: PLC0415 - when wanted

        tops = _tops(view)
        opened = view.state.opened
        if not tops:
            return
        form = await view.ask(Choice("Copy to the clipboard", _FORMS, _label(view)))
        match form:
            case "t":
                words = "the claim" if len(tops) == 1 else count(len(tops), "claim")
                view.copy_text(excerpt.claim_text(opened, *tops), words)
            case "b":
                view.copy_text(excerpt.branch_text(opened, *tops), "the branch as text")
            case "m":
                view.copy_text(excerpt.branch_markdown(opened, *tops), "the branch as Markdown")
            case "y":
                view.copy_text(excerpt.branch_yaml(opened, *tops), "the branch as YAML")
            case "d":
                view.copy_text(view.details_text(), "the details")


def _tops(view: View) -> tuple[str, ...]:
    """The claim under the cursor, or all the premises of a group."""
    claim, link = claim_here(view), link_here(view)
    if claim is not None:
        return (claim.id,)
    return () if link is None else link.premises


def _label(view: View) -> str:
    return " & ".join(view.state.index.claims[top].label for top in _tops(view))


class PasteOutline(EditCommand):
    """Put an outline into the map, with all its nesting: paste it, then say where it goes.

    Spaces, tabs, bullets, numbers and headings tell what hangs under what; `+`, `-` and `!`, or
    words such as `pro:` and `but`, tell what a claim does.
    """

    title, keys, group = "Paste an outline", ("P",), "Add"

    @classmethod
    async def run(cls, view: View) -> None:
        hint = "- a claim\n  + what supports it\n  - what rebuts it"
        text = await view.ask(TextPrompt(cls.title, hint=hint, lines=True))
        if text is not None:
            await cls.place(view, text)

    @classmethod
    async def place(cls, view: View, text: str, told: str = "") -> None:
        """Ask where an outline goes, and put it there; `told` is to be known before."""
        from argmap.formats.outline_paste import parse_outline  # noqa: PLC0415 - when wanted

        pasted = parse_outline(text)
        if not pasted.claims:
            raise RefusedEdit("There is no claim in this.", "Write one claim on each line.")
        title = f"Where do {count(pasted.claims, 'claim')} go?"
        if pasted.claims == 1:
            title = "Where does the claim go?"
        body = "\n".join(filter(None, [_preview(pasted), told]))
        chosen = await view.ask(Choice(title, _places(view, pasted), body))
        if chosen is not None:
            view.apply(_edit(view, pasted, chosen))


def _places(view: View, pasted: "Pasted") -> list[Option]:
    claim, link = claim_here(view), link_here(view)
    options = []
    if claim is not None:
        if pasted.marked:
            options.append(Option("a", "as the outline says", f"under {edits.named(claim)}"))
        options.append(Option("s", "as supports", f"of {edits.named(claim)}"))
        options.append(Option("r", "as rebuttals", f"of {edits.named(claim)}"))
    if link is not None:
        options.append(Option("!", "as undercuts", step_in_words(view.state.index, link)))
    return [*options, Option("o", "on their own", "linked to no claim of the map")]


def _preview(pasted: "Pasted") -> str:
    """The first claims, and what was mended, before anything is changed."""
    shown = [f"- {_first_words(sprout)}" for sprout in pasted.sprouts[:_SHOWN]]
    more = len(pasted.sprouts) - _SHOWN
    if more > 0:
        shown.append(f"and {more:,} more at the top")
    return "\n".join([*shown, *pasted.notes])


def _first_words(sprout: "Sprout") -> str:
    texts = [sprout.text] if sprout.text else [child.text for child in sprout.children]
    return ellipsis(" & ".join(texts), _SHOWN_CELLS)


def _edit(view: View, pasted: "Pasted", chosen: str) -> "Edit":
    index, claim, link = view.state.index, claim_here(view), link_here(view)
    name = f"paste {count(pasted.claims, 'claim')}"
    if chosen == "!" and link is not None:
        edit = edits.add_claims(index, pasted.sprouts, edits.against(link.id))
    elif chosen == "o" or claim is None:
        edit = edits.add_claims(index, pasted.sprouts, edits.AT_ROOT)
    else:
        name += f" under {edits.named(claim)}"
        places = {
            kind: edits.under(claim.id, kind) for kind in (LinkKind.SUPPORT, LinkKind.REBUTTAL)
        }
        # Without a step to attack, an undercut can only rebut.
        fallback = places[LinkKind.REBUTTAL]
        places[LinkKind.UNDERCUT] = fallback if link is None else edits.against(link.id)
        if chosen == "a":
            edit = _as_said(index, pasted.sprouts, places)
        else:
            kind = LinkKind.SUPPORT if chosen == "s" else LinkKind.REBUTTAL
            edit = edits.add_claims(index, pasted.sprouts, places[kind])
    return replace(edit, name=name)


def _as_said(
    index: MapIndex, sprouts: "Sequence[Sprout]", places: "dict[LinkKind, Place]"
) -> "Edit":
    """One edit that adds each claim as what it says it is; the cursor goes to the first."""
    first: Edit | None = None
    edit: Edit | None = None
    for kind in dict.fromkeys(sprout.kind for sprout in sprouts):
        alike = [sprout for sprout in sprouts if sprout.kind is kind]
        edit = edits.add_claims(index, alike, places[kind])
        first = first or edit
        index = MapIndex(edit.map)
    if first is None or edit is None:
        raise RefusedEdit("There is no claim in this.", "Write one claim on each line.")
    return replace(first, map=edit.map)


class OpenOther(Command):
    """Choose another map, or search the claims of all maps in the folder."""

    title, keys, group = "Other maps", ("ctrl+o",), "File"

    @classmethod
    async def run(cls, view: View) -> None:
        await view.open_library()
