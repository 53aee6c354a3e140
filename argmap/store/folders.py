"""The user's own folders, as the XDG base directory specification places them."""

import os
from pathlib import Path


def config_folder() -> Path:
    """Where the user's settings are: ``~/.config/argmap``, or below XDG_CONFIG_HOME."""
    return _folder("XDG_CONFIG_HOME", ".config")


def state_folder() -> Path:
    """Where argmap keeps what it remembers: ``~/.local/state/argmap``, or below XDG_STATE_HOME."""
    return _folder("XDG_STATE_HOME", ".local/state")


def at_home(path: str) -> Path:
    """A path as a user wrote it, who may have begun it with ``~`` for the home folder."""
    return Path(os.path.expanduser(path))  # noqa: PTH111 - Path's own raises where there is none


def _folder(variable: str, usual: str) -> Path:
    named = os.environ.get(variable, "")
    # The specification says to pass over relative paths.
    base = Path(named) if os.path.isabs(named) else at_home("~") / usual  # noqa: PTH117 - of a string
    return base / "argmap"
