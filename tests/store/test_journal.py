"""The journal of edits: it outlasts its window, whatever happens to disk and file."""

import errno
import fcntl
import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.store.journal import Base, Deed, Journal, Left, Record, find_left, places
from argmap.store.journal.records import base_line, read_story, record_line
from argmap.store.save import digest
from argmap.store.splices import difference, inverted

TEXTS = ["zero\r\n", "one \udcff\r\n", "two\r\nlines\r\n", "three", ""]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "maps"
    folder.mkdir()
    made = folder / "map.yaml"
    made.write_bytes(Base(TEXTS[0]).data)
    return made


def step(number: int, deed: Deed = Deed.STEP) -> Record:
    """The edit from one of the texts to the next, or the way back."""
    before, after = TEXTS[number - 1], TEXTS[number]
    change = difference(before, after)
    if deed is Deed.UNDO:
        change, after = inverted(change), before
    return Record(deed, f"edit {number}", change, digest(Base(after).data))


def journal(path: Path, *records: Record) -> Journal:
    made = Journal(str(path), Base(TEXTS[0]))
    for record in records:
        made.record(record)
    return made


def killed(path: Path, *records: Record) -> Path:
    """The journal of a window that ended without a word."""
    made = journal(path, *records)
    assert made.path is not None
    made.close(clean=False)
    return made.path


def found(path: Path) -> Left:
    left = find_left(str(path))
    assert left is not None
    return left


def names(folder: Path) -> list[str]:
    return sorted(found.name for found in folder.iterdir())


def test_work_of_a_window_that_is_gone_is_found(path: Path) -> None:
    left_in = killed(path, step(1), step(2))
    left = found(path)
    assert left.journal == left_in == path.parent / ".map.yaml.argmap-journal"
    assert left.names == ("edit 1", "edit 2")
    assert left.after == Base(TEXTS[2])
    assert left.fits
    assert stat.S_IMODE(left_in.stat().st_mode) == 0o600
    left.discard()
    left.release()
    assert find_left(str(path)) is None
    assert names(path.parent) == ["map.yaml"]


def test_work_is_offered_to_one_window_only_until_it_lets_go(path: Path) -> None:
    killed(path, step(1))
    left = found(path)
    assert find_left(str(path)) is None
    left.release()
    found(path).release()


def test_a_window_that_is_open_keeps_its_journal_and_the_next_has_another(path: Path) -> None:
    first = journal(path, step(1))
    assert find_left(str(path)) is None
    second = journal(path, step(1), step(2))
    assert names(path.parent) == [
        ".map.yaml.2.argmap-journal",
        ".map.yaml.argmap-journal",
        "map.yaml",
    ]
    second.close(clean=False)
    assert found(path).names == ("edit 1", "edit 2")
    first.close()
    assert names(path.parent) == [".map.yaml.2.argmap-journal", "map.yaml"]


def test_reading_a_map_makes_no_journal_and_saving_removes_it(path: Path) -> None:
    open_one = Journal(str(path), Base(TEXTS[0]))
    assert names(path.parent) == ["map.yaml"]
    open_one.record(step(1))
    assert open_one.kept == f"Your edits are kept in {path.parent / '.map.yaml.argmap-journal'}."
    path.write_bytes(Base(TEXTS[1]).data)
    open_one.restart(Base(TEXTS[1]))
    assert (names(path.parent), open_one.kept) == (["map.yaml"], "")
    open_one.record(step(2))
    open_one.close(clean=False)
    assert found(path).names == ("edit 2",)


@pytest.mark.parametrize(
    ("on_disk", "left_over", "fits"),
    [
        (TEXTS[0], ("edit 1", "edit 2"), True),
        (TEXTS[1], ("edit 2",), True),
        (TEXTS[2], None, True),
        ("theirs", ("edit 1", "edit 2"), False),
        (None, ("edit 1", "edit 2"), False),
    ],
)
def test_edits_that_are_in_the_file_are_not_offered(
    path: Path, on_disk: str | None, left_over: tuple[str, ...] | None, fits: bool
) -> None:
    killed(path, step(1), step(2))
    path.unlink()
    if on_disk is not None:
        path.write_bytes(Base(on_disk).data)
    left = find_left(str(path))
    if left_over is None:
        assert left is None
        assert names(path.parent) == ["map.yaml"]
    else:
        assert left is not None
        assert (left.names, left.fits, left.after.raw) == (left_over, fits, TEXTS[2])
        left.release()


