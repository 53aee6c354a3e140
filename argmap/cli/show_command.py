"""`argmap show`: the map as an indented outline, for terminals, pipes and screen readers."""

import argparse
import shutil
import sys

from argmap.cli.output import say_all, say_text
from argmap.cli.shared import add_map, open_with_progress, report_errors, source_files
from argmap.formats.map_json import generate_json
from argmap.formats.outline_text import generate_outline
from argmap.sources import Opened

_MOST_READABLE = 110
"""Cells; longer lines are hard to read."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of the command."""
    add_map(parser)
    parser.add_argument(
        "-d", "--details", action="store_true", help="add notes, warrants, citations and passages"
    )
    parser.add_argument("--ascii", action="store_true", help="use no sign outside ASCII")
    parser.add_argument("--width", type=int, metavar="CELLS", help="wrap at this width; 0: never")
    parser.add_argument("--json", action="store_true", help="print the map as JSON instead")


def run(options: argparse.Namespace) -> int:
    """Run the command; 1 where the map has errors."""
    opened = open_with_progress(options.map, source_files(options))
    if options.json:
        say_text(generate_json(opened))
    else:
        show(opened, details=options.details, ascii_only=options.ascii, width=options.width)
    return report_errors(opened)


def show(
    opened: Opened, *, details: bool = False, ascii_only: bool = False, width: int | None = None
) -> None:
    """Print the outline; without a width, wrapped to the terminal if there is one."""
    if width is None and sys.stdout.isatty():
        width = min(shutil.get_terminal_size().columns, _MOST_READABLE)
    plain = ascii_only or not _can_encode("●")
    say_all(generate_outline(opened, width=width or None, details=details, plain=plain))


def _can_encode(sign: str) -> bool:
    try:
        sign.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True
