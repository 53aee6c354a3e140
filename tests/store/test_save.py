"""Saving over a file: only where it is what was read, and never half."""

import errno
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from argmap.errors import ChangedOnDisk, DiskChange, FileError, WriteProtected
from argmap.store.save import change_on_disk, digest, free_name, write_back, write_beside
from tests.disks import small_disk_at

OLD, NEW = b"old\r\n", b"new\xff\r\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "maps" / "map.yaml"
    made.parent.mkdir()
    made.write_bytes(OLD)
    return made


def names(folder: Path) -> list[str]:
    return sorted(found.name for found in folder.iterdir())


def test_a_file_that_is_as_it_was_read_is_written_byte_for_byte(path: Path) -> None:
    path.chmod(0o640)
    write_back(path, NEW, digest(OLD))
    assert path.read_bytes() == NEW
    assert path.stat().st_mode & 0o7777 == 0o640
    assert names(path.parent) == ["map.yaml"]


def test_a_link_stays_a_link(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to(path)
    write_back(link, NEW, digest(OLD))
    assert link.is_symlink()
    assert path.read_bytes() == NEW


@pytest.mark.skipif(os.name != "posix" or os.getuid() != 0, reason="only root gives files away")
def test_the_owner_is_kept(path: Path) -> None:
    os.chown(path, 12_345, 23_456)
    write_back(path, NEW, digest(OLD))
    assert (path.stat().st_uid, path.stat().st_gid) == (12_345, 23_456)


def test_a_file_is_not_touched_when_there_is_nothing_to_write(path: Path) -> None:
    before = path.stat().st_ino
    write_back(path, OLD, digest(OLD))
    assert path.stat().st_ino == before


def changed(path: Path) -> None:
    path.write_bytes(b"theirs")


def replaced_by_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    ("happens", "change"),
    [
        (changed, DiskChange.CHANGED),
        (Path.unlink, DiskChange.VANISHED),
        (replaced_by_folder, DiskChange.FOLDER),
    ],
)
def test_a_file_that_is_not_what_was_read_is_left_alone(
    path: Path, happens: Callable[[Path], None], change: DiskChange
) -> None:
    happens(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(ChangedOnDisk) as told:
        write_back(path, NEW, digest(OLD), kept="Your edits are in the journal.")
    assert told.value.change is change
    assert told.value.remedy.endswith("Your edits are in the journal.")
    assert (path.read_bytes() if path.is_file() else None) == before
    assert change_on_disk(path, digest(OLD)) is change
    assert len(names(path.parent)) == (change is not DiskChange.VANISHED)


def test_a_change_in_the_very_last_moment_is_noticed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync = os.fsync

    def sync_while_another_saves(descriptor: int) -> None:
        sync(descriptor)
        path.write_bytes(b"theirs")

    monkeypatch.setattr(os, "fsync", sync_while_another_saves)
    with pytest.raises(ChangedOnDisk):
        write_back(path, NEW, digest(OLD))
    assert path.read_bytes() == b"theirs"
    assert names(path.parent) == ["map.yaml"]


def test_when_asked_to_it_is_written_whatever_is_there(path: Path) -> None:
    changed(path)
    write_back(path, NEW, None)
    assert path.read_bytes() == NEW
    path.unlink()
    write_back(path, OLD, None)
    assert path.read_bytes() == OLD
    replaced_by_folder(path)
    with pytest.raises(FileError, match="folder"):
        write_back(path, NEW, None)


@pytest.mark.parametrize("call", ["open", "fsync", "replace"])
@pytest.mark.parametrize(
    ("number", "hint"),
    [(errno.ENOSPC, "Free some space"), (errno.EACCES, "another folder"), (errno.EIO, "Nothing")],
)
def test_whatever_fails_the_old_file_stays_and_the_message_says_where_the_work_is(
    path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, hint: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patched:
        if call == "replace":
            patched.setattr(Path, "replace", fail)
        else:
            patched.setattr(os, call, fail)
        with pytest.raises(FileError) as told:
            write_back(path, NEW, digest(OLD), kept="Your edits are in X.")
    assert os.strerror(number) in told.value.message
    assert hint in told.value.remedy
    assert told.value.remedy.endswith("Your edits are in X.")
    assert path.read_bytes() == OLD
    assert names(path.parent) == ["map.yaml"]


def test_the_copy_beside_takes_a_free_name(path: Path) -> None:
    assert write_beside(path, NEW).name == "map.mine.yaml"
    second = write_beside(path, OLD)
    assert second.name == "map.mine-2.yaml"
    assert second.read_bytes() == OLD
    assert path.read_bytes() == OLD


def test_the_copy_beside_needs_no_hard_links(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError(errno.EPERM, "no hard links here")

    monkeypatch.setattr(os, "link", no_links)
    assert write_beside(path, NEW).read_bytes() == NEW
    assert write_beside(path, NEW).name == "map.mine-2.yaml"


def test_a_file_that_was_made_read_only_is_only_written_over_when_told_to(path: Path) -> None:
    path.chmod(0o444)
    with pytest.raises(WriteProtected) as told:
        write_back(path, NEW, digest(OLD), kept="Your edits are in X.")
    assert told.value.remedy.endswith("Your edits are in X.")
    assert path.read_bytes() == OLD
    write_back(path, NEW, None)
    assert path.read_bytes() == NEW
    assert path.stat().st_mode & 0o777 == 0o444


def test_a_copy_has_the_name_that_was_given_if_it_is_free(path: Path) -> None:
    named = path.with_name("copy.yaml")
    assert write_beside(path, NEW, named=named) == named
    with pytest.raises(FileError, match="already"):
        write_beside(path, OLD, named=named)
    assert named.read_bytes() == NEW


def test_a_free_name_is_where_there_is_room(small_disk: Path) -> None:
    own = small_disk / "map.yaml"
    own.write_bytes(OLD)
    assert free_name(own, 1_000) == small_disk / "map.mine.yaml"
    elsewhere = free_name(own, 100_000)
    assert elsewhere is not None
    assert elsewhere.parent != small_disk
    assert free_name(own, 10**18) is None


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk_at(tmp_path / "disk") as folder:
        yield folder


def test_a_full_disk_keeps_the_old_file(small_disk: Path) -> None:
    path = small_disk / "map.yaml"
    path.write_bytes(OLD)
    with pytest.raises(FileError, match="No space left"):
        write_back(path, b"x" * 100_000, digest(OLD))
    assert path.read_bytes() == OLD
    assert names(small_disk) == ["map.yaml"]


def test_a_file_system_that_is_read_only_is_told(small_disk: Path) -> None:
    path = small_disk / "map.yaml"
    path.write_bytes(OLD)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(FileError, match="Read-only") as told:
        write_back(path, NEW, digest(OLD))
    assert "another folder" in told.value.remedy
    assert path.read_bytes() == OLD
