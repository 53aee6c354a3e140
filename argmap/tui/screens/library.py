"""The list of all maps of a folder, with a line to search them and their claims."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from argmap.errors import FileError
from argmap.store.library import MapSummary, maps_in
from argmap.text import count
from argmap.tui.screens.pick import QueryInput
from argmap.tui.shelf import Found, Looks, Shelf, Spot, item_lines
from argmap.tui.text import STYLE_CLASSES, content, measure, safe
from argmap.tui.widgets.listing import Listing
from argmap.tui.written.marks import ASCII, Marks
from argmap.tui.written.pieces import Line


class LibraryScreen(Screen[Spot | None]):
    """Lists maps while they are read; its result is the map, or the claim of one, to go to."""

    COMPONENT_CLASSES = STYLE_CLASSES
    CSS_PATH: ClassVar = ["library.tcss"]
    AUTO_FOCUS = "#query"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave"),
        Binding("down,ctrl+n", "move(1)", priority=True),
        Binding("up,ctrl+p", "move(-1)", priority=True),
        Binding("pagedown", "move(10)", priority=True),
        Binding("pageup", "move(-10)", priority=True),
    ]

    class Read(Message):
        """One more map was read."""

        def __init__(self, book: MapSummary) -> None:
            super().__init__()
            self.book = book

    class Done(Message):
        """All maps were read; `failure` is why none could be."""

        def __init__(self, failure: FileError | None) -> None:
            super().__init__()
            self.failure = failure

    def __init__(self, folder: Path, marks: Marks) -> None:
        super().__init__(classes="-ascii" if marks is ASCII else None)
        self.shelf = Shelf(folder)
        self.found: list[Found] = []
        self._marks = marks
        self._query = ""
        self._reading = True

    def compose(self) -> ComposeResult:
        """The folder, the line to type in, the list, and the keys."""
        yield Static(content(safe(f" Maps in {self.shelf.folder}")), id="folder")
        hint = "words of a title, a motion or any claim"  # an Input never reads markup
        with Horizontal(id="typing"):
            yield QueryInput(placeholder=hint, compact=True, id="query")
            yield Static(id="count")
        yield Listing(self._lines, id="maps")
        keys = ("Up and Down move", "Enter opens", "Esc leaves")
        yield Static(content(f" {self._marks.dot} ".join(keys)), id="how")

    def on_mount(self) -> None:
        """Begin to read."""
        self.run_worker(self._read, thread=True)
        self._show_count()

    def _read(self) -> None:
        """Read all maps, in a thread that only tells what it found."""
        worker = get_current_worker()

        def go_on(_: float) -> None:
            if worker.is_cancelled:
                raise StoppedLibrary

        try:
            for book in maps_in(self.shelf.folder, go_on):
                if worker.is_cancelled:
                    return
                self.post_message(self.Read(book))
        except FileError as failure:
            self.post_message(self.Done(failure))
        except StoppedLibrary:
            return
        else:
            self.post_message(self.Done(None))

    def _lines(self, cells: int) -> list[list[Line]]:
        looks = Looks(cells, measure, self._marks)
        return [item_lines(self.shelf, found, self._query, looks) for found in self.found]

    def _show_count(self, words: str = "") -> None:
        if self._query and not words:
            number = len(self.found) + self.shelf.more
            words = count(number, "match", "matches") if number else "no match"
        words = words or self.shelf.summary()
        self.query_one("#count", Static).update(content(words + " …" * self._reading))

    def _show_found(self) -> None:
        listing = self.query_one(Listing)
        cursor = listing.cursor
        kept = self.found[cursor].spot if cursor < len(self.found) else None
        self.found = self.shelf.search(self._query)
        listing.renew()
        places = {found.spot: place for place, found in enumerate(self.found)}
        if cursor and kept in places:
            listing.move(places[kept])
        self._show_count()

    @on(Read)
    def _was_read(self, event: Read) -> None:
        self.shelf.add(event.book)
        self._show_found()

    @on(Done)
    def _was_done(self, event: Done) -> None:
        self._reading = False
        if event.failure is not None:
            self._show_count(f"{event.failure.message} {event.failure.remedy}")
        elif not self.shelf.books:
            self._show_count("no maps here; argmap new MAP writes one")
        else:
            self._show_count()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._query = event.value
        self.query_one(Listing).cursor = 0
        self._show_found()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._take(self.query_one(Listing).cursor)

    @on(Listing.Taken)
    def _taken(self, event: Listing.Taken) -> None:
        self._take(event.place)

    def _take(self, place: int) -> None:
        if place < len(self.found):
            self.dismiss(self.found[place].spot)

    def action_move(self, items: int) -> None:
        """Move the cursor."""
        self.query_one(Listing).move(items)

    def action_leave(self) -> None:
        """Take back what was typed; where nothing was, leave."""
        if self._query:
            self.query_one(QueryInput).value = ""
        else:
            self.dismiss(None)


class StoppedLibrary(Exception):  # noqa: N818 - nothing went wrong
    """The list is not wanted any more."""
