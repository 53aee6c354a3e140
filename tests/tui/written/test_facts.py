import pytest

from argmap.errors import DiskChange
from argmap.text import width
from argmap.tui.state.browse import BrowseState
from argmap.tui.state.search import Search
from argmap.tui.written.facts import Fact, facts, fitted, title
from argmap.tui.written.marks import ASCII
from argmap.tui.written.pieces import plain
from tests.maps import TEACHING
from tests.tui.screens import opened, state_of

CITED = TEACHING.replace("claims:", "sources: {s: {title: S}}\nclaims:").replace(
    "  short: Free buses\n", "  short: Free buses\n  cites: [{source: s, quote: q}]\n"
)


def counted(text: str) -> BrowseState:
    state = state_of(text)
    assert state.counts
    return state


def said(found: list[Fact], cells: int = 1000) -> str:
    return plain([fitted(found, cells)])


def test_the_figures_of_the_map_and_where_the_cursor_is() -> None:
    state = counted(CITED)
    state.move(2)
    assert said(facts(state)) == ("7 claims  3 pro  3 con  3 unanswered  5 uncited  47 words  3/9")


def test_what_became_of_the_file_is_said_in_all_widths() -> None:
    line = said(facts(state_of(TEACHING), unsaved=True, conflict=DiskChange.VANISHED), 0)
    assert line == "● unsaved  file gone"


def test_a_map_without_sources_has_nothing_uncited() -> None:
    assert "uncited" not in said(facts(counted(TEACHING)))


@pytest.mark.parametrize("cells", [0, 5, 12, 20, 30, 40, 50, 60, 200])
def test_what_matters_least_goes_first_where_room_is_scarce(cells: int) -> None:
    state = counted(CITED)
    line = said(facts(state), cells)
    assert width(line) <= cells
    shown = [word in line for word in ("1/9", "pro", "unanswered", "7 claims", "uncited", "words")]
    assert shown == sorted(shown, reverse=True)


def test_what_must_be_seen_shows_however_narrow() -> None:
    state = BrowseState(opened(TEACHING.replace("implicit: true", "implicit: perhaps")))
    search = Search(state)
    search.type("city")
    line = said(facts(state, search, unsaved=True), 0)
    assert line == "● unsaved  1 error (d)   city: 1 of 3"
    assert said(facts(state, unsaved=True, marks=ASCII), 0).startswith("* unsaved")


def test_while_the_map_is_read_nothing_else_is_said() -> None:
    assert said(facts(state_of(TEACHING), instead="reading 3 %")) == "reading 3 %"


def test_an_empty_map_can_be_told_of() -> None:
    state = BrowseState.empty()
    assert state.counts.claims == 0
    assert said(facts(state)) == "1 error (d)  0 claims  0 pro  0 con  0 words"


def test_figures_that_are_not_counted_yet_are_those_before_the_edit_or_none() -> None:
    assert said(facts(state_of(TEACHING))) == "1/9"
    again = counted(TEACHING).reread(opened(CITED))
    assert "6 uncited" in said(facts(again))
    assert again.counts.uncited
    assert "5 uncited" in said(facts(again))
    assert title(state_of("claims: [a]\n")) == "map.yaml"
