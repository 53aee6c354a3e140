"""Commands that move the cursor."""

# ruff: noqa: D102 - `Command` says what these methods do

from argmap.tui.commands.base import Command, View


class Down(Command):
    """Go to the next row, or scroll the details where they have the focus."""

    title, keys, group = "Next row", ("j", "down"), "Move"

    @classmethod
    def run(cls, view: View) -> None:
        view.step(1)


class Up(Command):
    """Go to the row above."""

    title, keys, group = "Previous row", ("k", "up"), "Move"

    @classmethod
    def run(cls, view: View) -> None:
        view.step(-1)


class PageDown(Command):
    """Go down by one window."""

    title, keys, group = "Page down", ("pagedown", "ctrl+f"), "Move"

    @classmethod
    def run(cls, view: View) -> None:
        view.page(1)


class PageUp(Command):
    """Go up by one window."""

    title, keys, group = "Page up", ("pageup", "ctrl+b"), "Move"

    @classmethod
    def run(cls, view: View) -> None:
        view.page(-1)


class HalfPageDown(Command):
    """Go down by half a window."""

    title, keys, group = "Half a page down", ("ctrl+d",), "Move"

    @classmethod
    def run(cls, view: View) -> None:
        view.page(0.5)


class HalfPageUp(Command):
    """Go up by half a window."""

    title, keys, group = "Half a page up", ("ctrl+u",), "Move"

    @classmethod
    def run(cls, view: View) -> None:
        view.page(-0.5)


class First(Command):
    """Go to the first row."""

    title, keys, group = "First row", ("g", "home"), "Move"

    @classmethod
    def run(cls, view: View) -> None:
        view.step(-len(view.state.rows))


class Last(Command):
    """Go to the last row that shows."""

    title, keys, group = "Last row", ("G", "end"), "Move"

    @classmethod
    def run(cls, view: View) -> None:
        view.step(len(view.state.rows))


class _Jump(Command):
    """A command that leads to another row."""

    group = "Move"

    @classmethod
    def target(cls, view: View) -> int | None:
        """The row it leads to from here."""
        raise NotImplementedError

    @classmethod
    def available(cls, view: View) -> bool:
        return cls.target(view) is not None

    @classmethod
    def run(cls, view: View) -> None:
        target = cls.target(view)
        if target is not None:
            view.state.jump(target)


class Parent(_Jump):
    """Go to the claim that this one bears on."""

    title, keys = "Parent", ("p",)

    @classmethod
    def target(cls, view: View) -> int | None:
        return view.state.parent()


class NextSibling(_Jump):
    """Go to the next reason or answer under the same claim, past all that hangs under this one."""

    title, keys = "Next sibling", ("]", "J")

    @classmethod
    def target(cls, view: View) -> int | None:
        return view.state.sibling(1)


class PreviousSibling(_Jump):
    """Go to the previous reason or answer under the same claim."""

    title, keys = "Previous sibling", ("[", "K")

    @classmethod
    def target(cls, view: View) -> int | None:
        return view.state.sibling(-1)
