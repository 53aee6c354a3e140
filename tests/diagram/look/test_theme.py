"""Colours can be read, and are never the only difference."""

import pytest

from argmap.diagram.look.theme import LIGHT, Look, polygon
from argmap.diagram.view import WORDS, Kind


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("look", LIGHT.looks.values(), ids=list(LIGHT.looks))
def test_text_and_borders_stand_out(look: Look) -> None:
    assert contrast(LIGHT.text, look.fill) >= 12
    assert contrast(look.border, LIGHT.background) >= 4.5
    assert contrast(look.sign, look.stripe) >= 4.5


def test_lines_stand_out() -> None:
    assert contrast(LIGHT.line, LIGHT.background) >= 3


def test_every_kind_differs_in_border_word_and_sign() -> None:
    borders = {(look.stroke, look.dashes) for look in LIGHT.looks.values()}
    assert len(borders) == len(Kind)
    assert len(set(WORDS.values())) == len(Kind)
    assert len({tuple(polygon(kind, 1.0)) for kind in Kind}) == len(Kind)
