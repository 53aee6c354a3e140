"""Colours can be read, stay apart for colour-blind eyes, and are never the only difference."""

from collections.abc import Iterable
from itertools import combinations

import pytest

from argmap.diagram.look.contrast import BLINDNESS, contrast, distance, lab
from argmap.diagram.look.theme import LIGHT, NONE, OTHER, Look, Theme, polygon
from argmap.diagram.look.themes import THEMES
from argmap.diagram.view import WORDS, Kind

SIGHTS = ["", *BLINDNESS]
BY_HUE = ["light", "dark", "contrast"]

every_theme = pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))


def nearest_pair(colours: Iterable[str], sight: str) -> float:
    return min(distance(one, other, sight) for one, other in combinations(colours, 2))


def looks_of(theme: Theme) -> list[Look]:
    return [*theme.looks.values(), *theme.tints]


def test_the_arithmetic_agrees_with_published_values() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)
    assert lab("#FF0000") == pytest.approx((53.24, 80.09, 67.20), abs=0.02)
    assert lab("#0000FF") == pytest.approx((32.30, 79.19, -107.86), abs=0.02)


@pytest.mark.parametrize("sight", BLINDNESS)
def test_no_kind_of_blindness_changes_greys(sight: str) -> None:
    assert distance("#808080", "#808080", sight) == 0
    assert lab("#808080", sight) == pytest.approx(lab("#808080"), abs=0.1)


def test_red_and_green_come_together_without_one_of_their_cones() -> None:
    assert distance("#2E8B2E", "#C62828") > 100
    assert distance("#2E8B2E", "#C62828", "deuteranopia") < 10


@every_theme
def test_text_can_be_read_on_every_fill(theme: Theme) -> None:
    for look in looks_of(theme):
        assert contrast(theme.text, look.fill) >= 7
        assert contrast(look.border, look.fill) >= 4.5, "small words in the box"
        assert contrast(look.border, theme.background) >= 4.5, "the word above the box"
    assert contrast(theme.text, theme.background) >= 7
    assert contrast(theme.line, theme.background) >= 4.5, "muted text, and links"


@every_theme
def test_signs_stand_out_on_their_stripes(theme: Theme) -> None:
    for look in looks_of(theme):
        assert contrast(look.sign, look.stripe) >= 4.5


@every_theme
def test_what_is_not_on_the_page_is_paler_than_what_is(theme: Theme) -> None:
    pale = contrast(theme.pale, theme.background)
    assert 1.5 <= pale < 2.5
    assert all(contrast(look.border, theme.background) > 2 * pale for look in looks_of(theme))


@pytest.mark.parametrize("name", BY_HUE)
@pytest.mark.parametrize("sight", SIGHTS)
def test_stripes_of_all_kinds_stay_apart(name: str, sight: str) -> None:
    assert nearest_pair((look.stripe for look in THEMES[name].looks.values()), sight) >= 20


@pytest.mark.parametrize("name", BY_HUE)
@pytest.mark.parametrize("sight", SIGHTS)
def test_tints_stay_apart(name: str, sight: str) -> None:
    assert nearest_pair((look.stripe for look in THEMES[name].tints), sight) >= 20


def test_grey_needs_no_hue() -> None:
    grey = THEMES["grey"]
    colours = [grey.background, grey.text, grey.line, grey.pale]
    for look in looks_of(grey):
        colours += [look.stripe, look.fill, look.border, look.sign]
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in colours)
    assert nearest_pair((look.stripe for look in grey.looks.values()), "") >= 20
    assert nearest_pair((look.stripe for look in grey.tints), "") >= 10
    assert len({look.fill for look in grey.tints}) > 1, "fills help to tell as many as these"


def test_contrast_is_black_on_white_with_thick_borders() -> None:
    theme = THEMES["contrast"]
    for kind, look in theme.looks.items():
        assert contrast(look.border, look.fill) == contrast(theme.text, look.fill)
        assert contrast(look.border, look.fill) == pytest.approx(21)
        assert contrast(look.sign, look.stripe) >= 7
        assert look.stroke > LIGHT.looks[kind].stroke
    assert theme.pen > LIGHT.pen


@every_theme
def test_every_kind_differs_in_border_word_and_sign(theme: Theme) -> None:
    borders = {(look.stroke, look.dashes) for look in theme.looks.values()}
    assert len(borders) == len(Kind)
    assert len(set(WORDS.values())) == len(Kind)
    assert len({tuple(polygon(kind, 1.0)) for kind in Kind}) == len(Kind)


@every_theme
def test_a_tint_gives_colours_and_leaves_the_border_that_of_the_kind(theme: Theme) -> None:
    assert len(theme.tints) == max(OTHER, NONE) + 1
    own, tinted = theme.look(Kind.REBUTTAL), theme.look(Kind.REBUTTAL, 0)
    assert own == theme.looks[Kind.REBUTTAL]
    assert (tinted.stroke, tinted.dashes) == (own.stroke, own.dashes)
    assert (tinted.stripe, tinted.fill) == (theme.tints[0].stripe, theme.tints[0].fill)
