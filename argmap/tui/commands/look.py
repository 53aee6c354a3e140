"""Commands that lead back, forth and around."""

# ruff: noqa: D102 - `Command` says what these methods do

from argmap.text import count
from argmap.tui.asking.prompts import Item, Pick
from argmap.tui.commands.base import Command, View
from argmap.tui.state.browse import BrowseState
from argmap.tui.written.captions import label


class Back(Command):
    """Go back to where the last jump started."""

    title, keys, group = "Back", ("b", "backspace"), "Look around"
    idle = "There is no jump to go back from yet."

    @classmethod
    def available(cls, view: View) -> bool:
        return view.state.leads(view.state.visits.behind)

    @classmethod
    def run(cls, view: View) -> None:
        view.state.back()


class Forward(Command):
    """Go again to where going back came from."""

    title, keys, group = "Forward", ("f",), "Look around"
    idle = "There is no way forward: b did not go back last."

    @classmethod
    def available(cls, view: View) -> bool:
        return view.state.leads(view.state.visits.ahead)

    @classmethod
    def run(cls, view: View) -> None:
        view.state.forward()


class Bookmark(Command):
    """Put a bookmark on the claim, or take it away."""

    title, keys, group = "Bookmark", ("B",), "Look around"
    idle = "Bookmarks are put on single claims: go to one first."

    @classmethod
    def available(cls, view: View) -> bool:
        return view.state.row is not None and view.state.row.claim is not None

    @classmethod
    def run(cls, view: View) -> None:
        marked = view.state.toggle_bookmark()
        total = count(len(_bookmarked(view.state)), "bookmark")
        view.say(f"Bookmark {'set' if marked else 'taken away'}; {total} in this map.")


class Bookmarks(Command):
    """Choose a bookmark to go to."""

    title, keys, group = "Bookmarks", ("'",), "Look around"
    idle = "There is no bookmark yet. B puts one on a claim."

    @classmethod
    def available(cls, view: View) -> bool:
        return bool(_bookmarked(view.state))

    @classmethod
    async def run(cls, view: View) -> None:
        items = [
            Item(claim, view.state.index.claims[claim].claim, _where(view.state, claim))
            for claim in _bookmarked(view.state)
        ]
        chosen = await view.ask(Pick("Go to a bookmark", items, ids=True))
        if chosen in view.state.carriers:
            view.state.jump(view.state.carriers[chosen])


class Occurrence(Command):
    """Go to the next place where this claim stands in the map."""

    title, keys, group, footer = "Other occurrence", ("*",), "Look around", "elsewhere"
    idle = "This claim stands nowhere else."

    @classmethod
    def available(cls, view: View) -> bool:
        return view.state.other_occurrence() is not None

    @classmethod
    def run(cls, view: View) -> None:
        place = view.state.other_occurrence()
        if place is not None:
            view.state.jump(place)


class Occurrences(Command):
    """List all places where this claim stands, and go to one."""

    title, keys, group = "All occurrences", ("@",), "Look around"
    idle = "This claim stands nowhere else."

    @classmethod
    def available(cls, view: View) -> bool:
        return view.state.other_occurrence() is not None

    @classmethod
    async def run(cls, view: View) -> None:
        state = view.state
        claim = state.row.claim if state.row is not None else None
        if claim is None:
            return
        places = {state.number(place): place for place in state.occurrences[claim]}
        items = [
            Item(number, _place_in_words(state, place), _remark(state, place))
            for number, place in places.items()
        ]
        chosen = await view.ask(Pick("Go to a place of this claim", items))
        if chosen in places:
            view.state.jump(places[chosen])


class Neighbourhood(Command):
    """Draw what the claim bears on and what bears on it."""

    title, keys, group = "Neighbourhood", ("D",), "Look around"

    @classmethod
    def available(cls, view: View) -> bool:
        return view.state.row is not None

    @classmethod
    def run(cls, view: View) -> None:
        view.show_neighbourhood()


def _bookmarked(state: BrowseState) -> list[str]:
    return [claim for claim in state.bookmarks if claim in state.carriers]


def _where(state: BrowseState, claim: str) -> str:
    return state.number(state.carriers[claim])


def _place_in_words(state: BrowseState, place: int) -> str:
    """What the claim does there, as in ``1.3.1 support of Free buses``."""
    row, above = state.rows[place], state.rows[place].parent
    words = f"{state.number(place)} {row.role.value}"
    return words if above < 0 else f"{words} of {label(state, above)}"


def _remark(state: BrowseState, place: int) -> str:
    if place == state.cursor:
        return "here"
    return "spelled out" if state.rows[place].repeat is None else ""
