from pathlib import Path

import pytest

from argmap.store.library import MapSummary, maps_in
from argmap.tui import shelf as module
from argmap.tui.shelf import Found, Looks, Shelf, Spot, item_lines
from argmap.tui.written.marks import ASCII
from argmap.tui.written.pieces import plain
from tests.maps import TEACHING

PARKING = """\
argmap: 1
title: Dearer parking
claims:
- id: dearer
  claim: Parking should cost more in the centre.
  rebuttals:
  - id: shops
    claim: Shops would lose customers, as cafés did.
    colour: red
"""


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    (tmp_path / "town").mkdir()
    (tmp_path / "buses.yaml").write_text(TEACHING, "utf-8")
    (tmp_path / "town" / "parking.yaml").write_text(PARKING, "utf-8")
    filled = Shelf(tmp_path)
    for book in maps_in(tmp_path):
        filled.add(book)
    filled.add(MapSummary(tmp_path / "bad.yaml", trouble="cannot be read: no permission"))
    return filled


def spots(shelf: Shelf, query: str) -> list[tuple[str, str | None]]:
    return [(found.book.path.name, found.claim) for found in shelf.search(query)]


def drawn(shelf: Shelf, query: str, cells: int, looks: Looks | None = None) -> str:
    looks = looks or Looks(cells)
    found = shelf.search(query)
    lines = [line for one in found for line in item_lines(shelf, one, query, looks)]
    assert all(len(line) <= cells for line in plain(lines).splitlines())
    return plain(lines)


def test_maps_are_found_by_name_title_motion_and_by_what_is_the_matter(shelf: Shelf) -> None:
    assert len(spots(shelf, "")) == len(spots(shelf, "e")) == 3
    assert spots(shelf, "TOWN/") == [("parking.yaml", None)]
    assert spots(shelf, "dearer centre")[0] == ("parking.yaml", None)
    assert spots(shelf, "permission") == [("bad.yaml", None)]


def test_claims_of_all_maps_are_found_whatever_case_and_accents(shelf: Shelf) -> None:
    assert spots(shelf, "CAFES") == [("parking.yaml", "shops")]
    assert spots(shelf, "car") == [("buses.yaml", "traffic"), ("buses.yaml", "ring")]
    assert shelf.search("cafes")[0].spot == Spot(shelf.folder / "town" / "parking.yaml", "shops")


def test_typing_on_and_taking_back_find_the_same_as_typing_at_once(shelf: Shelf) -> None:
    fresh = spots(shelf, "cost")
    for query in ("co", "cos", "cost", "costx", "cost", "cost m", "cost"):
        found = spots(shelf, query)
    assert found == fresh
    shelf.add(MapSummary(shelf.folder / "new.yaml", title="Cost of living"))
    assert ("new.yaml", None) in spots(shelf, "cost")


def test_no_more_claims_are_listed_than_can_be_read(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_CLAIMS", 1)
    assert spots(shelf, "car") == [("buses.yaml", "traffic")]
    assert shelf.more == 1
    assert shelf.summary() == "3 maps, 9 claims"


def test_a_map_shows_what_it_is_about_and_its_counts(shelf: Shelf) -> None:
    assert drawn(shelf, "", 64) == (
        "Free city buses                           7 claims  3 pro  3 con\n"
        "  The city should make buses free.  buses.yaml\n"
        "Dearer parking                   1 error  2 claims  0 pro  1 con\n"
        "  Parking should cost more in the centre.  town/parking.yaml\n"
        "bad.yaml\n"
        "  cannot be read: no permission"
    )
    assert drawn(shelf, "cafes", 64) == (
        "    Shops would lose customers, as cafés did.  Dearer parking"
    )


@pytest.mark.parametrize("cells", [44, 58, 250])
def test_lines_fit_the_room_there_is(shelf: Shelf, cells: int) -> None:
    long = MapSummary(shelf.folder / ("n" * 90 + ".yaml"), "t" * 300, "m " * 300, 9, 9, 9, 9)
    shelf.add(long)
    drawn(shelf, "", cells)
    drawn(shelf, "car", cells)
    item_lines(shelf, Found(long, "c", "x" * 30_000), "x", Looks(cells))


def test_in_ascii_our_own_marks_are_ascii(shelf: Shelf) -> None:
    assert drawn(shelf, "car", 40, Looks(40, marks=ASCII)).isascii()
