"""The pane in which a source is read: it draws a reader, and selects by mouse."""

from textual import events
from textual.message import Message

from argmap.tui.source.lines import SourceLines
from argmap.tui.source.reader import SourceReader
from argmap.tui.text import measure
from argmap.tui.widgets.lines import LinesView
from argmap.tui.written.marks import Marks

_WHEEL = 3
"""Rows that a step of the wheel scrolls."""


class SourcePane(LinesView):
    """Draws the rows that a reader shows. The reader scrolls; there is never more than a window."""

    class Moved(Message):
        """The mouse has moved the cursor or changed the selection."""

    def __init__(self, reader: SourceReader, marks: Marks) -> None:
        super().__init__(id="source")
        self._reader = reader
        self._marks = marks
        self._drawing = SourceLines(reader, 1, measure, marks)
        self._laid_out = (0, 0)
        self._pressed: int | None = None

    def fit(self) -> None:
        """Wrap to the width there is, and fill the window."""
        if (self.cells, self.window) != self._laid_out:
            self._laid_out = self.cells, self.window
            self._drawing = SourceLines(self._reader, self.cells, measure, self._marks)
            self._reader.resize(self._drawing.cells, self.window)
            self.lines = self._drawing.lines()

    def show_reader(self, reader: SourceReader) -> None:
        """Show another source."""
        self._reader = reader
        self._laid_out = (0, 0)
        self.sync()

    def sync(self) -> None:
        """Show what has changed in the reader."""
        if self.cells and self.window:
            self.fit()
            self.lines = self._drawing.lines()
            self.refresh()

    def _offset_at(self, event: events.MouseEvent) -> int:
        return self._reader.offset_at(event.y, event.x - self._drawing.gutter)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the cursor there; a selection may start from here."""
        if event.button == 1:
            self._pressed = self._offset_at(event)
            self._reader.held = None
            self._reader.put(self._pressed)
            self.capture_mouse()
            self._tell()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select up to here while the button is down; beyond the window, scroll."""
        if self._pressed is None:
            return
        if not 0 <= event.y < self.window:
            self._reader.scroll(-1 if event.y < 0 else 1)
        self._reader.put(self._offset_at(event))
        self._reader.held = self._pressed if self._reader.cursor != self._pressed else None
        self._tell()

    def on_mouse_up(self) -> None:
        """The selection is made."""
        if self._pressed is not None:
            self._pressed = None
            self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Select the sentence that is clicked twice."""
        event.stop()
        if event.chain == 2:
            self._reader.hold_sentence()
            self._tell()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down."""
        self._scroll(event, _WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up."""
        self._scroll(event, -_WHEEL)

    def _scroll(self, event: events.MouseEvent, rows: int) -> None:
        event.stop()
        event.prevent_default()
        self._reader.scroll(rows)
        self._tell()

    def _tell(self) -> None:
        self.sync()
        self.post_message(self.Moved())
