"""From the name of a theme, or of a file that holds one, to the theme."""

from argmap.diagram.look.theme import Theme
from argmap.diagram.look.themes import THEMES
from argmap.errors import UsageError
from argmap.text import ellipsis, nearest


def theme_named(name: str) -> Theme:
    """A built-in theme, or the one in a file; the name of a file has a dot or a slash in it.

    Raises:
        UsageError: it is neither.
        FileError: there is a file, but no theme in it.
    """
    if name in THEMES:
        return THEMES[name]
    if any(sign in name for sign in "/\\."):
        from argmap.diagram.look.own import load_theme  # noqa: PLC0415 - few have their own

        return load_theme(name)
    guess = nearest(name, THEMES)
    meant = f"Did you mean {guess}? " if guess else ""
    raise UsageError(
        f"There is no theme `{ellipsis(name, 40)}`.",
        f"{meant}Themes: {', '.join(THEMES)}; or name a file, as in mine.yaml.",
    )
