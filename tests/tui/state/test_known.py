"""Tests that what two readings have in common is kept once, and seen."""

from hypothesis import given

from argmap.model import Map, MapIndex
from argmap.store import loads
from argmap.store.write import write_map
from argmap.tui.state.browse import BrowseState
from argmap.tui.state.known import of_known_parts, says_the_same
from tests.maps import TEACHING, maps
from tests.tui.screens import opened

UNSURE = TEACHING.replace("implicit: true", "implicit: perhaps")


@given(maps(), maps())
def test_a_reading_of_known_parts_is_the_same_reading(one: Map, other: Map) -> None:
    loaded = loads(write_map(other))
    assert of_known_parts(loaded, MapIndex(one)).map == loaded.map


def test_only_what_differs_is_new() -> None:
    before = loads(TEACHING)
    after = of_known_parts(loads(TEACHING.replace("cannot afford", "can afford")), before.index)
    kept = [claim.id for claim in after.map.claims if claim is before.index.claims[claim.id]]
    assert len(kept) == len(before.map.claims) - 1
    assert "cost" not in kept
    assert all(link is before.index.links[link.id] for link in after.map.links)


@given(maps(), maps())
def test_maps_say_the_same_only_if_all_of_them_is_equal(one: Map, other: Map) -> None:
    assert says_the_same(MapIndex(one), MapIndex(one.model_copy()))
    assert says_the_same(MapIndex(one), MapIndex(other)) == (one == other)


def test_the_same_map_read_again_keeps_its_rows_and_tells_what_is_new_about_it() -> None:
    state = BrowseState(opened(TEACHING.replace("implicit: true", "implicit: false")))
    state.goto(state.carriers["ration"])
    layout = state.layout
    again = state.reread(opened(UNSURE))
    assert again.rows is state.rows
    assert again.cursor == state.cursor
    assert "ration" in again.problems
    assert again.layout != layout


def test_the_same_map_read_again_without_news_is_not_laid_out_again() -> None:
    state = BrowseState(opened(TEACHING))
    again = state.reread(opened(TEACHING + "# a comment\n"))
    assert (again.rows, again.layout, again.guise) == (state.rows, state.layout, state.guise)
    assert again.opened.loaded.text.endswith("# a comment\n")
