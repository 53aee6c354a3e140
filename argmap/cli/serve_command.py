"""`argmap serve`: browse a map in a web browser, on this machine unless told otherwise."""

import argparse
import asyncio
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.cli.output import complain, say, tell
from argmap.cli.shared import add_source, open_with_progress, report_errors, source_files
from argmap.errors import MissingComponent, UsageError
from argmap.text import one_line

if TYPE_CHECKING:
    from argmap.tui.serve.guard import Guard

_HERE = "127.0.0.1"
_PACKAGE = "textual-serve>=1.1.3,<2"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of the command."""
    parser.add_argument("map", metavar="MAP", help="map file")
    add_source(parser)
    parser.add_argument("--edit", action="store_true", help="let the map be changed on the page")
    parser.add_argument(
        "--port", type=_port, default=0, help="port to listen at (default: 0, any free one)"
    )
    parser.add_argument(
        "--host",
        default=_HERE,
        help=f"address to listen at; any but {_HERE} lets other machines in (default: {_HERE})",
    )
    parser.epilog = "The address that is printed is a secret: whoever has it sees the map."


def run(options: argparse.Namespace) -> int:
    """Run the command until it is stopped; what cannot work fails before anything is served."""
    files = source_files(options)
    if options.map == "-":
        raise UsageError("serve needs a map file", "Standard input can be read only once.")
    assets = _assets()
    title = _checked(options.map, files)
    from argmap.tui.serve.guard import Guard  # noqa: PLC0415 - only where it is wanted
    from argmap.tui.serve.server import Site, listen, serve  # noqa: PLC0415 - may be missing
    from argmap.tui.serve.window import window_command  # noqa: PLC0415 - as above

    with listen(options.host, options.port) as listening:
        guard = Guard(options.host, listening.getsockname()[1])
        command = window_command(options.map, files, read_only=not options.edit)
        site = Site(guard, title, command, assets, report=complain)
        asyncio.run(serve(site, listening, lambda: _announce(guard, edit=options.edit)))
    return 0


def _assets() -> Path:
    from argmap.tui.serve.page import assets_folder  # noqa: PLC0415 - only where it is wanted

    folder = assets_folder()
    if folder is None:
        command = shlex.join([sys.executable, "-m", "pip", "install", _PACKAGE])
        raise MissingComponent("serving needs the package textual-serve", f"Install it: {command}")
    return folder


def _checked(path: str, files: dict[str, str]) -> str:
    opened = open_with_progress(path, files)
    report_errors(opened)
    return one_line(opened.map.title) or Path(path).name


def _announce(guard: "Guard", *, edit: bool) -> None:
    if not guard.stays_here:
        complain(
            f"warning: other machines can reach {guard.host}",
            "Whoever gets the address, also by listening on the network (nothing is encrypted),\n"
            + ("can read and change the map." if edit else "can read the map.")
            + "\nFrom elsewhere, the name or number of this machine stands for the host.",
        )
    say(guard.address)
    sys.stdout.flush()
    tell(f"argmap: open this address to {'edit' if edit else 'read'} the map; Ctrl+C stops it")


def _port(text: str) -> int:
    number = int(text) if text.isdecimal() else -1
    if not 0 <= number <= 65535:
        raise argparse.ArgumentTypeError(f"takes a number from 0 to 65535, not `{text}`")
    return number
