"""Noticing that a file changes, vanishes or comes back, by looking at it now and then."""

from enum import Enum
from pathlib import Path

Stamp = tuple[int, int, int]
"""What tells two states of a file apart: time of change, size, inode."""


def stamp_of(path: str) -> Stamp | None:
    """The state of a file now; None where it cannot be seen, or is standard input."""
    if path == "-":
        return None
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


class Change(Enum):
    """What happened to a file since it was looked at."""

    NEWER = "newer"
    GONE = "gone"


class Watch:
    """Notices when a file changes or is lost, since it had a certain stamp."""

    def __init__(self, path: str, stamp: Stamp | None) -> None:
        self._path = path
        self._stamp = stamp
        self._gone = False

    @property
    def gone(self) -> bool:
        """Whether the file was not there when it was looked at last."""
        return self._gone

    def look(self) -> Change | None:
        """What happened since the last look; each event is told once."""
        stamp = stamp_of(self._path)
        if stamp is None:
            lost = self._stamp is not None and not self._gone
            self._gone = self._gone or lost
            return Change.GONE if lost else None
        if stamp == self._stamp and not self._gone:
            return None
        self._stamp, self._gone = stamp, False
        return Change.NEWER
