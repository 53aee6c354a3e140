"""How a map was left, from one visit to the next: folds, cursor, bookmarks, branch, panes."""

from typing import TYPE_CHECKING

from argmap.tui.memory import Memory, recall, remember

if TYPE_CHECKING:
    from argmap.tui.screens.browse import BrowseScreen


def recall_into(screen: "BrowseScreen", start: str = "") -> None:
    """Show a map as it was left last; `start` is the id of a claim to begin at instead."""
    state = screen.state
    memory = recall(screen.filing.file.path) if state.rows else None
    if memory is not None:
        if memory.folded is not None:
            state.set_folds(set(memory.folded) & state.places.keys())
        state.bookmarks = [claim for claim in memory.bookmarks if claim in state.carriers]
        if memory.zoomed in state.places:
            state.zoom(state.places[memory.zoomed])
        if memory.cursor in state.places:
            state.goto(state.places[memory.cursor])
        if memory.numbers:
            screen.show_numbers()
        screen.set_class(not memory.details, "-alone")
    if start in state.carriers:
        state.goto(state.carriers[start])


def remember_left(screen: "BrowseScreen") -> None:
    """Keep how the map is left."""
    state = screen.state
    if state.rows:
        memory = Memory(
            folded=tuple(sorted(state.own_folds)),
            cursor=state.rows[state.cursor].key,
            bookmarks=tuple(state.bookmarks),
            zoomed=state.zoomed,
            numbers=screen.numbers,
            details=not screen.has_class("-alone"),
        )
        remember(screen.filing.file.path, memory)
