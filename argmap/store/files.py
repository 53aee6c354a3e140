"""Writing files so that a crash, a full disk or a second writer leaves no half file behind."""

import os
from pathlib import Path

from argmap.errors import FileError


def write_file(path: str | Path, data: bytes, *, new: bool = False) -> None:
    """Put `data` into a file, whole or not at all; a link is followed, a mode is kept.

    With `new` an existing file is left alone.

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
            _replace(target, data, new=new)
    except FileExistsError:
        raise FileError(
            f"{path}: there is a file of this name already",
            "Choose another name, or remove it first.",
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise FileError(f"{path}: cannot be written: {reason}", "Nothing was changed.") from None


def _replace(target: Path, data: bytes, *, new: bool) -> None:
    mode = target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask()
    scratch = target.with_name(f".{target.name[:100]}.{os.urandom(4).hex()}.tmp")
    descriptor = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        scratch.chmod(mode)
        if new:
            os.link(scratch, target)
        else:
            scratch.replace(target)
    finally:
        scratch.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
