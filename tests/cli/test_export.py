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


@pytest.mark.parametrize(
    ("options", "shown", "hidden"),
    [
        (["--focus", "cost"], "afford", "make buses"),
        (["--depth", "0"], "+6 claims", "afford"),
        (["--side", "pro"], "off the road", "afford"),
        (["--path-to", "cost"], "afford", "Most cars"),
        (["--labels", "short"], "Free buses", "make buses"),
    ],
)
def test_part_of_a_map_is_drawn(
    argmap: Runner, options: list[str], shown: str, hidden: str
) -> None:
    argmap.write("map.yaml", TEACHING)
    result = argmap("export", "map.yaml", "--to", "dot", *options)
    assert (result.code, result.err) == (0, "")
    assert shown in result.out
    assert hidden not in result.out


def test_parts_that_are_not_there_are_named(argmap: Runner) -> None:
    argmap.write("map.yaml", TEACHING)
    result = argmap("export", "map.yaml", "--to", "svg", "--focus", "trafic")
    assert result.code == 2
    assert "Did you mean `traffic`?" in result.err
    assert argmap("export", "map.yaml", "--to", "svg", "--only", "x").code == 2


@pytest.mark.parametrize(
    "options",
    [
        ["--min-pt", "11"],
        ["--min-pt", "nan"],
        ["--depth", "-1"],
        ["--slide", "0x0"],
        ["--width", "0"],
        ["--dpi", "90", "--width", "300"],
        ["--theme", "lihgt"],
        ["--layout", "round"],
    ],
)
def test_senseless_options_are_refused(argmap: Runner, options: list[str]) -> None:
    argmap.write("map.yaml", TEACHING)
    result = argmap("export", "map.yaml", "-o", "map.svg", *options)
    assert result.code == 2
    assert not (argmap.folder / "map.svg").exists()


def test_options_of_pictures_without_a_picture_are_told(argmap: Runner) -> None:
    argmap.write("map.yaml", TEACHING)
    result = argmap("export", "map.yaml", "--to", "json", "--slide", "a4", "--footnotes")
    assert result.code == 0
    assert "--slide is about diagrams" in result.err
    assert "--footnotes is about diagrams" in result.err


def test_steps_are_files_of_their_own_and_what_an_earlier_export_left_is_told(
    argmap: Runner,
) -> None:
    argmap.write("map.yaml", TEACHING)
    (argmap.folder / "map-9.svg").touch()
    result = argmap("export", "map.yaml", "-o", "map.svg", "--build")
    pages = sorted(path.name for path in argmap.folder.glob("map-[0-8].svg"))
    assert len(pages) > 4
    assert result.out == f"map-1.svg to {pages[-1]}: the diagram, to scale and edit\n"
    assert "still there: map-9.svg" in result.err
    assert (argmap.folder / "map-9.svg").exists()
    assert argmap("export", "map.yaml", "--to", "svg", "--build").code == 2
