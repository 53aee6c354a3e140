from collections.abc import Callable
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from argmap.model import Map
from argmap.tui.state.browse import BrowseState
from argmap.tui.state.filters import parse
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


def test_a_filter_shows_matches_and_the_rows_above_and_leaves_folds_as_they_were() -> None:
    state = at(state_of(TEACHING), "cost")
    state.fold(state.carriers["traffic"], folded=True)
    before = set(state.folded)
    state.set_filter(parse("undercut"))
    assert claims(state) == ["free", "traffic", "ring"]
    assert [state.context(place) for place in state.shown] == [True, True, False]
    assert (under_cursor(state), state.matching()) == ("ring", "1 of 7 match")
    assert state.all_unfolded
    state.goto(state.carriers["traffic"])
    state.set_filter(None)
    assert state.folded == before
    assert under_cursor(state) == "traffic"


def test_rows_fold_under_a_filter_and_count_only_what_it_lets_through() -> None:
    state = state_of(TEACHING)
    state.set_filter(parse("undercut"))
    state.fold(state.carriers["traffic"], folded=True)
    assert claims(state) == ["free", "traffic"]
    assert state.hidden(state.carriers["traffic"]) == 1
    assert not state.has_children(state.carriers["cost"])
    state.unfold_all()
    assert claims(state) == ["free", "traffic", "ring"]


def test_a_row_that_a_filter_leaves_out_shows_when_it_is_gone_to() -> None:
    state = state_of(TEACHING)
    state.set_filter(parse("undercut"))
    state.jump(state.carriers["ration"])
    assert under_cursor(state) == "ration"
    assert "ration" in claims(state)
    assert "poor" not in claims(state)
    state.back()
    assert under_cursor(state) == "ring"


def test_siblings_that_a_filter_leaves_out_are_passed_over() -> None:
    state = at(state_of(TEACHING), "traffic")
    state.set_filter(parse("-joint"))
    assert state.sibling(1) == state.carriers["cost"]


def test_a_branch_alone_folds_without_the_others_and_is_left_by_going_out_of_it() -> None:
    state = state_of(TEACHING)
    state.fold(state.carriers["cost"], folded=True)
    elsewhere = set(state.folded)
    state.zoom(state.carriers["traffic"])
    assert claims(state) == ["traffic", "walkers", "ring"]
    assert [state.depth(place) for place in state.shown] == [0, 1, 1]
    assert under_cursor(state) == "traffic"
    assert state.sibling(1) is None
    state.fewer_levels()
    assert claims(state) == ["traffic"]
    state.unfold_all()
    assert state.folded == elsewhere
    state.goto(state.carriers["poor"])
    assert not state.is_zoomed
    assert state.folded == elsewhere


def test_filter_and_branch_are_lifted_one_after_the_other() -> None:
    state = state_of(TEACHING)
    state.zoom(state.carriers["traffic"])
    state.set_filter(parse("con"))
    assert claims(state) == ["traffic", "walkers", "ring"]
    assert state.widen()
    assert (state.filter, state.is_zoomed) == (None, True)
    assert state.widen()
    assert state.all_unfolded
    assert not state.widen()


def renamed(text: str) -> str:
    return text.replace("traffic", "cars").replace("walkers", "walking")


RENAMES = {"traffic": "cars", "walkers": "walking"}
LINKS = {
    "traffic>free": "cars>free",
    "walkers>traffic": "walking>cars",
    "ring>traffic>free": "ring>cars>free",
    "walkers>cost": "walking>cost",
}


def test_renamed_claims_keep_cursor_folds_visits_bookmarks_branch_and_filter() -> None:
    state = at(state_of(TEACHING), "traffic")
    state.toggle_bookmark()
    state.fold(state.cursor, folded=True)
    state.jump(state.carriers["cost"])
    state.jump(state.carriers["walkers"])
    state.fold(state.carriers["traffic"], folded=True)
    again = state.reread(opened(renamed(TEACHING)), RENAMES, LINKS)
    assert under_cursor(again) == "cars"
    assert again.is_folded(again.cursor)
    assert again.bookmarks == ["cars"]
    again.back()
    assert under_cursor(again) == "cost"
    again.back()
    assert under_cursor(again) == "cars"
    state.zoom(state.cursor)
    state.set_filter(parse("con"))
    narrow = state.reread(opened(renamed(TEACHING)), RENAMES, LINKS)
    assert claims(narrow) == ["cars", "walking", "ring"]
    assert narrow.own_folds == narrow.folded == set()


def test_after_an_edit_the_cursor_goes_to_the_row_in_focus() -> None:
    state = at(state_of(TEACHING), "cost")
    state.fold_all()
    grown = TEACHING + "    - id: debt\n      claim: It is in debt.\n"
    again = state.reread(opened(grown), focus="debt>cost|debt")
    assert under_cursor(again) == "debt"
    assert again.cursor in again.shown
    assert under_cursor(state.reread(opened(grown), focus="gone|gone")) == "cost"


def test_what_one_works_on_stays_in_sight_when_the_filter_lets_it_through_no_longer() -> None:
    state = state_of(TEACHING)
    state.set_filter(parse("unanswered"))
    at(state, "cost")
    answered = TEACHING + "    rebuttals:\n    - {id: loan, claim: It can borrow.}\n"
    again = state.reread(opened(answered))
    assert under_cursor(again) == "cost"
    assert again.context(again.cursor)
    assert again.matching() == "3 of 8 match"


def test_a_branch_that_vanishes_shows_the_whole_map_until_it_comes_back() -> None:
    state = state_of(TEACHING)
    state.zoom(state.carriers["cost"])
    gone = state.reread(opened(TEACHING[: TEACHING.index("  rebuttals:\n  - id: cost")]))
    assert not gone.is_zoomed
    assert gone.all_unfolded
    assert claims(gone.reread(opened(TEACHING))) == ["cost", "walkers"]


DEEDS: dict[str, Callable[[BrowseState], object]] = {
    "fold": lambda state: state.fold(state.cursor, folded=not state.is_folded(state.cursor)),
    "fold all": BrowseState.fold_all,
    "less": BrowseState.fewer_levels,
    "more": BrowseState.more_levels,
    "down": lambda state: state.move(2),
    "jump": lambda state: state.jump(state.other_occurrence() or 0),
    "back": BrowseState.back,
    "zoom": lambda state: state.zoom(state.cursor),
    "filter": lambda state: state.set_filter(parse("con -implicit")),
    "widen": BrowseState.widen,
    "reread": BrowseState.forward,
}


def done(state: BrowseState, deed: str) -> BrowseState:
    DEEDS[deed](state)
    return state.reread(state.opened) if deed == "reread" else state


@given(maps(), st.lists(st.sampled_from(sorted(DEEDS))))
def test_whatever_is_done_the_cursor_shows(argument_map: Map, deeds: list[str]) -> None:
    state = BrowseState(made(argument_map))
    for deed in deeds:
        state = done(state, deed)
        assert state.cursor in state.shown
        assert all(before < after for before, after in pairwise(state.shown))
