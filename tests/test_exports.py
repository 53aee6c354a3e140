"""What `make exports` draws: the same bytes on every run."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent
MAP = PROJECT / "maps" / "class-trip-by-train.yaml"
EXPORTS = PROJECT / "exports"


def commands() -> list[list[str]]:
    """The arguments of the exports that the Makefile makes of each map."""
    makefile = (PROJECT / "Makefile").read_text("utf-8")
    found = re.findall(r"\$\(BIN\)/argmap (export \$\$map .*?)(?: &&| \|\|)", makefile)
    return [
        shlex.split(one.replace("$$map", str(MAP)).replace("$$name", MAP.stem)) for one in found
    ]


def exported(folder: Path, arguments: list[str], seed: str) -> dict[str, bytes]:
    """What one export writes, in a process with a hash seed of its own."""
    folder.mkdir()
    subprocess.run(
        [sys.executable, "-P", "-m", "argmap", *arguments],
        cwd=folder, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed},
    )  # fmt: skip
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("arguments", commands(), ids=lambda found: " ".join(found[2:]))
def test_a_second_run_gives_the_same_bytes(arguments: list[str], tmp_path: Path) -> None:
    first = exported(tmp_path / "first", arguments, "1")
    second = exported(tmp_path / "second", arguments, "2")
    assert len(first) == arguments.count("-o")
    assert [name for name in first if first[name] != second.get(name)] == []


def test_the_makefile_draws_what_is_committed() -> None:
    drawn = {name for one in commands() for name in one if name.startswith(MAP.stem)}
    assert len(commands()) == 3
    assert drawn == {path.name for path in EXPORTS.glob(f"{MAP.stem}*")}
