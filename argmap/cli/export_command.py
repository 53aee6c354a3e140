"""`argmap export`: a map as a diagram, document or data."""

import argparse
import sys

from argmap.cli.formats import Choices, all_formats
from argmap.cli.output import complain, say, say_bytes
from argmap.cli.shared import add_map, open_with_progress, report_errors, source_files
from argmap.errors import UsageError
from argmap.formats.registry import Format, format_for, format_named
from argmap.store.files import write_file

_BINARY = {"png", "pdf"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of the command."""
    add_map(parser)
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        action="append",
        default=[],
        help="file to write, repeatable; its suffix tells the format; - is standard output",
    )
    names = ", ".join(form.name for form in all_formats(Choices()))
    parser.add_argument("--to", metavar="FORMAT", help=f"one of {names}")
    parser.add_argument(
        "--labels",
        choices=("claim", "short", "both"),
        default="claim",
        help="what stands in the boxes of a diagram (default: claim)",
    )
    parser.add_argument(
        "--engine",
        choices=("builtin", "dot"),
        default="builtin",
        help="what lays a diagram out; dot needs Graphviz (default: builtin)",
    )
    parser.add_argument(
        "--dpi", type=_dpi, default=144, help="dots per inch of a PNG (default: 144)"
    )


def run(options: argparse.Namespace) -> int:
    """Run the command; 1 where the map has errors (what could be read is written)."""
    choices = Choices(options.labels, options.engine, options.dpi)
    targets = _targets(options, choices)
    opened = open_with_progress(options.map, source_files(options))
    for path, form in targets:
        content = form.generate(opened)
        data = content.encode() if isinstance(content, str) else content
        if path == "-":
            say_bytes(data)
        else:
            write_file(path, data)
            say(f"{path}: {form.description}")
    for warning in dict.fromkeys(choices.warnings):
        complain(f"warning: {warning}")
    return report_errors(opened)


def _targets(options: argparse.Namespace, choices: Choices) -> list[tuple[str, Format]]:
    formats = all_formats(choices)
    outputs = options.output or ["-"]
    if not options.output and not options.to:
        raise UsageError(
            "export needs to know where to write", "For instance -o map.svg, or --to json."
        )
    targets = []
    for path in outputs:
        if options.to:
            form = format_named(formats, options.to)
        elif path == "-":
            raise UsageError("standard output has no suffix", "Name the format with --to.")
        else:
            form = format_for(formats, path)
        if path == "-" and form.name in _BINARY and sys.stdout.isatty():
            raise UsageError(
                f"{form.name} is not for reading on a terminal", "Name a file with -o."
            )
        targets.append((path, form))
    return targets


def _dpi(text: str) -> int:
    number = int(text) if text.isdecimal() else 0
    if not 10 <= number <= 1200:
        raise argparse.ArgumentTypeError(f"takes a number from 10 to 1200, not `{text}`")
    return number
