"""Every command and file that the README shows is run and read."""

import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent
README = (PROJECT / "README.md").read_text("utf-8")
FENCE = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass
class Shown:
    """A command as the README shows it, with the output beneath it, if any."""

    command: str
    output: str


def shown_files() -> dict[str, str]:
    return {name: text for _, name, text in FENCE.findall(README) if name}


def shown_commands() -> list[Shown]:
    found: list[Shown] = []
    for language, _, text in FENCE.findall(README):
        if language != "console":
            continue
        for line in text.splitlines(keepends=True):
            if line.startswith("$ "):
                found.append(Shown(line[2:].strip(), ""))
            else:
                found[-1].output += line
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that the README shows, and the example maps."""
    place = tmp_path_factory.mktemp("readme")
    (place / "maps").symlink_to(PROJECT / "maps")
    for name, text in shown_files().items():
        (place / name).write_text(text, "utf-8")
    return place


def test_the_readme_shows_files_and_commands() -> None:
    assert set(shown_files()) == {"buses.md", "buses.yaml"}
    assert len(shown_commands()) > 10


@pytest.mark.parametrize("shown", shown_commands(), ids=lambda shown: shown.command)
def test_command_does_what_the_readme_says(shown: Shown, folder: Path) -> None:
    program, *arguments = shlex.split(shown.command)
    assert program == "argmap"
    done = subprocess.run(
        [sys.executable, "-m", "argmap", *arguments],
        cwd=folder, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    if shown.output:
        assert done.stdout == shown.output


def test_make_targets_of_the_readme_exist() -> None:
    makefile = (PROJECT / "Makefile").read_text("utf-8")
    for target in re.findall(r"^make (\w+)", README, re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)


def test_links_of_the_readme_lead_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (PROJECT / target).exists(), target


def test_every_command_is_in_the_readme() -> None:
    from argmap.cli.main import COMMANDS  # noqa: PLC0415 - beside what it is compared with

    for command in COMMANDS:
        assert f"argmap {command}" in README
