from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from argmap.model import Map
from argmap.tui.state import BrowseState
from tests.maps import TEACHING, chain, maps
from tests.tui.screens import made, opened, state_of


def claims(state: BrowseState) -> list[str | None]:
    return [state.rows[place].claim for place in state.shown]


def at(state: BrowseState, claim: str) -> BrowseState:
    state.goto(state.carriers[claim])
    return state


def under_cursor(state: BrowseState) -> str | None:
    return state.row.claim if state.row else None


def test_a_small_map_opens_unfolded_with_the_cursor_on_the_motion() -> None:
    state = state_of(TEACHING)
    assert state.all_unfolded
    assert under_cursor(state) == "free"


def test_moving_stops_at_both_ends() -> None:
    state = state_of(TEACHING)
    state.move(-3)
    assert state.cursor == 0
    state.move(1000)
    assert state.cursor == len(state.rows) - 1


def test_folding_hides_what_hangs_below_and_counts_it() -> None:
    state = state_of(TEACHING)
    place = state.carriers["traffic"]
    state.fold(place, folded=True)
    assert "walkers" not in claims(state)[:3]
    assert state.hidden(place) == 2
    state.fold(place, folded=False)
    assert state.all_unfolded


def test_a_cursor_in_a_row_that_gets_folded_moves_up_to_it() -> None:
    state = at(state_of(TEACHING), "walkers")
    state.fold(state.carriers["free"], folded=True)
    assert under_cursor(state) == "free"


def test_going_to_a_hidden_row_unfolds_only_what_hides_it() -> None:
    state = state_of(TEACHING)
    state.fold_all()
    at(state, "walkers")
    assert under_cursor(state) == "walkers"
    assert state.is_folded(state.places[next(key for key in state.folded)])


def test_siblings_skip_what_hangs_below() -> None:
    state = at(state_of(TEACHING), "traffic")
    after = state.sibling(1)
    assert after is not None
    assert state.rows[after].group
    state.goto(after)
    assert state.sibling(-1) == state.carriers["traffic"]
    assert at(state, "cost").sibling(1) is None
    assert at(state, "traffic").sibling(-1) is None
    assert at(state, "free").sibling(-1) is None


def test_a_claim_that_stands_twice_leads_to_its_other_place_and_back() -> None:
    state = at(state_of(TEACHING), "walkers")
    other = state.other_occurrence()
    assert other is not None
    state.jump(other)
    assert state.row is not None
    assert state.row.repeat is not None
    assert state.other_occurrence() == state.carriers["walkers"]
    state.back()
    assert state.cursor == state.carriers["walkers"]
    assert at(state, "poor").other_occurrence() is None


def test_levels_open_and_close_one_at_a_time() -> None:
    state = state_of(TEACHING)
    shown = [len(state.shown)]
    while len(state.shown) > 1:
        state.fewer_levels()
        shown.append(len(state.shown))
    assert shown == sorted(shown, reverse=True)
    assert shown[-1] == 1
    while not state.all_unfolded:
        state.more_levels()
        shown.pop()
        assert len(state.shown) == shown[-1]


def test_a_reread_map_keeps_cursor_and_folds_when_lines_move() -> None:
    state = at(state_of(TEACHING), "cost")
    state.fold(state.carriers["traffic"], folded=True)
    again = state.reread(opened(TEACHING.replace("  - joint:", "  - A new reason.\n  - joint:")))
    assert under_cursor(again) == "cost"
    assert again.is_folded(again.carriers["traffic"])


def test_a_claim_that_vanishes_leaves_the_cursor_on_its_parent_until_it_comes_back() -> None:
    state = at(state_of(TEACHING), "ring")
    broken = TEACHING.replace("    - id: ring\n", "    - id: rong\n")
    gone = state.reread(opened(broken))
    assert under_cursor(gone) == "traffic"
    assert under_cursor(gone.reread(opened(TEACHING))) == "ring"


def test_a_map_that_loses_and_regains_all_its_claims_can_be_shown() -> None:
    empty = state_of(TEACHING).reread(opened("title: nothing\n"))
    assert empty.row is None
    assert empty.shown == []
    empty.move(1)
    empty.fold_all()
    empty.more_levels()
    empty.fewer_levels()
    assert under_cursor(empty.reread(opened(TEACHING))) == "free"


def test_a_chain_of_5000_opens_folded_and_unfolds() -> None:
    state = BrowseState(made(chain(5000)))
    assert len(state.shown) == 60
    state.unfold_all()
    state.move(5000)
    assert len(state.path(state.cursor)) == 4999


def test_an_unread_state_is_empty() -> None:
    assert BrowseState.empty().rows == []


@given(maps(), st.lists(st.sampled_from(["fold", "all", "less", "more", "down", "jump"])))
def test_whatever_is_done_the_cursor_shows(argument_map: Map, deeds: list[str]) -> None:
    state = BrowseState(made(argument_map))
    for deed in deeds:
        match deed:
            case "fold":
                state.fold(state.cursor, folded=not state.is_folded(state.cursor))
            case "all":
                state.fold_all()
            case "less":
                state.fewer_levels()
            case "more":
                state.more_levels()
            case "down":
                state.move(2)
            case "jump":
                state.jump(state.other_occurrence() or 0)
        assert state.cursor in state.shown
        assert all(before < after for before, after in pairwise(state.shown))
