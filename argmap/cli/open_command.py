"""`argmap open`: browse a map, or the maps of a folder, in the terminal."""

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.cli.output import say, tell
from argmap.cli.shared import add_source, open_with_progress, report_errors, source_files
from argmap.errors import UsageError
from argmap.text import clean, count, one_line

if TYPE_CHECKING:
    from argmap.store.library import MapSummary


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of the command."""
    parser.add_argument(
        "map",
        metavar="MAP",
        nargs="?",
        help="map file, or a folder of maps to choose from; without it, the map of this folder",
    )
    add_source(parser)
    parser.add_argument("--theme", metavar="NAME", help="colours; the key t lists them")
    parser.add_argument("--ascii", action="store_true", help="draw with ASCII signs only")
    parser.add_argument(
        "--no-color", action="store_true", help="use no colour (as NO_COLOR=1 does)"
    )
    parser.add_argument("--read-only", action="store_true", help="switch all editing off")
    parser.add_argument("--claim", metavar="ID", default="", help="begin at this claim")


def run(options: argparse.Namespace) -> int:
    """Run the command; prints what it can where there is no terminal to browse in."""
    on_screen = _is_terminal()
    path = options.map or _map_here(several=on_screen)
    if not on_screen and Path(path).is_dir():
        return _list_maps(path)
    if not on_screen:
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
        read_only=options.read_only,
        start=options.claim,
    )


def _is_terminal() -> bool:
    usable = sys.stdin.isatty() and sys.stdout.isatty()
    return usable and os.environ.get("TERM", "dumb") != "dumb"


def _map_here(*, several: bool) -> str:
    """The only map of this folder; the folder where there are more and `several` are welcome."""
    found = sorted([*Path().glob("*.yaml"), *Path().glob("*.yml")])
    maps = [path for path in found if _is_map(path)]
    if len(maps) == 1:
        return str(maps[0])
    if not maps:
        raise UsageError(
            "there is no map in this folder", "argmap new MAP writes one to start from."
        )
    if several:
        return "."
    names = ", ".join(str(path) for path in maps[:8])
    raise UsageError(f"there are {len(maps)} maps in this folder", f"Name one: {names}")


def _is_map(path: Path) -> bool:
    from argmap.store.library import looks_like_map  # noqa: PLC0415 - where no map is named

    try:
        return looks_like_map(path)
    except OSError:
        return False


def _list_maps(folder: str) -> int:
    """Print the maps of a folder; says the same as the list on the screen."""
    from argmap.store.library import maps_in  # noqa: PLC0415 - only folders need it

    empty = True
    for book in maps_in(folder):
        empty = False
        say(clean(f"{book.path}: {one_line(book.title)}".removesuffix(": ")))
        say(f"  {one_line(book.trouble)}" if book.trouble else f"  {_about(book)}")
    if empty:
        raise UsageError(f"there is no map in {folder}", "argmap new MAP writes one to start from.")
    tell("argmap: there is no terminal to choose in; `argmap show MAP` prints one")
    return 0


def _about(book: "MapSummary") -> str:
    figures = [count(book.errors, "error")] if book.errors else []
    figures += [count(book.claims, "claim"), f"{book.pro} pro", f"{book.con} con"]
    return f"{one_line(book.motion)} ({', '.join(figures)})"
