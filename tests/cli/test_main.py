"""The command line as a whole."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.cli.main import COMMANDS
from tests.cli.run import Runner
from tests.golden import check_golden
from tests.maps import TEACHING


def test_help_lists_every_command(argmap: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    result = argmap("--help")
    assert result.code == 0
    assert all(command in result.out for command in COMMANDS)
    assert argmap().out == result.out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_that_explains_each_option(argmap: Runner, command: str) -> None:
    result = argmap(command, "--help")
    assert result.code == 0
    assert COMMANDS[command][1:20] in result.out


def test_misspelt_command_is_guessed(argmap: Runner) -> None:
    result = argmap("chekc", "x.yaml")
    assert result.code == 2
    assert result.err == "argmap: there is no command `chekc`\n  Did you mean `check`?\n"


@pytest.mark.parametrize(
    ("command", "path"),
    [
        *((command, "missing.yaml") for command in ("check", "show", "open")),
        *((command, ".") for command in ("check", "show")),
    ],
)
def test_what_cannot_be_read_is_one_clear_sentence(argmap: Runner, command: str, path: str) -> None:
    result = argmap(command, path)
    assert result.code == 3
    assert result.err.startswith(f"argmap: {path}: ")
    assert "Traceback" not in result.err


def test_source_option_must_name_a_source_and_a_file(argmap: Runner) -> None:
    argmap.write("map.yaml", TEACHING)
    assert argmap("check", "map.yaml", "--source", "nonsense").code == 2
    assert argmap("check", "map.yaml", "--source", "other=map.yaml").code == 2


def test_new_map_is_sound_and_never_overwritten(argmap: Runner) -> None:
    assert argmap("new", "my first map.yaml").code == 0
    text = (argmap.folder / "my first map.yaml").read_text()
    checked = argmap("check", "my first map.yaml")
    assert (checked.code, checked.err) == (0, "")
    assert argmap("new", "my first map.yaml").code == 3
    assert (argmap.folder / "my first map.yaml").read_text() == text


@pytest.mark.parametrize("name", ["a:b.yaml", "#x.yaml", "[x].yaml", "-.yaml", "no", "{y}.yaml"])
def test_new_map_is_sound_whatever_it_is_called(argmap: Runner, name: str) -> None:
    assert argmap("new", f"./{name}").code == 0
    assert argmap("check", f"./{name}").code == 0


def test_starter_map_reads_as_it_should(argmap: Runner) -> None:
    check_golden(Path(__file__).parent / "golden" / "new.yaml", argmap("new", "-").out)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "tcsh"])
def test_completion_knows_commands_and_options(argmap: Runner, shell: str) -> None:
    result = argmap("completion", shell)
    assert result.code == 0
    assert "export" in result.out
    assert "labels" in result.out


def test_bash_takes_the_completion_script(argmap: Runner) -> None:
    script = argmap("completion", "bash").out
    subprocess.run(["bash", "-n"], input=script, text=True, check=True)


def test_reader_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text("argmap: 1\nclaims:\n" + "- A claim among many.\n" * 5000)
    command = f"{sys.executable} -m argmap show {path} | head -1; echo code ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "code 0"
    assert done.stderr == ""


def test_output_that_cannot_encode_a_sign_still_prints(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text("argmap: 1\nclaims:\n- 漢字 claim.\n", "utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(
        [sys.executable, "-m", "argmap", "show", path],
        capture_output=True,
        env=environment,
        check=True,
    )
    assert b"?? claim." in done.stdout


def test_internal_errors_are_said_not_traced(
    argmap: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: str) -> None:
        raise RuntimeError("lost")

    monkeypatch.setattr("argmap.cli.main.command_module", broken)
    result = argmap("check", "x")
    assert result.code == 70
    assert "internal error: RuntimeError: lost" in result.err


def test_schema_accepts_the_example_maps_keys(argmap: Runner) -> None:
    import json  # noqa: PLC0415 - only here

    schema = json.loads(argmap("schema").out)
    assert set(schema["properties"]) == {
        "argmap", "title", "summary", "motion", "sides", "sources", "claims",
    }  # fmt: skip
    claim = schema["$defs"]["claim"]["properties"]
    assert {"claim", "short", "supports", "undercuts", "strength", "cites"} <= set(claim)
    assert claim["weight"]["maximum"] == 1.0
