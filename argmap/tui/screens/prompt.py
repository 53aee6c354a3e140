"""What the screens that ask have in common: a frame, what is asked, and the keys that answer."""

from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget

from argmap.text import ellipsis
from argmap.tui.text import STYLE_CLASSES, content, measure, safe
from argmap.tui.written.marks import ASCII, Marks

_LOOKED_AT = 2000
"""Characters of a text that can show in the little room there is."""


class PromptScreen(ModalScreen[str | None]):
    """Asks something over the browser; None is the result of leaving it."""

    COMPONENT_CLASSES = STYLE_CLASSES

    def __init__(self, title: str, keys: list[str], marks: Marks) -> None:
        super().__init__(classes="-ascii" if marks is ASCII else None)
        self.marks = marks
        self._asked = title
        self._answering = f" {marks.dot} ".join(keys)

    def framed(self, *children: Widget) -> Vertical:
        """The frame, with its title and its keys."""
        frame = Vertical(*children, id="prompt")
        frame.border_title = content(safe(self.marks.own(self._asked)))
        frame.border_subtitle = content(self._answering)
        return frame

    def cut(self, text: str, cells: int) -> str:
        """`text` on one line of at most so many cells, in our own marks."""
        room = cells - measure(self.marks.dots) + 1
        return self.marks.own(ellipsis(text[:_LOOKED_AT], max(0, room), measure))
