"""Which colours to use."""

from argmap.errors import UsageError
from argmap.text import nearest

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
