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
