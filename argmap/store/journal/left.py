"""Finding the work of a window that is gone."""

import contextlib
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from argmap.errors import FileError
from argmap.store.decode import MAX_BYTES, read_bytes
from argmap.store.journal.places import hold, is_same, may_be_alive, places
from argmap.store.journal.records import Base, Deed, Record, Story, read_story
from argmap.store.save import digest
from argmap.store.splices import spliced

_MOST_BYTES = 2 * MAX_BYTES
_HOW_TO_OPEN = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


@dataclass(frozen=True)
class Left:
    """Edits that a window made and neither saved nor gave up. No other window finds them now."""

    journal: Path
    id: str
    names: tuple[str, ...]
    """What the edits did that are not in the file, the oldest first. Not cleaned."""
    after: Base
    """The text with all edits in it."""
    fits: bool
    """Whether the file still is what the edits were made on."""
    when: float
    """When the last edit was made, in seconds since 1970."""
    _held: list[int] = field(repr=False)

    def discard(self) -> None:
        """Give the work up: its journal is removed."""
        with contextlib.suppress(OSError):
            self.journal.unlink()
        self.release()

    def release(self) -> None:
        """Leave it for another time, or another window."""
        while self._held:
            os.close(self._held.pop())


class _Found(NamedTuple):
    """A journal whose window is gone, open and held."""

    journal: Path
    descriptor: int
    story: Story
    when: float


def find_left(path: str) -> Left | None:
    """Work on a map that was left behind unsaved, the latest first; None where there is none.

    Journals of windows that are still open are not touched; those whose edits are all in the
    file, or in another journal, are removed. Nothing is raised, whatever the journals hold.
    """
    if path == "-":
        return None
    target = Path(path).resolve()
    journals = [journal for place in places(path) for journal in place.found()]
    opened = (_open(journal, target) for journal in journals)
    found = [one for one in opened if one is not None]
    left = None
    for number, one in enumerate(found):
        work = None if _is_in_another(number, found) else _left(one, target)
        needed = work is not None and (work.names or one.story.spoiled)
        if not needed:
            with contextlib.suppress(OSError):
                one.journal.unlink()
        if left is None and work is not None and work.names:
            left = work
        else:
            os.close(one.descriptor)
    return left


def _is_in_another(number: int, found: list[_Found]) -> bool:
    """Whether another journal has the same work, and perhaps more; of two alike one counts."""
    story = found[number].story
    for place, (_, _, other, _) in enumerate(found):
        if place == number:
            continue
        if any(record.takes == story.id for record in other.records):
            return True
        size, other_size = (len(story.records), -number), (len(other.records), -place)
        if other.id == story.id and other_size > size:
            return True
    return False


def _open(journal: Path, target: Path) -> _Found | None:
    try:
        descriptor = os.open(journal, _HOW_TO_OPEN)
    except OSError:
        return None
    found = None
    try:
        found = _held(descriptor, journal, target)
    except OSError:
        return None
    finally:
        if found is None:
            os.close(descriptor)
    return found


def _held(descriptor: int, journal: Path, target: Path) -> _Found | None:
    state = os.fstat(descriptor)
    if not stat.S_ISREG(state.st_mode) or state.st_size > _MOST_BYTES:
        return None
    held = hold(descriptor)
    if held is False or not is_same(descriptor, journal):
        return None
    with os.fdopen(os.dup(descriptor), "rb") as file:
        content = file.read()
    story = read_story(content)
    if story is None:
        if b"\n" not in content and held:  # its window was gone before the first line was whole
            journal.unlink()
        return None
    if story.file != target.name or (held is None and may_be_alive(story.host, story.pid)):
        return None
    return _Found(journal, descriptor, story, state.st_mtime)


def _left(found: _Found, target: Path) -> Left:
    story = found.story
    text = story.base.raw
    records: list[Record] = []
    for record in story.records:
        try:
            text = spliced(text, record.splices)
        except ValueError:
            break
        records.append(record)
    states = [digest(story.base.data), *(record.digest for record in records)]
    on_disk = _digest_of(target)
    fits = on_disk in states
    saved = len(states) - 1 - states[::-1].index(on_disk) if fits else 0
    names = () if states[-1] == on_disk else _names(records[saved:])
    after = Base(text, story.base.bom)
    return Left(found.journal, story.id, names, after, fits, found.when, [found.descriptor])


def _digest_of(target: Path) -> str:
    try:
        return digest(read_bytes(target))
    except FileError:
        return ""


def _names(records: list[Record]) -> tuple[str, ...]:
    """What is done in the end: an edit that was taken back does not count."""
    names: list[str] = []
    for record in records:
        undone = f"undo: {record.name}"
        match record.deed:
            case Deed.UNDO if names and names[-1] == record.name:
                names.pop()
            case Deed.UNDO:
                names.append(undone)
            case Deed.REDO if names and names[-1] == undone:
                names.pop()
            case _:
                names.append(record.name)
    return tuple(names)
