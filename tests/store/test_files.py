"""Writing files: whole or not at all."""

import os
from pathlib import Path

import pytest

from argmap.errors import FileError
from argmap.store.files import remove_scratch, write_file


def test_mode_and_link_of_an_existing_file_are_kept(tmp_path: Path) -> None:
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    write_file(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert real.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.txt", "real.txt"]


def test_new_file_is_never_put_over_an_old_one(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    write_file(path, b"first", new=True)
    with pytest.raises(FileError, match="already"):
        write_file(path, b"second", new=True)
    assert path.read_bytes() == b"first"
    assert len(list(tmp_path.iterdir())) == 1


def test_failed_write_leaves_the_old_file_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "map.yaml"
    path.write_bytes(b"old")

    def full_disk(_: int) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(FileError, match="No space left"):
        write_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


def test_what_a_killed_save_left_is_removed_once_it_is_old(tmp_path: Path) -> None:
    path = tmp_path / "a+b.yaml"
    stale, fresh = tmp_path / ".a+b.yaml.0123abcd.tmp", tmp_path / ".a+b.yaml.abcd0123.tmp"
    others = [tmp_path / ".a+b.yaml.mine.tmp", tmp_path / ".aab.yaml.0123abcd.tmp"]
    for file in (path, stale, fresh, *others):
        file.write_text("half")
    for file in (path, stale, *others):
        os.utime(file, (0, 0))
    link = tmp_path / ".a+b.yaml.00000000.tmp"
    link.symlink_to(path)
    os.utime(link, (0, 0), follow_symlinks=False)
    remove_scratch(path)
    assert set(tmp_path.iterdir()) == {path, fresh, link, *others}


def test_a_killed_save_leaves_what_is_removed_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "map.yaml"
    monkeypatch.setattr(Path, "replace", lambda *_: os._exit(9))
    child = os.fork()
    if child == 0:
        write_file(path, b"new")
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    [left] = tmp_path.iterdir()
    os.utime(left, (0, 0))
    remove_scratch(path)
    assert not left.exists()


def test_pipe_is_written_to_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_file(pipe, b"through")
        assert os.read(reader, 100) == b"through"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


@pytest.mark.parametrize("name", ["", "missing/map.yaml", "nul\0"])
def test_impossible_places_are_named(name: str, tmp_path: Path) -> None:
    with pytest.raises(FileError):
        write_file(tmp_path / name, b"x")
