"""One open map that is edited: what it shows, what can be undone, what is saved.

An edit shows at once. It is written into the text of the file in the background, kept in the
journal, and read again; what became of it is told by `news`. The screen asks for news now and
then, and shows `opened` again when there are some.
"""

from collections import deque
from dataclasses import replace
from functools import reduce
from operator import xor
from pathlib import Path
from queue import Empty

from argmap.errors import ChangedOnDisk, DiskChange, FileError
from argmap.model.edits.edit import Edit
from argmap.sources import Opened
from argmap.store.journal import Deed, Left
from argmap.store.save import change_on_disk, compared, digest, write_beside
from argmap.text import count
from argmap.tui.session.edited import edited, refuse_without_text, unnamed_after
from argmap.tui.session.history import Step, map_change
from argmap.tui.session.mapfile import MapFile
from argmap.tui.session.news import (
    JournalTrouble,
    KeptAgain,
    News,
    Refused,
    Saved,
    SaveFailed,
    Written,
)
from argmap.tui.session.scribe import (
    Done,
    Patcher,
    Rejected,
    Scribe,
    Task,
    WasSaved,
    base_of,
    into_text,
)

HEAD_START = 0.5
"""Seconds that an edit waits at most to be drawn before it is written into the text."""


class Session:
    """The edits of one map, from opening it to leaving it."""

    def __init__(
        self, opened: Opened, file: MapFile, patcher: Patcher = into_text, head_start: float = 0.0
    ) -> None:
        """`head_start`: seconds that the screen has to draw an edit, unless `go_on` is called."""
        self.opened = opened
        """The map as edited so far; diagnostics and places in the file follow a little later."""
        self._file = file
        self._written = opened
        self._saved = base_of(opened.loaded)
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._pending: deque[Task] = deque()
        self._epoch = 0
        self._saving = 0
        self._outside: DiskChange | None = None
        self._trouble = ""
        self._news: list[News] = []
        self._scribe = Scribe(opened, file, patcher, head_start)
        self.go_on, self.keep_again = self._scribe.go_on, self._scribe.keep_again

    # -- editing -------------------------------------------------------------------------

    def apply(self, edit: Edit, cursor: str = "") -> Step | None:
        """Make an edit; `cursor` is the key of the row that the cursor is on.

        None where the edit changes nothing.

        Raises:
            RefusedEdit: the file is no text, so nothing can be written into it.
        """
        self._absorb()
        change = map_change(self.opened.map, edit.map)
        if not change:
            return None
        refuse_without_text(self._written.loaded)
        unnamed = unnamed_after(self.opened, edit)
        flipped = unnamed ^ self.opened.loaded.unnamed
        step = Step(edit.name, change, cursor, edit.focus, edit.claims, edit.links, flipped)
        # Before the writing begins: two threads that both compute slow each other down.
        self.opened = edited(self.opened, edit.map, unnamed, edit.claims, edit.links)
        self._begin(Task(Deed.STEP, step, self._epoch, edit))
        return step

    def _begin(self, task: Task) -> None:
        task.undone = self._undone
        self._done.append(task.step)
        self._undone = []
        self._submit(task)

    def _submit(self, task: Task) -> None:
        self._pending.append(task)
        self._scribe.submit(task)

    def undo(self) -> Step | None:
        """Take the last edit back; None where there is none. Saving is no end to this."""
        self._absorb()
        if not self._done:
            return None
        step = self._done.pop()
        self._undone.append(step)
        self._turn(step, Deed.UNDO)
        return step

    def redo(self) -> Step | None:
        """Make the edit again that was taken back last; None where there is none."""
        self._absorb()
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(step)
        self._turn(step, Deed.REDO)
        return step

    def _turn(self, step: Step, deed: Deed) -> None:
        back = deed is Deed.UNDO
        after = step.change.swap(self.opened.map, back=back)
        if after is not None:
            unnamed = self.opened.loaded.unnamed ^ step.unnamed
            self.opened = edited(self.opened, after, unnamed, *step.renamed(back=back))
        self._submit(Task(deed, step, self._epoch))
        if after is None:  # the file was read again in another order: the new reading will tell
            self.wait()

    @property
    def can_undo(self) -> str:
        """What the edit did that `undo` would take back; empty where there is none."""
        return self._done[-1].name if self._done else ""

    @property
    def can_redo(self) -> str:
        """What the edit did that `redo` would make again; empty where there is none."""
        return self._undone[-1].name if self._undone else ""

    @property
    def writing(self) -> bool:
        """Whether an edit is being written into the text, which will be told."""
        return bool(self._pending)

    # -- what became of it ---------------------------------------------------------------

    def news(self) -> list[News]:
        """What happened in the background since the last time."""
        self._absorb()
        news, self._news = self._news, []
        return news

    def wait(self) -> None:
        """Return when everything is written that was edited or saved so far."""
        self._scribe.wait()
        self._absorb()

    def _absorb(self) -> None:
        while True:
            try:
                found = self._scribe.results.get_nowait()
            except Empty:
                return
            match found:
                case Done():
                    self._take_done(found)
                case Rejected():
                    self._take_back(found)
                case WasSaved():
                    self._take_saved(found)
                case KeptAgain():
                    self._trouble = ""
                    self._news.append(found)

    def _take_done(self, done: Done) -> None:
        self._pending.popleft()
        self._written, self._saved = done.opened, done.saved
        if done.task.deed is Deed.STEP:
            done.task.step.change, done.task.step.unnamed = done.change, done.unnamed
        if self._pending:
            flips = (task.step.unnamed for task in self._pending)
            unnamed = reduce(xor, flips, done.opened.loaded.unnamed)
            self.opened = replace(self.opened, loaded=replace(self.opened.loaded, unnamed=unnamed))
        else:
            self.opened = done.opened
            self._news.append(Written(done.opened))
        if done.trouble not in {"", self._trouble}:
            self._news.append(JournalTrouble(done.trouble))
        self._trouble = done.trouble

    def _take_back(self, rejected: Rejected) -> None:
        later = tuple(task.step for task in self._pending if task is not rejected.task)
        while self._pending:
            task = self._pending.pop()
            match task.deed:
                case Deed.STEP:
                    self._done.pop()
                    self._undone = task.undone
                case Deed.UNDO:
                    self._done.append(self._undone.pop())
                case Deed.REDO:
                    self._undone.append(self._done.pop())
        self._epoch += 1
        self.opened = self._written
        self._news.append(Refused(rejected.task.step, rejected.reason, later))

    # -- the file ------------------------------------------------------------------------

    @property
    def unsaved(self) -> bool:
        """Whether there is something that the file does not have."""
        return bool(self._pending) or base_of(self._written.loaded) != self._saved

    @property
    def kept(self) -> str:
        """Where unsaved edits are safe, in a sentence; empty where there are none."""
        return self._scribe.kept

    @property
    def conflict(self) -> DiskChange | None:
        """What became of the file while there are edits that it does not have."""
        return self._outside if self.unsaved else None

    def save(self, *, over: bool = False) -> None:
        """Save in the background; with `over`, whatever became of the file meanwhile."""
        self._saving += 1
        self._scribe.save(over=over)

    def _take_saved(self, result: WasSaved) -> None:
        self._saving -= 1
        self._saved = result.saved
        if result.failure is None:
            self._outside = None
            self._news.append(Saved())
            return
        if isinstance(result.failure, ChangedOnDisk):
            self._outside = result.failure.change
        self._news.append(SaveFailed(result.failure))

    def changed_outside(self) -> DiskChange | None:
        """What became of the file since it was read or saved here; None where it is the same."""
        if self._file.path == "-":
            return None
        if self._saving:
            self.wait()
        try:
            self._outside = change_on_disk(self._file.path, digest(self._saved.data))
        except FileError:  # it cannot be read now: saving will tell
            return None
        return self._outside

    def take(self, opened: Opened) -> bool:
        """Go on from another reading of the file; False where this is the end of undo.

        Unsaved edits are not lost: they are taken back as by `revert`.
        """
        self.wait()
        if self.unsaved:
            self.revert(opened)
            return True
        same = base_of(opened.loaded) == base_of(self._written.loaded)
        ends = not same and bool(self._done or self._undone)
        if not same:
            self._done, self._undone = [], []
        self.opened = self._written = opened
        self._saved, self._outside = base_of(opened.loaded), None
        self._scribe.adopt(opened)
        return not ends

    def revert(self, opened: Opened) -> Step:
        """Go back to the file, of which `opened` is a fresh reading; `undo` brings all back."""
        self.wait()
        step = Step("go back to the file", map_change(self.opened.map, opened.map))
        self._begin(Task(Deed.STEP, step, self._epoch, instead=opened))
        self.opened, self._outside = opened, None
        return step

    def recover(self, left: Left) -> Step:
        """Bring back the work of a window that is gone, as one edit that is not saved yet."""
        unchanged = map_change(self.opened.map, self.opened.map)
        step = Step(f"recover {count(len(left.names), 'edit')}", unchanged)
        self._begin(Task(Deed.STEP, step, self._epoch, instead=left))
        self.wait()
        if step in self._done and not self._trouble:
            left.discard()  # only now: the edits are in a journal of this window
        else:
            left.release()
        return step

    def save_beside(self, path: Path | None = None) -> Path:
        """Write the map with its edits to a new file, and go on here; returns the file's path.

        It is beside the map and called as in ``map.mine.yaml``, unless a `path` is given.

        Raises:
            FileError: the file cannot be written, or is there already.
        """
        self.wait()
        return write_beside(self._file.path, base_of(self._written.loaded).data, self.kept, path)

    def compare(self) -> list[str]:
        """What the edits change in the file as it is on disk now: lines of a unified diff."""
        self.wait()
        return compared(self._file.path, self._written.loaded.text)

    def close(self, *, clean: bool = True) -> None:
        """Leave the map. Unless it is left `clean`, unsaved edits stay to be found again."""
        self.wait()
        self._scribe.close(clean=clean or not self.unsaved)
