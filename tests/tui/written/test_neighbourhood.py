from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model import Map
from argmap.text import width
from argmap.tui.state.browse import BrowseState
from argmap.tui.written.marks import ASCII
from argmap.tui.written.neighbourhood import neighbourhood
from argmap.tui.written.pieces import plain
from tests.conftest import examples
from tests.golden import check_golden
from tests.maps import TEACHING, maps
from tests.tui.screens import made, state_of

GOLDEN = Path(__file__).parents[1] / "golden"


def at(claim: str, text: str = TEACHING) -> BrowseState:
    state = state_of(text)
    state.goto(state.carriers[claim])
    return state


def test_every_kind_of_neighbour_is_drawn() -> None:
    parts = [
        plain(neighbourhood(at(claim), 60, 30))
        for claim in ("free", "traffic", "walkers", "ring", "poor")
    ]
    group = at("poor")
    group.goto(group.rows[group.cursor].parent)
    parts.append(plain(neighbourhood(group, 40, 30)))
    check_golden(GOLDEN / "neighbourhood.txt", "\n---\n".join(parts) + "\n")


def test_in_ascii_it_is_ascii() -> None:
    text = plain(neighbourhood(at("free"), 40, 9, marks=ASCII))
    assert text.isascii()
    assert "+--" in text


def test_every_neighbour_leads_to_its_row() -> None:
    state = at("traffic")
    targets = {piece.goto for line in neighbourhood(state, 60, 30) for piece in line}
    assert {state.carriers[name] for name in ("free", "ring", "walkers")} <= targets


def test_where_there_is_little_room_undercuts_are_counted_and_the_rest_cut() -> None:
    many = "".join(f"  - {{claim: Reason {number}.}}\n" for number in range(40))
    text = TEACHING.replace("  - joint:", f"{many}  - joint:")
    lines = neighbourhood(at("free", text), 60, 12)
    assert len(lines) == 12
    assert plain(lines[3:4]) == "  ├ + (! 1) 1.1 It would take cars off the road."
    assert plain(lines).endswith("… 36 more")


def test_a_window_of_two_lines_shows_the_claim() -> None:
    lines = neighbourhood(at("cost"), 60, 2)
    assert [plain([line]) for line in lines] == ["│ The city cannot afford it. │"]


def test_an_empty_map_says_so() -> None:
    assert plain(neighbourhood(BrowseState.empty(), 60, 5)) == "There is no claim to show."


@settings(max_examples=examples(60))
@given(maps(), st.integers(16, 120), st.integers(1, 30))
def test_it_fits_and_frames_stay_whole(argument_map: Map, cells: int, height: int) -> None:
    state = BrowseState(made(argument_map))
    for place in range(len(state.rows)):
        state.goto(place)
        lines = neighbourhood(state, cells, height)
        assert 0 < len(lines) <= height
        assert all(width("".join(piece.text for piece in line)) <= cells for line in lines)
        sides = [line for line in lines if line[0].text.startswith(("╭", "│", "╰"))]
        assert len({width("".join(piece.text for piece in line)) for line in sides}) == 1
