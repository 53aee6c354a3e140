import string

import pytest

from argmap.errors import UsageError
from argmap.tui.commands import COMMANDS
from argmap.tui.keys.keynames import key_from, textual_name


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("s", "s"), ("S", "S"), ("!", "!"), ("exclamation_mark", "!"), ("slash", "/"),
        ("comma", ","), ("plus", "+"), ("+", "+"), ("-", "-"), ("minus", "-"), ("ä", "ä"),
        ("Esc", "escape"), (" ", "space"), ("PgDn", "pagedown"), ("F5", "f5"),
        ("ctrl+n", "ctrl+n"), ("Ctrl+N", "ctrl+n"), ("control + n", "ctrl+n"),
        ("shift+up", "shift+up"), ("shift+ctrl+up", "ctrl+shift+up"), ("shift+tab", "shift+tab"),
        ("tilde", "~"), ("apostrophe", "'"), ("ctrl+f5", "ctrl+f5"),
    ],
)  # fmt: skip
def test_a_key_has_one_name_however_it_is_written(written: str, key: str) -> None:
    assert key_from(written) == key
    assert key_from(key) == key


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("ctrl+i", "as tab"), ("ctrl+m", "as enter"), ("Ctrl+[", "as escape"),
        ("ctrl+h", "as backspace"), ("ctrl+j", "as enter"), ("alt+x", "few terminals"),
        ("super+x", "few terminals"), ("shift+s", "`S`"), ("ctrl+1", "few terminals"),
        ("ctrl+", "few terminals"), ("entre", "`enter`"), ("", "no key"), ("qq", "no key"),
        ("\x1b", "U+001B"), ("ctrl+ctrl+a", "few"), ("\u202e", "U+202E"),
    ],
)  # fmt: skip
def test_a_key_that_terminals_do_not_send_is_refused_with_a_reason(written: str, says: str) -> None:
    with pytest.raises(UsageError) as refusal:
        key_from(written)
    assert says in f"{refusal.value.message} {refusal.value.remedy}"
    assert refusal.value.remedy


def test_every_sign_on_the_keyboard_is_a_key_and_textual_can_list_it() -> None:
    for sign in string.punctuation:
        assert key_from(sign) == sign
        assert "," not in textual_name(sign)


def test_the_keys_of_all_commands_are_keys() -> None:
    for command in COMMANDS:
        for key in command.keys:
            assert key_from(key)
