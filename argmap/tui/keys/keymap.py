"""Which keys run which command: those of the commands, or those that the user chose instead.

The user's choice is a TOML file that names commands by their classes::

    [keys]
    AddSupport = ["s", "ctrl+n"]
    Theme = []                    # no key; the palette still runs it

What is wrong in it is told, with its line, and the rest of it counts.
"""

import re
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

from argmap.errors import UsageError
from argmap.store.folders import config_folder
from argmap.text import clean, nearest
from argmap.tui.commands.base import Command, key_name
from argmap.tui.keys.keynames import key_from, textual_name

Keys = tuple[str, ...]
Commands = Iterable[type[Command]]

_MOST_BYTES = 1_000_000
_MOST_BROKEN_LINES = 20
_NO_KEY = "no_key"
"""Stands for no key at all where Textual takes an empty text for the usual keys."""
_AT_LINE = re.compile(r"\s*\(at line (\d+), column \d+\)$")


def keys_file() -> Path:
    """The file with the user's keys, whether or not there is one."""
    return config_folder() / "keys.toml"


class Keymap:
    """The keys of every command. Without a choice, the commands' own."""

    def __init__(self, commands: Commands = (), chosen: Mapping[str, Keys] | None = None) -> None:
        """`chosen` gives keys by command name, each key at most once; other commands lose them."""
        chosen = chosen or {}
        taken = {key for keys in chosen.values() for key in keys}
        self._keys: dict[str, Keys] = dict(chosen)
        self._changed = set(chosen)
        for command in commands:
            name = command.__name__
            if name not in chosen:
                own = standard_keys(command)
                self._keys[name] = tuple(key for key in own if key not in taken)
                if self._keys[name] != own:
                    self._changed.add(name)

    @classmethod
    def load(cls, path: Path, commands: Commands) -> tuple["Keymap", list[str]]:
        """The keymap that a file describes, and what is wrong with it; fine where there is none."""
        commands = list(commands)
        reader = _Reader(path, commands)
        keymap = cls(commands, reader.chosen)
        return keymap, [*reader.complaints, *keymap._left_without(reader, commands)]

    def keys(self, command: type[Command]) -> Keys:
        """The keys that run a command; the first is the one to show where there is room for one."""
        return self._keys.get(command.__name__, command.keys)

    def names(self, command: type[Command]) -> list[str]:
        """What is printed on the keys that run a command."""
        return [key_name(key) for key in self.keys(command)]

    def name(self, command: type[Command]) -> str:
        """What is printed on the first key that runs a command; empty where none does."""
        return next(iter(self.names(command)), "")

    def for_textual(self) -> dict[str, str]:
        """What differs from the commands' own keys, as `App.set_keymap` takes it."""
        return {
            name: ",".join(map(textual_name, self._keys[name])) or _NO_KEY
            for name in sorted(self._changed)
        }

    def _left_without(self, reader: "_Reader", commands: Commands) -> Iterable[str]:
        for command in commands:
            name = command.__name__
            if command.keys and not self.keys(command) and name not in reader.chosen:
                thief, key = reader.holder_of(standard_keys(command))
                yield reader.worded(
                    thief, f"`{key}` now runs {thief}, so no key runs {name}", f"Give {name} a key."
                )


STANDARD = Keymap()
"""The commands' own keys."""


def standard_keys(command: type[Command]) -> Keys:
    """A command's own keys, each by its one name."""
    return tuple(map(key_from, command.keys))


