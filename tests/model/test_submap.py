from hypothesis import given
from hypothesis import strategies as st

from argmap.model import Map, MapIndex, Role, outline
from argmap.model.submap import BranchIndex, branch
from argmap.store import loads
from tests.maps import TEACHING, chain, maps


def teaching(*tops: str) -> Map:
    return branch(loads(TEACHING).index, *tops)


def ids(part: Map) -> list[str]:
    return [claim.id for claim in part.claims]


def test_a_branch_holds_all_that_hangs_under_its_top() -> None:
    part = teaching("free")
    assert len(part.claims) == len(loads(TEACHING).map.claims)
    assert ids(teaching("cost")) == ["cost", "walkers"]
    assert [link.id for link in teaching("cost").links] == ["walkers>cost"]
    assert ids(teaching("ring")) == ["ring"]


def test_undercuts_of_its_own_links_belong_to_it_but_not_that_of_the_link_above() -> None:
    assert "ring" in ids(teaching("free"))
    assert "ring" not in ids(teaching("traffic"))


def test_joint_premises_stand_side_by_side_at_the_top() -> None:
    assert ids(teaching("ration", "poor")) == ["ration", "poor"]
    assert teaching("ration", "poor").links == ()


def test_the_top_is_a_motion_only_where_it_is_that_of_the_map() -> None:
    assert outline(BranchIndex(teaching("free")))[0].role is Role.MOTION
    assert outline(BranchIndex(teaching("cost")))[0].role is Role.ROOT


def test_only_sources_that_are_cited_come_along() -> None:
    text = (
        "argmap: 1\nsources: {a: {title: A}, b: {title: B}}\nclaims:\n- id: x\n  claim: X.\n"
        "  cites: [{source: a, quote: q}]\n- id: y\n  claim: Y.\n  cites: [{source: b, quote: q}]\n"
    )
    assert [source.id for source in branch(loads(text).index, "x").sources] == ["a"]


def test_a_long_chain() -> None:
    part = branch(MapIndex(chain(5000)), "c10")
    assert len(part.claims) == 4990
    assert len(outline(BranchIndex(part))) == 4990


@given(maps(), st.data())
def test_of_any_map_all_ends_are_in_the_branch_and_the_top_is_its_first_row(
    shown: Map, data: st.DataObject
) -> None:
    index = MapIndex(shown)
    top = data.draw(st.sampled_from([claim.id for claim in shown.claims]))
    part = branch(index, top)
    inside = BranchIndex(part)
    for link in part.links:
        assert set(link.premises) <= inside.claims.keys()
        assert link.target in inside.claims or link.target in inside.links
    for claim in inside.claims:
        assert {link.id for link in index.links_onto(claim)} <= inside.links.keys()
    rows = outline(inside)
    if inside.motion is None:
        assert rows[0].claim == top
    assert {row.claim for row in rows} - {None} == inside.claims.keys()
