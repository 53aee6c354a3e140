from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.binding import Binding, BindingsMap

from argmap.tui.commands import COMMANDS
from argmap.tui.commands.base import Command
from argmap.tui.keys.keymap import STANDARD, Keymap, keys_file


class Add(Command):
    """Add a claim."""

    title, keys, group = "Add", ("s",), "Edit"


class Drop(Command):
    """Drop a claim."""

    title, keys, group = "Drop", ("d", "delete"), "Edit"


class Hash(Command):
    """Show numbers."""

    title, keys, group = "Numbers", ("number_sign",), "View"


FEW: tuple[type[Command], ...] = (Add, Drop, Hash)


def load(folder: Path, text: str) -> tuple[Keymap, list[str]]:
    path = folder / "keys.toml"
    path.write_text(text, "utf-8")
    keymap, complaints = Keymap.load(path, FEW)
    return keymap, [complaint.removeprefix(str(folder)) for complaint in complaints]


def test_without_a_file_commands_have_their_own_keys(tmp_path: Path) -> None:
    keymap, complaints = Keymap.load(tmp_path / "none.toml", COMMANDS)
    assert complaints == []
    assert keymap.for_textual() == {}
    assert keymap.name(Add) == STANDARD.name(Add) == "s"
    assert keymap.keys(Hash) == ("number_sign",)


def test_chosen_keys_take_the_place_of_the_usual_ones(tmp_path: Path) -> None:
    keymap, complaints = load(tmp_path, '[keys]\nAdd = ["+", "Ctrl+N"]\nDrop = "x"\nHash = []\n')
    assert complaints == []
    assert keymap.keys(Add) == ("+", "ctrl+n")
    assert keymap.names(Add) == ["+", "Ctrl+N"]
    assert (keymap.keys(Drop), keymap.name(Drop)) == (("x",), "x")
    assert (keymap.keys(Hash), keymap.name(Hash)) == ((), "")
    assert keymap.for_textual() == {"Add": "+,ctrl+n", "Drop": "x", "Hash": "no_key"}


def test_a_chosen_key_is_taken_from_the_command_that_has_it(tmp_path: Path) -> None:
    keymap, complaints = load(tmp_path, '[keys]\nAdd = ["d", ","]')
    assert complaints == []
    assert keymap.keys(Add) == ("d", ",")
    assert keymap.keys(Drop) == ("delete",)
    assert keymap.for_textual() == {"Add": "d,comma", "Drop": "delete"}


def test_a_command_that_loses_its_only_key_is_named(tmp_path: Path) -> None:
    keymap, complaints = load(tmp_path, '# my keys\n[keys]\nAdd = ["#"]')
    assert keymap.keys(Hash) == ()
    assert complaints == ["/keys.toml:3: `#` now runs Add, so no key runs Hash. Give Hash a key."]


@pytest.mark.parametrize(
    ("lines", "complaint", "add"),
    [
        (['Ad = ["x"]'], "3: there is no command `Ad`. Did you mean `Add`?", ("s",)),
        (['Qqqq = ["x"]'], "3: there is no command `Qqqq`. `argmap keys` lists", ("s",)),
        (['Add = ["ctrl+i", "x"]'], "3: terminals send `ctrl+i` as tab. Take", ("x",)),
        (['Add = ["ctrl+i"]'], "3: terminals send `ctrl+i` as tab. Take", ("s",)),
        (["Add = 7"], "3: Add takes keys in quotes. Write", ("s",)),
        (["Add = [7]"], "3: Add takes keys in quotes. Write", ("s",)),
        (['Add = "x"', 'Hash = "x"'], "4: `x` cannot run Hash: it runs Add already.", ("x",)),
        (['Add = ["x]'], "3: ", ("s",)),
        (["Add = ["], "", ("s",)),
        (['Add = "x"', 'Add = "y"'], "4: Cannot overwrite a value. Write", ("x",)),
        (['add = "x"'], "", ("x",)),
        (['Add = ["x", "x"]'], "", ("x",)),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_the_rest_counts(
    tmp_path: Path, lines: Sequence[str], complaint: str, add: tuple[str, ...]
) -> None:
    keymap, complaints = load(tmp_path, "\n".join(["[keys]", 'Drop = "f9"', *lines]))
    assert keymap.keys(Drop) == ("f9",)
    assert keymap.keys(Add) == add
    assert len(complaints) == (complaint != "" or lines == ["Add = ["])
    assert complaint in "".join(complaints)


def test_other_tables_and_a_wrong_table_are_told(tmp_path: Path) -> None:
    assert load(tmp_path, "keys = 3\n")[1] == [
        "/keys.toml:1: `keys` takes a table. Write `[keys]` on a line of its own."
    ]
    assert "2: `colour` says nothing" in load(tmp_path, "[keys]\n[colour]\n")[1][0]


@pytest.mark.parametrize(
    ("data", "says"), [(b"\xff\xfe\xff", "UTF-8"), (b"#" * 1_000_001, "too large"), (b"\0", ":1: ")]
)
def test_a_file_that_cannot_be_used_leaves_the_usual_keys(
    tmp_path: Path, data: bytes, says: str
) -> None:
    path = tmp_path / "keys.toml"
    path.write_bytes(data)
    keymap, complaints = Keymap.load(path, FEW)
    assert keymap.keys(Add) == ("s",)
    assert len(complaints) == 1
    assert says in complaints[0]
    assert complaints[0].isprintable()


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    assert "cannot be read" in Keymap.load(tmp_path, FEW)[1][0]


def test_hopeless_text_ends(tmp_path: Path) -> None:
    keymap, complaints = load(tmp_path, "]]\n" * 500)
    assert keymap.keys(Add) == ("s",)
    assert 0 < len(complaints) <= 21


def test_the_file_is_where_settings_are(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert keys_file() == tmp_path / "argmap" / "keys.toml"
    monkeypatch.setenv("XDG_CONFIG_HOME", "somewhere")
    assert keys_file() == tmp_path / "home" / ".config" / "argmap" / "keys.toml"


def test_textual_runs_what_the_keymap_says(tmp_path: Path) -> None:
    bindings = BindingsMap(
        [Binding(",".join(found.keys), found.__name__, id=found.__name__) for found in FEW]
    )
    keymap, _ = load(tmp_path, '[keys]\nAdd = ["d", ","]\nDrop = "s"\nHash = []')
    bindings.apply_keymap(keymap.for_textual())
    runs = {
        key: {binding.action for binding in found}
        for key, found in bindings.key_to_bindings.items()
    }
    assert runs == {"d": {"Add"}, "comma": {"Add"}, "s": {"Drop"}, "no_key": {"Hash"}}
