"""Folders that cannot be written, and full disks: real ones, in a real terminal."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.disks import small_disk_at
from tests.maps import TEACHING
from tests.terminal.terminal import TMUX, Terminal, terminal

pytestmark = pytest.mark.skipif(TMUX is None, reason="there is no tmux")

_POWERS = "-dac_override,-dac_read_search"


def without_powers() -> list[str]:
    """A command that runs another, which may then write only where anybody may."""
    if os.getuid() != 0:
        return []
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        pytest.skip("root may write everywhere, and there is no setpriv")
    return [setpriv, f"--inh-caps={_POWERS}", f"--bounding-set={_POWERS}"]


@contextmanager
def unwritable(*folders: Path) -> Iterator[None]:
    for folder in folders:
        folder.chmod(0o555)
    try:
        yield
    finally:
        for folder in folders:
            folder.chmod(0o755)


def add(screen: Terminal, words: str) -> None:
    """Add a support of the motion."""
    screen.press("Home", "s")
    screen.wait_for("Support of ‘Free buses’")
    screen.type(words)
    screen.wait_for(words)
    screen.press("Enter")
    screen.wait_until_gone("Support of ‘Free buses’")
    screen.wait_for(f"+ {words}")


def test_work_in_a_folder_that_cannot_be_written_is_kept_and_saved_elsewhere(
    tmp_path: Path,
) -> None:
    path = tmp_path / "maps" / "map.yaml"
    path.parent.mkdir()
    path.write_text(TEACHING, "utf-8")
    before = without_powers()
    with unwritable(path.parent), terminal(tmp_path) as screen:
        screen.argmap("open", "maps/map.yaml", before=before)
        screen.wait_for("F1 help")
        add(screen, "They are clean.")
        screen.press("w")
        screen.wait_for("Permission denied.")
        screen.kill()
        screen.argmap("open", "maps/map.yaml", before=before)
        screen.wait_for("Unsaved edits were found")
        screen.press("b")
        screen.wait_for("+ They are clean.")
        screen.press("w")
        screen.wait_for("save elsewhere")
        screen.press("e")
        screen.wait_for("Name of the new file")
        screen.press("Enter")
        screen.wait_for("Saved as")
        screen.press("q")
        assert screen.wait_for_end() == 0
    assert path.read_text("utf-8") == TEACHING
    assert "They are clean." in (tmp_path / "map.mine.yaml").read_text("utf-8")


def test_where_nothing_can_be_written_this_is_told_with_the_first_edit(tmp_path: Path) -> None:
    path, home = tmp_path / "maps" / "map.yaml", tmp_path / "home"
    path.parent.mkdir()
    home.mkdir()
    path.write_text(TEACHING, "utf-8")
    with unwritable(path.parent, home), terminal(tmp_path) as screen:
        screen.argmap("open", "maps/map.yaml", before=without_powers())
        screen.wait_for("F1 help")
        add(screen, "They are clean.")
        screen.wait_for("Your edits are in this window only")
        screen.press("q")
        screen.wait_for("Save your edits?")
        screen.press("q")
        screen.wait_for("+ They are clean.")


def test_what_a_full_disk_kept_out_of_the_journal_gets_in_when_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with small_disk_at(tmp_path / "disk") as disk, terminal(tmp_path) as screen:
        monkeypatch.setenv("XDG_STATE_HOME", str(disk))
        (disk / "map.yaml").write_text(TEACHING, "utf-8")
        screen.argmap("open", "disk/map.yaml")
        screen.wait_for("F1 help")
        fill(disk / "filler")
        add(screen, "They are clean.")
        screen.wait_for("Your edits are in this window only")
        (disk / "filler").unlink()
        screen.wait_for("Your edits are kept in a journal again.")
        screen.kill()
        screen.argmap("open", "disk/map.yaml")
        screen.wait_for("Unsaved edits were found")
        screen.press("b")
        screen.wait_for("+ They are clean.")
        screen.press("w")
        screen.wait_for("Saved.")
        assert "They are clean." in (disk / "map.yaml").read_text("utf-8")


def fill(path: Path) -> None:
    descriptor = os.open(path, os.O_CREAT | os.O_WRONLY)
    try:
        while True:
            os.write(descriptor, bytes(4096))
    except OSError:
        os.close(descriptor)
