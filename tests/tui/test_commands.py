import inspect
import pkgutil
from collections import Counter
from importlib import import_module
from itertools import groupby

import pytest

from argmap.tui import commands
from argmap.tui.commands import COMMANDS, FOOTER, Command, key_name
from argmap.tui.keys.keymap import Keymap
from argmap.tui.screens.browse import BrowseScreen
from argmap.tui.written.helptext import help_lines
from argmap.tui.written.marks import ASCII
from argmap.tui.written.pieces import plain

ALL_COMMANDS = [
    found
    for module in pkgutil.iter_modules(commands.__path__, f"{commands.__name__}.")
    for name, found in inspect.getmembers(import_module(module.name), inspect.isclass)
    if issubclass(found, Command) and not name.startswith("_") and hasattr(found, "title")
]


def test_every_command_is_registered() -> None:
    assert set(COMMANDS) == set(ALL_COMMANDS)
    assert set(FOOTER) == {command for command in COMMANDS if command.footer}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.__name__)
def test_every_command_explains_itself_and_is_in_the_help(command: type[Command]) -> None:
    text = " ".join(plain(help_lines(100)).split())
    assert command.__doc__, "a command needs a docstring of its own: it is its help text"
    assert command.title
    assert command.keys
    assert " ".join(plain(help_lines(1000)).split()).count(command.help()) == 1
    assert all(key_name(key) in text for key in command.keys)


def test_every_group_of_commands_has_one_heading_in_the_help() -> None:
    headings = [group for group, _ in groupby(COMMANDS, key=lambda command: command.group)]
    assert len(headings) == len(set(headings)), headings


def test_no_key_runs_two_commands() -> None:
    keys = Counter(key for command in COMMANDS for key in command.keys)
    assert [key for key, times in keys.items() if times > 1] == []


def test_only_keys_that_every_terminal_sends_are_used() -> None:
    for command in COMMANDS:
        for key in command.keys:
            assert not key.startswith(("alt+", "super+"))
            assert key not in {"ctrl+m", "ctrl+i", "ctrl+h", "ctrl+j", "ctrl+left_square_bracket"}


def test_every_key_is_bound_on_the_screen() -> None:
    bound = {
        key.strip()
        for binding in BrowseScreen.BINDINGS
        for key in binding.key.split(",")  # type: ignore[union-attr]
    }
    assert bound == {key for command in COMMANDS for key in command.keys}


@pytest.mark.parametrize(
    ("key", "name"),
    [("ctrl+p", "Ctrl+P"), ("f1", "F1"), ("f", "f"), ("/", "/"), ("pagedown", "PgDn")],
)
def test_keys_are_named_as_they_are_printed(key: str, name: str) -> None:
    assert key_name(key) == name


def test_the_help_in_ascii_is_ascii() -> None:
    assert plain(help_lines(70, marks=ASCII)).isascii()


def test_the_help_shows_the_keys_that_the_user_chose() -> None:
    keymap = Keymap(COMMANDS, {"Down": ("n",), "Theme": ()})
    lines = plain(help_lines(1000, keymap=keymap)).splitlines()
    shown = {line[19:]: line[:19].strip() for line in lines}
    by_name = {command.__name__: shown[command.help()] for command in COMMANDS}
    assert by_name["Down"] == "n"
    assert by_name["Theme"] == by_name["NextMatch"] == ""
