"""`argmap keys`: the keys of the terminal interface, as a file to edit."""

import argparse
import json
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from argmap.cli.output import say_text, tell
from argmap.errors import FileError
from argmap.store.files import write_file
from argmap.tui.commands import COMMANDS
from argmap.tui.keys.keymap import Keymap, keys_file


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of the command."""
    shown = str(keys_file()).replace("%", "%%")
    parser.add_argument(
        "--write", action="store_true", help=f"put them into {shown}, if it is not there yet"
    )


def run(options: argparse.Namespace) -> int:
    """Run the command; 1 where something in the user's file cannot be followed."""
    path = keys_file()
    keymap, complaints = Keymap.load(path, COMMANDS)
    text = "".join(f"{line}\n" for line in _lines(keymap, path))
    if options.write:
        _write(path, text)
        tell(f"argmap: wrote {path}; `argmap open` follows it from now on")
    else:
        say_text(text)
    for complaint in complaints:
        tell(f"argmap: {complaint}")
    return 1 if complaints else 0


def _lines(keymap: Keymap, path: Path) -> Iterator[str]:
    yield "# The keys of argmap's terminal interface: command = [keys]."
    yield f"# They count when they stand in {path}; lines left out keep their usual keys."
    yield "# A key is what it types (s, S, !), or a name: enter, f5, pagedown, ctrl+n, shift+up."
    yield "# A command without keys, as in `Theme = []`, is still in the command palette."
    yield ""
    yield "[keys]"
    for group, commands in groupby(COMMANDS, key=lambda command: command.group):
        yield ""
        yield f"# {group}"
        for command in commands:
            keys = json.dumps(list(keymap.keys(command)), ensure_ascii=False)
            yield f"{f'{command.__name__} = {keys}':<40}  # {command.help()}".rstrip()


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(
            f"{path.parent}: cannot be made: {error.strerror}", "Nothing was changed."
        ) from None
    write_file(path, text.encode(), new=True)
