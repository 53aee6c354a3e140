"""`argmap export --watch`: draws again whenever the map, or what it is drawn with, is saved."""

import argparse
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

from argmap.cli.export_command import Target, listed, made, put, tell_warnings
from argmap.cli.formats import Choices
from argmap.cli.output import complain, say, tell
from argmap.cli.picture_options import picture_options
from argmap.cli.shared import report_errors, source_files
from argmap.errors import ArgmapError, UsageError
from argmap.sources import Opened, open_map
from argmap.text import count
from argmap.tui.session.watch import Change, Watch, stamp_of

_PAUSE = 0.2
"""Seconds between two looks at the files."""
_SETTLING = 0.05
"""Seconds after a change within which an editor may still be writing."""


def watch(options: argparse.Namespace, choices: Choices, targets: list[Target]) -> int:
    """Draw, then draw again after each change, until Ctrl+C; what fails leaves the last files.

    Raises:
        ArgmapError: the first drawing fails.
    """
    if options.map == "-" or any(target.path == "-" for target in targets):
        raise UsageError(
            "--watch needs a map file and files to write", "Name them; - cannot be watched."
        )
    try:
        _Watcher(options, choices, targets).run()
    except KeyboardInterrupt:
        return 0


class _Watcher:
    def __init__(
        self, options: argparse.Namespace, choices: Choices, targets: list[Target]
    ) -> None:
        self._options = options
        self._choices = choices
        self._targets = targets
        self._files = source_files(options)
        self._watched: dict[str, Watch] = {}

    def run(self) -> NoReturn:
        """Draw and look, without end."""
        self._follow([self._options.map, *self._beside()])
        self._draw()
        tell(f"argmap: watching {self._options.map}; Ctrl+C ends")
        while True:
            time.sleep(_PAUSE)
            if self._changed():
                time.sleep(_SETTLING)
                try:
                    self._choices.options = picture_options(self._options)
                    self._draw()
                except ArgmapError as error:
                    complain(f"not drawn: {error.message}", error.remedy)

    def _beside(self) -> list[str]:
        """Other files than the map that the picture is made of."""
        theme = self._options.theme
        return [*self._files.values(), *([theme] if Path(theme).is_file() else [])]

    def _follow(self, paths: Iterable[str]) -> None:
        for path in paths:
            if path not in self._watched:
                self._watched[path] = Watch(path, stamp_of(path))

    def _changed(self) -> bool:
        newer = False
        for path, file in self._watched.items():
            change = file.look()
            if change is Change.GONE:
                complain(f"{path} is gone", "It is drawn again when it comes back.")
            newer |= change is Change.NEWER
        return newer

    def _draw(self) -> None:
        opened = open_map(self._options.map, self._files)
        self._follow(document.path for document in opened.documents.values())
        if opened.map.claims:
            self._write(opened)
        else:
            complain("not drawn: the map states no claim", "The last drawing stays.")
        report_errors(opened)

    def _write(self, opened: Opened) -> None:
        self._choices.warnings.clear()
        made_now = list(made(opened, self._targets, self._choices))
        written = ", ".join(listed(put(target, content)) for target, content in made_now)
        claims = count(len(opened.map.claims), "claim")
        say(f"{time.strftime('%H:%M:%S')} {claims} drawn: {written}")
        sys.stdout.flush()
        tell_warnings(self._choices)