class _Reader:
    """Reads a file of keys: what it chooses, and what cannot be followed."""

    def __init__(self, path: Path, commands: list[type[Command]]) -> None:
        self.complaints: list[str] = []
        self.chosen: dict[str, Keys] = {}
        self._path = path
        self._names = {command.__name__.lower(): command.__name__ for command in commands}
        self._holders: dict[str, str] = {}
        self._lines: list[str] = []
        values = self._values(self._text())
        for name in values.keys() - {"keys"}:
            self._complain(name, f"`{name}` says nothing to argmap", "Keys stand below `[keys]`.")
        table = values.get("keys", {})
        if not isinstance(table, dict):
            self._complain("keys", "`keys` takes a table", "Write `[keys]` on a line of its own.")
            return
        for name, value in table.items():
            self._choose(name, value)

    def holder_of(self, keys: Keys) -> tuple[str, str]:
        """The command that took one of these keys, and the key."""
        return next((self._holders[key], key) for key in keys if key in self._holders)

    def worded(self, name: str, message: str, remedy: str) -> str:
        """A complaint, with the file and the line on which a name stands."""
        line = self._line_of(name)
        place = f"{self._path}:{line}" if line else f"{self._path}"
        return clean(f"{place}: {message}. {remedy}".rstrip())

    def _complain(self, name: str, message: str, remedy: str) -> None:
        self.complaints.append(self.worded(name, message, remedy))

    def _text(self) -> str:
        try:
            with self._path.open("rb") as file:
                data = file.read(_MOST_BYTES + 1)
            if len(data) > _MOST_BYTES:
                self._complain("", "the file is too large for keys", "The usual keys apply.")
                return ""
            return data.decode("utf-8-sig")
        except FileNotFoundError:
            return ""
        except UnicodeDecodeError:
            self._complain("", "this is not UTF-8", "Save it as UTF-8. The usual keys apply.")
        except OSError as error:
            self._complain("", f"cannot be read: {error.strerror}", "The usual keys apply.")
        return ""

    def _values(self, text: str) -> dict[str, object]:
        """What the file says; a line that is not TOML is passed over, so that the others count."""
        if not text.strip():
            return {}
        import tomllib  # noqa: PLC0415 - few have a file of their own

        self._lines = text.splitlines()
        lines = list(self._lines)
        for _ in range(_MOST_BROKEN_LINES):
            try:
                return tomllib.loads("\n".join(lines))
            except tomllib.TOMLDecodeError as error:
                found = _AT_LINE.search(str(error))
                # At the end of the file something is missing that a line before it opened.
                line = int(found[1]) if found else self._last_written(lines)
                if not 0 < line <= len(lines) or not lines[line - 1].strip():
                    line = self._last_written(lines)
                reason = _AT_LINE.sub("", str(error)).removesuffix(" (at end of document)")
                self.complaints.append(
                    clean(f'{self._path}:{line}: {reason}. Write `Name = ["key"]`.')
                )
                lines[line - 1] = ""
        return {}

    @staticmethod
    def _last_written(lines: list[str]) -> int:
        return max(number for number, line in enumerate(lines, 1) if line.strip())

    def _line_of(self, name: str) -> int:
        stated = re.compile(rf"""\s*\[?\s*["']?{re.escape(name)}["']?\s*[=.\]]""")
        places = (number for number, line in enumerate(self._lines, 1) if stated.match(line))
        return next(places, 0) if name else 0

    def _choose(self, written: str, value: object) -> None:
        name = self._names.get(written.lower())
        if name is None:
            meant = nearest(written, self._names)
            listed = "`argmap keys` lists them all."
            remedy = f"Did you mean `{self._names[meant]}`?" if meant else listed
            self._complain(written, f"there is no command `{written}`", remedy)
            return
        wanted = [value] if isinstance(value, str) else value
        if not isinstance(wanted, list) or not all(isinstance(key, str) for key in wanted):
            self._complain(written, f"{name} takes keys in quotes", f'Write `{name} = ["s"]`.')
            return
        keys = dict.fromkeys(map(partial(self._take, name, written), wanted))
        keys.pop("", None)
        if keys or not wanted:
            self.chosen[name] = tuple(keys)

    def _take(self, name: str, stated: str, written: str) -> str:
        """The key that is meant, if it can be had for the command."""
        try:
            key = key_from(written)
        except UsageError as refusal:
            self._complain(stated, refusal.message, refusal.remedy)
            return ""
        holder = self._holders.setdefault(key, name)
        if holder != name:
            message = f"`{written}` cannot run {name}: it runs {holder} already"
            self._complain(stated, message, "Take another key for one of them.")
        return key if holder == name else ""
