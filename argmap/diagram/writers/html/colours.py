"""Themes as CSS variables, so that one file has a light and a dark look."""

import re
from collections.abc import Iterator
from dataclasses import replace

from argmap.diagram.look.contrast import luminance
from argmap.diagram.look.theme import Look, Theme

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_PARTS = ("stripe", "fill", "border", "sign")


def in_variables(theme: Theme) -> Theme:
    """The theme with names of variables instead of colours: ``var(--support-fill)``."""
    return replace(
        theme,
        background="var(--back)",
        text="var(--text)",
        line="var(--line)",
        pale="var(--pale)",
        looks={kind: _named(look, kind.value) for kind, look in theme.looks.items()},
        tints=tuple(_named(look, f"tint{place}") for place, look in enumerate(theme.tints)),
    )


def declarations(theme: Theme) -> str:
    """What the variables stand for in a theme, as CSS declarations."""
    named = "".join(f"--{name}:{_checked(colour)};" for name, colour in _colours(theme))
    return f"color-scheme:{'dark' if luminance(theme.background) < 0.2 else 'light'};{named}"


def _colours(theme: Theme) -> Iterator[tuple[str, str]]:
    yield from (("back", theme.background), ("text", theme.text), ("line", theme.line))
    yield "pale", theme.pale
    looks = [(kind.value, look) for kind, look in theme.looks.items()]
    looks += [(f"tint{place}", look) for place, look in enumerate(theme.tints)]
    for name, look in looks:
        for part in _PARTS:
            yield f"{name}-{part}", getattr(look, part)


def _named(look: Look, name: str) -> Look:
    stripe, fill, border, sign = (f"var(--{name}-{part})" for part in _PARTS)
    return replace(look, stripe=stripe, fill=fill, border=border, sign=sign)


def _checked(colour: str) -> str:
    """A colour stands outside any quotes in the style sheet: nothing else may get there."""
    if not _COLOUR.fullmatch(colour):
        raise ValueError(f"not a colour: {colour!r}")
    return colour
