"""`argmap export`: a map as a diagram, document or data."""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from argmap.cli.formats import PICTURES, Choices, all_formats, names
from argmap.cli.outfiles import as_files, as_stream, left_over, write_all
from argmap.cli.output import complain, say, say_bytes
from argmap.cli.picture_options import (
    add_picture_options,
    asked_for,
    picture_options,
)
from argmap.cli.shared import add_map, open_with_progress, report_errors, source_files
from argmap.errors import UsageError
from argmap.formats.registry import Content, Format, format_for, format_named
from argmap.sources import Opened

_BINARY = {"png", "pdf", "pptx"}


@dataclass(frozen=True)
class Target:
    """Where one form of the map goes."""

    path: str
    form: Format


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
    parser.add_argument("--to", metavar="FORMAT", help=f"one of {', '.join(names())}")
    parser.add_argument(
        "--watch", action="store_true", help="draw again whenever the map is saved, until Ctrl+C"
    )
    add_picture_options(parser)
    parser.epilog = "Several pages as PNG or SVG are written to OUT-1, OUT-2 and so on."


def run(options: argparse.Namespace) -> int:
    """Run the command; 1 where the map has errors (what could be read is written)."""
    choices = Choices(picture_options(options))
    targets = _targets(options, choices)
    if options.watch:
        from argmap.cli.watching import watch  # noqa: PLC0415 - only where it is wanted

        return watch(options, choices, targets)
    opened = open_with_progress(options.map, source_files(options))
    for target, content in list(made(opened, targets, choices)):
        if target.path == "-":
            say_bytes(as_stream(target.form.name, content))
        else:
            say(f"{listed(put(target, content))}: {target.form.description}")
    _warn(options, choices, targets)
    return report_errors(opened)


def made(
    opened: Opened, targets: list[Target], choices: Choices
) -> Iterator[tuple[Target, Content]]:
    """All that is asked for; nothing is to be written before all of it could be made."""
    for target in targets:
        choices.stem = Path(target.path).stem if target.path != "-" else "map"
        yield target, target.form.generate(opened)


def put(target: Target, content: Content) -> list[str]:
    """Write one form of the map; the paths of its files. Tells of pages of an earlier time."""
    files = as_files(target.path, content)
    write_all(files)
    if target.form.name in PICTURES and (old := left_over(target.path, files)):
        complain(
            f"{target.path}: not of this export, but still there: {listed(old)}",
            "Remove what an earlier export left.",
        )
    return list(files)


def listed(paths: list[str]) -> str:
    """The files of one form, in few words."""
    if len(paths) < 4:
        return ", ".join(paths)
    # A file of its own kind comes before those that go with it.
    first, *others = paths
    if Path(first).suffix != Path(others[0]).suffix:
        return f"{first}, {listed(others)}"
    return f"{first} to {paths[-1]}"


def _warn(options: argparse.Namespace, choices: Choices, targets: list[Target]) -> None:
    if not any(target.form.name in PICTURES for target in targets):
        for option in asked_for(options):
            complain(f"warning: {option} is about diagrams; there is none here")
    tell_warnings(choices)


def tell_warnings(choices: Choices) -> None:
    """Say what the drawing warned of, each once, and what is weak in the theme."""
    for warning in dict.fromkeys([*choices.warnings, *choices.options.theme.warnings]):
        complain(f"warning: {warning}")


def _targets(options: argparse.Namespace, choices: Choices) -> list[Target]:
    formats = all_formats(choices)
    if not options.output and not options.to:
        raise UsageError(
            "export needs to know where to write", "For instance -o map.svg, or --to json."
        )
    targets = []
    for path in options.output or ["-"]:
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
        targets.append(Target(path, form))
    return targets
