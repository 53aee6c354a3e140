from hypothesis import given
from hypothesis import strategies as st

from argmap.tui.asking.fuzzy import Matcher
from argmap.tui.state.search import folded
from tests.maps import texts

BUSES = [
    "Most new riders would have walked.",
    "Free buses would take cars off the road.",
    "A city should not ration mobility by income.",
    "The overcrowding of buses would grow.",
    "Traffic in Zürich fell where fares fell.",
    "free-buses",
]


def found(query: str, *of: str, limit: int = 10) -> list[str]:
    listed = list(of or BUSES)
    return [listed[place] for place in Matcher(listed).best(query, limit)]


def test_words_are_found_in_any_order_whatever_their_case_and_accents() -> None:
    assert found("ROAD free") == ["Free buses would take cars off the road."]
    assert found("zurich") == found("ZÜRICH") == ["Traffic in Zürich fell where fares fell."]


def test_without_a_query_the_first_texts_are_listed() -> None:
    assert found(" ", limit=2) == BUSES[:2]
    assert found("", "") == [""]
    assert Matcher([]).best("", 5) == Matcher([]).best("x", 5) == []


def test_a_text_that_begins_with_the_query_comes_first_then_beginnings_of_words() -> None:
    assert found("car", "scarce", "a car", "cars", "card games", "a-cart") == [
        *("cars", "card games", "a car", "a-cart"),
        "scarce",
    ]


def test_letters_left_out_of_a_word_are_forgiven() -> None:
    assert found("trffc")[0] == "Traffic in Zürich fell where fares fell."
    assert found("fre bses")[:2] == ["Free buses would take cars off the road.", "free-buses"]
    assert found("xylophone") == []


def test_guesses_come_after_what_was_found_and_only_where_there_is_room() -> None:
    assert found("mst", "almost", "most") == ["most"]
    assert found("bus", "b-u-s", "buoys", "bus") == ["bus", "buoys"]
    assert found("bus", "buoys", "bus", limit=1) == ["bus"]


def test_punctuation_can_be_searched_for() -> None:
    assert found("%", "ten per cent", "10 %") == ["10 %"]
    assert found("c++ (x", "c", "in c++ (x86)") == ["in c++ (x86)"]


def test_texts_of_several_lines_stay_one_item() -> None:
    assert Matcher(["one\ntwo", "three"]).best("three", 5) == [1]


@given(st.lists(texts, max_size=12), st.lists(texts, min_size=1, max_size=6))
def test_typing_on_finds_the_same_as_searching_anew(listed: list[str], typed: list[str]) -> None:
    matcher = Matcher(listed)
    query = ""
    for words in typed:
        query += words[:4]
        assert matcher.best(query, 20) == Matcher(listed).best(query, 20)


@given(st.lists(texts, min_size=1, max_size=8), st.data())
def test_every_stretch_of_a_text_finds_it(listed: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(listed) - 1))
    start = data.draw(st.integers(0, len(listed[place]) - 1))
    query = listed[place][start : start + 6]
    assert place in Matcher(listed).best(query, len(listed))


@given(st.lists(texts, max_size=8), texts)
def test_what_holds_every_word_as_the_search_of_the_map_has_it_comes_first(
    listed: list[str], query: str
) -> None:
    best = Matcher(listed).best(query, len(listed))
    words = folded(query).split()
    holding = {
        place for place, text in enumerate(listed) if all(word in folded(text) for word in words)
    }
    assert set(best[: len(holding)]) == holding
