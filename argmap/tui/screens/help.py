"""The help screen."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from argmap.tui.keys.keymap import STANDARD, Keymap
from argmap.tui.text import STYLE_CLASSES, measure
from argmap.tui.widgets.lines import LinesView
from argmap.tui.written.helptext import help_lines
from argmap.tui.written.marks import ASCII, Marks


class HelpPane(LinesView):
    """Draws the help."""

    def __init__(self, marks: Marks, keymap: Keymap) -> None:
        super().__init__(id="help")
        self._marks = marks
        self._keymap = keymap
        self._wrapped_to = 0
        self.border_title = "Help"
        self.border_subtitle = "Esc closes"

    def fit(self) -> None:
        """Wrap to the width there is."""
        if self.cells != self._wrapped_to:
            self._wrapped_to = self.cells
            self.lines = help_lines(self.cells, measure, self._marks, self._keymap)


class HelpScreen(ModalScreen[None]):
    """Lies over the browser until a key closes it."""

    COMPONENT_CLASSES = STYLE_CLASSES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,f1,question_mark,enter", "dismiss"),
        Binding("j,down", "scroll_lines(1)"),
        Binding("k,up", "scroll_lines(-1)"),
        Binding("pagedown,space,ctrl+d,ctrl+f", "scroll_lines(10)"),
        Binding("pageup,ctrl+u,ctrl+b", "scroll_lines(-10)"),
        Binding("g,home", "scroll_lines(-9999)"),
        Binding("G,end", "scroll_lines(9999)"),
    ]

    def __init__(self, marks: Marks, keymap: Keymap = STANDARD) -> None:
        super().__init__(classes="-ascii" if marks is ASCII else None)
        self._marks = marks
        self._keymap = keymap

    def compose(self) -> ComposeResult:
        """The help, in a frame."""
        yield HelpPane(self._marks, self._keymap)

    def action_scroll_lines(self, lines: int) -> None:
        """Scroll the help."""
        self.query_one(HelpPane).scroll_lines(lines)
