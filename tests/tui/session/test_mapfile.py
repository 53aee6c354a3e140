import os
from pathlib import Path

import pytest

from argmap.errors import FileError, UsageError
from argmap.tui.run import run
from argmap.tui.session.mapfile import MapFile
from argmap.tui.session.watch import Change, Watch, stamp_of
from argmap.tui.theme import chosen
from tests.maps import TEACHING


def test_a_file_is_read_in_the_background(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text(TEACHING, "utf-8")
    reading = MapFile(str(path)).read()
    reading.wait(10)
    assert reading.done
    assert reading.result().map.title == "Free city buses"
    assert reading.stamp == MapFile(str(path)).stamp()


def test_what_cannot_be_read_is_told_by_wait(tmp_path: Path) -> None:
    reading = MapFile(str(tmp_path / "missing.yaml")).read()
    with pytest.raises(FileError):
        reading.wait(10)


def test_the_stamp_changes_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    file = MapFile(str(path))
    assert file.stamp() is None
    path.write_text(TEACHING, "utf-8")
    before = file.stamp()
    os.utime(path, ns=(1, 1))
    assert file.stamp() != before


def test_each_change_of_a_file_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text(TEACHING, "utf-8")
    watch = Watch(str(path), stamp_of(str(path)))
    assert watch.look() is None
    os.utime(path, ns=(1, 1))
    assert [watch.look(), watch.look()] == [Change.NEWER, None]
    path.unlink()
    assert [watch.look(), watch.look()] == [Change.GONE, None]
    path.write_text(TEACHING, "utf-8")
    os.utime(path, ns=(1, 1))
    assert [watch.look(), watch.look()] == [Change.NEWER, None]


def test_standard_input_never_changes() -> None:
    file = MapFile("-")
    assert file.stamp() is None


def test_a_missing_file_is_told_before_the_screen_opens(tmp_path: Path) -> None:
    with pytest.raises(FileError):
        run(str(tmp_path / "missing.yaml"))


def test_a_theme_that_does_not_exist_is_told_with_the_nearest() -> None:
    assert chosen(None, ["nord"]) is None
    assert chosen("nord", ["nord"]) == "nord"
    with pytest.raises(UsageError) as told:
        chosen("norb", ["gruvbox", "nord"])
    assert told.value.remedy.startswith("Did you mean nord?")
