"""Fields and citations of claims and links."""

import pytest

from argmap.errors import RefusedEdit
from argmap.model import Citation, LinkKind, Stance, Weigh
from argmap.model.edits import (
    add_citation,
    add_occurrence,
    remove_citation,
    replace_citation,
    set_field,
    set_link_field,
    set_source,
    under,
)
from argmap.model.index import MapIndex
from tests.model.edits.cases import BUSES, after, read

CITED = MapIndex(set_source(BUSES, "s", {"title": "A source"}).map)
HERE, THERE = Citation(source="s", quote="here"), Citation(source="s", quote="there")


def test_only_the_claim_becomes_another() -> None:
    edit = set_field(BUSES, "cost", "weight", "70 %")
    assert edit.name == "set the weight of ‘The city cannot afford it.’"
    assert after(edit).claims["cost"].weight == 0.7
    assert edit.map.links is BUSES.map.links
    changed = [
        claim.id
        for claim, before in zip(edit.map.claims, BUSES.map.claims, strict=True)
        if claim is not before
    ]
    assert changed == ["cost"]


def test_values_may_be_given_as_they_are() -> None:
    assert set_field(BUSES, "cost", "stance", Stance.KICKED).map.claims[-1].stance == "kicked"


@pytest.mark.parametrize("words", ["The city cannot afford it.", " The city cannot  afford it. "])
def test_same_words_change_nothing(words: str) -> None:
    edit = set_field(BUSES, "cost", "claim", words, {"cost"})
    assert edit.map.claims is BUSES.map.claims
    assert not edit.claims


def test_stated_id_stays_when_the_claim_is_reworded() -> None:
    edit = set_field(BUSES, "cost", "claim", "It is too dear.")
    assert edit.name == "reword ‘The city cannot afford it.’"
    assert after(edit).claims["cost"].claim == "It is too dear."


def test_id_made_of_words_follows_them() -> None:
    edit = set_field(BUSES, "traffic", "claim", "Fewer cars", {"traffic"})
    assert edit.claims == {"traffic": "fewer-cars"}
    assert edit.links == {
        "traffic>free": "fewer-cars>free",
        "walkers>traffic": "walkers>fewer-cars",
        "ring>traffic>free": "ring>fewer-cars>free",
    }
    assert "fewer-cars>free" in after(edit).links


def test_id_made_of_the_short_form_ignores_the_claim() -> None:
    assert not set_field(BUSES, "free", "claim", "Other words", {"free"}).claims
    assert set_field(BUSES, "free", "short", "Gratis", {"free"}).claims == {"free": "gratis"}


def test_id_made_of_words_that_are_taken_gets_a_number() -> None:
    assert set_field(BUSES, "ring", "short", "Cost", {"ring"}).claims == {"ring": "cost-2"}


def test_motion_keeps_its_role_under_its_new_id() -> None:
    index = MapIndex(BUSES.map.model_copy(update={"motion": "cost"}))
    edit = set_field(index, "cost", "short", "Too dear", {"cost"})
    assert edit.map.motion == "too-dear"


def test_weighing_is_set_part_by_part() -> None:
    edit = set_field(BUSES, "cost", "magnitude", "every resident")
    assert after(edit).claims["cost"].weigh == Weigh(magnitude="every resident")
    again = set_field(MapIndex(edit.map), "cost", "magnitude", "")
    assert after(again).claims["cost"].weigh is None


def test_what_is_refused_leaves_a_reason() -> None:
    with pytest.raises(RefusedEdit, match="empty"):
        set_field(BUSES, "cost", "claim", "")
    with pytest.raises(RefusedEdit, match="not in the map"):
        set_field(BUSES, "gone", "claim", "X")
    with pytest.raises(RefusedEdit, match="belongs to"):
        set_field(BUSES, "cost", "id", "free")


def test_fields_of_a_step() -> None:
    edit = set_link_field(BUSES, "poor&ration>free", "strength", "0.8")
    assert (
        edit.name == "set the strength of the step from ‘Fares keep poor residents a…’ and 1 more"
    )
    assert after(edit).links["poor&ration>free"].strength == 0.8
    assert edit.map.claims is BUSES.map.claims
    assert set_link_field(BUSES, "cost>free", "basis", "").map.links is BUSES.map.links


# -- citations -----------------------------------------------------------------------------


def test_citations_are_added_changed_and_removed() -> None:
    index = after(add_citation(CITED, "cost", HERE))
    assert index.claims["cost"].cites == (HERE,)
    index = after(add_citation(index, "cost", THERE))
    assert index.claims["cost"].cites == (HERE, THERE)
    noted = THERE.model_copy(update={"note": "p. 3"})
    edit = replace_citation(index, "cost", 1, noted)
    assert edit.name == "change citation 2 of ‘The city cannot afford it.’"
    index = after(edit)
    assert index.claims["cost"].cites == (HERE, noted)
    assert after(remove_citation(index, "cost", 0)).claims["cost"].cites == (noted,)


def test_citations_that_make_no_sense() -> None:
    index = after(add_citation(CITED, "cost", HERE))
    with pytest.raises(RefusedEdit, match="cites this passage already"):
        add_citation(index, "cost", HERE)
    with pytest.raises(RefusedEdit, match="no source `x`"):
        add_citation(index, "cost", Citation(source="x", quote="here"))
    with pytest.raises(RefusedEdit, match="no such citation"):
        remove_citation(index, "cost", 1)


def test_citations_come_cleaned() -> None:
    edit = add_citation(CITED, "cost", Citation(source="s", quote="a\x1bb"))
    assert edit.map.claims[-1].cites[0].quote == "a\ufffdb"


def test_repeated_links_are_told_apart_when_a_claim_is_renamed() -> None:
    index = read("- id: a\n  claim: A\n  supports: [{id: b, claim: B}, {id: c, claim: C}]\n")
    index = after(add_occurrence(index, "b", under("a", LinkKind.REBUTTAL)))
    edit = set_field(index, "b", "id", "d")
    assert edit.links == {"b>a": "d>a", "b>a~2": "d>a~2"}
