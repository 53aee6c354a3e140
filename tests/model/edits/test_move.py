"""Moving: where things go, what goes with them, and where they cannot go."""

import pytest

from argmap.errors import RefusedEdit
from argmap.model import LinkKind, MapIndex
from argmap.model.edits import (
    change_kind,
    move_in,
    move_out,
    move_under,
    set_link_field,
    set_motion,
)
from argmap.model.edits.edit import Edit
from tests.model.edits.cases import BUSES, after, claims, links, place, read, row

SUPPORT, REBUTTAL, UNDERCUT = LinkKind


def under(index: MapIndex, key: str, target: str, kind: LinkKind | None = None) -> Edit:
    return move_under(index, row(index, key), target, kind)


def test_step_moves_with_its_fields_and_undercuts() -> None:
    index = after(set_link_field(BUSES, "traffic>free", "warrant", "Roads are full."))
    edit = under(index, "traffic>free|traffic", "cost")
    assert edit.name == "move ‘It would take cars off the…’ under ‘The city cannot afford it.’"
    assert edit.focus == "traffic>cost|traffic"
    assert edit.links == {"traffic>free": "traffic>cost", "ring>traffic>free": "ring>traffic>cost"}
    assert after(edit).links["traffic>cost"].warrant == "Roads are full."
    assert edit.map.claims is index.map.claims


def test_moved_step_comes_behind_those_of_its_kind() -> None:
    edit = under(BUSES, "cost>free|cost", "traffic", REBUTTAL)
    assert [link for link in links(edit) if link.endswith(">traffic")] == [
        "-walkers>traffic",
        "-cost>traffic",
    ]


def test_group_moves_as_a_whole() -> None:
    edit = under(BUSES, "poor&ration>free|", "cost", REBUTTAL)
    assert "-poor&ration>cost" in links(edit)
    assert edit.focus == "poor&ration>cost|"


def test_joint_premise_leaves_the_others() -> None:
    edit = under(BUSES, "poor&ration>free|poor", "cost")
    assert edit.focus == "poor>cost|poor"
    assert edit.links == {"poor&ration>free": "ration>free"}
    assert after(edit).links["ration>free"].warrant == "Fairness outranks revenue."
    assert {"+ration>free", "+poor>cost"} <= set(links(edit))


def test_undercut_needs_to_be_told_what_to_do() -> None:
    with pytest.raises(RefusedEdit, match="attacks a step"):
        under(BUSES, "ring>traffic>free|ring", "cost")
    assert "-ring>cost" in links(under(BUSES, "ring>traffic>free|ring", "cost", REBUTTAL))


def test_root_moves_under_another() -> None:
    index = read("- id: a\n  claim: A\n- id: b\n  claim: B\n")
    edit = under(index, "|b", "a")
    assert links(edit) == ["+b>a"]
    assert edit.focus == "b>a|b"
    assert after(edit).motion == "a"


def test_motion_that_moves_leaves_its_role_to_the_next_root_unless_it_is_named() -> None:
    index = read("- id: a\n  claim: A\n- id: b\n  claim: B\n")
    assert after(under(index, "|a", "b")).motion == "b"
    named = after(set_motion(index, "b"))
    assert after(under(named, "|b", "a")).motion == "b"


def test_one_occurrence_moves_and_the_other_stays() -> None:
    edit = under(BUSES, "walkers>cost|walkers", "ring")
    assert {"-walkers>traffic", "+walkers>ring"} <= set(links(edit))


@pytest.mark.parametrize(
    ("key", "target", "reason"),
    [
        ("traffic>free|traffic", "free", "stands there already"),
        ("traffic>free|traffic", "traffic", "cannot support itself"),
        ("traffic>free|traffic", "walkers", "hangs under it"),
        ("traffic>free|traffic", "ring", "hangs under it"),
        ("|free", "poor", "hangs under it"),
        ("poor&ration>free|", "poor", "cannot support itself"),
        ("cost>free|cost", "gone", "not in the map"),
    ],
)
def test_places_where_nothing_can_move(key: str, target: str, reason: str) -> None:
    with pytest.raises(RefusedEdit, match=reason):
        under(BUSES, key, target)


