"""The file behind the screen: reading and watching it, edits, saving, and leaving."""

from pathlib import Path
from typing import TYPE_CHECKING

from textual.timer import Timer

from argmap.errors import (
    ArgmapError,
    DiskChange,
    FileError,
    RefusedEdit,
    Severity,
    UsageError,
)
from argmap.text import count
from argmap.tui.screens.asking import DRAFTS
from argmap.tui.screens.questions import Questions
from argmap.tui.screens.remembering import remember_left
from argmap.tui.session.mapfile import MapFile, Reading
from argmap.tui.session.watch import Change, Watch

if TYPE_CHECKING:
    from argmap.model.edits.edit import Edit
    from argmap.sources import Opened
    from argmap.tui.screens.browse import BrowseScreen
    from argmap.tui.session.history import Step
    from argmap.tui.session.news import News
    from argmap.tui.session.session import Session

LOOK_AFTER_FILE = 0.4
LOOK_AFTER_WORK = 0.1
"""Seconds between two looks."""


class Filing:
    """Keeps the screen and the file of a map together. Nothing of either is lost unasked."""

    def __init__(self, screen: "BrowseScreen", reading: Reading, *, read_only: bool) -> None:
        self._screen = screen
        self.file: MapFile = reading.file
        self.read_only = read_only
        self.session: Session | None = None
        self._watch = Watch(reading.file.path, reading.stamp)
        self._reading: Reading | None = reading
        self._first = True
        self._looks: list[Timer] = []
        self._questions = Questions(screen, self)

    # -- reading -------------------------------------------------------------------------

    def start(self) -> None:
        """Look after the file from now on."""
        self._looks = [
            self._screen.set_interval(LOOK_AFTER_FILE, self._look_after_file),
            self._screen.set_interval(LOOK_AFTER_WORK, self.hear_news),
        ]
        self._follow()

    @property
    def progress(self) -> str:
        """How far the first reading is, in words; empty once there is a map to show."""
        if not self._first or self._reading is None:
            return ""
        return f"reading {round(100 * self._reading.progress)} %"

    def _follow(self) -> None:
        reading = self._reading
        if reading is None:
            return
        if not reading.done:
            self._screen.show_title()
            self._screen.set_timer(LOOK_AFTER_WORK, self._follow)
            return
        self._reading = None
        first, self._first = self._first, False
        try:
            opened = reading.result()
        except ArgmapError as failure:
            if first:
                self._screen.app.exit(failure)
            else:
                self._screen.say(f"{failure.message} {failure.remedy}", problem=True)
            return
        if first:
            self._begin(opened)
        else:
            self._take(opened)

    def _begin(self, opened: "Opened") -> None:
        self._screen.show_first(opened)
        if not self.read_only:
            self._screen.call_after_refresh(self._questions.look_for_left_work)

    def _take(self, opened: "Opened") -> None:
        keeps_undo = self.session is None or self.session.take(opened)
        self._screen.show_opened(opened)
        errors = self._screen.state.severities[Severity.ERROR]
        words = f"Reloaded, with {count(errors, 'error')}." if errors else "Reloaded."
        self._screen.say(words if keeps_undo else f"{words} Undo starts afresh from here.")

    async def reload(self) -> None:
        """Read the file again; unsaved edits are asked about."""
        if self._reading is not None or self.file.path == "-":
            return
        if self.unsaved and not await self._questions.give_edits_up("Read the file again?"):
            return
        self.read_again()

    def read_again(self) -> None:
        """Read the file again in the background."""
        if self._reading is None and self.file.path != "-":
            self._reading = self.file.read()
            self._follow()

    def _look_after_file(self) -> None:
        if self._reading is not None:
            return
        if self.session is not None:
            self.session.keep_again()
        match self._watch.look():
            case Change.GONE:
                if self.session is not None:
                    self.session.changed_outside()
                words = "The file is gone. What was read last still shows; saving writes it anew."
                self._screen.say(words, problem=True)
            case Change.NEWER:
                self._look_at_newer()
            case _:
                return
        self._screen.show_title()

    def _look_at_newer(self) -> None:
        if self.session is None:
            self.read_again()
        elif self.session.changed_outside() is None:
            return  # it was written here, or holds the same as before
        elif self.session.unsaved:
            words = "The file changed on disk, and you have unsaved edits."
            self._screen.say(f"{words} Saving will ask what to do with the two.", problem=True)
        else:
            self.read_again()

    # -- editing -------------------------------------------------------------------------

    def make_session(self) -> "Session":
        """The session that edits belong to; it begins with the first."""
        if self.session is None:
            from argmap.tui.session.session import HEAD_START, Session  # noqa: PLC0415 - when wanted

            self.session = Session(self._screen.state.opened, self.file, head_start=HEAD_START)
        return self.session

    def apply(self, edit: "Edit") -> None:
        """Make an edit and show it.

        Raises:
            RefusedEdit: the map is open for reading only, or cannot be edited.
        """
        if self.read_only:
            raise RefusedEdit("This map is open for reading only")
        session = self.make_session()
        row = self._screen.state.row
        step = session.apply(edit, row.key if row is not None else "")
        if step is None:
            self._screen.say("Nothing changes by that.")
            return
        self._screen.show_opened(session.opened, edit.claims, edit.links, edit.focus)

    def refuse_unreadable(self) -> None:
        """See that edits can be written, before anybody takes the trouble; or RefusedEdit."""
        from argmap.store.patch import refuse_unreadable  # noqa: PLC0415 - only those who edit

        refuse_unreadable(self._screen.state.opened.loaded)

    def undo(self) -> None:
        """Take the last edit back."""
        step = self.session.undo() if self.session is not None else None
        self._show_turned(step, back=True)

    def redo(self) -> None:
        """Make the edit again that was taken back last."""
        step = self.session.redo() if self.session is not None else None
        self._show_turned(step, back=False)

    def _show_turned(self, step: "Step | None", *, back: bool) -> None:
        if step is None or self.session is None:
            return
        focus = step.focus_before if back else step.focus_after
        claims, links = step.renamed(back=back)
        self._screen.show_opened(self.session.opened, claims, links, focus)
        self._screen.say(f"{'Undo' if back else 'Redo'}: {step.name}")

    @property
    def undoable(self) -> tuple[str, str]:
        """The names of the edits that undo and redo are about."""
        if self.session is None:
            return "", ""
        return self.session.can_undo, self.session.can_redo

    @property
    def unsaved(self) -> bool:
        """Whether something shows that the file does not have, be it since the file is gone."""
        if self.session is not None and self.session.unsaved:
            return True
        return self._watch.gone and not self.read_only

    @property
    def conflict(self) -> DiskChange | None:
        """What became of the file while there are edits that it does not have."""
        return self.session.conflict if self.session is not None else None

    @property
    def writing(self) -> bool:
        """Whether an edit is being written into the text, which will be told."""
        return self.session is not None and self.session.writing

    # -- news ----------------------------------------------------------------------------

    def hear_news(self) -> None:
        """Show and tell what happened in the background."""
        if self.session is None:
            return
        for news in self.session.news():
            self._tell(news)

    def _tell(self, news: "News") -> None:
        from argmap.tui.session.news import (  # noqa: PLC0415 - only those who edit need it
            JournalTrouble,
            KeptAgain,
            Refused,
            Saved,
            SaveFailed,
            Written,
        )

        match news:
            case Written(opened):
                self._screen.show_opened(opened)
            case Refused(step, reason, later):
                self._screen.show_opened(self.make_session().opened, focus=step.focus_before)
                more = f" So were {count(len(later), 'later edit')}." if later else ""
                words = f"“{step.name}” was taken back: {reason.message}.{more} {reason.remedy}"
                if DRAFTS.take_back():
                    words += " What you wrote is kept: Up brings it back where you wrote it."
                self._screen.say(words, problem=True)
            case Saved():
                self._screen.say("Saved.")
                self._screen.show_title()
            case SaveFailed(error):
                self._screen.run_worker(self._tell_failure(error))
            case JournalTrouble(words):
                self._screen.say(words, problem=True)
            case KeptAgain():
                self._screen.say("Your edits are kept in a journal again.")

    async def _tell_failure(self, error: FileError) -> None:
        await self._questions.settle(error)

    # -- saving --------------------------------------------------------------------------

    async def save(self) -> None:
        """Write the edits to the file, in the background; news will tell."""
        self.make_session().save()

    # -- elsewhere -----------------------------------------------------------------------

    async def edit_outside(self) -> None:
        """Open the user's editor at the claim; unsaved edits are saved first, if wanted."""
        if self.file.path == "-":
            raise UsageError("The map came from standard input, so there is no file to open")
        if await self._questions.settled("Save before the editor opens?"):
            from argmap.tui.screens.editor import edit  # noqa: PLC0415 - when wanted

            edit(self._screen, self.file.path)
            self._look_after_file()

    async def open_other(self) -> None:
        """Choose another map, and open it in the place of this one."""
        from argmap.tui.screens.library import LibraryScreen  # noqa: PLC0415 - when wanted

        folder = Path(self.file.path).parent if self.file.path != "-" else Path()
        chosen = await self._screen.app.push_screen_wait(LibraryScreen(folder, self._screen.marks))
        if chosen is not None and await self._questions.settled("Save your edits first?"):
            self.close()
            remember_left(self._screen)
            self._screen.open_instead(*chosen)

    # -- leaving -------------------------------------------------------------------------

    async def quit(self) -> None:
        """End the program; unsaved edits are asked about."""
        if self._reading is not None:
            self._reading.stop()
        if await self._questions.settled("Save your edits?"):
            self.close()
            remember_left(self._screen)
            self._screen.app.exit()

    def close(self) -> None:
        """End the session and all looks; whatever is not saved was given up."""
        for look in self._looks:
            look.stop()
        if self.session is not None:
            self.session.close()
            self.session = None
