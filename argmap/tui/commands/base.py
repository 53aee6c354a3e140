"""What a command is, and what it may ask of the screen."""

from collections.abc import Awaitable
from typing import TYPE_CHECKING, ClassVar, Protocol

if TYPE_CHECKING:
    from argmap.model.edits import Edit
    from argmap.tui.asking.prompts import Answer, Prompt
    from argmap.tui.source.choice import SourceChoice
    from argmap.tui.state.browse import BrowseState
    from argmap.tui.state.search import Search


ONLY_READ = "This map is open for reading only."
"""What is said instead of changing a map that is only to be read."""


class View(Protocol):
    """What a command may ask of the screen; whatever it does to `state` is shown afterwards."""

    state: "BrowseState"
    search: "Search | None"

    async def ask(self, prompt: "Prompt[Answer]") -> "Answer | None":
        """Ask, and wait for the answer; None where there is none."""

    def apply(self, edit: "Edit") -> None:
        """Make an edit, show it, and remember it for undo."""

    def say(self, words: str, *, problem: bool = False) -> None:
        """Tell something in a line that goes away by itself."""

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

    def show_neighbourhood(self) -> None:
        """Show what surrounds the claim as a diagram, in the place of the details; or not."""

    async def read_source(
        self,
        source: str | None,
        offset: int | None,
        *,
        end: int | None = None,
        amending: bool = False,
    ) -> "SourceChoice | None":
        """Read a source (the first whose text is at hand, if None), from an offset on.

        What reaches from there to `end` is selected. If `amending`, all that can be chosen is
        another passage for a citation.
        """

    def details_text(self) -> str:
        """Everything that the details say, as text."""

    def copy_text(self, text: str, what: str) -> None:
        """Copy a text to the clipboard, and say `what` was copied."""

    @property
    def undoable(self) -> tuple[str, str]:
        """The names of the edits that undo and redo are about; empty where there are none."""

    @property
    def unsaved(self) -> bool:
        """Whether there are edits that the file does not have."""

    def undo(self) -> None:
        """Take the last edit back."""

    def redo(self) -> None:
        """Make the edit again that was taken back last."""

    async def save(self) -> None:
        """Write the edits to the file."""

    async def reload(self) -> None:
        """Read the file again."""

    async def edit_outside(self) -> None:
        """Open the user's editor at the claim, and come back."""

    async def export_view(self) -> None:
        """Draw what shows as a diagram, and open it."""

    async def open_library(self) -> None:
        """Choose another map."""

    async def quit(self) -> None:
        """End the program, with nothing lost unasked."""


class Command:
    """Base of all commands: what it is called, which keys run it, and whether it can run now."""

    title: ClassVar[str]
    keys: ClassVar[tuple[str, ...]]
    """Textual's names of the keys; the first is the one that footer and help show first."""
    group: ClassVar[str]
    footer: ClassVar[str] = ""
    """A word for the footer; commands without one are not in it."""
    edits: ClassVar[bool] = False
    """Whether it changes the map, and so is not there where the map is only to be read."""
    idle: ClassVar[str] = ""
    """What is said where it would do nothing; keys that move or fold do nothing unsaid."""

    @classmethod
    def help(cls) -> str:
        """What the command does: its docstring, on one line."""
        return " ".join((cls.__doc__ or "").split())

    @classmethod
    def available(cls, view: View) -> bool:  # noqa: ARG003 - most commands always are
        """Whether running the command would do anything now."""
        return True

    @classmethod
    def run(cls, view: View) -> Awaitable[None] | None:
        """Do it. A command that has to ask is a coroutine; what it refuses, it raises."""
        raise NotImplementedError


class EditCommand(Command):
    """Base of the commands that change the map."""

    edits = True


_KEYS = {
    "escape": "Esc",
    "enter": "Enter",
    "space": "Space",
    "tab": "Tab",
    "delete": "Del",
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
        return f"Ctrl+{key_name(key[5:]).capitalize()}"
    if key.startswith("shift+"):
        return f"Shift+{key_name(key[6:])}"
    if key[0] == "f" and key[1:].isdigit():
        return key.upper()
    return _KEYS.get(key, key)
