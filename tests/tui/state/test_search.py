from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import Map
from argmap.sources import open_map
from argmap.tui.state.browse import BrowseState
from argmap.tui.state.filters import parse
from argmap.tui.state.search import Search, folded, hits
from tests.maps import TEACHING, maps
from tests.tui.screens import made, state_of

ACCENTS = """\
claims:
- claim: Le café ferme à midi.
  supports:
  - id: eszett
    claim: Die Straße ist zu.
    speaker: Frau Müller
  - claim: Nothing else.
    tags: [opening]
    note: see the minutes
"""


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("CAFE", 1),
        ("café", 1),
        ("strasse", 1),
        ("muller", 1),
        ("eszett", 1),
        ("opening", 1),
        ("minutes", 1),
        ("zu frau", 1),
        ("zu opening", 0),
        ("   ", 0),
        ("e", 3),
    ],
)
def test_search_ignores_case_and_accents_and_wants_every_word(query: str, found: int) -> None:
    assert len(Search(state_of(ACCENTS)).find(query)) == found


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("Die Straße", "strasse", ["Straße"]),
        ("Café au lait, cafe", "CAFE", ["Café", "cafe"]),
        ("ﬁne", "i", ["ﬁ"]),
        ("plain", "zz", []),
        ("e\u0301t\u00e9", "ete", ["e\u0301t\u00e9"]),
    ],
)
def test_hits_are_stretches_of_the_text_itself(text: str, query: str, marked: list[str]) -> None:
    assert [text[span.start : span.end] for span in hits(text, query)] == marked


def test_folding_keeps_what_has_no_case_or_accent() -> None:
    assert folded("ΆΣ 日本 🙂") == "ας 日本 🙂".replace("ς", "σ")


def test_typing_goes_to_the_first_match_from_where_the_search_began() -> None:
    state = state_of(TEACHING)
    state.goto(state.carriers["poor"])
    search = Search(state)
    search.type("it")
    assert state.row is not None
    assert state.row.claim == "ration"
    assert search.summary() == "3 of 4"
    search.type("it w")
    assert state.row.claim == "traffic"


def test_typing_unfolds_only_the_match_of_the_moment() -> None:
    state = state_of(TEACHING)
    state.fold_all()
    before = set(state.folded)
    search = Search(state)
    search.type("walk")
    assert state.row is not None
    assert state.row.claim == "walkers"
    search.type("walkx")
    assert state.folded == before
    assert search.summary() == "no match"


def test_cancelling_restores_folds_and_cursor() -> None:
    state = state_of(TEACHING)
    state.fold_all()
    before = set(state.folded)
    search = Search(state)
    search.type("ring road")
    search.cancel()
    assert (state.cursor, state.folded) == (0, before)


def test_matches_are_stepped_through_round_the_end() -> None:
    state = state_of(TEACHING)
    search = Search(state)
    search.type("city")
    ranks = []
    for direction in (1, 1, 1, -1):
        search.step(direction)
        ranks.append(search.rank)
    assert ranks == [2, 3, 1, 3]
    state.move(-1)
    assert search.summary().endswith("of 3")


def test_a_search_over_a_reread_map_finds_the_same_words() -> None:
    state = state_of(TEACHING)
    search = Search(state)
    search.type("city")
    again = search.again(state_of(TEACHING.replace("The city", "The town")))
    assert (again.query, len(again.matches)) == ("city", 1)


def test_passages_and_titles_of_sources_are_searched_too(tmp_path: Path) -> None:
    (tmp_path / "paper.txt").write_text("In nine towns people rode\nmuch more often.", "utf-8")
    (tmp_path / "map.yaml").write_text(
        "sources: {s: {title: Options for the Network, file: paper.txt}}\n"
        "claims:\n- {id: a, claim: A, cites: [{source: s, start: In nine, end: often}]}\n- B\n",
        "utf-8",
    )
    search = Search(BrowseState(open_map(tmp_path / "map.yaml")))
    assert len(search.find("people MUCH")) == 1
    assert len(search.find("network options")) == 1
    assert search.find("people seldom") == []


def test_a_source_that_most_claims_cite_does_not_make_them_all_match() -> None:
    cited = [f"- {{claim: Claim {n}, cites: [{{source: report, quote: q}}]}}\n" for n in range(3)]
    text = "sources: {report: {title: A report on fares}}\nclaims:\n" + "".join(cited)
    assert Search(state_of(f"{text}- Fares are low.\n")).find("fares") == [3]


def test_only_what_may_show_is_found() -> None:
    state = state_of(TEACHING)
    search = Search(state)
    assert len(search.find("it")) == 4
    state.zoom(state.carriers["traffic"])
    assert search.find("it") == [state.carriers["traffic"]]
    state.unzoom()
    state.set_filter(parse("con"))
    search.step(1)
    assert search.matches == [state.carriers["cost"]]
    assert state.row is not None
    assert state.row.claim == "cost"


def test_a_search_that_is_kept_can_be_taken_back() -> None:
    state = state_of(TEACHING)
    search = Search(state)
    search.type("ring")
    search.keep()
    state.back()
    assert state.cursor == 0


@given(maps(), st.lists(st.text("ab cé"), max_size=6))
def test_what_was_typed_before_never_changes_what_is_found(
    argument_map: Map, queries: list[str]
) -> None:
    search = Search(BrowseState(made(argument_map)))
    for query in queries:
        afresh = Search(search.state)
        assert search.find(query) == afresh.find(query)


def test_a_mistyped_word_finds_what_is_like_it() -> None:
    search = Search(state_of(TEACHING))
    search.type("trffc")
    assert search.matches
    assert all("traffic" in searched(search, place) for place in search.matches)
    assert search.summary() == f"1 of {len(search.matches)} like it"
    search.type("city")
    assert search.summary() == "1 of 3"
    assert search.find("zzqx") == []
    assert search.summary() == "no match"


def searched(search: Search, place: int) -> str:
    return search.state.row_texts[place]
