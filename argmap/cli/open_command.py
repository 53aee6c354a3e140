"""`argmap open`: browse a map in the terminal."""

import argparse
import os
import sys
from pathlib import Path

from argmap.cli.output import tell
from argmap.cli.shared import add_source, open_with_progress, report_errors, source_files
from argmap.errors import UsageError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of the command."""
    parser.add_argument(
        "map", metavar="MAP", nargs="?", help="map file; without it, the only map of this folder"
    )
    add_source(parser)
    parser.add_argument("--theme", metavar="NAME", help="colours; the key t lists them")
    parser.add_argument("--ascii", action="store_true", help="draw with ASCII signs only")
    parser.add_argument(
        "--no-color", action="store_true", help="use no colour (as NO_COLOR=1 does)"
    )


def run(options: argparse.Namespace) -> int:
    """Run the command; prints the outline where there is no terminal to browse in."""
    path = options.map or _only_map()
    if not _is_terminal():
        from argmap.cli.show_command import show  # noqa: PLC0415 - not on the way to the screen

        opened = open_with_progress(path, source_files(options))
        show(opened, ascii_only=options.ascii)
        tell("argmap: there is no terminal to browse in, so this is the outline (argmap show)")
        return report_errors(opened)
    from argmap.tui.run import run as browse  # noqa: PLC0415 - only where it is wanted

    return browse(
        path,
        source_files=source_files(options),
        theme=options.theme,
        ascii_only=options.ascii,
        no_color=options.no_color,
    )


def _is_terminal() -> bool:
    usable = sys.stdin.isatty() and sys.stdout.isatty()
    return usable and os.environ.get("TERM", "dumb") != "dumb"


def _only_map() -> str:
    found = sorted([*Path().glob("*.yaml"), *Path().glob("*.yml")])
    maps = [path for path in found if _looks_like_map(path)]
    if len(maps) == 1:
        return str(maps[0])
    if not maps:
        raise UsageError(
            "there is no map in this folder", "argmap new MAP writes one to start from."
        )
    names = ", ".join(str(path) for path in maps[:8])
    raise UsageError(f"there are {len(maps)} maps in this folder", f"Name one: {names}")


def _looks_like_map(path: Path) -> bool:
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return any(line.startswith("argmap:") for line in file.readlines(4096))
    except OSError:
        return False
