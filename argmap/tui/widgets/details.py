"""The details pane: everything about the claim under the cursor, or what surrounds it, drawn."""

from argmap.tui.state.browse import BrowseState
from argmap.tui.text import measure
from argmap.tui.widgets.lines import LinesView
from argmap.tui.written.describe import describe
from argmap.tui.written.marks import Marks
from argmap.tui.written.pieces import Line, plain

_BRIEF = 12
"""A pane of fewer lines leaves out what the outline shows as well."""


class Details(LinesView):
    """Draws the details of the cursor's row."""

    def __init__(self, state: BrowseState, marks: Marks) -> None:
        super().__init__(id="details")
        self.drawn = False
        """Whether the diagram is shown instead."""
        self._state = state
        self._shown = state, state.cursor, -1
        self._key = ""
        self._marks = marks
        self._wrapped_to = (0, 0, False)

    def fit(self) -> None:
        """Wrap to the width there is."""
        size = self.scrollable_content_region.size
        # Read for themselves, the details are whole, however small the pane.
        brief = size.height < _BRIEF and not self.screen.has_class("-reading")
        wanted = size.width, size.height if self.drawn else 0, brief
        if wanted != self._wrapped_to:
            self._wrapped_to = wanted
            self.lines = self._laid_out(size.width - 1, size.height, brief=brief)

    def _laid_out(self, cells: int, height: int, *, brief: bool) -> list[Line]:
        if self.drawn:
            from argmap.tui.written.neighbourhood import neighbourhood  # noqa: PLC0415 - when wanted

            return neighbourhood(self._state, cells, height, measure, self._marks)
        return describe(self._state, cells, measure, self._marks, brief=brief)

    def show_state(self, state: BrowseState) -> None:
        """Show the row that is under the cursor now; where it shows already, stay scrolled."""
        shown = state, state.cursor, state.guise
        if shown == self._shown:
            return
        self._shown = shown
        key = state.row.key if state.row is not None else ""
        self._state = state
        self._lay_out_again()
        if key != self._key:
            self._key = key
            self.scroll_to(y=0, animate=False)

    def draw_neighbourhood(self, drawn: bool) -> None:
        """Show the diagram, or the details again."""
        self.drawn = drawn
        self._lay_out_again()
        self.scroll_to(y=0, animate=False)

    def _lay_out_again(self) -> None:
        self._wrapped_to = (0, 0, False)
        self.fit()
        self.resize_sheet(len(self.lines))

    def text(self) -> str:
        """The details as text, in lines that are not cut to the pane."""
        return plain(describe(self._state, 1000, measure, self._marks))
