"""Up and down among those of the same kind."""

import pytest

from argmap.errors import RefusedEdit
from argmap.model.edits import shift
from tests.model.edits.cases import BUSES, after, claims, links, read, row

MIXED = read("""\
- id: a
  claim: A
  supports: [{id: b, claim: B}, {id: c, claim: C}, {id: d, claim: D}]
  rebuttals: [{id: r, claim: R}]
- id: e
  claim: E
- id: f
  claim: F
""")


def test_link_trades_places_with_its_neighbour() -> None:
    edit = shift(MIXED, row(MIXED, "b>a|b"), 1)
    assert edit.name == "move ‘B’ down"
    assert edit.focus == "b>a|b"
    assert links(edit) == ["+c>a", "+b>a", "+d>a", "-r>a"]
    assert not edit.links
    assert links(shift(MIXED, row(MIXED, "d>a|d"), -1)) == ["+b>a", "+d>a", "+c>a", "-r>a"]


def test_ends_are_named() -> None:
    with pytest.raises(RefusedEdit, match="‘D’ is the last of the supports"):
        shift(MIXED, row(MIXED, "d>a|d"), 1)
    with pytest.raises(RefusedEdit, match="‘R’ is the first of the rebuttals"):
        shift(MIXED, row(MIXED, "r>a|r"), -1)


def test_joint_premises_trade_places() -> None:
    edit = shift(BUSES, row(BUSES, "poor&ration>free|ration"), -1)
    assert edit.links == {"poor&ration>free": "ration&poor>free"}
    assert edit.focus == "ration&poor>free|ration"
    with pytest.raises(RefusedEdit, match="first of the premises"):
        shift(BUSES, row(BUSES, "poor&ration>free|poor"), -1)


def test_group_moves_as_a_whole() -> None:
    edit = shift(BUSES, row(BUSES, "poor&ration>free|"), -1)
    assert edit.focus == "poor&ration>free|"
    assert [link for link in links(edit) if link.startswith("+") and link.endswith(">free")] == [
        "+poor&ration>free",
        "+traffic>free",
    ]


def test_roots_move_behind_the_motion() -> None:
    edit = shift(MIXED, row(MIXED, "|e"), 1)
    assert [claim for claim in claims(edit) if claim in "aef"] == ["a", "f", "e"]
    assert edit.map.links is MIXED.map.links
    with pytest.raises(RefusedEdit, match="motion"):
        shift(MIXED, row(MIXED, "|a"), 1)
    with pytest.raises(RefusedEdit, match="first of the claims here"):
        shift(MIXED, row(MIXED, "|e"), -1)


def test_circle_has_no_place_among_the_roots() -> None:
    index = read(
        "- id: a\n  claim: A\n- id: b\n  claim: B\n  supports: [{id: c, claim: C,"
        " supports: [{ref: b}]}]\n"
    )
    with pytest.raises(RefusedEdit, match="part of a circle"):
        shift(index, row(index, "|b"), -1)


def test_there_and_back_is_the_same_map() -> None:
    there = after(shift(MIXED, row(MIXED, "b>a|b"), 1))
    assert shift(there, row(there, "b>a|b"), -1).map == MIXED.map
