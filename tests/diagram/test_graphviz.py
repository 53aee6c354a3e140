"""The other engine: a `dot` that is missing, old, slow, broken, or not Graphviz at all."""

import shutil
import stat
import sys
import time
from pathlib import Path

import pytest

from argmap.diagram import engines, graphviz
from argmap.diagram.drawing import drawing
from argmap.diagram.layout.loose import loose
from argmap.diagram.scene import Scene
from argmap.diagram.view import view
from argmap.diagram.writers.dot import write_dot
from argmap.errors import MissingComponent
from tests.diagram.maps import woven

needs_graphviz = pytest.mark.skipif(shutil.which("dot") is None, reason="no Graphviz here")


class FakeDot:
    """Puts programs named `dot` first on the path."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        monkeypatch.setenv("PATH", str(folder))

    def does(self, script: str, version: str = "2.43.0") -> None:
        """Answer for its version, and otherwise run `script`."""
        self.write(
            f"if '-V' in sys.argv: sys.exit('dot - graphviz version {version} (0)')\n{script}"
        )

    def write(self, script: str) -> None:
        program = self.folder / "dot"
        program.write_text(f"#!{sys.executable}\nimport os, sys, time\n{script}\n")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)


@pytest.fixture
def dot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeDot:
    return FakeDot(tmp_path, monkeypatch)


def refused(to: str = "svg", time_limit: float = 20) -> MissingComponent:
    with pytest.raises(MissingComponent) as caught:
        graphviz.render("digraph {}", to, time_limit)
    assert caught.value.exit_code == 3
    return caught.value


@pytest.mark.usefixtures("dot")
def test_without_graphviz_the_error_says_how_to_get_it() -> None:
    error = refused()
    assert "not on this machine" in str(error)
    for way in ("apt install graphviz", "brew install graphviz", "winget install graphviz"):
        assert way in error.remedy
    assert engines()["Graphviz dot"] is None


def test_dot_gets_the_text_a_format_and_a_font(dot: FakeDot) -> None:
    dot.does(
        "fonts = open(os.environ['FONTCONFIG_FILE']).read()\n"
        "print('<svg', sys.argv[1:], sys.stdin.read(), 'font_roboto' in fonts)"
    )
    assert graphviz.render("digraph {}", "svg", dpi=90) == b"<svg ['-Tsvg'] digraph {} True\n"
    dot.does("print('\\x89PNG', sys.argv[1:])")
    with pytest.raises(MissingComponent):
        graphviz.render("digraph {}", "pdf")
    dot.does("sys.stdout.buffer.write(b'\\x89PNG %a' % sys.argv[1:])")
    assert graphviz.render("digraph {}", "png", dpi=90) == b"\x89PNG ['-Tpng', '-Gdpi=90']"


def test_a_dot_that_hangs_is_stopped_with_all_that_it_started(dot: FakeDot) -> None:
    dot.does("os.fork() or os.fork()\ntime.sleep(60)")
    start = time.monotonic()
    assert "longer than 0.3 seconds" in str(refused(time_limit=0.3))
    assert time.monotonic() - start < 30


def test_a_dot_that_does_not_even_say_its_version(
    dot: FakeDot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(graphviz, "_ANSWER_LIMIT", 0.3)
    dot.write("time.sleep(60)")
    assert "does not answer" in str(refused())
    assert "does not answer" in str(engines()["Graphviz dot"])


def test_a_dot_that_crashes(dot: FakeDot) -> None:
    dot.does("os.kill(os.getpid(), 11)")
    assert "crashed (signal 11)" in str(refused())


def test_a_dot_that_is_too_old(dot: FakeDot) -> None:
    dot.does("print('<svg/>')", version="2.42.4")
    error = refused()
    assert "2.42.4 is too old" in str(error)
    assert "graphviz.org/download" in error.remedy
    assert "too old" in str(engines()["Graphviz dot"])


@pytest.mark.parametrize("version", ["2.43.0", "14.1.5", "16.1.0~dev"])
def test_newer_ones_will_do(dot: FakeDot, version: str) -> None:
    dot.does("print('<svg/>')", version=version)
    assert graphviz.render("digraph {}", "svg") == b"<svg/>\n"
    assert str(engines()["Graphviz dot"]) == version.removesuffix("~dev")


def test_a_dot_that_fails_is_quoted(dot: FakeDot) -> None:
    dot.does("sys.exit('Error: no such format')")
    assert "Error: no such format" in str(refused())


def test_an_error_counts_even_with_a_picture(dot: FakeDot) -> None:
    dot.does("print('<svg/>'); print('Error: lost n1 n2 edge', file=sys.stderr)")
    assert "lost n1 n2 edge" in str(refused())


def test_a_warning_does_not_matter(dot: FakeDot) -> None:
    dot.does("print('<svg/>'); print('Warning: cell size too small', file=sys.stderr)")
    assert graphviz.render("digraph {}", "svg") == b"<svg/>\n"


def test_a_dot_that_writes_nothing(dot: FakeDot) -> None:
    dot.does("")
    assert "wrote nothing" in str(refused())


def test_a_shrunk_picture_is_refused(dot: FakeDot) -> None:
    dot.does(
        "sys.stdout.buffer.write(b'\\x89PNG')\n"
        "print('dot: graph is too large for cairo-renderer bitmaps. Scaling by 0.28 to fit',"
        " file=sys.stderr)"
    )
    error = refused("png")
    assert "too large for Graphviz" in str(error)
    assert "SVG or PDF" in error.remedy


def test_a_program_that_is_not_graphviz(dot: FakeDot) -> None:
    dot.write("print('Directory of Telephones')")
    assert "is it the `dot` of Graphviz?" in str(refused())
    assert "does not say its version" in str(engines()["Graphviz dot"])


def test_a_dot_that_cannot_be_started(dot: FakeDot) -> None:
    dot.write("")
    (dot.folder / "dot").write_bytes(b"\x7fELF nothing")
    assert "could not be started" in str(refused())


@needs_graphviz
@pytest.mark.parametrize("to", ["svg", "png", "pdf"])
def test_the_real_one_draws_a_graph_that_is_no_tree(to: str) -> None:
    drawn = drawing(*loose(view(woven(2, 20, 6))))
    scene = Scene(drawn.width, drawn.height, "", "", drawn.lines, drawn.boxes)
    assert len(graphviz.render(write_dot(scene, placed=False), to)) > 5_000
