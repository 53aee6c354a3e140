"""Title, summary, motion, sides and sources."""

import pytest

from argmap.errors import RefusedEdit
from argmap.model import Citation, Sides, Source
from argmap.model.edits import (
    add_citation,
    remove_source,
    rename_source,
    set_motion,
    set_sides,
    set_source,
    set_summary,
    set_title,
)
from argmap.model.index import MapIndex
from tests.model.edits.cases import BUSES, after

SOURCED = after(set_source(BUSES, "s", {"title": "Old", "file": "s.md"}))
CITED = after(add_citation(SOURCED, "cost", Citation(source="s", quote="here")))


def test_title_and_summary() -> None:
    edit = set_title(BUSES, " Free\nbuses\x1b ")
    assert edit.map.title == "Free buses\ufffd"
    assert edit.map.claims is BUSES.map.claims
    assert edit.map.links is BUSES.map.links
    assert set_summary(BUSES, "Short.").map.summary == "Short."


def test_motion() -> None:
    edit = set_motion(BUSES, "cost")
    assert edit.name == "make ‘The city cannot afford it.’ the motion"
    assert edit.map.motion == "cost"
    assert after(set_motion(after(edit), "")).motion == "free"
    assert set_motion(BUSES, "free").map.motion == ""
    with pytest.raises(RefusedEdit, match="not in the map"):
        set_motion(BUSES, "gone")


def test_sides() -> None:
    assert set_sides(BUSES, "Government", "").map.sides == Sides(pro="Government")
    with pytest.raises(RefusedEdit, match="same name"):
        set_sides(BUSES, "Us", "us")


def test_sources_are_added_and_changed() -> None:
    assert SOURCED.map.sources == (Source(id="s", title="Old", file="s.md"),)
    edit = set_source(SOURCED, "s", {"title": "New", "note": "a\nb"})
    assert edit.map.sources == (Source(id="s", title="New", file="s.md", note="a\nb"),)
    assert set_source(SOURCED, "s", {"title": "Old"}).map.sources is SOURCED.map.sources


def test_source_that_is_cited_stays() -> None:
    assert remove_source(SOURCED, "s").map.sources == ()
    with pytest.raises(RefusedEdit, match="cited by ‘The city cannot afford it"):
        remove_source(CITED, "s")
    with pytest.raises(RefusedEdit, match="no source"):
        remove_source(BUSES, "s")


def test_many_citing_claims_are_counted() -> None:
    index = SOURCED
    for claim in index.claims:
        index = MapIndex(add_citation(index, claim, Citation(source="s", quote="x")).map)
    with pytest.raises(RefusedEdit, match="and 4 more"):
        remove_source(index, "s")


def test_renamed_source_is_cited_by_its_new_id() -> None:
    edit = rename_source(CITED, "s", "council")
    assert edit.map.sources[0].id == "council"
    assert after(edit).claims["cost"].cites[0].source == "council"
    assert after(edit).claims["free"] is CITED.claims["free"]


@pytest.mark.parametrize("name", ["", "no id", "s"])
def test_ids_that_a_source_cannot_have(name: str) -> None:
    index = after(set_source(SOURCED, "other", {}))
    with pytest.raises(RefusedEdit):
        rename_source(index, "other", name)
