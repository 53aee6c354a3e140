from hypothesis import given
from hypothesis import strategies as st

from argmap.text import FORBIDDEN
from argmap.tui.asking.prompts import MOST_CHARACTERS
from argmap.tui.asking.typed import MOST_IN_LINES, fitted


def test_line_ends_become_spaces_where_a_text_is_one_paragraph() -> None:
    assert fitted("one\r\n  two\n\nthree\rfour\tfive").text == "one two three four five"
    assert fitted("one\r\n  two\rthree\tx", lines=True).text == "one\n  two\nthree\tx"


def test_what_no_map_may_hold_is_replaced_and_told() -> None:
    pasted = fitted("a\x1b[31m\x00b")
    assert pasted.text == "a\ufffd[31m\ufffdb"
    assert "2 characters" in pasted.told
    assert fitted("plain ✓").told == ""


def test_what_is_too_long_is_cut_and_told() -> None:
    pasted = fitted("x" * 1_000_000)
    assert len(pasted.text) == MOST_CHARACTERS
    assert "20,000" in pasted.told
    assert len(fitted("x" * 1_000_000, lines=True).text) == MOST_IN_LINES
    assert fitted("more", MOST_CHARACTERS + 1) == fitted("other", MOST_CHARACTERS)


@given(st.text(), st.integers(0, 50), st.booleans())
def test_whatever_is_pasted_fits(text: str, room: int, lines: bool) -> None:
    used = (MOST_IN_LINES if lines else MOST_CHARACTERS) - room
    pasted = fitted(text, used, lines=lines)
    assert len(pasted.text) <= room
    assert not FORBIDDEN.search(pasted.text)
    assert lines or "\n" not in pasted.text
    assert fitted(pasted.text, used, lines=lines) == (pasted.text, "")
