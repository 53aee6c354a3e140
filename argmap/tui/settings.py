"""How the browser is to look and behave, as the command line and the user's files say."""

from dataclasses import dataclass

from argmap.tui.keys.keymap import STANDARD, Keymap


@dataclass(frozen=True)
class Settings:
    """What the browser is told when it starts."""

    theme: str | None = None
    """Name of the colours; None: those that Textual starts with."""
    ascii_only: bool = False
    """Whether guides and marks are drawn in ASCII."""
    no_color: bool = False
    read_only: bool = False
    """Whether all editing is switched off."""
    keymap: Keymap = STANDARD
    start: str = ""
    """Id of the claim to begin at."""
    complaints: tuple[str, ...] = ()
    """What was wrong with the user's own files; told once there is a screen."""
