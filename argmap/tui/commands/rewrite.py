"""Commands that change what a claim says: its text, its id, one claim into two, two into one."""

# ruff: noqa: D102 - `Command` says what these methods do

from typing import TYPE_CHECKING

from argmap.errors import RefusedEdit
from argmap.model import edits
from argmap.text import count
from argmap.tui.asking.prompts import Choice, Option, TextPrompt
from argmap.tui.commands.asks import SENTENCE, ask_for_edit, claim_here, link_here, pick_claim
from argmap.tui.commands.base import EditCommand, View

if TYPE_CHECKING:
    from argmap.model.edits import Edit


class _OfClaim(EditCommand):
    """A command about the claim under the cursor."""

    group = "Change"
    idle = "Here is no single claim: go to one of the premises."

    @classmethod
    def available(cls, view: View) -> bool:
        return claim_here(view) is not None


class EditText(_OfClaim):
    """Reword this claim, wherever it stands."""

    title, keys, footer = "Edit the text", ("e",), "edit"

    @classmethod
    async def run(cls, view: View) -> None:
        claim = claim_here(view)
        if claim is None:
            return

        def reword(text: str) -> "Edit":
            unnamed = view.state.opened.loaded.unnamed
            return edits.set_field(view.state.index, claim.id, "claim", text, unnamed)

        await ask_for_edit(view, TextPrompt("Edit the claim", claim.claim, hint=SENTENCE), reword)


class RenameId(_OfClaim):
    """Give this claim another id, everywhere in the map."""

    title, keys = "Rename the id", ("I",)

    @classmethod
    async def run(cls, view: View) -> None:
        claim = claim_here(view)
        if claim is not None:
            prompt = TextPrompt(
                f"Id of {edits.named(claim)}", claim.id, claim.claim, "letters, digits and -"
            )
            await ask_for_edit(
                view, prompt, lambda name: edits.rename_claim(view.state.index, claim.id, name)
            )


class Split(_OfClaim):
    """Make two claims of this one, cut where you put a bar."""

    title, keys = "Split in two", ("S",)

    @classmethod
    async def run(cls, view: View) -> None:
        claim, link = claim_here(view), link_here(view)
        if claim is None:
            return
        bar = "||" if "|" in claim.claim else "|"
        prompt = TextPrompt(f"Split: put {bar} between the two claims", claim.claim)

        def cut(text: str, *, joint: bool = False) -> "Edit":
            halves, unnamed = _halves(text, bar), view.state.opened.loaded.unnamed
            return edits.split_claim(
                view.state.index, claim.id, halves, joint=joint, unnamed=unnamed
            )

        if link is None or link.joint:
            await ask_for_edit(view, prompt, cut)
            return
        letter = await view.ask(
            Choice(f"Split {edits.named(claim)} into two", _HALVES, claim.claim)
        )
        if letter is not None:
            await ask_for_edit(view, prompt, lambda text: cut(text, joint=letter == "j"))


_HALVES = (
    Option("s", "side by side", "each does for itself what the whole did"),
    Option("j", "joint premises", "they only work together"),
)


def _halves(text: str, bar: str) -> tuple[str, str]:
    """The texts before and behind the bar.

    Raises:
        RefusedEdit: there is no bar, or more than one.
    """
    parts = text.split(bar)
    if len(parts) != 2:
        found = f"There are {count(len(parts) - 1, 'bar')}" if len(parts) > 1 else "There is no bar"
        raise RefusedEdit(f"{found} in the text.", f"Put one {bar} where the second claim begins.")
    return parts[0], parts[1]


class Merge(_OfClaim):
    """Make one claim of this one and another that says the same; this one's words stay."""

    title, keys = "Merge with another claim", ("M",)
    idle = "There is no other claim here to merge with."

    @classmethod
    def available(cls, view: View) -> bool:
        return super().available(view) and len(view.state.index.claims) > 1

    @classmethod
    async def run(cls, view: View) -> None:
        claim = claim_here(view)
        if claim is None:
            return
        title = f"Which claim says the same as {edits.named(claim)}?"
        other = await pick_claim(view, title, {claim.id})
        if other is not None:
            view.apply(edits.merge_claims(view.state.index, claim.id, other))
