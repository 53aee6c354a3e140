"""Options and steps that several commands share."""

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from argmap.cli.output import complain, report
from argmap.errors import Severity, UsageError
from argmap.sources import Opened, open_map
from argmap.store import lines_of

_PATIENCE = 0.5
"""Seconds of work after which progress is shown."""


def add_map(parser: argparse.ArgumentParser) -> None:
    """The argument MAP and the option `--source`."""
    parser.add_argument("map", metavar="MAP", help="map file; - reads standard input")
    add_source(parser)


def add_source(parser: argparse.ArgumentParser) -> None:
    """The option `--source ID=PATH`."""
    parser.add_argument(
        "--source",
        metavar="ID=PATH",
        action="append",
        default=[],
        help="file with the text of a source, to show and check cited passages",
    )


def source_files(options: argparse.Namespace) -> dict[str, str]:
    """The `--source` options as a mapping from source id to path."""
    found: dict[str, str] = {}
    for option in options.source:
        name, sign, path = option.partition("=")
        if not (name and sign and path):
            raise UsageError(
                f"--source takes ID=PATH, not `{option}`", "For instance --source report=report.md."
            )
        found[name] = path
    return found


def open_with_progress(path: str, files: dict[str, str]) -> Opened:
    """The map at `path` with its sources; long reading shows progress on a terminal."""
    with progress("reading") as callback:
        return open_map(path, files, progress=callback)


def report_errors(opened: Opened) -> int:
    """Print the errors of a map that is used nevertheless; the exit code for them."""
    errors = [found for found in opened.diagnostics if found.severity is Severity.ERROR]
    if not errors:
        return 0
    report(errors, lines_of(opened.loaded.text))
    complain(
        f"{opened.loaded.path} has errors; what could be read of it is used",
        f"`argmap check {opened.loaded.path}` lists everything.",
    )
    return 1


@contextmanager
def progress(doing: str) -> Iterator[Callable[[float], None] | None]:
    """A callback that shows the share of work done, once it takes long, on a terminal only."""
    if not sys.stderr.isatty():
        yield None
        return
    start = time.monotonic()
    shown = False

    def show(share: float) -> None:
        nonlocal shown
        if time.monotonic() - start > _PATIENCE:
            shown = True
            print(f"\rargmap: {doing} … {share:4.0%}", end="", file=sys.stderr, flush=True)

    try:
        yield show
    finally:
        if shown:
            print("\r" + " " * 40 + "\r", end="", file=sys.stderr, flush=True)
