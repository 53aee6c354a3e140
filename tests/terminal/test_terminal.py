"""The browser in real terminals of several sizes."""

from pathlib import Path

import pytest

from tests.maps import TEACHING
from tests.terminal.terminal import TMUX, terminal

pytestmark = pytest.mark.skipif(TMUX is None, reason="there is no tmux")


@pytest.mark.parametrize(("columns", "lines"), [(60, 20), (80, 24), (120, 40), (200, 50)])
def test_map_is_browsed_and_left(tmp_path: Path, columns: int, lines: int) -> None:
    (tmp_path / "map.yaml").write_text(TEACHING, "utf-8")
    with terminal(tmp_path, columns, lines) as screen:
        screen.argmap("open", "map.yaml")
        screen.wait_for("The city should make buses free.")
        screen.press("G")
        screen.wait_for("Most new riders would have walked.")
        shown = screen.screen().splitlines()
        assert len(shown) == lines
        assert max(map(len, shown)) <= columns
        screen.press("q")
        assert screen.wait_for_end() == 0


def test_map_opens_again_after_a_crash(tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text(TEACHING, "utf-8")
    with terminal(tmp_path) as screen:
        screen.argmap("open", "map.yaml")
        screen.wait_for("The city should make buses free.")
        screen.kill()
        screen.argmap("open", "map.yaml")
        screen.wait_for("The city should make buses free.")


def test_a_map_is_folded_cited_and_left_by_mouse(tmp_path: Path) -> None:
    source = "sources:\n  news: {title: News, file: news.txt}\nclaims:"
    path = tmp_path / "map.yaml"
    path.write_text(TEACHING.replace("claims:", source, 1), "utf-8")
    (tmp_path / "news.txt").write_text("The mayor said that it costs two million a year.", "utf-8")
    with terminal(tmp_path) as screen:
        screen.argmap("open", "map.yaml")
        screen.wait_for("F1 help")
        screen.click("▾ + It would take cars")
        screen.wait_for("▸ + It would take cars off the road. … 2 more")
        screen.click("- The city cannot afford it.")
        screen.wait_for("1.3 · rebuttal · con · cost")
        screen.click("c cite")
        screen.drag("costs two million", len("costs two m"))
        screen.wait_for("3 words selected")
        screen.press("Enter")
        screen.wait_for("● unsaved")
        screen.click("q quit")
        screen.click("save them")
        assert screen.wait_for_end() == 0
    assert "quote: costs two million" in path.read_text("utf-8")


@pytest.mark.parametrize("key", ["", "s"])
def test_no_command_runs_from_what_is_pasted(tmp_path: Path, key: str) -> None:
    path = tmp_path / "map.yaml"
    path.write_text(TEACHING, "utf-8")
    with terminal(tmp_path) as screen:
        screen.argmap("open", "map.yaml")
        screen.wait_for("F1 help")
        if key:
            screen.press(key)
            screen.wait_for("Support of")
        screen.type("\x1b[200~They are clean.\x1bxwq\x1b[Bxw\x1b[201~")
        screen.wait_for("They are clean.�xwq�[Bxw")
        screen.press("Escape")
        screen.wait_until_gone("�[Bxw")
        screen.press("q")
        assert screen.wait_for_end() == 0  # nothing was unsaved
    assert path.read_text("utf-8") == TEACHING
