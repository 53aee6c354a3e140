"""The line above the outline that says what part of the map shows; it is there only then."""

from textual import events

from argmap.tui.state.browse import BrowseState
from argmap.tui.text import measure
from argmap.tui.widgets.bars import Bar
from argmap.tui.widgets.lines import LinesView
from argmap.tui.written.marks import Marks
from argmap.tui.written.narrowed import narrowed
from argmap.tui.written.pieces import Line


class NarrowBar(Bar):
    """Shows the path to the branch and the filter, and reports clicks on the path."""

    DEFAULT_CSS = "NarrowBar { height: 1; background: $panel; }"

    def __init__(self, state: BrowseState, marks: Marks) -> None:
        super().__init__(id="narrowed")
        self._state = state
        self._marks = marks
        self._told: tuple[object, ...] = ()
        self.display = False

    def show_state(self, state: BrowseState) -> None:
        """Show what a state shows; a whole map needs no line."""
        told = (state, state.guise)
        if told != self._told:
            self._state, self._told = state, told
            self.display = state.filter is not None or state.is_zoomed
            self.refresh()

    def line(self, cells: int) -> Line:
        """Path and filter."""
        return narrowed(self._state, cells, measure, self._marks)

    def on_click(self, event: events.Click) -> None:
        """Follow a step of the path."""
        place = event.style.meta.get("goto")
        if isinstance(place, int):
            event.stop()
            self.post_message(LinesView.Followed(place))