def test_edits_that_were_taken_back_do_not_count(path: Path) -> None:
    killed(path, step(1), step(2), step(2, Deed.UNDO))
    left = found(path)
    assert (left.names, left.after.raw) == (("edit 1",), TEXTS[1])
    left.discard()
    killed(path, step(1), step(1, Deed.UNDO))
    assert find_left(str(path)) is None
    path.write_bytes(Base(TEXTS[1]).data)
    killed(path, step(1), step(1, Deed.UNDO))
    assert found(path).names == ("undo: edit 1",)


def test_the_byte_order_mark_is_kept(path: Path) -> None:
    made = Journal(str(path), Base(TEXTS[0], bom=True))
    made.record(step(1))
    made.close(clean=False)
    assert found(path).after.data.startswith(b"\xef\xbb\xbfone \xff")


@given(st.integers(0, 10_000), st.binary(max_size=8))
def test_whatever_spoils_a_journal_the_records_before_it_are_read(cut: int, junk: bytes) -> None:
    lines = [
        base_line("map.yaml", Base(TEXTS[0]), "id"),
        *(record_line(step(n)) for n in (1, 2, 3)),
    ]
    whole = b"".join(lines)
    cut %= len(whole)
    story = read_story(whole[:cut] + junk)
    lengths = [len(b"".join(lines[: n + 1])) for n in range(4)]
    surely = sum(length <= cut for length in lengths)
    if surely == 0:
        assert story is None or junk
    else:
        assert story is not None
        assert [record.name for record in story.records[: surely - 1]] == [
            f"edit {n}" for n in range(1, surely)
        ]
        assert all(record == step(n) for n, record in enumerate(story.records, 1))


def signed(values: object) -> bytes:
    body = json.dumps(values).encode()
    return digest(body)[:16].encode() + b" " + body + b"\n"


BASE = base_line("map.yaml", Base(TEXTS[0]), "id")


@pytest.mark.parametrize(
    "content",
    [
        b"\n",
        b"\0" * 5_000,
        b"not a journal\n",
        signed([1]),
        signed({"argmap-journal": 2, "text": ""}),
        signed({"argmap-journal": 1}),
        signed({"argmap-journal": 1, "text": "\ud800", "bom": False}),
        b"[" * 100_000 + b"\n",
        signed("x") + BASE,
        BASE + signed({"deed": "step", "name": 7, "splices": [], "digest": "", "takes": ""}),
        BASE
        + signed(
            {"deed": "step", "name": "", "splices": [[1e400, "", ""]], "digest": "", "takes": ""}
        ),
        BASE
        + signed(
            {"deed": "step", "name": "", "splices": [[-1, "", "x"]], "digest": "", "takes": ""}
        ),
        BASE + signed({"deed": "step", "name": "", "splices": "abc", "digest": "", "takes": ""}),
        BASE + signed({"deed": "dance", "name": "", "splices": [], "digest": "", "takes": ""}),
    ],
)
def test_what_is_no_journal_is_passed_over_and_left_alone(path: Path, content: bytes) -> None:
    strange = path.parent / ".map.yaml.argmap-journal"
    strange.write_bytes(content)
    assert find_left(str(path)) is None
    if b"\n" in content and not content.startswith(BASE):
        assert strange.read_bytes() == content
    assert killed(path, step(1)).name.endswith("argmap-journal")
    assert found(path).names == ("edit 1",)


def a_folder(place: Path) -> None:
    place.mkdir()


def a_pipe(place: Path) -> None:
    os.mkfifo(place)


def a_link(place: Path) -> None:
    secret = place.with_name("secret")
    secret.write_bytes(BASE + record_line(step(1)))
    place.symlink_to(secret)


