"""Commands that remove claims. What else refers to a claim is named first; undo takes all back."""

# ruff: noqa: D102 - `Command` says what these methods do

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from argmap.model import Claim, MapIndex, Role, Row, edits
from argmap.text import count
from argmap.tui.asking.prompts import Choice, Option
from argmap.tui.commands.asks import claim_here
from argmap.tui.commands.base import EditCommand, View

if TYPE_CHECKING:
    from argmap.model.edits import Consequences

_NAMED = 4
"""Claims that are named; the others are counted."""


class Delete(EditCommand):
    """Delete this claim.

    Where others hang on it, or it stands elsewhere too, they are named first, and you choose what
    is to go.
    """

    title, keys, group, footer = "Delete", ("x", "delete"), "Remove", "delete"
    idle = "There is nothing to delete."

    @classmethod
    def available(cls, view: View) -> bool:
        return view.state.row is not None

    @classmethod
    async def run(cls, view: View) -> None:
        row, claim = view.state.row, claim_here(view)
        if row is None:
            return
        if claim is None:
            view.apply(edits.remove_occurrence(view.state.index, row))
            view.say("The premises are still in the map, each on its own.")
            return
        found = edits.consequences(view.state.index, claim.id)
        if found.partners or found.occurrences > 1 or _hanging_on(view.state.index, claim):
            await _ask_what(view, row, claim, found)
        else:
            view.apply(edits.remove_claim(view.state.index, claim.id))


class DeleteBranch(EditCommand):
    """Delete this claim with all that hangs only on it.

    Where the claim stands elsewhere too, or is a joint premise, this is named first.
    """

    title, keys, group = "Delete the branch", ("X",), "Remove"
    idle = "Here is no single claim: x undoes the joining, and on a premise X deletes its branch."

    @classmethod
    def available(cls, view: View) -> bool:
        return claim_here(view) is not None

    @classmethod
    async def run(cls, view: View) -> None:
        row, claim = view.state.row, claim_here(view)
        if row is None or claim is None:
            return
        found = edits.consequences(view.state.index, claim.id)
        if found.occurrences > 1 or found.partners:
            await _ask_what(view, row, claim, found)
        else:
            _remove_branch(view, claim)


def _remove_branch(view: View, claim: Claim) -> None:
    before = len(view.state.index.claims)
    view.apply(edits.remove_branch(view.state.index, claim.id))
    gone = before - len(view.state.index.claims)
    if gone > 1:
        view.say(f"Deleted {count(gone, 'claim')}. Undo brings them back.")


async def _ask_what(view: View, row: Row, claim: Claim, found: "Consequences") -> None:
    index = view.state.index
    body = "\n".join(_known(index, claim, found))
    options = list(_options(index, row, found))
    letter = await view.ask(Choice(f"Delete {edits.named(claim)}?", options, body))
    index = view.state.index
    if letter == "b":
        _remove_branch(view, claim)
    elif letter == "c":
        view.apply(edits.remove_claim(index, claim.id))
    elif letter == "o":
        view.apply(edits.remove_occurrence(index, row))


def _known(index: MapIndex, claim: Claim, found: "Consequences") -> Iterator[str]:
    """What is to be known before the claim is deleted, a line each."""
    yield claim.claim
    if found.branch:
        yield f"Only on this hangs {_names(index, found.branch)}."
    going = {*found.branch, *found.loosened}
    shared = [other for other in _hanging_on(index, claim) if other not in going]
    if shared:
        yield f"Here and elsewhere too hangs {_names(index, shared)}."
    if found.parents:
        yield f"It bears on {_names(index, found.parents)}."
    if found.partners:
        yield f"It is a premise together with {_names(index, found.partners)}."
    if found.motion:
        yield "The motion goes with it."


def _options(index: MapIndex, row: Row, found: "Consequences") -> Iterator[Option]:
    if found.branch:
        yield Option("b", "the branch", f"{count(len(found.branch) + 1, 'claim')} in all")
    loosened = f"{_names(index, found.loosened)} then on their own" if found.loosened else ""
    yield Option("c", "this claim only", loosened)
    if row.link is not None:
        group = " from these premises" if row.role is Role.PREMISE else " here"
        elsewhere = "it stays elsewhere" if found.occurrences > 1 else "it stays, on its own"
        yield Option("o", f"only its place{group}", elsewhere)


def _hanging_on(index: MapIndex, claim: Claim) -> list[str]:
    """The claims right under a claim, and under its steps to others."""
    steps = index.links_from(claim.id)
    attacks = [attack for step in steps for attack in index.undercuts_of(step.id)]
    links = [*index.links_onto(claim.id), *attacks]
    return list(dict.fromkeys(premise for link in links for premise in link.premises))


def _names(index: MapIndex, claims: Sequence[str]) -> str:
    told = [edits.named(index.claims[claim]) for claim in claims[:_NAMED]]
    if len(claims) > _NAMED:
        told.append(f"{len(claims) - _NAMED:,} more")
    return " and ".join(filter(None, [", ".join(told[:-1]), told[-1]]))