def test_what_stands_there_already_is_refused() -> None:
    with pytest.raises(RefusedEdit, match="stands there already"):
        under(BUSES, "walkers>cost|walkers", "traffic", REBUTTAL)


def test_in_under_the_row_before() -> None:
    index = read("- id: a\n  claim: A\n  supports: [{id: b, claim: B}, {id: c, claim: C}]\n")
    edit = move_in(index, *place(index, "c>a|c"))
    assert links(edit) == ["+b>a", "+c>b"]
    with pytest.raises(RefusedEdit, match="no claim before"):
        move_in(index, *place(index, "b>a|b"))


def test_in_under_a_group_is_open() -> None:
    with pytest.raises(RefusedEdit, match="group of joint premises"):
        move_in(BUSES, *place(BUSES, "cost>free|cost"))


def test_out_comes_right_behind_the_row_it_hung_under() -> None:
    index = read(
        "- id: a\n  claim: A\n  rebuttals:\n"
        "  - id: b\n    claim: B\n    rebuttals: [{id: c, claim: C}]\n"
        "  - id: d\n    claim: D\n"
    )
    edit = move_out(index, *place(index, "c>b|c"))
    assert links(edit) == ["-b>a", "-c>a", "-d>a"]
    assert edit.focus == "c>a|c"


def test_out_of_a_claim_of_the_other_kind_keeps_the_kinds_together() -> None:
    edit = move_out(BUSES, *place(BUSES, "walkers>traffic|walkers"))
    assert [link for link in links(edit) if link.endswith(">free")][-2:] == [
        "-cost>free",
        "-walkers>free",
    ]


def test_out_of_a_group() -> None:
    edit = move_out(BUSES, *place(BUSES, "poor&ration>free|ration"))
    assert links(edit)[3:5] == ["+poor>free", "+ration>free"]
    assert edit.focus == "ration>free|ration"


def test_out_to_the_root_comes_behind_the_root() -> None:
    index = read("- id: a\n  claim: A\n  supports: [{id: b, claim: B}]\n- id: c\n  claim: C\n")
    edit = move_out(index, *place(index, "b>a|b"))
    assert claims(edit) == ["a", "b", "c"]
    assert links(edit) == []
    assert edit.focus == "|b"
    assert edit.map.motion == ""


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        ("|free", "stands on its own already"),
        ("ring>traffic>free|ring", "attacks a step"),
        ("traffic>free|traffic", "is undercut"),
        ("poor&ration>free|", "only work together"),
    ],
)
def test_what_cannot_move_out(key: str, reason: str) -> None:
    with pytest.raises(RefusedEdit, match=reason):
        move_out(BUSES, *place(BUSES, key))


def test_claim_with_another_parent_does_not_become_a_root() -> None:
    index = read("- id: a\n  claim: A\n  supports: [{id: b, claim: B, rebuttals: [{ref: c}]}]\n"
                 "  rebuttals: [{id: c, claim: C}]\n")  # fmt: skip
    with pytest.raises(RefusedEdit, match="linked elsewhere"):
        move_out(index, *place(index, "c>a|c"))


def test_kind_changes_and_the_link_goes_behind_its_new_kind() -> None:
    edit = change_kind(BUSES, "traffic>free")
    assert edit.name == "make ‘It would take cars off the…’ a rebuttal"
    assert [link for link in links(edit) if link.endswith(">free")][-2:] == [
        "-cost>free",
        "-traffic>free",
    ]
    assert not edit.links
    assert change_kind(BUSES, "cost>free", REBUTTAL).map is not None
    assert change_kind(BUSES, "cost>free", REBUTTAL).map.links is BUSES.map.links


def test_kinds_that_cannot_change() -> None:
    with pytest.raises(RefusedEdit, match="attacks a step"):
        change_kind(BUSES, "ring>traffic>free")
    with pytest.raises(RefusedEdit, match="can be undercut"):
        change_kind(BUSES, "cost>free", UNDERCUT)
