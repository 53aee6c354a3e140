"""`argmap schema`: the JSON Schema of map files."""

import argparse

from argmap.cli.output import say_json
from argmap.store.schema import map_schema


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of the command (it has none)."""
    parser.epilog = (
        "Save it and name it on the first line of a map, for completion in editors: "
        "# yaml-language-server: $schema=argmap.schema.json"
    )


def run(options: argparse.Namespace) -> int:  # noqa: ARG001 - every command has this shape
    """Run the command."""
    say_json(map_schema())
    return 0
