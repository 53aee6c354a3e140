"""Numbers of rows and the words about them."""

from hypothesis import given

from argmap.formats.words import named_side, numbers, repeats, side_words
from argmap.model import Map, MapIndex, Side, Sides, outline
from argmap.model.outline import number
from tests.maps import chain, maps


@given(maps())
def test_numbers_are_those_of_the_model_while_they_are_short(shown: Map) -> None:
    rows = outline(MapIndex(shown))
    named = numbers(rows)
    for place, row in enumerate(rows):
        if row.depth < 12:
            assert named[place] == number(rows, place)


def test_long_numbers_keep_their_last_three_places() -> None:
    named = numbers(outline(MapIndex(chain(20))))
    assert named[11] == "1.1.1.1.1.1.1.1.1.1.1.1"
    assert set(named[12:]) == {"…1.1.1"}


@given(maps())
def test_a_repeat_names_the_row_where_the_claim_is_written_out(shown: Map) -> None:
    rows = outline(MapIndex(shown))
    named = numbers(rows)
    for place, words in repeats(rows, named).items():
        first = named.index(words.removeprefix("see ").removeprefix("back to "))
        assert rows[first].claim == rows[place].claim
        assert rows[first].repeat is None


def test_sides_are_named_once() -> None:
    assert named_side("Pro", "pro") == "pro"
    assert named_side("Government", "pro") == "Government (pro)"
    shown = Map(sides=Sides(pro="For", con="Con"))
    assert [side_words(shown, side) for side in (Side.PRO, Side.CON, Side.BOTH, None)] == [
        "For (pro)",
        "con",
        "both sides",
        "",
    ]
