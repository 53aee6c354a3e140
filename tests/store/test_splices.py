"""Changes of a text: made, taken back, found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.store.splices import Splice, difference, inverted, spliced

some_text = st.text(st.sampled_from("ab\n\udc80"), max_size=30)


@given(some_text, some_text)
def test_a_change_can_be_found_made_and_taken_back(before: str, after: str) -> None:
    change = difference(before, after)
    assert spliced(before, change) == after
    assert spliced(after, inverted(change)) == before
    assert len(change) == (before != after)


@given(some_text, st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), some_text), max_size=5))
def test_several_pieces_can_be_taken_back(text: str, pieces: list[tuple[int, int, str]]) -> None:
    splices, at = [], 0
    for gap, length, new in pieces:
        at += gap
        if at + length <= len(text):
            splices.append(Splice(at, text[at : at + length], new))
            at += length
    assert spliced(spliced(text, splices), inverted(splices)) == text


@pytest.mark.parametrize(
    "splices",
    [
        [Splice(0, "x", "")],
        [Splice(2, "c", ""), Splice(0, "a", "")],
        [Splice(99, "c", "")],
        [Splice(0, "ab", ""), Splice(1, "b", "")],
    ],
)
def test_what_does_not_fit_the_text_is_refused(splices: list[Splice]) -> None:
    with pytest.raises(ValueError, match="something else"):
        spliced("abc", splices)


def test_the_difference_is_small() -> None:
    text = "line\n" * 10_000
    assert difference(text + "old" + text, text + "new!" + text) == (
        Splice(len(text), "old", "new!"),
    )
