"""The file behind the screen, and reading it in the background."""

from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import TYPE_CHECKING

from argmap.tui.session.watch import Stamp, stamp_of

if TYPE_CHECKING:
    from argmap.sources import Opened

_OF_EMPTY_FILES = {"AM005", "AM107", "AM302", "AM306"}


def only_empty(opened: "Opened") -> bool:
    """Whether nothing else is the matter with a map than that it states no claim yet."""
    return {found.code for found in opened.diagnostics} <= _OF_EMPTY_FILES


class MapFile:
    """One map file, and the texts of its sources that were named with it."""

    def __init__(self, path: str, source_files: Mapping[str, str] | None = None) -> None:
        self.path = path
        self.source_files = dict(source_files or {})

    def stamp(self) -> Stamp | None:
        """The state of the file now; None where it cannot be seen, or is standard input."""
        return stamp_of(self.path)

    def read(self) -> "Reading":
        """Start to read the file."""
        return Reading(self)


class Reading:
    """One reading of a map file, under way in a thread."""

    def __init__(self, file: MapFile) -> None:
        self.progress = 0.0
        """How much is done, 0 to 1."""
        self.file = file
        self._stopped = False
        self.stamp = file.stamp()
        """The state of the file just before it was read."""
        pool = ThreadPoolExecutor(1, "argmap-reading")
        self._future: Future[Opened] = pool.submit(self._read)
        pool.shutdown(wait=False)

    def _read(self) -> "Opened":
        from argmap.sources import open_map  # noqa: PLC0415 - while Textual is imported elsewhere
        from argmap.store.garbage import no_collection  # noqa: PLC0415 - likewise

        with no_collection(keep=True):
            return open_map(self.file.path, self.file.source_files, self._note_progress)

    def _note_progress(self, done: float) -> None:
        if self._stopped:
            raise StoppedReading
        self.progress = done

    def stop(self) -> None:
        """Give the reading up; it ends at its next report of progress."""
        self._stopped = True

    @property
    def done(self) -> bool:
        """Whether `result` would not wait."""
        return self._future.done()

    def wait(self, seconds: float) -> None:
        """Wait until the reading is done, but no longer than so many seconds.

        Raises:
            ArgmapError: the reading failed, as told by `result`.
        """
        finished, _ = wait([self._future], seconds)
        if finished:
            self.result()

    def result(self) -> "Opened":
        """What was read.

        Raises:
            FileError: the map, or a file named with it, cannot be read.
            UsageError: a file was named for a source that the map does not have.
        """
        return self._future.result()


class StoppedReading(Exception):  # noqa: N818 - nothing went wrong
    """The reading was given up."""
