"""`argmap new`: a commented map to start from."""

import argparse
from pathlib import Path

from argmap.cli.output import say
from argmap.store.files import write_file
from argmap.store.starter import starter_map


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of the command."""
    parser.add_argument("map", metavar="MAP", help="file to write; an existing one is left alone")


def run(options: argparse.Namespace) -> int:
    """Run the command."""
    text = starter_map(Path(options.map).name)
    if options.map == "-":
        say(text.rstrip("\n"))
        return 0
    write_file(options.map, text.encode(), new=True)
    say(f"{options.map}: a map to start from. Edit it, then: argmap open {options.map}")
    return 0
