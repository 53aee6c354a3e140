"""One claim made two, and two made one."""

import pytest

from argmap.errors import RefusedEdit
from argmap.model import Citation
from argmap.model.edits import add_citation, merge_claims, set_field, set_source, split_claim
from argmap.model.edits.edit import Edit
from argmap.model.index import MapIndex
from tests.model.edits.cases import BUSES, after, claims, links, read

TEXTS = ("First part.", "Second part.")


def split(claim: str, *, joint: bool = False) -> Edit:
    return split_claim(BUSES, claim, TEXTS, joint=joint)


def test_second_part_does_the_same_at_every_place() -> None:
    edit = split("walkers")
    assert edit.name == "split ‘Most new riders would have…’"
    found = links(edit)
    for first, second in (
        ("-walkers>traffic", "-second-part>traffic"),
        ("+walkers>cost", "+second-part>cost"),
    ):
        assert found.index(second) == found.index(first) + 1
    assert after(edit).claims["walkers"].claim == "First part."


def test_second_part_of_a_joint_premise_joins_the_others() -> None:
    assert split("poor").links == {"poor&ration>free": "poor&second-part&ration>free"}


def test_parts_may_become_joint_premises() -> None:
    edit = split("traffic", joint=True)
    assert "+traffic&second-part>free" in links(edit)
    assert "!ring>traffic&second-part>free" in links(edit)


def test_second_part_of_a_root_is_another_root() -> None:
    edit = split("free")
    assert claims(edit)[:2] == ["free", "second-part"]
    assert after(edit).motion == "free"
    with pytest.raises(RefusedEdit, match="no step"):
        split("free", joint=True)


def test_id_made_of_words_follows_the_first_part() -> None:
    edit = split_claim(BUSES, "traffic", TEXTS, unnamed={"traffic"})
    assert edit.claims == {"traffic": "first-part"}
    assert {"+first-part>free", "+second-part>free"} <= set(links(edit))


def test_both_parts_have_to_say_something() -> None:
    with pytest.raises(RefusedEdit, match="empty"):
        split_claim(BUSES, "traffic", ("All of it", " "))


def test_equal_parts_get_different_ids() -> None:
    edit = split_claim(BUSES, "traffic", ("Same", "Same"), unnamed={"traffic"})
    assert {"same", "same-2"} <= set(claims(edit))


# -- merging -------------------------------------------------------------------------------


def test_links_of_both_belong_to_the_one_that_stays() -> None:
    edit = merge_claims(BUSES, "ring", "walkers")
    assert edit.name == "merge ‘Most new riders would have…’ into ‘Most cars only pass through…’"
    assert {"-ring>traffic", "+ring>cost", "!ring>traffic>free"} <= set(links(edit))
    assert edit.links["walkers>traffic"] == "ring>traffic"
    assert "walkers" not in claims(edit)
    assert edit.focus.endswith("|ring")


def test_what_hung_on_the_other_hangs_on_it() -> None:
    edit = merge_claims(BUSES, "cost", "traffic")
    assert {"-walkers>cost", "+walkers>cost~2"} <= set(links(edit))
    assert "!ring>cost>free" in links(edit)


def test_links_between_the_two_are_left_out() -> None:
    edit = merge_claims(BUSES, "free", "traffic")
    assert "+traffic>free" not in links(edit)
    assert "-walkers>free" in links(edit)
    assert "ring" in after(edit).roots


def test_what_would_stand_twice_stands_once_with_the_undercuts_of_both() -> None:
    index = read(
        "- id: a\n  claim: A\n  supports:\n  - {id: b, claim: B, undercuts: [{id: u, claim: U}]}\n"
        "  - {id: c, claim: C, undercuts: [{ref: u}, {id: v, claim: V}]}\n"
    )
    assert links(merge_claims(index, "b", "c")) == ["+b>a", "!u>b>a", "!v>b>a"]


def test_joint_premises_that_become_one() -> None:
    edit = merge_claims(BUSES, "poor", "ration")
    assert edit.links == {"poor&ration>free": "poor>free"}


def test_fields_are_united() -> None:
    index = after(set_source(BUSES, "s", {}))
    for claim, quote in (("cost", "x"), ("ring", "x"), ("ring", "y")):
        index = after(add_citation(index, claim, Citation(source="s", quote=quote)))
    for claim, tags, note in (("cost", "a, b", "One"), ("ring", "b, c", "Two")):
        index = after(set_field(index, claim, "tags", tags))
        index = after(set_field(index, claim, "note", note))
    index = after(set_field(index, "ring", "speaker", "Treasurer"))
    merged = after(merge_claims(index, "cost", "ring")).claims["cost"]
    assert merged.claim == "The city cannot afford it."
    assert [cite.quote for cite in merged.cites] == ["x", "y"]
    assert merged.tags == ("a", "b", "c")
    assert merged.note == "One\nTwo"
    assert merged.speaker == "Treasurer"


def test_motion_is_the_one_that_stays() -> None:
    index = MapIndex(BUSES.map.model_copy(update={"motion": "traffic"}))
    assert merge_claims(index, "cost", "traffic").map.motion == "cost"
    assert after(merge_claims(BUSES, "cost", "free")).motion == "cost"


def test_a_claim_is_not_merged_with_itself() -> None:
    with pytest.raises(RefusedEdit, match="same claim"):
        merge_claims(BUSES, "cost", "cost")
