"""What every edit keeps: the map where nothing changes, the parts it leaves alone, the motion."""

from argmap.model.edits import rename_claim, set_field, set_link_field, set_motion, set_title
from argmap.model.edits.outcome import ANY_ROOT, outcome
from tests.model.edits.cases import BUSES, read

LATER = read(
    "- id: b\n  claim: B\n  supports: [{ref: c}]\n- id: a\n  claim: A\n- id: c\n  claim: C\n"
)


def test_edits_that_change_nothing_give_the_very_same_map() -> None:
    for edit in (
        set_title(BUSES, "Free city buses"),
        set_field(BUSES, "cost", "weight", ""),
        set_link_field(BUSES, "cost>free", "strength", "100 %"),
        rename_claim(BUSES, "cost", "cost"),
        set_motion(BUSES, "free"),
    ):
        assert edit.map is BUSES.map


def test_motion_is_named_only_where_it_would_change() -> None:
    reordered = [*LATER.map.claims[1:], LATER.map.claims[0]]
    assert outcome(LATER, "x", claims=reordered).map.motion == "b"
    assert outcome(LATER, "x", claims=LATER.map.claims).map.motion == ""
    assert outcome(LATER, "x", claims=reordered, motion=ANY_ROOT).map.motion == ""


def test_focus_on_a_row_that_is_gone_is_none() -> None:
    links = [link for link in BUSES.map.links if link.id != "cost>free"]
    assert outcome(BUSES, "x", links=links, focus=("cost>free", "cost")).focus == ""
    assert outcome(BUSES, "x", links=links, focus=("traffic>free", "")).focus == (
        "traffic>free|traffic"
    )
