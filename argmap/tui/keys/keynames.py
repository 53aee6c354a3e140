"""Names of keys as people write them, and which keys a terminal sends at all.

A key has one name here: the character it types, or a word such as ``enter``, ``f5``, ``ctrl+n``.
"""

import string
import unicodedata

from argmap.errors import UsageError
from argmap.text import character_name, nearest

_MARKS = {
    unicodedata.name(mark).lower().replace("-", "_").replace(" ", "_"): mark
    for mark in string.punctuation
} | {"slash": "/", "backslash": "\\", "at": "@", "minus": "-", "plus": "+", "underscore": "_"}
_MOVING = {"up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete"}
_FUNCTION = {f"f{number}" for number in range(1, 25)}
_WORDS = {"enter", "escape", "space", "tab", "backspace", *_MOVING, *_FUNCTION}
_OTHER_NAMES = {"esc": "escape", "return": "enter", "del": "delete", "ins": "insert"} | {
    "pgup": "pageup", "pgdn": "pagedown", "page_up": "pageup", "page_down": "pagedown",
    "bksp": "backspace", "control": "ctrl", "strg": "ctrl",
}  # fmt: skip
_ARRIVES_AS = {"i": "tab", "m": "enter", "j": "enter", "h": "backspace", "[": "escape"}


def key_from(written: str) -> str:
    """The one name of a key that somebody wrote: ``!`` for ``exclamation_mark``.

    Raises:
        UsageError: there is no such key, or terminals do not send it as a key of its own.
    """
    if written == " ":
        return "space"
    if len(written) == 1:
        return _character(written)
    *held, last = _parts(written.strip())
    if not held:
        return _plain(last, written)
    if held == ["ctrl"]:
        return _with_ctrl(last, written)
    if last in _MOVING | _FUNCTION and held in (["shift"], ["ctrl", "shift"]):
        return "+".join([*held, last])
    if held == ["shift"] and last == "tab":
        return "shift+tab"
    if held == ["shift"] and len(last) == 1:
        raise UsageError(
            f"terminals do not send `{written}` as such", f"Write what it types: `{last.upper()}`."
        )
    raise UsageError(
        f"few terminals send `{written}`", "Take a letter, a sign, F1 to F12, or Ctrl and a letter."
    )


def textual_name(key: str) -> str:
    """A key's name for Textual, which takes single characters, but commas between keys."""
    return "comma" if key == "," else key


def _character(character: str) -> str:
    if not character.isprintable():
        raise UsageError(f"{character_name(character)} is not a key", "Write what the key types.")
    return character


def _parts(written: str) -> list[str]:
    """``ctrl+shift+up`` as ``ctrl``, ``shift``, ``up``; a last plus is a key, not a joint."""
    head, joint, last = written.rpartition("+")
    if joint and not last:
        head, last = head.removesuffix("+"), "+"
    held = sorted(_known(part.strip().lower()) for part in head.split("+") if part.strip())
    last = last.strip()
    return [*held, last if len(last) == 1 and not held else _known(last.lower())]


def _known(name: str) -> str:
    name = _OTHER_NAMES.get(name, name)
    return _MARKS.get(name, name)


def _plain(name: str, written: str) -> str:
    if len(name) == 1 or name in _WORDS:
        return name
    meant = nearest(name, [*sorted(_WORDS), *_MARKS, *_OTHER_NAMES])
    raise UsageError(
        f"there is no key `{written}`",
        f"Did you mean `{meant}`?" if meant else "Write what it types, or a name such as `f5`.",
    )


def _with_ctrl(last: str, written: str) -> str:
    if last in _ARRIVES_AS:
        raise UsageError(
            f"terminals send `{written}` as {_ARRIVES_AS[last]}", "Take another letter with Ctrl."
        )
    if last in _MOVING | _FUNCTION or (last.isascii() and last.isalpha() and len(last) == 1):
        return f"ctrl+{last}"
    raise UsageError(f"few terminals send `{written}`", "Take a letter with Ctrl.")
