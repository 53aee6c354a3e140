"""Text in a font that PowerPoint has: no more lines than were planned."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.diagram.lettering import metrics
from argmap.diagram.lettering.fonts import Weight
from argmap.diagram.writers.pptx.lettering import roomy, set_in, width

WORDS = st.lists(st.text("abcdefgimw ,.É", min_size=1, max_size=12), min_size=1, max_size=30)


def lines_of(text: str, room: float, size: float, spacing: float, weight: Weight) -> int:
    """How many lines a text takes, put down word by word."""
    lines, used = 1, 0.0
    for number, word in enumerate(text.split(" ")):
        wide = width(word, weight) * size + len(word) * spacing
        gap = (width(" ", weight) * size + spacing) if number else 0
        if used + gap + wide > room and used:
            lines, used = lines + 1, wide
        else:
            used += gap + wide
    return lines


@given(WORDS, st.sampled_from(list(Weight)), st.integers(8, 30))
def test_text_takes_no_more_lines_than_in_the_picture(
    words: list[str], weight: Weight, em: int
) -> None:
    text, size = " ".join(" ".join(words).split()), 14.0
    room = em * size
    planned = metrics.wrap(text, em, weight)
    margin = roomy(text, room + 6, 6, len(planned), size, weight, 0.97)
    at, spacing = set_in(text, room + 6 - margin, len(planned), size, weight, 0.97)
    assert 0 <= margin <= 6
    assert size / 2 <= at <= size
    assert spacing <= 0
    assert lines_of(text, room + 6 - margin, at, spacing, weight) <= len(planned)


def test_text_keeps_its_size_in_ordinary_boxes() -> None:
    text = "Free buses would take cars off the road in every city of the country."
    for em in range(8, 30):
        planned = metrics.wrap(text, em)
        room = 18 * em + 6
        margin = roomy(text, room, 6, len(planned), 18, Weight.REGULAR, 0.97)
        setting = set_in(text, room - margin, len(planned), 18, Weight.REGULAR, 0.97)
        assert setting.size == 18


@pytest.mark.parametrize("weight", list(Weight))
def test_widths_are_those_of_arial(weight: Weight) -> None:
    assert width("m", weight) == (0.833 if weight is Weight.REGULAR else 0.889)
    assert width("漢", weight) >= 1


def test_a_word_of_20000_letters_is_set() -> None:
    planned = metrics.wrap("x" * 20_000, 20)
    assert set_in("x" * 20_000, 240, len(planned), 12, Weight.REGULAR, 0.97).size > 6
