"""Sides: the product of the signs on the way to the motion."""

from hypothesis import given

from argmap.model import Map, MapIndex, side_of, sides
from argmap.store import loads
from tests.maps import TEACHING, chain, maps


def test_sides_follow_the_signs_and_undercuts_oppose_the_link_they_hit() -> None:
    found = sides(loads(TEACHING).index)
    assert found["free"] == "pro"
    assert found["traffic"] == "pro"
    assert found["cost"] == "con"
    assert found["ring"] == "con"
    assert found["poor&ration>free"] == "pro"
    assert found["walkers>traffic"] == "con"


def test_ways_that_disagree_make_both() -> None:
    text = "argmap: 1\nclaims:\n- id: m\n  claim: M\n  supports:\n  - id: a\n    claim: A\n"
    text += "    rebuttals:\n    - id: x\n      claim: X\n  - ref: x\n"
    assert sides(loads(text).index)["x"] == "both"


def test_undercut_of_an_attack_helps_its_target() -> None:
    text = "argmap: 1\nclaims:\n- id: m\n  claim: M\n  rebuttals:\n  - id: a\n    claim: A\n"
    text += (
        "    undercuts:\n    - id: u\n      claim: U\n      undercuts:\n      - {id: v, claim: V}\n"
    )
    found = sides(loads(text).index)
    assert (found["a"], found["u"], found["v"]) == ("con", "pro", "con")


def test_what_does_not_reach_the_motion_has_no_side() -> None:
    text = "argmap: 1\nmotion: m\nclaims:\n- {id: m, claim: M}\n- {id: other, claim: O}\n"
    assert "other" not in sides(loads(text).index)


def test_long_chain_needs_no_recursion() -> None:
    assert sides(MapIndex(chain(5000)))["c4999"] == "pro"


@given(maps())
def test_the_side_of_one_is_that_among_all(argument_map: Map) -> None:
    index = MapIndex(argument_map)
    found = sides(index)
    assert {place: side_of(index, place) for place in [*index.claims, *index.links]} == {
        place: found.get(place) for place in [*index.claims, *index.links]
    }
