"""Opening the browser on a map file."""

import gc
import os
import sys
from collections.abc import Mapping

from argmap.errors import ArgmapError
from argmap.tui.mapfile import MapFile

_PATIENCE = 0.4
"""Seconds that the first frame may wait for the map, so that it usually shows it at once."""


def run(
    path: str,
    *,
    source_files: Mapping[str, str] | None = None,
    theme: str | None = None,
    ascii_only: bool = False,
    no_color: bool = False,
) -> int:
    """Browse the map at `path` until the user leaves; returns the exit code.

    `source_files` gives paths of documents by source id, as for `open_map`. `ascii_only` draws
    guides and marks in ASCII; so does a terminal that knows nothing else. `no_color`, or
    NO_COLOR in the environment, leaves out all colour.

    Raises:
        FileError: the map, or a file of `source_files`, cannot be read.
        UsageError: there is no such theme, or no such source.
    """
    gc.disable()  # until the first frame: nothing that is made so far goes away again
    if no_color:
        os.environ["NO_COLOR"] = "1"
    from argmap.tui.app import BrowserApp  # noqa: PLC0415 - costs as much as all else together

    # Only now: two threads that both import and compute take longer than one after the other.
    reading = MapFile(path, source_files).read()
    app = BrowserApp(
        reading,
        theme=theme,
        ascii_only=ascii_only or _knows_only_ascii(),
        no_color=bool(os.environ.get("NO_COLOR")),
    )
    reading.wait(_PATIENCE)
    failure = app.run()
    if isinstance(failure, ArgmapError):
        raise failure
    return app.return_code or 0


def _knows_only_ascii() -> bool:
    encoding = (getattr(sys.__stdout__, "encoding", None) or "ascii").lower()
    return os.environ.get("TERM") == "linux" or "utf" not in encoding
