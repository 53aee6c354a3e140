"""The door to the floor: drawing by options, the other engine, and the probe."""

import subprocess
import sys
from pathlib import Path

import pytest

from argmap.diagram import FORMATS, Format, Options, draw, engines, probe
from argmap.diagram.writers import png
from argmap.errors import MissingComponent
from tests.diagram.maps import buses, hostile

STARTS: dict[Format, bytes] = {
    "dot": b"// An argument map.",
    "svg": b"<svg ",
    "png": b"\x89PNG",
    "pdf": b"%PDF-",
    "pptx": b"PK\3\4",
    "html": b"<!DOCTYPE html>",
    "tikz": b"%",
    "mermaid": b"flowchart ",
}


@pytest.mark.parametrize("to", FORMATS)
def test_every_format_draws_a_hostile_map(to: Format) -> None:
    picture = draw(hostile(), to)
    assert picture.data.startswith(STARTS[to])
    assert any("longer than 2,000 characters" in warning for warning in picture.warnings)


def test_labels_are_those_that_were_asked_for() -> None:
    short = draw(buses(), "dot", Options(labels="short")).data.decode()
    assert "Fewer cars" in short
    assert "Free buses would take" not in short


def test_importing_the_floor_loads_no_drawing_library() -> None:
    script = (
        "import sys, argmap.diagram\n"
        "heavy = {'fontTools', 'reportlab', 'resvg_py', 'graphviz', 'PIL', 'pptx'}\n"
        "sys.exit(len(heavy & set(sys.modules)))"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


DOT_ENGINE = Options(engine="dot")


def test_without_graphviz_the_error_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingComponent) as caught:
        draw(buses(), "svg", DOT_ENGINE)
    assert caught.value.exit_code == 3
    assert "apt install graphviz" in caught.value.remedy
    assert engines()["Graphviz dot"] is None
    assert draw(buses(), "dot", DOT_ENGINE).data.startswith(STARTS["dot"])


def test_the_probe_finds_text_in_every_format() -> None:
    assert [(found.format, found.ok) for found in probe()] == [(to, True) for to in FORMATS]


def test_the_probe_notices_a_renderer_without_its_font(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(png, "font_file", lambda _: tmp_path / "missing.ttf")
    failed = [found for found in probe() if not found.ok]
    assert [found.format for found in failed] == ["png"]
    assert failed[0].detail == "the picture has no text in it"


def test_engines_are_named_with_their_versions() -> None:
    found = engines()
    assert list(found) == ["resvg", "reportlab", "fontTools", "Roboto", "Graphviz dot"]
    assert all(found[name] for name in ("resvg", "reportlab", "fontTools", "Roboto"))


def test_a_missing_font_is_reported(tmp_path: Path) -> None:
    script = (
        "import sys; sys.modules['font_roboto'] = None; sys.path.insert(0, sys.argv[1])\n"
        "import importlib.util; importlib.util.find_spec = lambda name: None\n"
        "from argmap.diagram import draw; from argmap.errors import MissingComponent\n"
        "from tests.diagram.maps import buses\n"
        "try: draw(buses(), 'svg')\n"
        "except MissingComponent as error: print(error.remedy)"
    )
    project = str(Path(__file__).parent.parent.parent)
    done = subprocess.run(
        [sys.executable, "-c", script, project],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )
    assert done.stdout == "Install it with: pip install font-roboto\n"
