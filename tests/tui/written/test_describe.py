from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model import Map
from argmap.sources import Opened, open_map
from argmap.text import width
from argmap.tui.state.browse import BrowseState
from argmap.tui.written.describe import describe
from argmap.tui.written.marks import ASCII
from argmap.tui.written.pieces import plain
from tests.golden import check_golden
from tests.maps import TEACHING, chain, maps
from tests.tui.screens import made, opened, state_of

GOLDEN = Path(__file__).parents[1] / "golden"
CITING = """\
sources:
  paper: {title: A paper, author: The council, issued: 2025-03-14, file: paper.txt}
claims:
- id: root
  claim: The fare should go.
  short: No fare
  supports:
  - id: cited
    claim: People would ride more.
    speaker: The treasurer
    kind: fact
    weight: 0.7
    note: Ask for the survey.
    tags: [riders, survey]
    say: More people on the bus!
    weigh: {magnitude: thousands, timeframe: next year}
    cites:
    - {source: paper, quote: rode more often, page: "3", note: the pilot}
    - {source: paper, start: In nine, end: of ten}
    - {source: nowhere, quote: something}
    strength: 0.4
    scheme: from example
    basis: inferred
"""
PAPER = "It was cold. When it was free, people rode more often, and stayed on. It was warm."


def details(state: BrowseState, claim: str = "", cells: int = 60) -> str:
    if claim:
        state.goto(state.carriers[claim])
    return plain(describe(state, cells)) + "\n"


def cited(folder: Path, *, at_hand: bool = True) -> Opened:
    (folder / "map.yaml").write_text(CITING, "utf-8")
    if at_hand:
        (folder / "paper.txt").write_text(PAPER, "utf-8")
    return open_map(folder / "map.yaml")


def test_everything_that_is_known_of_a_claim_is_told(tmp_path: Path) -> None:
    text = details(BrowseState(cited(tmp_path)), "cited")
    check_golden(GOLDEN / "details-cited.txt", text)
    assert "When it was free, people »rode more often«, and stayed on." in text.replace("\n  ", " ")


def test_a_passage_is_told_by_more_than_its_marks(tmp_path: Path) -> None:
    state = BrowseState(cited(tmp_path))
    state.goto(state.carriers["cited"])
    styles = {
        piece.text: piece.style for line in describe(state, 200) for piece in line if piece.text
    }
    assert styles["»rode more often«"] == "passage"


def test_without_the_source_the_locating_words_are_shown(tmp_path: Path) -> None:
    text = details(BrowseState(cited(tmp_path, at_hand=False)), "cited", 200)
    assert "»In nine … of ten«" in text
    assert "text of the source not at hand" in text


def test_links_are_told_in_both_directions() -> None:
    state = state_of(TEACHING)
    parts = [details(state, claim) for claim in ("free", "traffic", "walkers", "ring", "poor")]
    state.goto(state.rows[state.carriers["poor"]].parent)
    parts.append(details(state))
    check_golden(GOLDEN / "details-links.txt", "---\n".join(parts))


def test_a_brief_description_leaves_out_what_the_outline_shows() -> None:
    state = state_of(TEACHING)
    text = plain(describe(state, 60, brief=True))
    assert "The city should make buses free." not in text
    assert "\n\n" not in text


def test_problems_of_a_claim_stand_with_it() -> None:
    state = BrowseState(opened(TEACHING.replace("implicit: true", "implicit: true\n      sort: x")))
    text = details(state, "ration", 200)
    assert "error AM104:" in text


def test_a_cycle_is_named() -> None:
    state = state_of("claims:\n- id: a\n  claim: A\n  supports: [{claim: B, supports: [ref: a]}]\n")
    state.move(2)
    assert "circular" in details(state)


def test_an_empty_map_says_so() -> None:
    assert details(BrowseState.empty()) == "There is no claim yet. A writes the first.\n"


def test_a_click_on_a_named_claim_leads_to_it() -> None:
    state = state_of(TEACHING)
    state.goto(state.carriers["walkers"])
    targets = {piece.goto for line in describe(state, 60) for piece in line}
    assert {state.carriers["traffic"], state.carriers["cost"]} <= targets


def test_the_path_of_a_deep_claim_is_cut_in_the_middle() -> None:
    state = BrowseState(made(chain(5000)))
    state.goto(4999)
    text = " ".join(details(state).split())
    assert text.startswith("Step c0 of the chain. › Step c1 of the chain. › … › Step c4996")
    assert "1.1.1…1.1.1" in text


@settings(max_examples=40)
@given(maps(), st.integers(20, 120))
def test_no_line_is_wider_than_the_pane(argument_map: Map, cells: int) -> None:
    state = BrowseState(made(argument_map))
    for place in range(len(state.rows)):
        state.goto(place)
        for line in describe(state, cells, marks=ASCII):
            assert width("".join(piece.text for piece in line)) <= cells
