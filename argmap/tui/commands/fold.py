"""Commands that fold and unfold."""

# ruff: noqa: D102 - `Command` says what these methods do

from argmap.tui.commands.base import Command, View


class Toggle(Command):
    """Fold or unfold what hangs under the row.

    From a repeated claim, go to where it is spelled out.
    """

    title, keys, group, footer = "Fold or unfold", ("space", "enter"), "Fold", "fold"

    @classmethod
    def available(cls, view: View) -> bool:
        state = view.state
        return state.row is not None and (
            state.has_children(state.cursor) or state.row.repeat is not None
        )

    @classmethod
    def run(cls, view: View) -> None:
        state = view.state
        if state.row is None:
            return
        if state.has_children(state.cursor):
            state.fold(state.cursor, not state.is_folded(state.cursor))
        elif state.row.repeat is not None and state.row.claim is not None:
            state.jump(state.carriers[state.row.claim])


class Unfold(Command):
    """Unfold the row; where it is unfolded, go to the first row under it."""

    title, keys, group = "Unfold, then first child", ("l", "right"), "Fold"

    @classmethod
    def run(cls, view: View) -> None:
        state = view.state
        if state.row is None or not state.has_children(state.cursor):
            return
        if state.is_folded(state.cursor):
            state.fold(state.cursor, folded=False)
        else:
            state.move(1)


class Fold(Command):
    """Fold the row; where there is nothing to fold, go to its parent."""

    title, keys, group = "Fold, then parent", ("h", "left"), "Fold"

    @classmethod
    def run(cls, view: View) -> None:
        state = view.state
        if state.row is None:
            return
        if state.has_children(state.cursor) and not state.is_folded(state.cursor):
            state.fold(state.cursor, folded=True)
        elif state.row.parent >= 0:
            state.goto(state.row.parent)


class MoreLevels(Command):
    """Show one level more of the whole map."""

    title, keys, group = "One level more", ("+", "="), "Fold"

    @classmethod
    def available(cls, view: View) -> bool:
        return not view.state.all_unfolded

    @classmethod
    def run(cls, view: View) -> None:
        view.state.more_levels()


class FewerLevels(Command):
    """Show one level less of the whole map."""

    title, keys, group = "One level less", ("-",), "Fold"

    @classmethod
    def run(cls, view: View) -> None:
        view.state.fewer_levels()


class FoldAll(Command):
    """Unfold everything; where everything shows, fold all but the first level."""

    title, keys, group = "Unfold or fold all", ("z",), "Fold"
    footer = "all"

    @classmethod
    def run(cls, view: View) -> None:
        if view.state.all_unfolded:
            view.state.fold_all()
        else:
            view.state.unfold_all()
