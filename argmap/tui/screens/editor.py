"""Making room for the user's editor, and coming back."""

from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from argmap.errors import UsageError
from argmap.store.patch import unreadable
from argmap.tui.outside import run_editor
from argmap.tui.state.browse import BrowseState

if TYPE_CHECKING:
    from argmap.tui.screens.browse import BrowseScreen


def edit(screen: "BrowseScreen", path: str) -> None:
    """Open the user's editor on a file, and wait until it is closed.

    Raises:
        ArgmapError: there is no editor, or no room for it.
    """
    try:
        with screen.app.suspend():
            run_editor(path, line_to_edit(screen.state))
    except SuspendNotSupported:
        raise UsageError("This terminal cannot make room for an editor") from None
    screen.refresh(layout=True)


def line_to_edit(state: BrowseState) -> int:
    """The line of what keeps the file from being edited here, or else of the cursor's claim."""
    loaded = state.opened.loaded
    fault = unreadable(loaded)
    if fault is not None:
        return max(1, fault.span.line)
    claim = state.row.claim if state.row is not None else None
    span = loaded.spans.claims.get(claim or "")
    return span.line if span is not None else 1
