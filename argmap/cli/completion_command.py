"""`argmap completion`: a script that completes argmap's commands, options and files."""

import argparse

import shtab

from argmap.cli.main import COMMANDS, build_parser
from argmap.cli.output import say

SHELLS = ("bash", "zsh", "tcsh", "fish")
_FILES = {"map", "maps", "output"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of the command."""
    parser.add_argument("shell", choices=SHELLS, help="the shell that the script is for")
    parser.epilog = "For bash: argmap completion bash >> ~/.bash_completion"


def run(options: argparse.Namespace) -> int:
    """Run the command."""
    parser = build_parser(list(COMMANDS))
    for command in _commands(parser):
        for action in command._actions:  # noqa: SLF001 - argparse has no public list of them
            if action.dest in _FILES:
                action.complete = shtab.FILE  # type: ignore[attr-defined]
            if options.shell == "zsh" and action.choices is not None:
                # A colon ends a field of what zsh is told of an option.
                action.choices = [str(choice).replace(":", "\\:") for choice in action.choices]
    say(shtab.complete(parser, shell=options.shell))
    return 0


def _commands(parser: argparse.ArgumentParser) -> list[argparse.ArgumentParser]:
    for action in parser._actions:  # noqa: SLF001 - as above
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - as above
            return list(action.choices.values())
    return []
