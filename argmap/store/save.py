"""Writing an edited map over the file it was read from, unless that changed in the meantime."""

import errno
import hashlib
from difflib import unified_diff
from itertools import count as counting
from pathlib import Path

from argmap.errors import ChangedOnDisk, DiskChange, FileError
from argmap.store.decode import lines_of, read_bytes
from argmap.store.files import write_file
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

    With None it is written whatever is there. `kept` is a sentence for the remedy of any error:
    where the edits are safe.

    Raises:
        ChangedOnDisk: the file has other content, or is gone, or a folder is in its place.
        FileError: it cannot be written. In either case nothing was changed.
    """

    def look_again() -> None:
        change = None if expected is None else change_on_disk(path, expected)
        if change is not None:
            message, remedy = _WORDS[change]
            raise ChangedOnDisk(change, f"{path}: {message}", _joined(remedy, kept))

    look_again()
    if digest(data) == expected:
        return
    try:
        write_file(path, data, at_last=look_again)
    except ChangedOnDisk:
        raise
    except FileError as problem:
        number = getattr(problem.__context__, "errno", None)
        hint = _HINTS.get(number, problem.remedy) if number is not None else problem.remedy
        raise FileError(problem.message, _joined(hint, kept)) from None


def write_beside(path: str | Path, data: bytes, kept: str = "") -> Path:
    """Write an edited map to a new file next to its own: ``map.mine.yaml``; returns its path.

    Raises:
        FileError: no file can be written there.
    """
    own = Path(path)
    for number in counting(1):
        mine = ".mine" if number == 1 else f".mine-{number}"
        target = own.with_name(f"{own.stem}{mine}{own.suffix}")
        try:
            write_file(target, data, new=True)
        except FileError as problem:
            if isinstance(problem.__context__, FileExistsError):
                continue
            raise FileError(problem.message, _joined(problem.remedy, kept)) from None
        return target
    raise AssertionError("numbers do not end")


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
