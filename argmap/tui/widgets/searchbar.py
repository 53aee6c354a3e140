"""The line in which a search is typed."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from argmap.tui.text import content


class SearchBar(Horizontal):
    """Reports every change of what is typed, and how the search ends."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "end(False)"),
        Binding("down,tab", "step(1)"),
        Binding("up,shift+tab", "step(-1)"),
    ]

    class Typed(Message):
        """The query is now `query`."""

        def __init__(self, query: str) -> None:
            super().__init__()
            self.query = query

    class Stepped(Message):
        """The next (1) or the previous (-1) match is wanted."""

        def __init__(self, direction: int) -> None:
            super().__init__()
            self.direction = direction

    class Ended(Message):
        """The search is over; `kept` tells whether the place found is kept."""

        def __init__(self, *, kept: bool) -> None:
            super().__init__()
            self.kept = kept

    def compose(self) -> ComposeResult:
        """Lay out the parts of the line."""
        yield Static("/", id="search-sign")
        yield Input(placeholder="words to look for", compact=True, id="search-input")
        yield Static("", id="search-count")

    def on_mount(self) -> None:
        """Be ready to type."""
        self.query_one(Input).focus()

    def show_count(self, words: str) -> None:
        """Show how many matches there are."""
        self.query_one("#search-count", Static).update(content(words))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Ended(kept=True))

    def action_end(self, kept: bool) -> None:
        """End the search."""
        self.post_message(self.Ended(kept=kept))

    def action_step(self, direction: int) -> None:
        """Go to another match."""
        self.post_message(self.Stepped(direction))
