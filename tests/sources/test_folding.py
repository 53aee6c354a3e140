"""Folding: what looks alike, and that offsets lead back to the original."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.sources.folding import _WIDENING, Folded, fold, without_markup


@pytest.mark.parametrize(
    ("typeset", "typed"),
    [
        ("“Don’t” ‘ask’ «me»", '"Don\'t" \'ask\' "me"'),
        ("2010–2020, co‑operation, −5", "2010-2020, co-operation, -5"),
        ("borders — and beyond", "borders - and beyond"),
        ("borders—and beyond", "borders -- and beyond"),
        ("wait… what", "wait... what"),
        ("ten\xa0million\u202fpesos", "ten million pesos"),
        ("one\r\n  two\n\nthree\tfour", "one two three four"),
        ("co\xadop\u200berate", "cooperate"),
        ("Straße STRASSE ﬁnal", "strasse strasse final"),
        ("ÉCOLE", "école"),
    ],
)
def test_spellings_that_look_alike(typeset: str, typed: str) -> None:
    assert fold(typeset).text == fold(typed).text


@pytest.mark.parametrize(
    ("markdown", "read"),
    [
        ("a **bold** and *slanted* _word_", "a bold and slanted word"),
        ("call `make_map` in snake_case", "call make_map in snake_case"),
        ("see [the paper](https://x.org/a_(b)) now", "see the paper now"),
        ("see ![a chart][fig] and a note[^1].", "see a chart and a note."),
        ("# Title\n\nText", "Title Text"),
        ("Title\n=====\nText", "Title Text"),
        ("> quoted\n> over lines", "quoted over lines"),
        ("\n- first\n  1. second\n* third", "first second third"),
        ("3 \\* 4 is \\[twelve\\]", "3 * 4 is [twelve]"),
        ("before\n```python\ncode here\n```\nafter", "before code here after"),
        ("keep [sic] and a - b", "keep [sic] and a - b"),
        ("~~gone~~ stays", "gone stays"),
    ],
)
def test_markup_is_left_out(markdown: str, read: str) -> None:
    assert fold(markdown, without_markup=True).text.strip() == fold(read).text
    assert without_markup(markdown).strip() == read


def test_every_letter_that_case_folding_widens_is_known() -> None:
    widened = {letter for letter in map(chr, range(0x110000)) if len(letter.casefold()) != 1}
    assert all(re.fullmatch(_WIDENING, letter) for letter in widened)


TRICKY = st.text(
    st.sampled_from("aB \n\t\xa0“’—–-…\xadßﬁİ*_`[]()!>#\\.1é\u0301\u200b"), max_size=60
)


def starts_and_ends(folded: Folded) -> list[tuple[int, int]]:
    return [folded.original(at, at + 1) for at in range(len(folded.text))]


@given(TRICKY, st.booleans())
def test_offsets_rise_and_stay_inside(text: str, markdown: bool) -> None:
    spans = starts_and_ends(fold(text, without_markup=markdown))
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)


@given(TRICKY)
def test_each_folded_letter_comes_from_its_original(text: str) -> None:
    folded = fold(text)
    for letter, (start, end) in zip(folded.text, starts_and_ends(folded), strict=True):
        assert letter in fold(text[start:end]).text


@pytest.mark.parametrize("pattern", ["[", "](", "[a](", "](((", "*", "_", " ", "\n> ", "- ", " —"])
def test_no_pattern_makes_folding_slow(pattern: str) -> None:
    started = time.process_time()
    fold(pattern * 50_000, without_markup=True)
    assert time.process_time() - started < 3
