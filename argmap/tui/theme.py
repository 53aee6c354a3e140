"""Which colours to use."""

from typing import TYPE_CHECKING

from argmap.errors import UsageError
from argmap.text import nearest

if TYPE_CHECKING:
    from textual.theme import Theme

PLAIN = "ansi-dark"
"""The theme that leaves all colours to the terminal; without colours, reverse marks the cursor."""


def chosen(theme: str | None, known: list[str]) -> str | None:
    """The name of a theme that exists, None where none was asked for.

    Raises:
        UsageError: there is no such theme.
    """
    if theme is None or theme in known:
        return theme
    near = nearest(theme, known)
    remedy = f"Did you mean {near}? " if near else ""
    raise UsageError(f"There is no theme {theme!r}.", f"{remedy}Themes: {', '.join(known)}.")


HIGH_CONTRAST = "high-contrast"
"""Our own theme: black and white, and few colours, each at least 7 to 1 against the ground."""


def high_contrast() -> "Theme":
    """The theme for eyes, projectors and sunlight that swallow shades (WCAG 2.2, 1.4.6)."""
    from textual.theme import Theme  # noqa: PLC0415 - the command line only asks for names

    return Theme(
        name=HIGH_CONTRAST,
        primary="#7fd4ff",
        secondary="#7fd4ff",
        accent="#ffff00",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#000000",
        success="#5cff5c",
        warning="#ffd000",
        error="#ff9a9a",
        dark=True,
        variables={
            "text-primary": "#7fd4ff",
            "text-success": "#5cff5c",
            "text-error": "#ff9a9a",
            "text-warning": "#ffd000",
            "text-accent": "#ffff00",
        },
    )
