"""Where journals lie, and whether the window that writes one is still there."""

import hashlib
import os
import platform
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

SUFFIX = ".argmap-journal"
_MOST_WINDOWS = 99


class Place(NamedTuple):
    """A folder for journals of one map; `stem` is what their names begin with."""

    folder: Path
    stem: str
    ours: bool = False
    """Whether the folder is only for journals, and may be made."""

    def names(self) -> Iterator[Path]:
        """The names of journals: of the first window on the map, of the second, and so on."""
        yield self.folder / f"{self.stem}{SUFFIX}"
        for number in range(2, _MOST_WINDOWS + 1):
            yield self.folder / f"{self.stem}.{number}{SUFFIX}"

    def found(self) -> list[Path]:
        """The journals that are there, the latest first."""
        pattern = re.compile(rf"{re.escape(self.stem)}(\.\d+)?{re.escape(SUFFIX)}")
        try:
            with os.scandir(self.folder) as entries:
                ages = {
                    entry.path: entry.stat(follow_symlinks=False).st_mtime_ns
                    for entry in entries
                    if pattern.fullmatch(entry.name)
                }
        except OSError:
            return []
        return [Path(path) for path in sorted(ages, key=lambda path: -ages[path])]


def places(path: str | Path) -> list[Place]:
    """Where the journal of a map may lie: beside it, or where the user's programs keep state."""
    target = Path(path).resolve()
    found = [Place(target.parent, f".{target.name}")]
    state = _state_folder()
    if state is not None:
        name = hashlib.sha256(os.fsencode(target)).hexdigest()[:24]
        found.append(Place(state / "argmap" / "journals", name, ours=True))
    return found


def _state_folder() -> Path | None:
    named = os.environ.get("XDG_STATE_HOME", "")
    if named.startswith("/"):
        return Path(named)
    try:
        return Path.home() / ".local" / "state"
    except RuntimeError:
        return None


def hold(descriptor: int) -> bool | None:
    """Take an open file for this window; False where another has it.

    None where the system cannot tell: it has no such locks, or not on this disk.
    """
    try:
        import fcntl  # noqa: PLC0415 - not on every system

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except (ImportError, OSError):
        return None
    return True


def may_be_alive(host: str, pid: int) -> bool:
    """Whether a process could still run; one on another machine always could."""
    if host != platform.node() or pid == os.getpid():
        return True
    if os.name != "posix":  # there a file that a window holds open cannot be removed anyway
        return False
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


def is_same(descriptor: int, path: Path) -> bool:
    """Whether an open file still has this name."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.lstat())
    except OSError:
        return False
