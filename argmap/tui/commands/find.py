"""Commands that search."""

# ruff: noqa: D102 - `Command` says what these methods do

from typing import ClassVar

from argmap.tui.commands.base import Command, View


class Find(Command):
    """Search as you type.

    Looks through claims, short forms, ids, speakers, tags, notes, citations, their passages and
    sources; case and accents do not matter, and several words must all occur. Enter keeps the
    place, escape goes back.
    """

    title, keys, group, footer = "Search", ("/",), "Find", "search"

    @classmethod
    def run(cls, view: View) -> None:
        view.open_search()


class _NextMatch(Command):
    """A command that leads to another match."""

    group = "Find"
    idle = "There is no search to go on with. / begins one."
    direction: ClassVar[int]

    @classmethod
    def available(cls, view: View) -> bool:
        return view.search is not None and bool(view.search.matches)

    @classmethod
    def run(cls, view: View) -> None:
        if view.search is None or view.state.row is None:
            return
        start = view.state.row.key
        view.search.step(cls.direction)
        view.state.visits.leave(start)


class NextMatch(_NextMatch):
    """Go to the next match of the search, unfolding what hides it."""

    title, keys, direction = "Next match", ("n",), 1


class PreviousMatch(_NextMatch):
    """Go to the previous match of the search."""

    title, keys, direction = "Previous match", ("N",), -1


class Leave(Command):
    """Go back to the outline from the details; there, end search, filter and branch in turn."""

    title, keys, group = "Leave", ("escape",), "Find"

    @classmethod
    def run(cls, view: View) -> None:
        view.leave()
