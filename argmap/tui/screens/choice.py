"""The list of a few answers, each with a letter of its own."""

import re
from collections.abc import Iterator
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget

from argmap.tui.asking.prompts import Choice, Option
from argmap.tui.screens.prompt import PromptScreen
from argmap.tui.text import measure
from argmap.tui.widgets.listing import Listing, Paper
from argmap.tui.written.marks import Marks
from argmap.tui.written.pieces import Line, Piece, paragraph

_MOST_BODY_LINES = 1000
"""Lines of a body that are shown; a comparison of two files may have more."""
_FEW, _LINES = 6, 3
"""So few options may each take so many lines; of more, each takes one."""
_LEAD = re.compile(r"[-+]? *")
"""Indentation, and what marks an item or a line of a comparison: further lines hang under it."""
_RAGGED = 8
"""Cells that wrapping may leave free at the end of a line."""


class ChoiceScreen(PromptScreen):
    """Asks for one answer: its letter gives it at once, Enter gives the one under the cursor."""

    CSS_PATH: ClassVar = ["prompt.tcss", "choice.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss"),
        Binding("enter", "take"),
        Binding("down,ctrl+n", "move(1)"),
        Binding("up", "move(-1)"),
        Binding("pagedown,ctrl+f,ctrl+d", "scroll_body(8)"),
        Binding("pageup,ctrl+b,ctrl+u", "scroll_body(-8)"),
    ]

    def __init__(self, choice: Choice, marks: Marks) -> None:
        super().__init__(choice.title, ["a letter or Enter chooses", "Esc leaves it"], marks)
        self._choice = choice

    def compose(self) -> ComposeResult:
        """What is to be known, and the answers."""
        yield self.framed(*self._parts())

    def _parts(self) -> Iterator[Widget]:
        if self._choice.body:
            yield Paper(self._body, id="body")
        listing = Listing(self._options, id="options")
        listing.set_class(not self._choice.body, "-alone")
        yield listing

    def _body(self, cells: int) -> list[Line]:
        said = self.marks.own(self._choice.body).split("\n")
        lines: list[Line] = []
        for words in said[:_MOST_BODY_LINES]:
            lead = _LEAD.match(words[: cells // 2])
            start = lead.end() if lead else 0
            lines += paragraph(
                [Piece("text", words[start:])], cells, measure, Piece("text", words[:start])
            )
        if len(said) > _MOST_BODY_LINES:
            lines.append([Piece("note", f"and {len(said) - _MOST_BODY_LINES:,} lines more")])
        return lines

    def _options(self, cells: int) -> list[list[Line]]:
        return [self._option(option, cells) for option in self._choice.options]

    def _option(self, option: Option, cells: int) -> list[Line]:
        lead = Piece("strong", f" {option.key}  ")
        label = self.marks.own(option.label)
        words = [Piece("text", label)]
        if option.help:
            lines = _LINES if len(self._choice.options) <= _FEW else 1
            room = lines * (cells - measure(lead.text)) - (lines - 1) * _RAGGED
            dot = f"{self.marks.dot} "
            said = self.cut(option.help, room - measure(label) - measure(dot) - 1)
            words.append(Piece("faint", dot + said))
        return paragraph(words, cells, measure, lead)

    def on_key(self, event: events.Key) -> None:
        """Take the answer whose letter was typed; j and k move where they are no letters."""
        letter = event.character or ""
        if any(option.key == letter for option in self._choice.options):
            event.stop()
            self.dismiss(letter)
        elif letter in {"j", "k"}:
            self.action_move(1 if letter == "j" else -1)

    def action_move(self, items: int) -> None:
        """Move the cursor."""
        self.query_one(Listing).move(items)

    def action_take(self) -> None:
        """Take the answer under the cursor."""
        self.dismiss(self._choice.options[self.query_one(Listing).cursor].key)

    @on(Listing.Taken)
    def _taken(self, event: Listing.Taken) -> None:
        self.dismiss(self._choice.options[event.place].key)

    def action_scroll_body(self, lines: int) -> None:
        """Scroll what is to be known; without it, move in the list."""
        if self._choice.body:
            self.query_one(Paper).scroll_lines(lines)
        else:
            self.action_move(lines)
