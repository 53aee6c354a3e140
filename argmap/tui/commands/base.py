"""What a command is, and what it may ask of the screen."""

from typing import ClassVar, Protocol

from argmap.tui.search import Search
from argmap.tui.state import BrowseState


class View(Protocol):
    """What a command may ask of the screen; whatever it does to `state` is shown afterwards."""

    state: BrowseState
    search: Search | None

    def step(self, rows: int) -> None:
        """Move the cursor, or scroll the details where they have the focus."""

    def page(self, pages: float) -> None:
        """Move or scroll by so many windows."""

    def open_search(self) -> None:
        """Show the line to type a search in."""

    def leave(self) -> None:
        """Leave whatever lies over the outline."""

    def show_details(self) -> None:
        """Show or hide the details."""

    def switch_pane(self) -> None:
        """Give the other pane the focus."""

    def show_numbers(self) -> None:
        """Show or hide the numbers of rows."""

    def show_diagnostics(self) -> None:
        """Show what is the matter with the map."""

    def show_help(self) -> None:
        """Show all keys and signs."""

    def show_palette(self) -> None:
        """Show the command palette."""

    def choose_theme(self) -> None:
        """Offer other colours."""

    def copy(self, *, details: bool) -> None:
        """Copy the claim, or all its details, to the clipboard."""

    def reload(self) -> None:
        """Read the file again."""

    def quit(self) -> None:
        """End the program."""


class Command:
    """Base of all commands: what it is called, which keys run it, and whether it can run now."""

    title: ClassVar[str]
    keys: ClassVar[tuple[str, ...]]
    """Textual's names of the keys; the first is the one that footer and help show first."""
    group: ClassVar[str]
    footer: ClassVar[str] = ""
    """A word for the footer; commands without one are not in it."""

    @classmethod
    def help(cls) -> str:
        """What the command does: its docstring, on one line."""
        return " ".join((cls.__doc__ or "").split())

    @classmethod
    def available(cls, view: View) -> bool:  # noqa: ARG003 - most commands always are
        """Whether running the command would do anything now."""
        return True

    @classmethod
    def run(cls, view: View) -> None:
        """Do it."""
        raise NotImplementedError


_KEYS = {
    "escape": "Esc",
    "enter": "Enter",
    "space": "Space",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "backspace": "Backspace",
    "home": "Home",
    "end": "End",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "left": "Left",
    "right": "Right",
    "up": "Up",
    "down": "Down",
}


def key_name(key: str) -> str:
    """What is printed on a key that Textual names: ``/`` for ``slash``, ``Ctrl+P``, ``F1``."""
    if key.startswith("ctrl+"):
        return f"Ctrl+{key[5:].upper()}"
    if key[0] == "f" and key[1:].isdigit():
        return key.upper()
    return _KEYS.get(key, key)
