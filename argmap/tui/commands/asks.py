"""What the commands that edit have in common: asking until an edit makes sense, picking a claim."""

from collections.abc import Callable, Container
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from argmap.errors import RefusedEdit
from argmap.model import Claim, Link, MapIndex
from argmap.model.outline import VERBS
from argmap.text import ellipsis
from argmap.tui.asking.prompts import Item, Pick, TextPrompt
from argmap.tui.commands.base import View
from argmap.tui.state.browse import BrowseState

if TYPE_CHECKING:
    from argmap.model.edits import Edit

Made = TypeVar("Made")

SENTENCE = "one sentence that can be true or false"
"""The hint wherever a claim is written."""

_END_CELLS = 80
"""Cells of a claim that is named as one end of a step."""


async def ask_until(view: View, prompt: TextPrompt, make: Callable[[str], Made]) -> Made | None:
    """Ask for a text and what is made of it; where it is refused, say why and ask for better words.

    None where the question is left.
    """
    while (words := await view.ask(prompt)) is not None:
        try:
            return make(words)
        except RefusedEdit as refusal:
            prompt = replace(prompt, value=words, about=f"{refusal.message} {refusal.remedy}")
    return None


async def ask_for_edit(view: View, prompt: TextPrompt, make: "Callable[[str], Edit]") -> bool:
    """Ask for a text until it makes an edit, and make that; False where the question is left."""
    edit = await ask_until(view, prompt, make)
    if edit is not None:
        view.apply(edit)
    return edit is not None


async def pick_claim(view: View, title: str, without: Container[str] = ()) -> str | None:
    """Ask for one of the claims, listed as they are read."""
    return await view.ask(
        Pick(title, claim_items(view.state, without), "words of the claim", ids=True)
    )


def claim_items(state: BrowseState, without: Container[str] = ()) -> list[Item]:
    """The claims as items to pick, each with its number in the outline."""
    from argmap.formats.words import numbers  # noqa: PLC0415 - when wanted

    numbered = zip(state.rows, numbers(state.rows), strict=True)
    return [
        Item(row.claim, state.index.claims[row.claim].claim, number)
        for row, number in numbered
        if row.claim is not None and row.repeat is None and row.claim not in without
    ]


def claim_here(view: View) -> Claim | None:
    """The claim under the cursor; None on a group of joint premises, and in an empty map."""
    row = view.state.row
    return None if row is None or row.claim is None else view.state.index.claims[row.claim]


def link_here(view: View) -> Link | None:
    """The step from the cursor's row to what it hangs under; None on a root."""
    row = view.state.row
    return None if row is None or row.link is None else view.state.index.links[row.link]


def step_in_words(index: MapIndex, link: Link) -> str:
    """What a step says: ``“Fares keep the poor at home” supports “Buses should be free”``."""
    premises = " & ".join(_quoted(index.claims[premise]) for premise in link.premises)
    target = index.claim_at_stake(link.id)
    return f"{premises} {VERBS[link.kind]} {_quoted(index.claims[target]) if target else ''}"


def _quoted(claim: Claim) -> str:
    return f"“{ellipsis(claim.claim, _END_CELLS)}”"
