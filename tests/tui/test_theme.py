import pytest
from textual.color import Color

from argmap.errors import UsageError
from argmap.tui.theme import HIGH_CONTRAST, chosen, high_contrast


def test_every_colour_of_the_high_contrast_theme_stands_out_from_the_ground() -> None:
    theme = high_contrast()
    ground = Color.parse(theme.background or "")
    texts = [theme.foreground or "", *filter(lambda word: "#" in word, theme.variables.values())]
    assert len(texts) == 6
    for text in texts:
        assert _contrast(Color.parse(text), ground) >= 7
    cursor = ground.blend(Color.parse(theme.primary), 0.35)
    assert _contrast(Color.parse(theme.foreground or ""), cursor) >= 7


def _contrast(one: Color, other: Color) -> float:
    """WCAG 2.2: the ratio of relative luminances, each with 0.05 of stray light."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: Color) -> float:
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
             for part in color.normalized]  # fmt: skip
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def test_a_theme_that_is_not_there_is_named_with_the_nearest() -> None:
    assert chosen(HIGH_CONTRAST, [HIGH_CONTRAST]) == HIGH_CONTRAST
    assert chosen(None, []) is None
    with pytest.raises(UsageError, match="high-contast") as refusal:
        chosen("high-contast", ["nord", HIGH_CONTRAST])
    assert "Did you mean high-contrast?" in refusal.value.remedy
