import argparse
import tomllib
from pathlib import Path

import pytest

from argmap.cli import keys_command
from argmap.errors import FileError
from argmap.tui.commands import COMMANDS
from argmap.tui.keys.keymap import Keymap, keys_file


def keys(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    keys_command.add_arguments(parser)
    return keys_command.run(parser.parse_args(arguments))


def choose(text: str) -> Path:
    path = keys_file()
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    return path


def test_what_is_printed_is_the_keymap_itself(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    choose('[keys]\nDown = ["n", "comma", "\\"", "\\\\"]\nNextMatch = []\n')
    assert keys() == 0
    printed = capsys.readouterr().out
    assert all(command.help() in printed for command in COMMANDS)
    path = tmp_path / "again.toml"
    path.write_text(printed, "utf-8")
    again, complaints = Keymap.load(path, COMMANDS)
    own, _ = Keymap.load(keys_file(), COMMANDS)
    assert complaints == []
    assert [again.keys(command) for command in COMMANDS] == [own.keys(c) for c in COMMANDS]
    assert set(tomllib.loads(printed)["keys"]) == {command.__name__ for command in COMMANDS}


def test_what_cannot_be_followed_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    path = choose('[keys]\nDwn = "n"\n')
    assert keys() == 1
    said = capsys.readouterr().err
    assert said == f"argmap: {path}:2: there is no command `Dwn`. Did you mean `Down`?\n"


def test_the_file_is_written_only_where_there_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert keys("--write") == 0
    assert str(keys_file()) in capsys.readouterr().err
    assert "[keys]" in keys_file().read_text("utf-8")
    keys_file().write_text("mine", "utf-8")
    with pytest.raises(FileError):
        keys("--write")
    assert keys_file().read_text("utf-8") == "mine"
