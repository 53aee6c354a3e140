"""What is asked about the file of a map: unsaved edits, work that was left, two versions of it."""

from pathlib import Path
from typing import TYPE_CHECKING

from argmap.errors import ChangedOnDisk, DiskChange, FileError, WriteProtected
from argmap.store.folders import at_home
from argmap.store.save import free_name
from argmap.text import count
from argmap.tui.asking.prompts import Choice, Option, TextPrompt

if TYPE_CHECKING:
    from argmap.store.journal import Left
    from argmap.tui.screens.browse import BrowseScreen
    from argmap.tui.screens.filing import Filing

_NAMED = 8
"""Edits of a window that is gone that are named; of more, the last ones."""
_DIFF_LINES = 400
_BYTES = 4
"""That a character takes at most."""
_STAY = Option("q", "stay here")


class Questions:
    """Asks what to do where something could be lost, and does it."""

    def __init__(self, screen: "BrowseScreen", filing: "Filing") -> None:
        self._screen, self._filing = screen, filing
        self._settling = False
        self._elsewhere: str | None = None
        """The text that was saved in another file last."""

    def _edits_in_words(self) -> str:
        session = self._filing.session
        if session is None or not session.unsaved:
            return "The file is gone, and what shows is"
        done, _ = self._filing.undoable
        return f"The last edit, “{done}”, is" if done else "Some edits are"

    async def give_edits_up(self, title: str) -> bool:
        """Whether the file may be read again over unsaved edits."""
        answer = await self._screen.ask(
            Choice(
                title,
                [Option("r", "read it", "undo brings your edits back"), _STAY],
                f"{self._edits_in_words()} not saved.",
            )
        )
        return answer == "r"

    def look_for_left_work(self) -> None:
        """Offer the unsaved edits of a window that is gone, and clear up behind it."""
        from argmap.store.files import remove_scratch  # noqa: PLC0415 - behind the first frame
        from argmap.store.journal import find_left  # noqa: PLC0415 - behind the first frame

        remove_scratch(self._filing.file.path)
        left = find_left(self._filing.file.path)
        if left is not None:
            self._screen.run_worker(self._offer(left))

    async def _offer(self, left: "Left") -> None:
        names = "\n".join(f"- {name}" for name in left.names[-_NAMED:])
        if len(left.names) > _NAMED:
            names = f"… {len(left.names) - _NAMED} more\n{names}"
        fits = "" if left.fits else "\nThe file has changed since; bringing them back undoes that."
        body = f"A window was closed before these were saved:\n{names}{fits}"
        options = [
            Option("b", "bring them back", "then save, or undo"),
            Option("d", "drop them", "for good"),
            Option("l", "later", "ask again next time"),
        ]
        answer = await self._screen.ask(Choice("Unsaved edits were found", options, body))
        if answer == "b":
            self._filing.make_session().recover(left)
            self._filing.hear_news()
            self._screen.say(f"{count(len(left.names), 'edit')} back; not saved yet.")
        elif answer == "d" and await self._drops(names):
            left.discard()
        else:
            left.release()

    async def _drops(self, names: str) -> bool:
        """Whether to drop them for good: the first question may have come amid other keys."""
        options = [Option("y", "yes, drop them"), Option("n", "no", "ask again next time")]
        body = f"{names}\nThey cannot be brought back."
        return await self._screen.ask(Choice("Drop these edits for good?", options, body)) == "y"

    async def settle(self, error: FileError) -> None:
        """The edits could not be saved: ask what to do with them."""
        if self._settling:
            return
        self._settling = True
        try:
            if isinstance(error, ChangedOnDisk):
                await self._ask_about_two(error)
            else:
                await self._ask_where_to(error)
        finally:
            self._settling = False

    async def _ask_about_two(self, error: ChangedOnDisk) -> None:
        session = self._filing.make_session()
        options = [
            Option("b", "save mine beside it", "to a new file, and go on here"),
        ]
        if error.change is DiskChange.CHANGED:
            options += [
                Option("c", "compare", "what the two differ in"),
                Option("r", "reload", "theirs shows; undo brings mine back"),
                Option("o", "write mine over it", "theirs is lost"),
            ]
        elif error.change is DiskChange.VANISHED:
            options.append(Option("o", "write it anew", "where it was"))
        body = f"{error.message}.\n{session.kept}"
        answer = await self._screen.ask(Choice("Not saved", [*options, _STAY], body))
        while answer == "c":
            body = "\n".join(session.compare()[:_DIFF_LINES]) or "The two are the same."
            answer = await self._screen.ask(Choice("Mine and theirs", [*options, _STAY], body))
        if answer == "b":
            self._save_beside()
        elif answer == "r":
            self._filing.read_again()
        elif answer == "o":
            session.save(over=True)

    async def _ask_where_to(self, error: FileError) -> None:
        from argmap.tui.serve import served  # noqa: PLC0415 - when wanted

        options = [Option("e", "save elsewhere", "to a new file, and go on here")]
        if served():  # a web page is for this map, not for any file of the machine
            options.clear()
        if isinstance(error, WriteProtected):
            options.append(Option("o", "write over it", "though it is read-only"))
        body = f"{error.message.rstrip('.')}.\n{error.remedy}"
        answer = await self._screen.ask(Choice("Not saved", [*options, _STAY], body))
        if answer == "e":
            await self._save_elsewhere()
        elif answer == "o":
            session = self._filing.make_session()
            session.save(over=session.changed_outside() is None)

    async def _save_elsewhere(self) -> None:
        session = self._filing.make_session()
        size = _BYTES * len(session.opened.loaded.raw)
        value, trouble = str(free_name(self._filing.file.path, size) or ""), ""
        while True:
            prompt = TextPrompt("Name of the new file", value, trouble, hint="such as ~/map.yaml")
            value = await self._screen.ask(prompt) or ""
            if not value:
                return
            try:
                path = self._write_beside(at_home(value))
            except FileError as failure:
                trouble = f"{failure.message}. {failure.remedy}"
            else:
                own = Path(self._filing.file.path).name
                self._screen.say(f"Saved as {path}. This window still edits {own}.")
                return

    def _save_beside(self) -> None:
        try:
            path = self._write_beside()
        except FileError as failure:
            self._screen.say(f"{failure.message}. {failure.remedy}", problem=True)
        else:
            self._screen.say(f"Saved as {path.name}, beside the map.")

    def _write_beside(self, path: Path | None = None) -> Path:
        session = self._filing.make_session()
        beside = session.save_beside(path)
        self._elsewhere = session.opened.loaded.raw
        return beside

    @property
    def _all_elsewhere(self) -> bool:
        """Whether all edits are in another file at least."""
        session = self._filing.session
        if session is None or session.writing:
            return False
        return session.opened.loaded.raw == self._elsewhere

    async def settled(self, title: str) -> bool:
        """Whether one may go on: nothing is unsaved, or it was said what to do with it."""
        if not self._filing.unsaved or self._all_elsewhere:
            return True
        options = [
            Option("s", "save them"),
            Option("d", "drop them", "the file stays as it is"),
            _STAY,
        ]
        answer = await self._screen.ask(
            Choice(title, options, f"{self._edits_in_words()} not saved.")
        )
        if answer == "s":
            session = self._filing.make_session()
            session.save()
            session.wait()
            self._filing.hear_news()
            return not self._filing.unsaved
        return answer == "d"
