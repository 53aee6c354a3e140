"""Writing edits into the text of a map, in a thread, in the order in which they were made.

What is done is told through a queue that the session reads. An edit that cannot be written is
refused, and so are those made after it, until the session has heard of it.
"""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field, replace
from queue import SimpleQueue
from threading import Event
from typing import Protocol

from argmap.errors import FileError, RefusedEdit, in_reading_order
from argmap.model.edits.edit import Edit
from argmap.sources import Opened, check_citations, with_sources
from argmap.store import Loaded, loads
from argmap.store.garbage import no_collection
from argmap.store.journal import Base, Deed, Journal, Left, Record
from argmap.store.save import digest, write_back
from argmap.store.splices import Splice, difference, inverted, spliced
from argmap.tui.session.history import MapChange, Step, map_change
from argmap.tui.session.mapfile import MapFile
from argmap.tui.session.news import KeptAgain
from argmap.tui.state.known import of_known_parts

_UNREAD = frozenset({"AM308", "AM309"})


class Patched(Protocol):
    """What writing an edit into a text comes to."""

    @property
    def splices(self) -> tuple[tuple[int, str, str], ...]:
        """What changes in the text."""

    @property
    def loaded(self) -> Loaded:
        """The new text, read again."""


Patcher = Callable[[Loaded, Edit], Patched]


def into_text(loaded: Loaded, edit: Edit) -> Patched:
    """Write an edit into the text that a map was read from; raises RefusedEdit where it cannot."""
    from argmap.store.patch import patched  # noqa: PLC0415 - only those who edit need it

    return patched(loaded, edit)


def _prepare(loaded: Loaded) -> None:
    from argmap.store.patch import prepare  # noqa: PLC0415 - likewise

    prepare(loaded)


@dataclass(slots=True, eq=False)
class Task:
    """One edit to be written, taken back or made again."""

    deed: Deed
    step: Step
    epoch: int
    edit: Edit | None = None
    instead: Left | Opened | None = None
    """A whole other text: left by another window, or just read from the file."""
    undone: list[Step] = field(default_factory=list)
    """What could be made again before."""


@dataclass(frozen=True)
class Saving:
    """The file is to have the text; with `over`, whatever became of it."""

    over: bool


@dataclass(frozen=True)
class Done:
    """A task whose text is written and kept in the journal."""

    task: Task
    opened: Opened
    change: MapChange
    unnamed: frozenset[str]
    saved: Base
    trouble: str


@dataclass(frozen=True)
class Rejected:
    """A task that cannot be written."""

    task: Task
    reason: RefusedEdit


@dataclass(frozen=True)
class WasSaved:
    """The file now has this text; or why it does not."""

    saved: Base
    failure: FileError | None = None


