"""Other programs: the user's editor at a line, and whatever opens pictures."""

import contextlib
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from argmap.errors import FileError, MissingComponent, UsageError
from argmap.store.files import is_ours_and_old

_AT_LINE = {"code": "--goto", "codium": "--goto", "subl": "", "hx": "", "zed": ""}
"""Editors that take ``FILE:LINE``, and what stands before it; others take ``+LINE FILE``."""
_USUAL = ("sensible-editor", "nano", "vim", "vi", "notepad")

_VIEWS_START = "argmap-view-"
_VIEWS_LAST = 24 * 3600.0
"""Seconds."""
_VIEWS: list[Path] = []
"""The folders that were made for pictures; the last is used."""


def editor_command(path: str, line: int) -> list[str]:
    """The command that opens the user's editor at a line of a file.

    Raises:
        MissingComponent: no editor is named, and none of the usual ones is there.
        UsageError: what EDITOR says is no command.
    """
    chosen = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        words = shlex.split(chosen, posix=os.name != "nt") if chosen.strip() else []
    except ValueError:
        raise UsageError(
            "EDITOR has a quotation mark that is not closed", "Set it anew: export EDITOR=nano"
        ) from None
    if not words:
        words = [found for name in _USUAL if (found := shutil.which(name))][:1]
    if not words:
        raise MissingComponent("No editor is named.", "Set EDITOR, as in: export EDITOR=nano")
    if shutil.which(words[0]) is None:
        raise MissingComponent(
            f"The editor `{words[0]}` is not there.", "Set EDITOR to one that is."
        )
    file = os.path.abspath(path)  # noqa: PTH100 - a name that starts with a dash must not be one
    name = Path(words[0]).stem
    if name in _AT_LINE:
        return [*words, *filter(None, [_AT_LINE[name]]), f"{file}:{line}"]
    return [*words, file] if name == "notepad" else [*words, f"+{line}", file]


def run_editor(path: str, line: int) -> None:
    """Open the user's editor at a line of a file, and wait until it is closed.

    Raises:
        MissingComponent: there is no editor.
        UsageError: what EDITOR says is no command.
        FileError: it could not be started.
    """
    command = editor_command(path, line)
    try:
        subprocess.run(command, check=False)  # noqa: S603 - the user's own choice
    except OSError as error:
        raise FileError(f"{command[0]}: cannot be started: {error.strerror}") from None


def folder_for_views() -> Path:
    """A folder for pictures that are only to be looked at, the same for as long as this runs.

    It outlasts the program, for another one shows what is in it; after a day it is removed.
    """
    if not (_VIEWS and _VIEWS[-1].is_dir()):
        _remove_old_views()
        _VIEWS.append(Path(tempfile.mkdtemp(prefix=_VIEWS_START)))
    return _VIEWS[-1]


def _remove_old_views() -> None:
    with contextlib.suppress(OSError):
        with os.scandir(tempfile.gettempdir()) as entries:
            views = [entry for entry in entries if entry.name.startswith(_VIEWS_START)]
        for entry in views:
            if is_ours_and_old(entry, _VIEWS_LAST):
                shutil.rmtree(entry.path, ignore_errors=True)


def show_file(path: Path) -> bool:
    """Open a file with the program that the desktop has for it; whether there is one."""
    if sys.platform == "darwin":
        opener = ["open"]
    elif sys.platform == "win32":
        opener = ["cmd", "/c", "start", ""]
    elif os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        opener = ["xdg-open"]
    else:
        return False
    found = shutil.which(opener[0])
    if found is None:
        return False
    quiet = subprocess.DEVNULL
    subprocess.Popen(  # noqa: S603 - a file of our own making
        [found, *opener[1:], str(path)], stdin=quiet, stdout=quiet, stderr=quiet
    )
    return True
