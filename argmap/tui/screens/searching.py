"""Searching as one types: the line below the outline, and what it does to the screen."""

from typing import TYPE_CHECKING

from argmap.tui.state.search import Search

if TYPE_CHECKING:
    from argmap.tui.screens.browse import BrowseScreen
    from argmap.tui.widgets.searchbar import SearchBar


class Searching:
    """The search of one screen, while it is typed and afterwards."""

    def __init__(self, screen: "BrowseScreen") -> None:
        self._screen = screen
        self._bar: SearchBar | None = None

    @property
    def typing(self) -> bool:
        """Whether the line to type in is open."""
        return self._bar is not None

    def open(self) -> None:
        """Show the line to type a search in."""
        from argmap.tui.widgets.searchbar import SearchBar  # noqa: PLC0415 - when wanted

        if self._bar is None:
            self._screen.search = Search(self._screen.state)
            self._bar = SearchBar()
            self._screen.show_line(self._bar)

    def type(self, query: str) -> None:
        """Show the first match of what is typed so far."""
        if self._screen.search is not None:
            self._screen.search.type(query)
            self._show()

    def step(self, direction: int) -> None:
        """Go to another match while typing."""
        if self._screen.search is not None:
            self._screen.search.step(direction)
            self._show()

    def _show(self) -> None:
        if self._bar is not None and self._screen.search is not None:
            self._bar.show_count(self._screen.search.summary())
        self._screen.sync()

    async def end(self, *, kept: bool) -> None:
        """Keep the place found, or go back to where the search began."""
        if self._bar is not None:
            await self._bar.remove()
            self._bar = None
        search = self._screen.search
        if search is not None and not (kept and search.matches):
            search.cancel()
            self._screen.search = None
        elif search is not None:
            search.keep()
        self._screen.leave_line()