class Scribe:
    """Holds the text as far as it is written, and what of it is in the file."""

    def __init__(
        self, opened: Opened, file: MapFile, patcher: Patcher, head_start: float = 0.0
    ) -> None:
        """`head_start`: seconds that the screen has to draw an edit, unless `go_on` is called."""
        self.results: SimpleQueue[Done | Rejected | WasSaved | KeptAgain] = SimpleQueue()
        self._opened = opened
        self._saved = base_of(opened.loaded)
        self._journal = Journal(file.path, self._saved)
        self._file = file
        self._patcher = patcher
        self._refused_epoch = -1
        self._jobs: deque[Task | Saving] = deque()
        self._pool = ThreadPoolExecutor(1, "argmap-writing")
        self._last: Future[None] | None = None
        self._head_start = head_start
        self._drawn = Event()

    def submit(self, task: Task) -> None:
        """Write an edit when those before it are written."""
        self._drawn.clear()
        self._queue(task)

    def go_on(self) -> None:
        """Write what was submitted: it is drawn. Two threads that compute take twice as long."""
        self._drawn.set()

    def save(self, *, over: bool) -> None:
        """Save all that was submitted so far; with `over`, whatever became of the file."""
        self._queue(Saving(over))

    def adopt(self, opened: Opened) -> None:
        """Go on from another reading of the file."""
        self._last = self._pool.submit(self._adopt, opened)

    def wait(self) -> None:
        """Return when nothing is left to do."""
        self.go_on()
        if self._last is not None:
            wait([self._last])

    def close(self, *, clean: bool) -> None:
        """Finish; the journal goes if the window is left `clean`, else it stays to be found."""
        self.go_on()
        self._pool.shutdown(wait=True)
        self._journal.close(clean=clean)

    def keep_again(self) -> None:
        """Try to write the journal if that failed and nothing else will soon."""
        if self._journal.trouble and not self._jobs:
            self._last = self._pool.submit(self._keep_again)

    @property
    def kept(self) -> str:
        """Where the edits are safe, in a sentence."""
        return self._journal.kept

    def _queue(self, job: Task | Saving) -> None:
        self._jobs.append(job)
        self._last = self._pool.submit(self._next)

    # -- in the thread -------------------------------------------------------------------

    def _next(self) -> None:
        if not self._jobs:  # it was done together with the one before
            return
        job = self._jobs.popleft()
        if isinstance(job, Saving):
            self.results.put(self._saved_now(self._opened.loaded, job))
        else:
            self._carry_out(job)

    def _keep_again(self) -> None:
        if self._journal.trouble and self._journal.try_again():
            self.results.put(KeptAgain())

    def _carry_out(self, task: Task) -> None:
        if task.epoch <= self._refused_epoch:
            return
        self._drawn.wait(self._head_start)
        try:
            with no_collection(keep=True):
                done, saved = self._done(task)
                self.results.put(done)
                if saved is not None:
                    self.results.put(saved)
                _prepare(done.opened.loaded)
        except RefusedEdit as reason:
            self._refuse(task, reason)
        except Exception as bug:  # noqa: BLE001 - whatever it is, the edit is not in the text
            message = f"“{task.step.name}” could not be written into the file: {bug or type(bug)}"
            self._refuse(task, RefusedEdit(message, "It was taken back. Try it in an editor."))

    def _refuse(self, task: Task, reason: RefusedEdit) -> None:
        self._refused_epoch = task.epoch
        self.results.put(Rejected(task, reason))

    def _done(self, task: Task) -> tuple[Done, WasSaved | None]:
        before = self._opened
        splices, loaded = self._written(task)
        if task.deed is Deed.STEP:
            task.step.splices = splices
        self._keep(task, splices, loaded)
        saved = self._saved_along(loaded)
        if isinstance(task.instead, Opened):
            opened = task.instead
        else:
            opened = self._looked_up(of_known_parts(loaded, before.index))
        change = map_change(before.map, opened.map, by_value=opened is task.instead)
        _ = opened.index.rows  # worked out here, so that the screen need not
        unnamed = before.loaded.unnamed ^ opened.loaded.unnamed
        self._opened = opened
        return Done(task, opened, change, unnamed, self._saved, self._journal.trouble), saved

    def _keep(self, task: Task, splices: tuple[Splice, ...], loaded: Loaded) -> None:
        if isinstance(task.instead, Opened):
            self._saved = base_of(loaded)
            self._journal.restart(self._saved)
            return
        after = digest(base_of(loaded).data)
        takes = task.instead.id if task.instead is not None else ""
        self._journal.record(Record(task.deed, task.step.name, splices, after, takes))

    def _saved_along(self, loaded: Loaded) -> WasSaved | None:
        """Save the text at once where this is asked for next, before all else about it is known."""
        following = self._jobs[0] if self._jobs else None
        if not isinstance(following, Saving):
            return None
        self._jobs.popleft()
        return self._saved_now(loaded, following)

    def _written(self, task: Task) -> tuple[tuple[Splice, ...], Loaded]:
        before = self._opened.loaded
        if isinstance(task.instead, Opened):
            return difference(before.raw, task.instead.loaded.raw), task.instead.loaded
        if task.instead is not None:
            after = task.instead.after.raw
            return difference(before.raw, after), self._read(after)
        if task.edit is None:
            back = task.deed is Deed.UNDO
            splices = inverted(task.step.splices) if back else task.step.splices
            return splices, self._read(spliced(before.raw, splices))
        patch = self._patcher(before, task.edit)
        splices = tuple(Splice(*found) for found in patch.splices)
        raw = spliced(before.raw, splices)
        return splices, replace(patch.loaded, raw=raw, bom=before.bom)

    def _read(self, raw: str) -> Loaded:
        before = self._opened.loaded
        return loads(("\ufeff" if before.bom else "") + raw, before.path)

    def _looked_up(self, loaded: Loaded) -> Opened:
        before = self._opened
        unread = any(found.code in _UNREAD for found in before.diagnostics)
        if unread or loaded.map.sources != before.map.sources:
            named = self._file.source_files
            known = {source: named[source] for source in named if source in loaded.index.sources}
            try:
                return with_sources(loaded, known)
            except FileError:  # a document is gone: those that were read are still at hand
                pass
        passages, found = check_citations(loaded, before.documents)
        diagnostics = tuple(in_reading_order([*loaded.diagnostics, *found]))
        return Opened(loaded, before.documents, passages, diagnostics)

    def _saved_now(self, loaded: Loaded, job: Saving) -> WasSaved:
        text = base_of(loaded)
        failure: FileError | None = None
        try:
            self._write_back(text, over=job.over)
        except FileError as problem:
            failure = problem
        except Exception as bug:  # noqa: BLE001 - a save that fails must be told, whatever it is
            failure = FileError(f"The map could not be saved: {bug or type(bug)}", self.kept)
        else:
            self._saved = text
            self._journal.restart(text)
        return WasSaved(self._saved, failure)

    def _write_back(self, text: Base, *, over: bool) -> None:
        if self._file.path == "-":
            raise FileError(
                "The map came from standard input, so there is no file to save it to.",
                "Save it beside, under a name of its own.",
            )
        expected = None if over else digest(self._saved.data)
        write_back(self._file.path, text.data, expected, self._journal.kept)

    def _adopt(self, opened: Opened) -> None:
        self._opened = opened
        self._saved = base_of(opened.loaded)
        self._journal.restart(self._saved)


def base_of(loaded: Loaded) -> Base:
    """The text of a map as it is in the file, or would be."""
    return Base(loaded.raw, loaded.bom)
