"""The application: it holds the look of the screen and the palette; the screen does the rest."""

import gc
from collections.abc import Iterable
from typing import ClassVar

from textual.app import App, SystemCommand
from textual.command import Provider
from textual.screen import Screen
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.theme import BUILTIN_THEMES

from argmap.errors import ArgmapError
from argmap.tui.mapfile import Reading
from argmap.tui.marks import ASCII, UNICODE
from argmap.tui.screens.browse import BrowseScreen
from argmap.tui.theme import PLAIN, chosen


def _palette() -> type[Provider]:
    from argmap.tui.palette import Finder  # noqa: PLC0415 - when it is first opened

    return Finder


class BrowserApp(App[ArgmapError]):
    """Browses one map file. What `run` returns is what kept it from being read, if anything."""

    TITLE = "argmap"
    CSS_PATH = "app.tcss"
    COMMANDS: ClassVar = {_palette}
    NOTIFICATION_TIMEOUT = 3.0

    def __init__(
        self,
        reading: Reading,
        *,
        theme: str | None = None,
        ascii_only: bool = False,
        no_color: bool = False,
    ) -> None:
        theme = chosen(PLAIN if no_color else theme, sorted(BUILTIN_THEMES))
        if theme is not None:
            # Textual settles its colour filters while it is constructed, so the theme must stand.
            self._reactive_theme = theme
        super().__init__(ansi_color=True if no_color else None)
        self.animation_level = "none"
        self.reading = reading
        self.marks = ASCII if ascii_only else UNICODE
        self._no_color = no_color
        if ascii_only:
            ScrollBar.renderer = _AsciiScrollBar

    def get_default_screen(self) -> Screen[None]:
        """The browser itself."""
        return BrowseScreen(self.reading, self.marks, fixed_colours=self._no_color)

    def on_ready(self) -> None:
        """Collect garbage again where that was put off, leaving out what is here to stay."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002 - Textual's signature
        """None of Textual's own: every command is one of ours."""
        return ()


class _AsciiScrollBar(ScrollBarRender):
    VERTICAL_BARS: ClassVar[list[str]] = [" "]
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "]
