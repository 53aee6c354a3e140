"""What the line above the outline says, and when the figures in it are counted."""

from functools import partial
from typing import TYPE_CHECKING

from argmap.tui.widgets.bars import TitleBar
from argmap.tui.written.facts import facts, title

if TYPE_CHECKING:
    from argmap.tui.screens.browse import BrowseScreen
    from argmap.tui.state.browse import BrowseState
    from argmap.tui.state.search import Search

_COUNTED_AT_ONCE = 3000
"""Rows of a map up to which its figures take less time than anybody notices."""


class Heading:
    """Keeps the line above the outline up to date."""

    def __init__(self, screen: "BrowseScreen") -> None:
        self._screen = screen
        self._bar = screen.query_one(TitleBar)

    def show(self, search: "Search | None") -> None:
        """Show the map's title, what is unsaved or was sought, and the figures if there are any."""
        screen = self._screen
        reading = screen.filing.progress
        if reading:
            self._bar.show(screen.filing.file.path, facts(screen.state, None, reading))
            return
        said = facts(
            screen.state,
            search,
            unsaved=screen.unsaved,
            conflict=screen.filing.conflict,
            marks=screen.marks,
            keymap=screen.settings.keymap,
        )
        self._bar.show(title(screen.state), said)

    def count(self) -> None:
        """Count the figures where they are not those of the map as it is, and show them.

        While an edit is being written this waits: the map is shown again afterwards, and both at
        once would keep the edit from the file for longer.
        """
        state = self._screen.state
        if state.counted or self._screen.filing.writing:
            return
        if len(state.rows) > _COUNTED_AT_ONCE:
            work = partial(self._count_apart, state)
            self._screen.run_worker(work, thread=True, group="counting")
        else:
            self._take(state)

    def _count_apart(self, state: "BrowseState") -> None:
        if state is self._screen.state:
            _ = state.counts  # here, where it keeps nobody waiting
            self._screen.app.call_from_thread(self._take, state)

    def _take(self, state: "BrowseState") -> None:
        if state is self._screen.state:
            _ = state.counts
            self._screen.show_title()
