"""Commands that lead around and narrow the map, on a screen that is only played."""

import asyncio
from collections.abc import Iterable

import pytest

from argmap.tui.asking.prompts import Pick, TextPrompt
from argmap.tui.commands.base import Command
from argmap.tui.commands.find import NextMatch
from argmap.tui.commands.look import Back, Bookmark, Bookmarks, Forward, Occurrence, Occurrences
from argmap.tui.commands.narrow import FilterRows, Zoom
from argmap.tui.state.browse import BrowseState
from argmap.tui.state.search import Search
from tests.maps import TEACHING
from tests.tui.screens import state_of


class Played:
    """The parts of a view that these commands use; answers are given beforehand."""

    def __init__(self, state: BrowseState, answers: Iterable[str | None] = ()) -> None:
        self.state = state
        self.search: Search | None = None
        self.answers = list(answers)
        self.asked: list[object] = []
        self.said: list[str] = []

    async def ask(self, prompt: object) -> str | None:
        self.asked.append(prompt)
        return self.answers.pop(0)

    def say(self, words: str, *, problem: bool = False) -> None:
        self.said.append(f"{'! ' * problem}{words}")

    def run(self, command: type[Command]) -> None:
        assert command.available(self)  # type: ignore[arg-type]
        waiting = command.run(self)  # type: ignore[arg-type]
        if waiting is not None:
            asyncio.run(waiting)  # type: ignore[arg-type]

    def can(self, command: type[Command]) -> bool:
        return command.available(self)  # type: ignore[arg-type]

    @property
    def claim(self) -> str | None:
        return self.state.row.claim if self.state.row else None

    @property
    def shown(self) -> list[str | None]:
        return [self.state.rows[place].claim for place in self.state.shown]


def at(claim: str, *answers: str | None) -> Played:
    state = state_of(TEACHING)
    state.goto(state.carriers[claim])
    return Played(state, answers)


def test_back_and_forward_lead_along_the_visits() -> None:
    view = at("walkers")
    assert not view.can(Back)
    view.run(Occurrence)
    view.state.jump(view.state.carriers["ring"])
    view.run(Back)
    view.run(Back)
    assert (view.claim, view.can(Back), view.can(Forward)) == ("walkers", False, True)
    view.run(Forward)
    view.run(Forward)
    assert (view.claim, view.can(Forward)) == ("ring", False)


def test_bookmarks_are_set_listed_in_order_and_taken_away() -> None:
    view = at("ring", "cost")
    assert not view.can(Bookmarks)
    view.run(Bookmark)
    view.state.goto(view.state.carriers["cost"])
    view.run(Bookmark)
    view.state.goto(0)
    view.run(Bookmarks)
    assert view.claim == "cost"
    prompt = view.asked[0]
    assert isinstance(prompt, Pick)
    assert [item.id for item in prompt.items] == ["ring", "cost"]
    view.run(Bookmark)
    assert view.said[-1] == "Bookmark taken away; 1 bookmark in this map."
    assert view.state.bookmarks == ["ring"]


def test_all_places_of_a_claim_are_told_apart_by_what_it_does_there() -> None:
    view = at("walkers", "1.3.1")
    view.run(Occurrences)
    prompt = view.asked[0]
    assert isinstance(prompt, Pick)
    assert [(item.text, item.extra) for item in prompt.items] == [
        ("1.1.1 rebuttal of It would take cars off the road.", "here"),
        ("1.3.1 support of The city cannot afford it.", ""),
    ]
    assert view.state.row is not None
    assert view.state.row.repeat is not None
    assert not at("ring").can(Occurrences)


@pytest.mark.parametrize("answer", [None, "7.7"])
def test_a_choice_that_leads_nowhere_changes_nothing(answer: str | None) -> None:
    view = at("walkers", answer)
    view.run(Occurrences)
    assert view.claim == "walkers"
    assert not view.can(Back)


def test_stepping_to_a_match_can_be_taken_back() -> None:
    view = at("free")
    view.search = Search(view.state)
    view.search.find("ring")
    view.run(NextMatch)
    assert view.claim == "ring"
    view.run(Back)
    assert view.claim == "free"


def test_a_filter_is_typed_changed_and_lifted() -> None:
    view = at("free", "con unanswered", "undercut", "")
    view.run(FilterRows)
    assert view.claim == "walkers"
    assert view.said == ["Escape shows all claims again."]
    assert view.state.matching() == "3 of 7 match"
    view.run(FilterRows)
    assert view.shown == ["free", "traffic", "ring"]
    view.run(FilterRows)
    prompt = view.asked[-1]
    assert isinstance(prompt, TextPrompt)
    assert prompt.value == "undercut"
    assert view.state.all_unfolded
    assert view.claim == "ring"


@pytest.mark.parametrize(
    ("line", "about"),
    [("side:blue", "There is no `side:blue`."), ("pro zebra", "No claim is `pro zebra`.")],
)
def test_a_filter_that_cannot_be_is_asked_for_again_with_the_reason(line: str, about: str) -> None:
    view = at("cost", line, None)
    view.run(FilterRows)
    prompt = view.asked[-1]
    assert isinstance(prompt, TextPrompt)
    assert prompt.value == line
    assert about in prompt.about
    assert view.state.filter is None


def test_in_a_branch_a_filter_must_match_something_of_it() -> None:
    view = at("traffic", "joint", None)
    view.run(Zoom)
    view.run(FilterRows)
    prompt = view.asked[-1]
    assert isinstance(prompt, TextPrompt)
    assert prompt.about.startswith("No claim of this branch is `joint`.")
    assert view.state.filter is None


def test_one_branch_shows_alone_until_zoomed_on_again() -> None:
    view = at("traffic")
    view.run(Zoom)
    assert view.shown == ["traffic", "walkers", "ring"]
    view.state.move(1)
    view.run(Zoom)
    assert view.shown == ["walkers"]
    view.run(Zoom)
    assert view.state.all_unfolded
    assert view.claim == "walkers"
