"""Commands that add claims, or put one that is there at a further place."""

# ruff: noqa: D102 - `Command` says what these methods do

from typing import TYPE_CHECKING, ClassVar, Literal

from argmap.model import LinkKind, Role, edits
from argmap.tui.asking.prompts import Choice, Option, TextPrompt
from argmap.tui.commands.asks import (
    SENTENCE,
    ask_for_edit,
    claim_here,
    link_here,
    pick_claim,
    step_in_words,
)
from argmap.tui.commands.base import EditCommand, View

if TYPE_CHECKING:
    from argmap.model.edits import Place


async def _add(view: View, place: "Place", title: str, about: str = "") -> None:
    prompt = TextPrompt(title, about=about, hint=SENTENCE)
    await ask_for_edit(view, prompt, lambda text: edits.add_claim(view.state.index, text, place))


class _AddUnder(EditCommand):
    """A command that adds a claim under the one at the cursor."""

    group = "Add"
    idle = "Here is no single claim: go to one of the premises."
    kind: ClassVar[LinkKind]

    @classmethod
    def available(cls, view: View) -> bool:
        return claim_here(view) is not None

    @classmethod
    async def run(cls, view: View) -> None:
        claim = claim_here(view)
        if claim is not None:
            title = f"{cls.kind.value.capitalize()} of {edits.named(claim)}"
            await _add(view, edits.under(claim.id, cls.kind), title, claim.claim)


class AddSupport(_AddUnder):
    """Write a new claim that supports this one."""

    title, keys, footer, kind = "Add a support", ("s",), "support", LinkKind.SUPPORT


class AddRebuttal(_AddUnder):
    """Write a new claim that rebuts this one."""

    title, keys, footer, kind = "Add a rebuttal", ("r",), "rebut", LinkKind.REBUTTAL


class _AddToStep(EditCommand):
    """A command that adds a claim to the step from the cursor's claim to the one above."""

    group = "Add"
    wording: ClassVar[str]
    """The title of the prompt; the premises of the step follow it."""
    place: ClassVar[Literal["against", "joined"]]

    @classmethod
    def available(cls, view: View) -> bool:
        return link_here(view) is not None

    @classmethod
    async def run(cls, view: View) -> None:
        link = link_here(view)
        if link is not None:
            index = view.state.index
            place = edits.against(link.id) if cls.place == "against" else edits.joined(link.id)
            title = f"{cls.wording} {edits.named_premises(index, link)}"
            await _add(view, place, title, step_in_words(index, link))


class AddUndercut(_AddToStep):
    """Write a new claim that undercuts the step from this claim to the one above.

    An undercut grants the claim, and denies that it bears on what it stands under.
    """

    title, keys = "Add an undercut", ("!",)
    idle = "This claim hangs under nothing, so there is no step to undercut. r adds a rebuttal."
    wording, place = "Undercut of the step from", "against"


class AddJoint(_AddToStep):
    """Write a new premise that only works together with this one."""

    title, keys = "Add a joint premise", ("&",)
    idle = "This claim hangs under nothing, so nothing can work together with it."
    wording, place = "Joint premise with", "joined"


class AddSibling(EditCommand):
    """Write a new claim next to this one, that does the same."""

    title, keys, group = "Add beside", ("a",), "Add"
    idle = "There is no claim beside which to write."

    @classmethod
    def available(cls, view: View) -> bool:
        return view.state.row is not None

    @classmethod
    async def run(cls, view: View) -> None:
        row, index, link = view.state.row, view.state.index, link_here(view)
        if row is None:
            return
        about = "" if link is None else step_in_words(index, link)
        role = "claim" if link is None else row.role.value
        await _add(view, edits.beside(index, row), f"Another {role} beside this one", about)


class AddRoot(EditCommand):
    """Write a new claim that stands on its own; in an empty map it is the motion."""

    title, keys, group = "Add a claim of its own", ("A",), "Add"

    @classmethod
    async def run(cls, view: View) -> None:
        empty = not view.state.index.claims
        await _add(view, edits.AT_ROOT, "The motion: what is argued about" if empty else cls.title)


_ROLES = {
    "s": Option("s", "as a support", "it backs this claim too"),
    "r": Option("r", "as a rebuttal", "it attacks this claim too"),
    "!": Option("!", "as an undercut", "it denies that this claim bears on what it stands under"),
    "&": Option("&", "as a joint premise", "it only works together with this claim"),
}


class AddExisting(EditCommand):
    """Use a claim of the map here once more: one claim, written once, at several places."""

    title, keys, group = "Use a claim again here", ("R",), "Add"
    idle = "There is no other claim in the map yet."

    @classmethod
    def available(cls, view: View) -> bool:
        return len(view.state.index.claims) > 1

    @classmethod
    async def run(cls, view: View) -> None:
        claim, link = claim_here(view), link_here(view)
        letters: tuple[str, ...] = ("s", "r") if claim is not None else ()
        letters += ("!", "&") if link is not None else ()
        body = claim.claim if claim is not None else ""
        options = [_ROLES[letter] for letter in letters]
        letter = await view.ask(Choice("Use a claim of the map here", options, body))
        if letter is None:
            return
        if letter in {"s", "r"} and claim is not None:
            kind = LinkKind.SUPPORT if letter == "s" else LinkKind.REBUTTAL
            place, without = edits.under(claim.id, kind), {claim.id}
        elif link is not None:
            place = edits.against(link.id) if letter == "!" else edits.joined(link.id)
            without = set(link.premises) if place.role is Role.PREMISE else set()
        else:
            return
        picked = await pick_claim(view, f"Which claim, {_ROLES[letter].label}?", without)
        if picked is not None:
            view.apply(edits.add_occurrence(view.state.index, picked, place))
