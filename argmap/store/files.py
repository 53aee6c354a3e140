"""Writing files so that a crash, a full disk or a second writer leaves no half file behind."""

import contextlib
import os
import re
import time
from collections.abc import Callable
from pathlib import Path

from argmap.errors import FileError

_SCRATCH_LASTS = 3600.0
"""Seconds that no program writes a file for."""


def write_file(
    path: str | Path,
    data: bytes,
    *,
    new: bool = False,
    at_last: Callable[[], None] | None = None,
) -> None:
    """Put `data` into a file, whole or not at all; a link is followed, mode and owner are kept.

    With `new` an existing file is left alone. `at_last` is called when all is ready, just before
    the new content takes the place of the old; if it raises, nothing has changed.

    Raises:
        FileError: the file cannot be written, or exists and must not.
    """
    target = Path(path)
    try:
        if target.is_symlink():
            target = target.resolve()
        if target.is_dir():
            raise FileError(f"{path}: this is a folder", "Name a file in it.")
        if target.exists() and not target.is_file() and not new:
            # A device or a pipe takes what is written; it must not be replaced by a file.
            target.write_bytes(data)
        else:
            _replace(target, data, new=new, at_last=at_last)
    except FileExistsError:
        raise FileError(
            f"{path}: there is a file of this name already",
            "Choose another name, or remove it first.",
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise FileError(f"{path}: cannot be written: {reason}", "Nothing was changed.") from None


def _replace(target: Path, data: bytes, *, new: bool, at_last: Callable[[], None] | None) -> None:
    before = target.stat() if target.exists() else None
    scratch = target.with_name(f"{_scratch_start(target)}{os.urandom(4).hex()}.tmp")
    descriptor = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if before is not None:
            _keep_owner(scratch, before)
        scratch.chmod(0o666 & ~_umask() if before is None else before.st_mode & 0o7777)
        if at_last is not None:
            at_last()
        if new:
            _place_new(scratch, target)
        else:
            scratch.replace(target)
    finally:
        scratch.unlink(missing_ok=True)
    sync_folder(target.parent)


def _scratch_start(target: Path) -> str:
    return f".{target.name[:100]}."


def remove_scratch(path: str | Path) -> None:
    """Remove what a program left beside a file that was killed while it wrote that file.

    Nothing is raised. What is younger than an hour may be at work, and stays.
    """
    # A path may be a loop of links, or have a character that no path can have.
    with contextlib.suppress(OSError, RuntimeError, ValueError):
        target = Path(path).resolve()
        pattern = re.compile(re.escape(_scratch_start(target)) + r"[0-9a-f]{8}\.tmp")
        with os.scandir(target.parent) as entries:
            left = [entry for entry in entries if pattern.fullmatch(entry.name)]
        for entry in left:
            if is_ours_and_old(entry, _SCRATCH_LASTS):
                Path(entry).unlink()


def is_ours_and_old(entry: "os.DirEntry[str]", seconds: float) -> bool:
    """Whether this user made a file or folder, no link, and nobody changed it for so long."""
    state = entry.stat(follow_symlinks=False)
    ours = not hasattr(os, "geteuid") or state.st_uid == os.geteuid()
    return ours and not entry.is_symlink() and time.time() - state.st_mtime > seconds


def _place_new(scratch: Path, target: Path) -> None:
    try:
        os.link(scratch, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links: take the name first
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        scratch.replace(target)


def _keep_owner(scratch: Path, before: os.stat_result) -> None:
    made = scratch.stat()
    if (made.st_uid, made.st_gid) != (before.st_uid, before.st_gid):
        with contextlib.suppress(OSError):  # only root may give files away
            os.chown(scratch, before.st_uid, before.st_gid)


def sync_folder(folder: Path) -> None:
    """Make sure that the names in a folder outlast a power cut, where the system can do that."""
    # What was written is in place already, so that not every system can do this is no failure.
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
