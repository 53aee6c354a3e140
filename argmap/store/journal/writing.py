"""Writing the journal of one window."""

import contextlib
import os
from pathlib import Path

from argmap.store.files import sync_folder
from argmap.store.journal.places import Place, hold, is_same, places
from argmap.store.journal.records import Base, Record, base_line, record_line


class Journal:
    """The edits of one window that are not saved yet, each on disk before the next is made.

    The file comes with the first edit and goes when all is saved. Nothing here raises: where no
    journal can be written, `trouble` says so, and each further edit tries again.
    """

    def __init__(self, path: str, base: Base) -> None:
        self.trouble = ""
        """Why the edits are in this window only, in a sentence; empty when they are on disk."""
        self.path: Path | None = None
        """Where the journal is, if there is one."""
        self._map = path
        self._base = base
        self._id = _new_id()
        self._lines: list[bytes] = []
        self._written = 0
        """How many of the lines are in the file."""
        self._size = 0
        self._descriptor: int | None = None

    @property
    def kept(self) -> str:
        """Where the edits are safe, in a sentence; empty when there are none."""
        if not self._lines:
            return ""
        if self.trouble or self.path is None:
            return "Your edits are in this window only: keep it open."
        return f"Your edits are kept in {self.path}."

    def record(self, record: Record) -> None:
        """Keep one more edit."""
        self._lines.append(record_line(record))
        self.try_again()

    def try_again(self) -> bool:
        """Write what could not be written yet; whether all is on disk."""
        if self._append() or self._begin():
            self.trouble = ""
        return not self.trouble

    def restart(self, base: Base) -> None:
        """All is saved: the journal goes, and the next edit starts one from this text."""
        self._remove()
        self._base, self._id, self._lines = base, _new_id(), []
        self.trouble = ""

    def close(self, *, clean: bool = True) -> None:
        """The window is left; without `clean` the journal stays, for the next to find."""
        if clean:
            self._remove()
        elif self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def _append(self) -> bool:
        """Add the lines that are not in the file yet; False where that cannot be done."""
        if (
            self._descriptor is None
            or self.path is None
            or not is_same(self._descriptor, self.path)
        ):
            return False
        added = b"".join(self._lines[self._written :])
        try:
            _write(self._descriptor, added)
        except OSError:
            try:
                os.ftruncate(self._descriptor, self._size)
            except OSError:
                os.close(self._descriptor)
                self._descriptor = None
            return False
        self._size += len(added)
        self._written = len(self._lines)
        return True

    def _begin(self) -> bool:
        """Put everything into a new file, beside the map or among the user's own."""
        if self._map == "-":
            self.trouble = (
                "The map came from standard input, so your edits are in this window only. "
                "Save it to a file."
            )
            return False
        first = base_line(Path(self._map).resolve().name, self._base, self._id)
        content = first + b"".join(self._lines)
        reasons: list[str] = []
        for place in places(self._map):
            try:
                path, descriptor = _new_file(place, content)
            except OSError as problem:
                reasons.append(problem.strerror or str(problem))
                continue
            self._remove()
            self.path, self._descriptor = path, descriptor
            self._size, self._written = len(content), len(self._lines)
            return True
        reason = "; ".join(dict.fromkeys(reasons))
        self.trouble = (
            f"Your edits are in this window only, for no journal can be written ({reason}). "
            "Save soon, here or beside."
        )
        return False

    def _remove(self) -> None:
        if self.path is not None:
            _discard(self.path, self._descriptor)
        if self._descriptor is not None:
            os.close(self._descriptor)
        self.path, self._descriptor = None, None
        self._size = self._written = 0


def _new_id() -> str:
    return os.urandom(8).hex()


def _new_file(place: Place, content: bytes) -> tuple[Path, int]:
    """A journal with this content under the first free name, held by this window."""
    if place.ours:
        place.folder.mkdir(0o700, parents=True, exist_ok=True)
    for path in place.names():
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o600)
        except FileExistsError:
            continue
        # Another window may look at the file before it is held, and take the empty thing away.
        if hold(descriptor) is False or not is_same(descriptor, path):
            os.close(descriptor)
            continue
        try:
            _write(descriptor, content)
        except OSError:
            _discard(path, descriptor)
            os.close(descriptor)
            raise
        sync_folder(place.folder)
        return path, descriptor
    raise OSError(0, "too many windows have journals of this map")


def _write(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
    os.fsync(descriptor)


def _discard(path: Path, descriptor: int | None) -> None:
    if descriptor is not None and not is_same(descriptor, path):
        return
    try:
        path.unlink(missing_ok=True)
    except OSError:
        # What cannot be removed is emptied, so that nobody is offered edits that are saved.
        if descriptor is not None:
            with contextlib.suppress(OSError):
                os.ftruncate(descriptor, 0)
