"""Removing: what goes, what stays, and what is said of it before."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.errors import RefusedEdit
from argmap.model import Map, MapIndex
from argmap.model.edits import (
    consequences,
    remove_branch,
    remove_claim,
    remove_occurrence,
    set_motion,
)
from tests.conftest import examples
from tests.maps import chain, maps
from tests.model.edits.cases import BUSES, after, claims, links, read, row


def test_one_occurrence_goes_and_the_claim_stays() -> None:
    edit = remove_occurrence(BUSES, row(BUSES, "walkers>cost|walkers"))
    assert edit.name == "remove ‘Most new riders would have…’ here"
    assert "+walkers>cost" not in links(edit)
    assert edit.map.claims is BUSES.map.claims


def test_claim_without_another_place_stands_on_its_own() -> None:
    edit = remove_occurrence(BUSES, row(BUSES, "traffic>free|traffic"))
    assert after(edit).roots == ("free", "traffic", "ring")
    assert edit.focus == "poor&ration>free|"


def test_claim_that_comes_first_in_the_file_does_not_become_the_motion() -> None:
    index = read("- id: b\n  claim: B\n- id: a\n  claim: A\n  supports: [{ref: b}]\n")
    edit = remove_occurrence(index, row(index, "b>a|b"))
    assert edit.map.motion == "a"


def test_joint_premise_goes_and_the_others_stay() -> None:
    edit = remove_occurrence(BUSES, row(BUSES, "poor&ration>free|poor"))
    assert edit.links == {"poor&ration>free": "ration>free"}
    assert edit.focus == "ration>free|ration"
    assert "+ration>free" in links(edit)


def test_group_goes_as_a_whole() -> None:
    edit = remove_occurrence(BUSES, row(BUSES, "poor&ration>free|"))
    assert {"poor", "ration"} <= set(after(edit).roots)


def test_root_has_no_step_to_remove() -> None:
    with pytest.raises(RefusedEdit, match="on its own already"):
        remove_occurrence(BUSES, row(BUSES, "|free"))


def test_claim_goes_and_what_hung_on_it_stays() -> None:
    edit = remove_claim(BUSES, "traffic")
    assert edit.name == "remove ‘It would take cars off the…’"
    assert claims(edit) == ["free", "walkers", "ring", "poor", "ration", "cost"]
    assert set(after(edit).roots) == {"free", "ring"}


def test_branch_takes_only_what_hangs_on_nothing_else() -> None:
    edit = remove_branch(BUSES, "traffic")
    assert edit.name == "remove ‘It would take cars off the…’ and 1 claim under it"
    assert claims(edit) == ["free", "walkers", "poor", "ration", "cost"]
    assert "+walkers>cost" in links(edit)


def test_branch_of_the_motion_is_everything() -> None:
    assert claims(remove_branch(BUSES, "free")) == []


def test_named_motion_that_goes_is_named_no_more() -> None:
    index = after(set_motion(BUSES, "cost"))
    edit = remove_claim(index, "cost")
    assert edit.map.motion == ""
    assert after(edit).motion == "free"


def test_premise_that_goes_leaves_its_partner_alone() -> None:
    assert "+ration>free" in links(remove_branch(BUSES, "poor"))


def test_circle_below_goes_and_what_lies_above_stays() -> None:
    index = read(
        "- id: a\n  claim: A\n  supports:\n  - id: b\n    claim: B\n    supports:\n"
        "    - {ref: a}\n    - {id: c, claim: C, supports: [{id: d, claim: D}]}\n"
        "- ref: d\n  supports: [{ref: c}]\n"
    )
    assert claims(remove_branch(index, "b")) == ["a"]
    assert consequences(index, "b").branch == ("c", "d")


def test_consequences_are_named() -> None:
    found = consequences(BUSES, "traffic")
    assert found.branch == ("ring",)
    assert found.loosened == ("ring",)
    assert found.parents == ("free",)
    assert (found.partners, found.occurrences, found.motion) == ((), 1, False)
    assert consequences(BUSES, "poor").partners == ("ration",)
    assert consequences(BUSES, "walkers").parents == ("traffic", "cost")
    assert consequences(BUSES, "free").motion


@given(maps(), st.data())
@settings(max_examples=examples(80))
def test_what_is_foretold_comes_to_pass(argument_map: Map, data: st.DataObject) -> None:
    index = MapIndex(argument_map)
    claim = data.draw(st.sampled_from(list(index.claims)))
    found = consequences(index, claim)
    alone = after(remove_claim(index, claim))
    assert set(alone.roots) - set(index.roots) >= set(found.loosened)
    assert alone.claims.keys() == index.claims.keys() - {claim}
    branch = after(remove_branch(index, claim))
    assert branch.claims.keys() == index.claims.keys() - {claim, *found.branch}
    assert set(branch.roots) - set(index.roots) <= set(found.parents) | set(alone.roots)


def test_long_chain_needs_no_recursion() -> None:
    index = MapIndex(chain(5000))
    assert len(consequences(index, "c1").branch) == 4998
    assert claims(remove_branch(index, "c1")) == ["c0"]
