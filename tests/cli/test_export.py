"""`argmap export`."""

import json
from pathlib import Path

import pytest

from tests.cli.run import Runner
from tests.maps import TEACHING


@pytest.mark.parametrize("name", ["json", "yaml", "md", "txt", "dot", "svg", "png", "pdf"])
def test_suffix_tells_the_format(argmap: Runner, name: str) -> None:
    argmap.write("map.yaml", TEACHING)
    result = argmap("export", "map.yaml", "-o", f"out.{name}")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(f"out.{name}: ")
    first = (argmap.folder / f"out.{name}").read_bytes()
    assert len(first) > 200
    argmap("export", "map.yaml", "-o", f"out.{name}")
    assert (argmap.folder / f"out.{name}").read_bytes() == first


def test_several_files_from_one_reading(argmap: Runner) -> None:
    argmap.write("map.yaml", TEACHING)
    assert argmap("export", "map.yaml", "-o", "a.svg", "-o", "b.json").code == 0
    assert (argmap.folder / "a.svg").is_file()
    assert json.loads((argmap.folder / "b.json").read_text())["title"] == "Free city buses"


def test_standard_output_needs_a_format(argmap: Runner) -> None:
    argmap.write("map.yaml", TEACHING)
    assert argmap("export", "map.yaml").code == 2
    assert argmap("export", "map.yaml", "-o", "-").code == 2
    assert argmap("export", "map.yaml", "--to", "bmp").code == 2
    assert argmap("export", "map.yaml", "-o", "map.xyz").code == 2


def test_folder_that_cannot_be_written_is_named(argmap: Runner) -> None:
    argmap.write("map.yaml", TEACHING)
    result = argmap("export", "map.yaml", "-o", "missing/out.svg")
    assert result.code == 3
    assert "missing/out.svg: cannot be written" in result.err


def test_map_written_anew_says_the_same(argmap: Runner) -> None:
    argmap.write("map.yaml", TEACHING)
    argmap("export", "map.yaml", "-o", "again.yaml")
    assert Path("again.yaml").read_text("utf-8") == TEACHING


@pytest.mark.parametrize("dpi", ["0", "x", "99999"])
def test_senseless_resolution_is_refused(argmap: Runner, dpi: str) -> None:
    argmap.write("map.yaml", TEACHING)
    assert argmap("export", "map.yaml", "-o", "out.png", "--dpi", dpi).code == 2
