"""Writing an edited map over the file it was read from, unless that changed in the meantime."""

import contextlib
import errno
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from difflib import unified_diff
from itertools import count as counting
from pathlib import Path

from argmap.errors import ChangedOnDisk, DiskChange, FileError, WriteProtected
from argmap.store.decode import lines_of, read_bytes
from argmap.store.files import write_file
from argmap.store.folders import at_home
from argmap.text import clean

_WORDS = {
    DiskChange.CHANGED: (
        "the file changed on disk since it was read",
        "Reload it, compare the two, or save yours beside it.",
    ),
    DiskChange.VANISHED: (
        "the file is no longer there",
        "Save it here again, or beside under another name.",
    ),
    DiskChange.FOLDER: (
        "there is a folder where the file was",
        "Move the folder away, or save the map beside it.",
    ),
}
_NO_ENTRY = "Save it in another folder, or allow writing in this one."
_HINTS = {
    errno.ENOSPC: "Free some space, then save again.",
    errno.EDQUOT: "Free some space, then save again.",
    errno.EACCES: _NO_ENTRY,
    errno.EPERM: _NO_ENTRY,
    errno.EROFS: _NO_ENTRY,
}


def digest(data: bytes) -> str:
    """What tells the content of a file from any other: its SHA-256, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def change_on_disk(path: str | Path, expected: str) -> DiskChange | None:
    """What became of a file whose content had the digest `expected`; None where it is the same.

    Raises:
        FileError: the file is there but cannot be read.
    """
    target = Path(path)
    if target.is_dir():
        return DiskChange.FOLDER
    if not target.exists():
        return DiskChange.VANISHED
    return None if digest(read_bytes(target)) == expected else DiskChange.CHANGED


def write_back(path: str | Path, data: bytes, expected: str | None, kept: str = "") -> None:
    """Write an edited map to its file, if that still has the content with digest `expected`.

    With None it is written whatever is there, read-only or not. `kept` is a sentence for the
    remedy of any error: where the edits are safe.

    Raises:
        ChangedOnDisk: the file has other content, or is gone, or a folder is in its place.
        WriteProtected: the file is read-only.
        FileError: it cannot be written. In any case nothing was changed.
    """

    def look_again() -> None:
        change = None if expected is None else change_on_disk(path, expected)
        if change is not None:
            message, remedy = _WORDS[change]
            raise ChangedOnDisk(change, f"{path}: {message}", _joined(remedy, kept))

    look_again()
    if digest(data) == expected:
        return
    if expected is not None and _is_protected(Path(path)):
        remedy = "Save it elsewhere, or allow writing to it."
        raise WriteProtected(f"{path}: the file is read-only", _joined(remedy, kept))
    try:
        write_file(path, data, at_last=look_again)
    except ChangedOnDisk:
        raise
    except FileError as problem:
        number = getattr(problem.__context__, "errno", None)
        hint = _HINTS.get(number, problem.remedy) if number is not None else problem.remedy
        raise FileError(problem.message, _joined(hint, kept)) from None


def _is_protected(target: Path) -> bool:
    """Whether a file that could be replaced was made read-only, be it that root may write to it."""
    target = target.resolve()
    try:
        read_only = not target.stat().st_mode & 0o222
    except OSError:  # it is gone, and writing will tell
        return False
    replaceable = os.access(target.parent, os.W_OK)
    return replaceable and (read_only or not os.access(target, os.W_OK))


def write_beside(path: str | Path, data: bytes, kept: str = "", named: Path | None = None) -> Path:
    """Write an edited map to a new file; returns its path.

    The file is the `named` one, or next to the map's own: ``map.mine.yaml``.

    Raises:
        FileError: no file can be written there.
    """
    for target in _names_beside(Path(path)) if named is None else [named]:
        try:
            write_file(target, data, new=True)
        except FileError as problem:
            if named is None and isinstance(problem.__context__, FileExistsError):
                continue
            raise FileError(problem.message, _joined(problem.remedy, kept)) from None
        return target
    raise AssertionError("numbers do not end")


def _names_beside(own: Path) -> Iterator[Path]:
    own = own.with_name("map.yaml") if own.name == "-" else own
    for number in counting(1):
        mine = ".mine" if number == 1 else f".mine-{number}"
        yield own.with_name(f"{own.stem}{mine}{own.suffix}")


def free_name(path: str | Path, size: int) -> Path | None:
    """A name for a new file where so many bytes are likely to find room.

    It is beside `path`, or else in the working folder, at home, or among files that do not last;
    None where nothing can be written in any of these.
    """
    own = Path(path)
    for folder in (own.parent, Path(), at_home("~"), Path(tempfile.gettempdir())):
        with contextlib.suppress(OSError):
            if os.access(folder, os.W_OK | os.X_OK) and shutil.disk_usage(folder).free > 2 * size:
                beside = _names_beside(folder.absolute() / own.name)
                return next(name for name in beside if not os.path.lexists(name))
    return None


def compared(path: str | Path, text: str) -> list[str]:
    """What a text changes in the file as it is now: lines of a unified diff, safe to show.

    A file that is gone or cannot be read counts as empty.
    """
    try:
        on_disk = clean(read_bytes(path).decode("utf-8-sig", "replace"))
    except FileError:
        on_disk = ""
    lines = lines_of(on_disk), lines_of(clean(text))
    return [*unified_diff(*lines, "on disk", "with your edits", lineterm="")]


def _joined(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)