@pytest.mark.parametrize("make", [a_folder, a_pipe, a_link])
def test_what_is_no_file_is_passed_over(path: Path, make: Callable[[Path], None]) -> None:
    make(path.parent / ".map.yaml.argmap-journal")
    assert find_left(str(path)) is None
    assert killed(path, step(1)).name == ".map.yaml.2.argmap-journal"


def test_a_journal_of_a_map_with_another_name_is_not_taken_for_ones_own(path: Path) -> None:
    other = path.with_name("map.yaml.2")
    other.write_bytes(Base(TEXTS[0]).data)
    assert killed(other, step(1)).name == ".map.yaml.2.argmap-journal"
    assert find_left(str(path)) is None
    assert found(other).names == ("edit 1",)


def test_a_first_line_that_was_never_whole_is_cleared_away(path: Path) -> None:
    (path.parent / ".map.yaml.argmap-journal").write_bytes(BASE[:40])
    assert find_left(str(path)) is None
    assert names(path.parent) == ["map.yaml"]


def test_through_a_link_it_is_the_same_map(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to(path)
    assert killed(link, step(1)).parent == path.parent
    assert found(path).names == ("edit 1",)


def test_work_that_was_brought_back_is_not_offered_a_second_time(path: Path) -> None:
    killed(path, step(1))
    left = found(path)
    killed(path, step(1)._replace(takes=left.id), step(2))  # killed before it removed the old one
    left.release()
    assert len(names(path.parent)) == 3
    newer = found(path)
    assert newer.names == ("edit 1", "edit 2")
    newer.discard()
    assert names(path.parent) == ["map.yaml"]


def test_of_a_journal_that_moved_the_longer_counts(path: Path) -> None:
    shorter = killed(path, step(1))
    content = shorter.read_bytes()
    longer = shorter.with_name(".map.yaml.2.argmap-journal")
    longer.write_bytes(content + record_line(step(2)))
    copy = shorter.with_name(".map.yaml.3.argmap-journal")
    copy.write_bytes(longer.read_bytes())
    os.utime(longer, (1, 1))
    assert found(path).names == ("edit 1", "edit 2")
    assert (shorter.exists(), longer.exists(), copy.exists()) == (False, False, True)


def test_the_work_of_two_windows_is_offered_one_after_the_other(path: Path) -> None:
    first, second = journal(path, step(1)), journal(path, step(1), step(2))
    for window in (first, second):
        window.close(clean=False)
    offered = []
    while (left := find_left(str(path))) is not None:
        offered.append(left.names)
        left.discard()
    assert sorted(offered) == [("edit 1",), ("edit 1", "edit 2")]


# -- where no journal can be written ---------------------------------------------------------


class Disk:
    """Lets calls fail for files below a folder: a full disk, a folder nobody may write in."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.full: tuple[Path, ...] = ()
        self.closed: tuple[Path, ...] = ()
        self.calls = 0
        self.fail_from = 10**9
        self._names: dict[int, Path] = {}
        self._open, self._write, self._sync = os.open, os.write, os.fsync
        monkeypatch.setattr(os, "open", self.open)
        monkeypatch.setattr(os, "write", self.write)
        monkeypatch.setattr(os, "fsync", self.sync)

    def open(self, path: str | Path, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_CREAT and any(Path(path).is_relative_to(bad) for bad in self.closed):
            raise OSError(errno.EACCES, os.strerror(errno.EACCES))
        descriptor = self._open(path, flags, mode)
        self._names[descriptor] = Path(path)
        return descriptor

    def _spend(self, descriptor: int) -> None:
        self.calls += 1
        below = any(self._names.get(descriptor, Path()).is_relative_to(bad) for bad in self.full)
        if below or self.calls >= self.fail_from:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def write(self, descriptor: int, data: bytes) -> int:
        try:
            self._spend(descriptor)
        except OSError:
            self._write(descriptor, bytes(data)[: len(data) // 2])  # what a full disk still takes
            raise
        return self._write(descriptor, data)

    def sync(self, descriptor: int) -> None:
        self._spend(descriptor)
        self._sync(descriptor)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


def test_where_the_folder_is_closed_the_journal_lies_among_the_users_own(
    path: Path, disk: Disk, tmp_path: Path
) -> None:
    disk.closed = (path.parent,)
    where = killed(path, step(1))
    assert where.parent == tmp_path / "home" / "argmap" / "journals"
    assert stat.S_IMODE(where.parent.stat().st_mode) == 0o700
    assert names(path.parent) == ["map.yaml"]
    assert found(path).names == ("edit 1",)


def test_when_the_disk_gets_full_the_journal_moves(path: Path, disk: Disk, tmp_path: Path) -> None:
    made = journal(path, step(1))
    disk.full = (path.parent,)
    made.record(step(2))
    assert made.trouble == ""
    assert made.path is not None
    assert made.path.is_relative_to(tmp_path / "home")
    assert names(path.parent) == ["map.yaml"]
    made.close(clean=False)
    assert found(path).after.raw == TEXTS[2]


def test_without_any_room_it_says_so_and_catches_up_later(
    path: Path, disk: Disk, tmp_path: Path
) -> None:
    made = journal(path, step(1))
    disk.full = (tmp_path,)
    made.record(step(2))
    assert "No space left" in made.trouble
    assert "this window only" in made.kept
    disk.full = ()
    made.record(step(3))
    assert made.trouble == ""
    made.close(clean=False)
    assert found(path).names == ("edit 1", "edit 2", "edit 3")


@pytest.mark.parametrize("call", range(1, 16))
def test_whichever_call_fails_first_all_that_was_kept_is_found(
    path: Path, disk: Disk, call: int
) -> None:
    disk.fail_from = call
    made = Journal(str(path), Base(TEXTS[0]))
    kept = 0
    for number in (1, 2, 3):
        made.record(step(number))
        if not made.trouble:
            kept = number
    made.close(clean=False)
    disk.fail_from = 10**9
    left = find_left(str(path))
    assert (left is not None) == (kept > 0)
    if left is not None:
        assert left.names[:kept] == tuple(f"edit {n}" for n in range(1, kept + 1))
        assert left.after.raw == TEXTS[len(left.names)]


def test_a_journal_that_somebody_removed_is_written_again(path: Path) -> None:
    made = journal(path, step(1))
    assert made.path is not None
    made.path.unlink()
    made.record(step(2))
    made.close(clean=False)
    assert found(path).names == ("edit 1", "edit 2")


def test_a_folder_that_was_moved_is_not_made_again(path: Path, tmp_path: Path) -> None:
    made = journal(path, step(1))
    path.parent.rename(tmp_path / "moved")
    made.record(step(2))
    assert not path.parent.exists()
    assert made.path is not None
    assert made.path.is_relative_to(tmp_path / "home")


def test_a_long_name_finds_room_elsewhere(path: Path, tmp_path: Path) -> None:
    long = path.with_name("m" * 250 + ".yaml")
    long.write_bytes(Base(TEXTS[0]).data)
    assert killed(long, step(1)).is_relative_to(tmp_path / "home")
    assert found(long).names == ("edit 1",)


def test_standard_input_has_no_journal_and_says_so(path: Path) -> None:
    made = Journal("-", Base(TEXTS[0]))
    made.record(step(1))
    assert "standard input" in made.trouble
    assert find_left("-") is None
    assert names(path.parent) == ["map.yaml"]


def test_without_locks_the_process_tells_whether_its_window_is_open(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_locks(*_: object) -> None:
        raise OSError(errno.ENOLCK, "no locks here")

    monkeypatch.setattr(fcntl, "flock", no_locks)
    where = killed(path, step(1))
    assert find_left(str(path)) is None  # the process of this test runs
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        child = process.pid
    body = json.loads(where.read_bytes().splitlines()[0].split(b" ", 1)[1])
    gone, elsewhere = body | {"pid": child}, body | {"pid": child, "host": "elsewhere"}
    where.write_bytes(signed(elsewhere) + record_line(step(1)))
    assert find_left(str(path)) is None
    where.write_bytes(signed(gone) + record_line(step(1)))
    assert found(path).names == ("edit 1",)


def test_the_users_own_folder_is_where_the_system_says(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "relative/paths/do/not/count")
    monkeypatch.setenv("HOME", "/home/someone")
    assert places.places(path)[1].folder == Path("/home/someone/.local/state/argmap/journals")
