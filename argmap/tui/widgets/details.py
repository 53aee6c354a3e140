"""The details pane: everything about the claim under the cursor."""

from argmap.tui.describe import describe
from argmap.tui.marks import Marks
from argmap.tui.pieces import plain
from argmap.tui.state import BrowseState
from argmap.tui.text import measure
from argmap.tui.widgets.lines import LinesView

_BRIEF = 12
"""A pane of fewer lines leaves out what the outline shows as well."""


class Details(LinesView):
    """Draws the details of the cursor's row."""

    def __init__(self, state: BrowseState, marks: Marks) -> None:
        super().__init__(id="details")
        self._state = state
        self._place = state.cursor
        self._marks = marks
        self._wrapped_to = (0, False)

    def fit(self) -> None:
        """Wrap to the width there is."""
        size = self.scrollable_content_region.size
        # Read for themselves, the details are whole, however small the pane.
        brief = size.height < _BRIEF and not self.screen.has_class("-reading")
        if (size.width, brief) != self._wrapped_to:
            self._wrapped_to = size.width, brief
            self.lines = describe(self._state, size.width - 1, measure, self._marks, brief=brief)

    def show_state(self, state: BrowseState) -> None:
        """Show the row that is under the cursor now; where it shows already, stay scrolled."""
        if (state, state.cursor) == (self._state, self._place):
            return
        self._state, self._place = state, state.cursor
        self._wrapped_to = (0, False)
        self.fit()
        self.resize_sheet(len(self.lines))
        self.scroll_to(y=0, animate=False)

    def text(self) -> str:
        """The details as text, in lines that are not cut to the pane."""
        return plain(describe(self._state, 1000, measure, self._marks))
