"""The `argmap` command: finds the command that is asked for and runs it.

Only the module of that command is imported, so that `argmap --help` and `argmap check` stay
quick however much the terminal interface and the drawing libraries weigh.
"""

import argparse
import gc
import os
import sys
from importlib import import_module
from types import ModuleType

from argmap import __version__
from argmap.cli.output import complain
from argmap.errors import ArgmapError, UsageError
from argmap.text import nearest

COMMANDS = {
    "open": "browse and edit a map in the terminal",
    "show": "print a map as an indented outline",
    "check": "find what is wrong with a map",
    "new": "write a commented map to start from",
    "export": "write a map as a diagram, document or data",
    "serve": "browse a map in a web browser",
    "keys": "print the keys of the terminal interface, to change them",
    "schema": "print the JSON Schema of map files, for editors",
    "doctor": "show versions, engines and fonts, and draw a probe",
    "completion": "print a script that completes commands in your shell",
}
_EPILOG = "`argmap COMMAND --help` tells more. Exit codes: 0 fine, 1 findings, 2 usage, 3 I/O."


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; returns the exit code and never raises for what a user can do."""
    arguments = sys.argv[1:] if arguments is None else arguments
    _hurry()
    try:
        return _run(arguments)
    except ArgmapError as error:
        complain(error.message, error.remedy)
        return error.exit_code
    except BrokenPipeError:
        # The reader of our output went away (`| head`): there is nothing left to say, and the
        # interpreter must not complain when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if os.environ.get("ARGMAP_DEBUG"):
            raise
        notes = "\n".join(getattr(error, "__notes__", ()))
        complain(
            f"internal error: {type(error).__name__}: {error}",
            f"This is a bug of argmap. ARGMAP_DEBUG=1 shows where; please report it.\n{notes}",
        )
        return 70


def _hurry() -> None:
    """Spare a short-lived process what start-up would otherwise spend a tenth of its time on."""
    # What is imported stays; looking through it for garbage finds none.
    gc.set_threshold(50_000, 10, 10)
    # Looking for plug-ins of pydantic reads the metadata of every installed package.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def _run(arguments: list[str]) -> int:
    chosen = next((word for word in arguments if not word.startswith("-")), None)
    if chosen is not None and chosen not in COMMANDS:
        guess = nearest(chosen, COMMANDS)
        raise UsageError(
            f"there is no command `{chosen}`",
            f"Did you mean `{guess}`?" if guess else f"Commands: {', '.join(COMMANDS)}.",
        )
    parser = build_parser([chosen] if chosen else [])
    options = parser.parse_args(arguments)
    if options.command is None:
        parser.print_help()
        return 0
    code: int = command_module(options.command).run(options)
    return code


def build_parser(spelled_out: list[str]) -> argparse.ArgumentParser:
    """The parser of the whole command line; only commands `spelled_out` get their options."""
    parser = argparse.ArgumentParser(
        prog="argmap",
        description="Argument maps as plain text: write, browse, check and draw them.",
        epilog=_EPILOG,
    )
    parser.add_argument("--version", action="version", version=f"argmap {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for name, summary in COMMANDS.items():
        command = commands.add_parser(name, help=summary, description=f"{_sentence(summary)}.")
        if name in spelled_out:
            command_module(name).add_arguments(command)
    return parser


def command_module(name: str) -> ModuleType:
    """The module of a command, with its `add_arguments(parser)` and `run(options)`."""
    return import_module(f"argmap.cli.{name}_command")


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
