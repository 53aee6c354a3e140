"""The list of many items, found by a few letters."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Static

from argmap.text import count
from argmap.tui.asking.fuzzy import Matcher
from argmap.tui.asking.prompts import Item, Pick
from argmap.tui.screens.prompt import PromptScreen
from argmap.tui.state.search import hits
from argmap.tui.text import content, measure, safe
from argmap.tui.widgets.listing import Listing
from argmap.tui.written.marks import Marks
from argmap.tui.written.pieces import Line, Piece, styled

_MOST_LISTED = 200
_MOST_TYPED = 200
_WHOLE = 200
"""Cells of the item under the cursor, told in full below the list."""
_WARM_UP_AFTER = 0.05


class QueryInput(Input):
    """A line to type in; what is pasted is cleaned and cut."""

    def replace(self, text: str, start: int, end: int) -> None:
        """Put a text in the place of another; the one way in for keys, paste and clipboard."""
        room = _MOST_TYPED - len(self.value) + abs(end - start)
        super().replace(safe(text[: max(0, room)]), start, end)


class PickScreen(PromptScreen):
    """Asks for one of many items; typing narrows the list to those that fit best."""

    CSS_PATH: ClassVar = ["prompt.tcss", "pick.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss"),
        Binding("down,ctrl+n", "move(1)", priority=True),
        Binding("up,ctrl+p", "move(-1)", priority=True),
        Binding("pagedown", "move(10)", priority=True),
        Binding("pageup", "move(-10)", priority=True),
    ]

    def __init__(self, pick: Pick, marks: Marks) -> None:
        keys = ["Up and Down move", "Enter takes it", "Esc leaves it"]
        super().__init__(pick.title, keys, marks)
        self._pick = pick
        self._matcher = Matcher(f"{item.text} {item.id} {item.extra}" for item in pick.items)
        self._query = ""
        self._found = self._matcher.best("", _MOST_LISTED)

    def compose(self) -> ComposeResult:
        """The line to type in, the list, and the whole of the item under the cursor."""
        hint = safe(self._pick.hint or "a few letters of it")  # an Input never reads markup
        line = Horizontal(
            QueryInput(placeholder=hint, compact=True, id="query"),
            Static(id="count"),
            id="typing",
        )
        yield self.framed(line, Listing(self._lines, id="found"), Static(id="whole"))

    def on_mount(self) -> None:
        """Be ready to type."""
        self.query_one(QueryInput).focus()
        self._show_rest()
        self.set_timer(_WARM_UP_AFTER, self._matcher.warm_up)

    def _lines(self, cells: int) -> list[list[Line]]:
        return [[self._line(self._pick.items[place], cells)] for place in self._found]

    def _line(self, item: Item, cells: int) -> Line:
        extra = self.cut(item.extra, cells // 3) if item.extra else ""
        words = self.cut(item.text, cells - (measure(extra) + 2 if extra else 0))
        marked = hits(words, self._query) if self._query else []
        line = list(styled(words, 0, len(words), marked))
        return [*line, Piece("faint", f"  {extra}")] if extra else line

    def _show_rest(self) -> None:
        """Tell how many were found, and the item under the cursor in full."""
        number = len(self._found)
        if self._query:
            words = "no match" if not number else count(number, "match", "matches")
            words = f"the best {number}" if number == _MOST_LISTED else words
        else:
            words = count(len(self._pick.items), "item")
        self.query_one("#count", Static).update(content(words))
        item = self._current()
        whole = "" if item is None else self.cut(item.text, _WHOLE)
        if item is not None and item.id and self._pick.ids:
            whole = f"{whole} [{item.id}]"
        self.query_one("#whole", Static).update(content(safe(whole)))

    def _current(self) -> Item | None:
        cursor = self.query_one(Listing).cursor
        return self._pick.items[self._found[cursor]] if self._found else None

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._query = event.value.strip()
        self._found = self._matcher.best(self._query, _MOST_LISTED)
        self.query_one(Listing).renew()
        self._show_rest()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        item = self._current()
        if item is not None:
            self.dismiss(item.id)

    @on(Listing.Taken)
    def _taken(self, event: Listing.Taken) -> None:
        self.dismiss(self._pick.items[self._found[event.place]].id)

    def action_move(self, items: int) -> None:
        """Move the cursor."""
        self.query_one(Listing).move(items)
        self._show_rest()
