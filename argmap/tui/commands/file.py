"""Commands on the file: taking edits back, saving, and what is done with the map elsewhere."""

# ruff: noqa: D102 - `Command` says what these methods do

from argmap.tui.commands.base import Command, View


class Undo(Command):
    """Take the last edit back. There is no limit, and saving is no end to it."""

    title, keys, group, footer, edits = "Undo", ("u",), "File", "undo", True
    idle = "There is nothing to undo."

    @classmethod
    def available(cls, view: View) -> bool:
        return bool(view.undoable[0])

    @classmethod
    def run(cls, view: View) -> None:
        view.undo()


class Redo(Command):
    """Make the edit again that was taken back last."""

    title, keys, group, edits = "Redo", ("U", "ctrl+y"), "File", True
    idle = "There is nothing to redo."

    @classmethod
    def available(cls, view: View) -> bool:
        return bool(view.undoable[1])

    @classmethod
    def run(cls, view: View) -> None:
        view.redo()


class Save(Command):
    """Write the edits to the file; only the lines of what changed are touched."""

    title, keys, group, footer, edits = "Save", ("w", "ctrl+s"), "File", "save", True
    idle = "Nothing to save: every edit is in the file."

    @classmethod
    def available(cls, view: View) -> bool:
        return view.unsaved

    @classmethod
    async def run(cls, view: View) -> None:
        await view.save()


class Reload(Command):
    """Read the file again. This also happens by itself when the file changes."""

    title, keys, group = "Reload", ("f5", "ctrl+r"), "File"

    @classmethod
    async def run(cls, view: View) -> None:
        await view.reload()


class EditOutside(Command):
    """Open your editor ($VISUAL or $EDITOR) at the line of the claim, and come back."""

    title, keys, group, edits = "Open in editor", ("O",), "File", True

    @classmethod
    async def run(cls, view: View) -> None:
        await view.edit_outside()


class Export(Command):
    """Draw the map, or the branch that shows, as a diagram, and open it."""

    title, keys, group, footer = "Export and open", ("o",), "File", "export"

    @classmethod
    def available(cls, view: View) -> bool:
        return view.state.row is not None

    @classmethod
    async def run(cls, view: View) -> None:
        await view.export_view()


class Quit(Command):
    """Leave the map; unsaved edits are asked about."""

    title, keys, group, footer = "Quit", ("q", "ctrl+q"), "Help", "quit"

    @classmethod
    async def run(cls, view: View) -> None:
        await view.quit()
