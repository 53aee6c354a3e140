from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model import Map
from argmap.text import width
from argmap.tui.state.browse import BrowseState
from argmap.tui.written.captions import caption
from argmap.tui.written.marks import ASCII, UNICODE, Marks
from argmap.tui.written.pieces import Piece, plain
from argmap.tui.written.rows import Sheet
from tests.golden import check_golden
from tests.maps import TEACHING, chain, maps
from tests.tui.screens import made, state_of

GOLDEN = Path(__file__).parents[1] / "golden"


def drawn(sheet: Sheet) -> str:
    return plain(sheet.line(y) for y in range(sheet.height)) + "\n"


def test_the_outline_wraps_claims_and_says_every_role_by_a_sign() -> None:
    check_golden(GOLDEN / "outline-40.txt", drawn(Sheet(state_of(TEACHING), 40)))


def test_the_outline_in_ascii_with_numbers_and_folds() -> None:
    state = state_of(TEACHING)
    state.fold(state.carriers["traffic"], folded=True)
    state.fold(state.rows[state.carriers["poor"]].parent, folded=True)
    text = drawn(Sheet(state, 60, marks=ASCII, numbers=True))
    assert text.isascii()
    check_golden(GOLDEN / "outline-ascii-60.txt", text)


def test_each_line_belongs_to_the_row_whose_stretch_it_is_in() -> None:
    state = state_of(TEACHING)
    sheet = Sheet(state, 30)
    for place in state.shown:
        top, bottom = sheet.stretch(place)
        assert [sheet.place_at(y) for y in range(top, bottom)] == [place] * (bottom - top)
    assert sheet.place_at(sheet.height) is None
    assert sheet.place_at(-1) is None
    assert sheet.line(sheet.height) == []


def test_a_deep_row_tells_its_depth_where_it_cannot_be_indented() -> None:
    state = BrowseState(made(chain(5000)))
    state.unfold_all()
    sheet = Sheet(state, 60)
    assert sheet.height == 5000
    line = plain([sheet.line(4999)])
    assert line.endswith("┆4999   + Step c4999 of the chain.")
    assert width(line) <= 60


def test_a_claim_of_many_lines_is_cut_in_the_outline() -> None:
    state = state_of(f"claims:\n- {'word ' * 4000}\n- short\n")
    sheet = Sheet(state, 40)
    assert sheet.height == 13
    assert plain([sheet.line(11)]).endswith("word…")


def test_matches_are_marked_across_line_breaks() -> None:
    sheet = Sheet(state_of(TEACHING), 24)
    sheet.query = "make BUSES"
    marked = [
        piece.text for y in range(sheet.height) for piece in sheet.line(y) if piece.style == "match"
    ]
    assert "".join(marked) == "makebuses"


def test_only_what_changes_is_laid_out_again_after_a_fold(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    state = BrowseState(made(chain(3000)))
    state.unfold_all()
    sheet = Sheet(state, 100)
    laid_out: list[int] = []

    def counted(state: BrowseState, place: int, marks: Marks, *, numbers: bool) -> list[Piece]:
        laid_out.append(place)
        return caption(state, place, marks, numbers=numbers)

    monkeypatch.setattr("argmap.tui.written.rows.caption", counted)
    state.fold(1000, folded=True)
    sheet.arrange()
    assert laid_out == [1000]
    assert sheet.height == 1001


@settings(max_examples=40)
@given(maps(), maps(), st.integers(24, 120), st.sampled_from(["", "free"]))
def test_what_is_taken_over_from_a_sheet_is_as_if_worked_out_anew(
    one: Map, other: Map, cells: int, marked: str
) -> None:
    state = BrowseState(made(other))
    state.bookmarks = [claim for claim in state.index.claims if claim > marked]
    before = Sheet(BrowseState(made(one)), cells)
    assert Sheet(state, cells, before=before).tops == Sheet(state, cells).tops


@settings(max_examples=40)
@given(maps(), st.integers(24, 120), st.sampled_from([UNICODE, ASCII]))
def test_no_line_is_wider_than_the_sheet(argument_map: Map, cells: int, marks: Marks) -> None:
    state = BrowseState(made(argument_map))
    sheet = Sheet(state, cells, marks=marks)
    for y in range(sheet.height):
        line = sheet.line(y)
        assert width("".join(piece.text for piece in line)) <= cells
        assert "\n" not in "".join(piece.text for piece in line)
