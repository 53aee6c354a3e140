"""Opening the browser on a map file."""

import gc
import os
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from argmap.errors import ArgmapError
from argmap.tui.session.mapfile import MapFile

if TYPE_CHECKING:
    from argmap.tui.app import BrowserApp
    from argmap.tui.settings import Settings

_PATIENCE = 0.4
"""Seconds that the first frame may wait for the map, so that it usually shows it at once."""
_SEARCHES = 3_000, 10, 10
"""How many new things start a search for garbage among them, and when older ones are searched."""
_TURN = 0.0005
"""Seconds that one thread computes while another wants to."""


def run(
    path: str,
    *,
    source_files: Mapping[str, str] | None = None,
    theme: str | None = None,
    ascii_only: bool = False,
    no_color: bool = False,
    read_only: bool = False,
    start: str = "",
) -> int:
    """Browse and edit the map at `path` until the user leaves; returns the exit code.

    Where `path` is a folder, one of its maps is chosen first.

    `source_files` gives paths of documents by source id, as for `open_map`. `ascii_only` draws
    guides and marks in ASCII; so does a terminal that knows nothing else. `no_color`, or
    NO_COLOR in the environment, leaves out all colour. In a `read_only` map nothing is edited.
    `start` is the id of the claim to begin at.

    Raises:
        FileError: the map, or a file of `source_files`, cannot be read.
        UsageError: there is no such theme, or no such source.
    """
    from argmap.store.garbage import no_collection  # noqa: PLC0415 - with the rest of reading

    until_ready = ExitStack()
    until_ready.enter_context(no_collection(keep=True))  # what is made so far stays
    # From then on searches that are over before the next frame, not the few that a command makes.
    until_ready.callback(gc.set_threshold, *_SEARCHES)
    # Edits are written in a thread: the screen has to have its turn more often than usual.
    sys.setswitchinterval(_TURN)
    if no_color:
        os.environ["NO_COLOR"] = "1"
    from argmap.tui.app import BrowserApp  # noqa: PLC0415 - costs as much as all else together

    # Only now: two threads that both import and compute take longer than one after the other.
    reading = None if Path(path).is_dir() else MapFile(path, source_files).read()
    settings = _with_users_keys(
        theme=theme,
        ascii_only=ascii_only or _knows_only_ascii(),
        no_color=bool(os.environ.get("NO_COLOR")),
        read_only=read_only,
        start=start,
    )
    app = BrowserApp(reading or Path(path), settings)
    app.until_ready = until_ready
    if reading is not None:
        reading.wait(_PATIENCE)
    return _code_of(app)


def _with_users_keys(**chosen: Any) -> "Settings":  # noqa: ANN401 - the fields of `Settings`
    from argmap.tui.commands import COMMANDS  # noqa: PLC0415 - with the application
    from argmap.tui.keys.keymap import Keymap, keys_file  # noqa: PLC0415 - likewise
    from argmap.tui.settings import Settings  # noqa: PLC0415 - likewise

    keymap, complaints = Keymap.load(keys_file(), COMMANDS)
    return Settings(keymap=keymap, complaints=tuple(complaints), **chosen)


def _code_of(app: "BrowserApp") -> int:
    """Run the application to its end."""
    failure = app.run()
    if isinstance(failure, ArgmapError):
        raise failure
    if app.bug is not None:
        app.bug.add_note("Edits that were not saved are kept; argmap open offers them again.")
        raise app.bug
    return app.return_code or 0


def _knows_only_ascii() -> bool:
    encoding = (getattr(sys.__stdout__, "encoding", None) or "ascii").lower()
    return os.environ.get("TERM") == "linux" or "utf" not in encoding
