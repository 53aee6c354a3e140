"""Commands on panes, on the file, and on the program."""

# ruff: noqa: D102 - `Command` says what these methods do

from argmap.tui.commands.base import Command, View


class Details(Command):
    """Show or hide the details of the claim under the cursor."""

    title, keys, group, footer = "Details", ("i",), "View", "details"

    @classmethod
    def run(cls, view: View) -> None:
        view.show_details()


class SwitchPane(Command):
    """Move between outline and details.

    On a narrow terminal the details then take the whole screen.
    """

    title, keys, group, footer = "Other pane", ("tab", "shift+tab"), "View", "pane"

    @classmethod
    def run(cls, view: View) -> None:
        view.switch_pane()


class Numbers(Command):
    """Show or hide the numbers of the rows."""

    title, keys, group = "Numbers", ("#",), "View"

    @classmethod
    def run(cls, view: View) -> None:
        view.show_numbers()


class Diagnostics(Command):
    """List what is the matter with the map file; enter goes to the claim."""

    title, keys, group, footer = "Diagnostics", ("d",), "View", "diagnostics"
    idle = "Nothing is the matter with the map."

    @classmethod
    def available(cls, view: View) -> bool:
        return bool(view.state.opened.diagnostics)

    @classmethod
    def run(cls, view: View) -> None:
        view.show_diagnostics()


class Theme(Command):
    """Choose other colours."""

    title, keys, group = "Theme", ("t",), "View"

    @classmethod
    def run(cls, view: View) -> None:
        view.choose_theme()


class CopyClaim(Command):
    """Copy the claim to the clipboard."""

    title, keys, group = "Copy claim", ("y",), "File"

    @classmethod
    def available(cls, view: View) -> bool:
        return view.state.row is not None

    @classmethod
    def run(cls, view: View) -> None:
        view.copy_text(view.state.words(), "the claim")


class Palette(Command):
    """Find a command or a claim by a few letters of its name."""

    title, keys, group, footer = "Command palette", (":", "ctrl+p"), "Help", "commands"

    @classmethod
    def run(cls, view: View) -> None:
        view.show_palette()


class Help(Command):
    """Show all keys and signs."""

    title, keys, group, footer = "Help", ("f1", "?"), "Help", "help"

    @classmethod
    def run(cls, view: View) -> None:
        view.show_help()
