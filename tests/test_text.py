"""Cleaning, measuring and wrapping of text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.text import (
    FORBIDDEN,
    clean,
    clusters,
    count,
    ellipsis,
    nearest,
    one_line,
    slug,
    width,
    wrap,
)

any_text = st.text(max_size=80)
FAMILY = "👩‍👩‍👧"


@given(any_text)
def test_clean_text_holds_nothing_forbidden(text: str) -> None:
    assert not FORBIDDEN.search(clean(text))
    assert len(clean(text)) == len(text)


@pytest.mark.parametrize(
    "bad", ["\x1b", "\x07", "\x9b", "\x7f", "\u202e", "\u2066", "\ufeff", "\u200b"]
)
def test_what_steers_a_terminal_is_replaced(bad: str) -> None:
    assert clean(f"a{bad}b") == "a\ufffdb"


@pytest.mark.parametrize("good", ["\t", "\n", "é", "بالعربية", "नमस्ते", FAMILY, "می‌خواهم", "漢字"])
def test_what_scripts_need_is_kept(good: str) -> None:
    assert clean(good) == good


@given(any_text, st.integers(2, 40))
def test_wrapped_lines_fit_and_keep_every_character(text: str, cells: int) -> None:
    lines = wrap(text, cells)
    assert all(width(line) <= cells or len(list(clusters(line))) == 1 for line in lines)
    assert "".join(lines).replace(" ", "") == one_line(text).replace(" ", "")


def test_long_word_is_cut_not_lost() -> None:
    lines = wrap("x" * 20_000, 30)
    assert len(lines) == 667
    assert "".join(lines) == "x" * 20_000


def test_wide_characters_count_twice() -> None:
    assert (width("abc"), width("漢字"), width(FAMILY)) == (3, 4, 2)
    assert wrap("漢字漢字", 5) == ["漢字", "漢字"]


def test_a_mark_that_widens_behind_a_space_is_counted() -> None:
    line = "000000 \u17be"
    assert width(line) == 8
    assert wrap(line, 7) == ["000000", "\u17be"]


@given(any_text, st.integers(1, 20))
def test_ellipsis_fits(text: str, cells: int) -> None:
    assert width(ellipsis(text, cells)) <= max(cells, 1)


def test_clusters_keep_emoji_families_and_accents_together() -> None:
    assert list(clusters("a" + FAMILY + "e\u0301")) == ["a", FAMILY, "e\u0301"]


def test_slug_is_an_id_made_of_the_words() -> None:
    assert slug("The city — really! — should not pay.") == "the-city-really-should-not"
    assert slug("Бесплатный автобус") == "бесплатный-автобус"
    assert slug("!?") == "claim"


def test_nearest_guesses_only_what_is_near() -> None:
    assert nearest("suports", ["supports", "rebuttals"]) == "supports"
    assert nearest("zzz", ["supports", "rebuttals"]) is None


def test_count_speaks_english() -> None:
    assert (count(1, "claim"), count(1200, "claim"), count(2, "entry", "entries")) == (
        "1 claim",
        "1,200 claims",
        "2 entries",
    )
