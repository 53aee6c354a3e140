"""Commands that move what is there to another place, or make it do something else."""

# ruff: noqa: D102 - `Command` says what these methods do

from typing import ClassVar

from argmap.model import LinkKind, Role, Row, edits
from argmap.tui.asking.prompts import Choice, Option
from argmap.tui.commands.asks import link_here, pick_claim
from argmap.tui.commands.base import EditCommand, View
from argmap.tui.state.browse import BrowseState


class ChangeKind(EditCommand):
    """Make a support of this rebuttal, or a rebuttal of this support."""

    title, keys, group = "Support or rebuttal", ("~",), "Arrange"
    idle = "This is neither a support nor a rebuttal."

    @classmethod
    def available(cls, view: View) -> bool:
        link = link_here(view)
        return link is not None and link.kind is not LinkKind.UNDERCUT

    @classmethod
    def run(cls, view: View) -> None:
        link = link_here(view)
        if link is not None:
            view.apply(edits.change_kind(view.state.index, link.id))


class MoveUnder(EditCommand):
    """Move this, with all that hangs on it, under another claim, which is found by typing."""

    title, keys, group = "Move under another claim", ("m",), "Arrange"
    idle = "There is no other claim to move it under."

    @classmethod
    def available(cls, view: View) -> bool:
        return view.state.row is not None and len(view.state.index.claims) > 1

    @classmethod
    async def run(cls, view: View) -> None:
        row, link = view.state.row, link_here(view)
        if row is None:
            return
        moved = {row.claim} if row.claim is not None else set(link.premises if link else ())
        subject = _named_row(view.state, row)
        target = await pick_claim(view, f"Move {subject} under which claim?", moved)
        if target is None:
            return
        kind = None
        if link is None or link.kind is LinkKind.UNDERCUT:
            kind = await _ask_kind(view, f"What does {subject} do there?", target)
            if kind is None:
                return
        view.apply(edits.move_under(view.state.index, row, target, kind))


def _named_row(state: BrowseState, row: Row) -> str:
    if row.claim is not None:
        return edits.named(state.index.claims[row.claim])
    return edits.named_premises(state.index, state.index.links[row.link or ""])


async def _ask_kind(view: View, title: str, target: str) -> LinkKind | None:
    options = [Option("s", "it supports the claim"), Option("r", "it rebuts the claim")]
    body = view.state.index.claims[target].claim
    letter = await view.ask(Choice(title, options, body))
    return {"s": LinkKind.SUPPORT, "r": LinkKind.REBUTTAL}.get(letter or "")


class _Shift(EditCommand):
    """A command that moves a row among those that do the same as it."""

    group = "Arrange"
    idle = "Nothing of the same kind stands there to change places with. ~ changes the kind."
    step: ClassVar[int]

    @classmethod
    def available(cls, view: View) -> bool:
        return _has_neighbour(view.state, cls.step)

    @classmethod
    def run(cls, view: View) -> None:
        if view.state.row is not None:
            view.apply(edits.shift(view.state.index, view.state.row, cls.step))


def _has_neighbour(state: BrowseState, step: int) -> bool:
    """Whether a row of the same role stands on the same level behind (1) or before (-1) this."""
    row, rows = state.row, state.rows
    if row is None or row.role is Role.MOTION:
        return False
    place = row.end if step > 0 else row.parent + 1
    end = len(rows) if step > 0 else state.cursor
    while place < end and rows[place].parent == row.parent:
        if rows[place].role is row.role:
            return True
        place = rows[place].end
    return False


class MoveDown(_Shift):
    """Move this behind the next one that does the same."""

    title, keys, step = "Move down", ("}", "shift+down"), 1


class MoveUp(_Shift):
    """Move this before the previous one that does the same."""

    title, keys, step = "Move up", ("{", "shift+up"), -1


class MoveIn(EditCommand):
    """Move this under the claim before it on its level."""

    title, keys, group = "Move in, under the one before", ("L",), "Arrange"
    idle = "Nothing stands before it on its level. m moves it under any other claim."

    @classmethod
    def available(cls, view: View) -> bool:
        return view.state.sibling(-1) is not None

    @classmethod
    def run(cls, view: View) -> None:
        view.apply(edits.move_in(view.state.index, view.state.rows, view.state.cursor))


class MoveOut(EditCommand):
    """Move this one level up, behind what it hung under."""

    title, keys, group = "Move out, one level up", ("H",), "Arrange"
    idle = "It hangs under nothing already."

    @classmethod
    def available(cls, view: View) -> bool:
        return link_here(view) is not None

    @classmethod
    def run(cls, view: View) -> None:
        view.apply(edits.move_out(view.state.index, view.state.rows, view.state.cursor))
