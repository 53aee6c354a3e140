"""The line above the panes, and the line of keys below them."""

from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from argmap.text import ellipsis
from argmap.tui.commands import FOOTER, Command, View
from argmap.tui.keys.keymap import STANDARD, Keymap
from argmap.tui.text import measure, strip
from argmap.tui.written.facts import Fact, fitted
from argmap.tui.written.marks import Marks
from argmap.tui.written.pieces import Line, Piece

_TITLE = 24
"""Cells that a title has before the less important facts have any."""
_AROUND_TITLE = 6


class Bar(Widget):
    """One line of pieces, made anew for the width there is."""

    ALLOW_SELECT = False

    def line(self, cells: int) -> Line:
        """What the bar shows at a width."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        cells = self.size.width
        return strip(self, self.line(cells) if y == 0 else [], cells, "bar")


def _used(line: Line) -> int:
    return sum(measure(piece.text) for piece in line)


class TitleBar(Bar):
    """The map's title on the left, where one is and what was counted on the right."""

    def __init__(self, marks: Marks) -> None:
        super().__init__(id="title")
        self._marks = marks
        self._shown: tuple[str, list[Fact]] = ("", [])

    def show(self, title: str, facts: list[Fact]) -> None:
        """Show a title, cut where it leaves no room for the facts."""
        if self._shown != (title, facts):
            self._shown = title, facts
            self.refresh()

    def line(self, cells: int) -> Line:
        """Title, gap, facts."""
        title, said = self._shown
        facts = fitted(said, cells - min(measure(title), _TITLE) - _AROUND_TITLE, measure)
        used = _used(facts)
        room = cells - used - _AROUND_TITLE
        name = self._marks.own(ellipsis(title, room, measure)) if room > 4 else ""
        gap = " " * max(0, cells - used - measure(name) - 2)
        return [Piece("strong", f" {name}"), Piece("text", gap), *facts]


class KeyBar(Bar):
    """The most important keys that do something now; each can be clicked."""

    class Pressed(Message):
        """A key of the bar was clicked."""

        def __init__(self, command: type[Command]) -> None:
            super().__init__()
            self.command = command

    def __init__(self, keymap: Keymap = STANDARD) -> None:
        super().__init__(id="keys")
        self._keymap = keymap
        self._commands: list[tuple[type[Command], bool]] = []
        self._ends: list[tuple[int, type[Command]]] = []

    def show_keys(self, view: View) -> None:
        """Show which commands would do something now."""
        shown = [
            (command, command.available(view)) for command in FOOTER if self._keymap.keys(command)
        ]
        if shown != self._commands:
            self._commands = shown
            self.refresh()

    def line(self, cells: int) -> Line:
        """As many commands as fit, those first that matter most."""
        line: Line = []
        self._ends = []
        used = 0
        for command, available in self._commands:
            key, word = f" {self._keymap.name(command)} ", f"{command.footer} "
            if used + measure(key + word) <= cells:
                used += measure(key + word)
                key_style, word_style = ("heading", "text") if available else ("off", "off")
                line += [Piece(key_style, key), Piece(word_style, word)]
                self._ends.append((used, command))
        return line

    def on_click(self, event: events.Click) -> None:
        """Report the command that was clicked."""
        for end, command in self._ends:
            if event.x < end:
                self.post_message(self.Pressed(command))
                return
