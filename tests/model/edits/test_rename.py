"""Another id for a claim, wherever it is used."""

import pytest

from argmap.errors import RefusedEdit
from argmap.model.edits import rename_claim
from tests.model.edits.cases import BUSES, after, links


def test_links_and_undercuts_follow() -> None:
    edit = rename_claim(BUSES, "traffic", " cars ")
    assert edit.name == "rename ‘It would take cars off the…’ to cars"
    assert edit.claims == {"traffic": "cars"}
    assert {"+cars>free", "-walkers>cars", "!ring>cars>free"} <= set(links(edit))
    assert after(edit).claims["cost"] is BUSES.claims["cost"]
    assert after(edit).links["walkers>cost"] is BUSES.links["walkers>cost"]


def test_premises_of_a_group_follow() -> None:
    assert rename_claim(BUSES, "poor", "p").links == {"poor&ration>free": "p&ration>free"}


def test_motion_is_named_by_its_new_id_where_it_is_named() -> None:
    assert rename_claim(BUSES, "free", "f").map.motion == ""
    assert after(rename_claim(BUSES, "free", "f")).motion == "f"


def test_same_id_changes_nothing() -> None:
    assert rename_claim(BUSES, "free", "free").map.links is BUSES.map.links


@pytest.mark.parametrize(
    ("new", "message", "remedy"),
    [
        ("cost", "belongs to ‘The city cannot afford it.’", "merge"),
        ("Too dear!", "not an id", "`too-dear`"),
        ("", "empty", "letters"),
        ("x" * 65, "not an id", "64"),
    ],
)
def test_ids_that_cannot_be(new: str, message: str, remedy: str) -> None:
    with pytest.raises(RefusedEdit, match=message) as refused:
        rename_claim(BUSES, "free", new)
    assert remedy in refused.value.remedy
