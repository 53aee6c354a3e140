"""Text is measured with the font's own widths, and wrapped without losing a character."""

from hypothesis import given
from hypothesis import strategies as st

from argmap.diagram.lettering import metrics
from argmap.diagram.lettering.fonts import Weight, font_file
from argmap.text import clusters, one_line

texts = st.text(st.characters(codec="utf-8"), max_size=200).map(one_line)
_WORDS = st.sampled_from(["a", "quick", "responsibilities", "of", "1234", "city,", "—"])
plain = st.lists(_WORDS, min_size=1)


def test_widths_are_those_that_the_pdf_writer_uses() -> None:
    from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415 - slow

    font = TTFont("Roboto-Medium", str(font_file(Weight.MEDIUM)))
    text = "Fares keep poor résidents “at home” – 1,240 times."
    assert abs(metrics.width(text, Weight.MEDIUM) * 12 - font.stringWidth(text, 12)) < 0.01


def test_joining_characters_take_no_room_and_wide_ones_an_em() -> None:
    assert metrics.width("e\u0301") == metrics.width("e")
    assert metrics.width("漢字") == 2.0
    assert metrics.width("🚌") > 1.0


def test_characters_that_the_font_lacks_are_named_once() -> None:
    assert metrics.uncovered(["bus 漢", "漢 🚌 é\u0301 \u200d"]) == ["漢", "🚌"]


@given(texts, st.floats(0.5, 40))
def test_wrapped_lines_give_the_text_and_keep_to_the_room(text: str, room: float) -> None:
    lines = metrics.wrap(text, room)
    assert "".join(lines) == text
    for line in lines:
        fits = metrics.width(line.rstrip(" ")) <= room + 1e-9
        assert fits or len(list(clusters(line.rstrip(" ")))) == 1


@given(plain.map(" ".join), st.floats(8, 60))
def test_lines_needed_agrees_with_wrapping(text: str, room: float) -> None:
    sizes = metrics.ruler()
    needed = metrics.lines_needed([sizes[word] for word in text.split(" ")], room, sizes.space)
    assert needed == len(metrics.wrap(text, room))


def test_words_that_fit_are_never_cut() -> None:
    assert metrics.wrap("one two three", metrics.width("three")) == ["one ", "two ", "three"]


def test_empty_text_is_one_empty_line() -> None:
    assert metrics.wrap("", 10) == [""]


def test_a_very_long_word_is_cut_in_linear_time() -> None:
    assert "".join(metrics.wrap("x" * 20_000, 10)) == "x" * 20_000
