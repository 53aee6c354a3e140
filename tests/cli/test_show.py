"""`argmap show`, and `argmap open` where there is no terminal."""

import json
from importlib import import_module
from pathlib import Path

import pytest

from argmap.cli import open_command
from tests.cli.run import Runner
from tests.golden import check_golden
from tests.maps import TEACHING

GOLDEN = Path(__file__).parent / "golden"


def test_outline(argmap: Runner) -> None:
    argmap.write("map.yaml", TEACHING)
    check_golden(GOLDEN / "show.txt", argmap("show", "map.yaml").out)
    check_golden(GOLDEN / "show-ascii.txt", argmap("show", "map.yaml", "--ascii", "-d").out)


def test_open_without_a_terminal_prints_the_outline(argmap: Runner) -> None:
    argmap.write("map.yaml", TEACHING)
    opened = argmap("open", "map.yaml")
    assert opened.code == 0
    assert opened.out == argmap("show", "map.yaml").out
    assert "no terminal" in opened.err


def test_open_without_a_name_takes_the_only_map(argmap: Runner) -> None:
    assert argmap("open").code == 2
    argmap.write("map.yaml", TEACHING)
    argmap.write("other.yaml", "services: {}\n")
    assert "Free city buses" in argmap("open").out
    argmap.write("second.yaml", TEACHING)
    result = argmap("open")
    assert result.code == 2
    assert "map.yaml, second.yaml" in result.err


def test_open_with_a_folder_lists_its_maps(argmap: Runner) -> None:
    argmap.write("map.yaml", TEACHING)
    argmap.write("bad.yaml", "argmap: 1\n\0")
    (argmap.folder / "more").mkdir()
    argmap.write("more/errors.yaml", "argmap: 1\nclaims:\n- {claim: A., colour: red}\n")
    result = argmap("open", ".")
    assert result.code == 0
    assert result.out == (
        "bad.yaml\n"
        "  this is not text: it holds NUL bytes\n"
        "map.yaml: Free city buses\n"
        "  The city should make buses free. (7 claims, 3 pro, 3 con)\n"
        "more/errors.yaml\n"
        "  A. (1 error, 1 claim, 0 pro, 0 con)\n"
    )
    assert "argmap show MAP" in result.err
    (argmap.folder / "empty").mkdir()
    nothing = argmap("open", "empty")
    assert nothing.code == 2
    assert "argmap new MAP" in nothing.err


@pytest.mark.parametrize("arguments", [["open"], ["open", "."], ["open", "map.yaml"]])
def test_open_in_a_terminal_shows_a_folder_or_a_map(
    argmap: Runner, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    argmap.write("map.yaml", TEACHING)
    argmap.write("second.yaml", TEACHING)
    shown: list[str] = []
    monkeypatch.setattr(open_command, "_is_terminal", lambda: True)

    def browse(path: str, **_: object) -> int:
        shown.append(path)
        return 0

    monkeypatch.setattr(import_module("argmap.tui.run"), "run", browse)
    assert argmap(*arguments).code == 0
    assert shown == [arguments[-1] if len(arguments) > 1 else "."]


def test_broken_map_is_shown_as_far_as_it_can_be_read(argmap: Runner) -> None:
    argmap.write("map.yaml", TEACHING + "  - ref: nobody\n")
    result = argmap("show", "map.yaml")
    assert result.code == 1
    assert "It would take cars off the road." in result.out
    assert "AM103" in result.err


def test_json_is_data(argmap: Runner) -> None:
    argmap.write("map.yaml", TEACHING)
    data = json.loads(argmap("show", "map.yaml", "--json").out)
    assert data["argmap"] == 1
    assert len(data["claims"]) == 7
