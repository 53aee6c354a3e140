"""The box in which a text is written."""

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.document._document import EditResult, Location
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static, TextArea

from argmap.text import clean, one_line
from argmap.tui.asking.drafts import Drafts
from argmap.tui.asking.prompts import TextPrompt
from argmap.tui.asking.typed import fitted
from argmap.tui.screens.prompt import PromptScreen
from argmap.tui.text import content, safe
from argmap.tui.written.marks import Marks

_LOW = 13
"""Lines of a window from which there is room for more than the box."""
_ABOUT = 200
_DRAFT = 24
"""Cells of the claim above the box, and of the draft that is offered."""


class PromptArea(TextArea):
    """A wrapping box; whatever comes into it is made fit first, be it typed or pasted."""

    class Told(Message):
        """Something was done to a text on its way in."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    class Above(Message):
        """The cursor was to go up from the first line."""

    def __init__(self, prompt: TextPrompt) -> None:
        value = fitted(prompt.value, lines=prompt.lines).text
        super().__init__(
            value,
            compact=True,
            highlight_cursor_line=False,
            tab_behavior="indent" if prompt.lines else "focus",
            placeholder=content(prompt.hint),
            classes="-lines" if prompt.lines else None,
        )
        self._lines = prompt.lines
        self.move_cursor(self.document.end)

    def replace(
        self,
        insert: str,
        start: Location,
        end: Location,
        *,
        maintain_selection_offset: bool = True,
    ) -> EditResult:
        """Put a text in the place of another; the one way in for keys, paste and clipboard."""
        used = len(self.text) - len(self.get_text_range(start, end))
        text, told = fitted(insert, used, lines=self._lines)
        self.post_message(self.Told(told))
        return super().replace(
            text, start, end, maintain_selection_offset=maintain_selection_offset
        )

    def on_resize(self) -> None:
        """Draw all lines anew: Textual wraps the text, but keeps lines that it drew before."""
        self.refresh()

    def action_cursor_up(self, select: bool = False) -> None:
        """Go up; from the first line, offer what lies above it."""
        if self.wrapped_document.location_to_offset(self.cursor_location).y == 0 and not select:
            self.post_message(self.Above())
        else:
            super().action_cursor_up(select)


class TextPromptScreen(PromptScreen):
    """Asks for a text. What was written and left is offered again."""

    CSS_PATH: ClassVar = ["prompt.tcss", "textprompt.tcss"]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (_LOW, "-high")]  # noqa: RUF012 - as Textual types it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "accept_line", priority=True),
        Binding("ctrl+s", "accept", priority=True),
        Binding("escape", "leave", priority=True),
    ]

    def __init__(self, prompt: TextPrompt, marks: Marks, drafts: Drafts) -> None:
        keys = ["Ctrl+S keeps it", "Enter starts a line"] if prompt.lines else ["Enter keeps it"]
        super().__init__(prompt.title, [*keys, "Esc leaves it"], marks)
        self._prompt = prompt
        self._drafts = drafts
        self._draft = drafts.of(prompt)

    def compose(self) -> ComposeResult:
        """The claim that it is about, the box, and what is to be told."""
        yield self.framed(*self._parts())

    def _parts(self) -> Iterator[Widget]:
        if self._prompt.about:
            yield Static(content(self.cut(self._prompt.about, _ABOUT)), id="about")
        yield PromptArea(self._prompt)
        yield Static(id="told")

    def on_mount(self) -> None:
        """Be ready to write, and offer the draft."""
        self.query_one(PromptArea).focus()
        if self._draft:
            self._tell(f"Up brings back what you left: {self.cut(self._draft, _DRAFT)}")

    def _tell(self, words: str) -> None:
        told = self.query_one("#told", Static)
        told.update(content(safe(self.marks.own(words))))
        told.set_class(bool(words), "-told")

    @on(PromptArea.Told)
    def _told(self, event: PromptArea.Told) -> None:
        self._tell(event.words)

    @on(PromptArea.Above)
    def _above(self) -> None:
        if self._draft:
            area, draft, self._draft = self.query_one(PromptArea), self._draft, ""
            area.replace(draft, (0, 0), area.document.end, maintain_selection_offset=False)
            area.move_cursor(area.document.end)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Enter starts a line where lines belong to the text."""
        return action != "accept_line" or not self._prompt.lines

    def action_accept_line(self) -> None:
        """Take what is written."""
        self.action_accept()

    def action_accept(self) -> None:
        """Take what is written; nothing is no answer, unless it may be one."""
        written = self.query_one(PromptArea).text
        text = clean(written).strip("\n") if self._prompt.lines else one_line(written)
        if not text.strip() and not self._prompt.optional:
            self._tell("Nothing is written yet. Esc leaves it so.")
            return
        self._drafts.answer(self._prompt, text)
        self.dismiss(text)

    def action_leave(self) -> None:
        """Leave, but keep what was written for the next time."""
        if self._drafts.keep(self._prompt, self.query_one(PromptArea).text):
            kept = "What you wrote is kept: ask for the same again, and Up brings it back."
            self.app.notify(kept, markup=False)
        self.dismiss(None)
