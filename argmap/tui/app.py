"""The application: it holds the look of the screen and the palette; the screen does the rest."""

import time
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import SystemCommand
from textual.command import Provider
from textual.driver import Driver
from textual.notifications import SeverityLevel
from textual.screen import ModalScreen, Screen
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.theme import BUILTIN_THEMES

from argmap.errors import ArgmapError
from argmap.tui.pasting import keep_pastes_whole
from argmap.tui.screens.browse import BrowseScreen
from argmap.tui.session.mapfile import MapFile, Reading
from argmap.tui.settings import Settings
from argmap.tui.text import safe
from argmap.tui.theme import HIGH_CONTRAST, PLAIN, chosen, high_contrast
from argmap.tui.typeahead import PatientApp
from argmap.tui.written.marks import ASCII, UNICODE

if TYPE_CHECKING:
    from argmap.tui.shelf import Spot

_COMPLAINT_SECONDS = 10


def _palette() -> type[Provider]:
    from argmap.tui.palette import Finder  # noqa: PLC0415 - when it is first opened

    return Finder


class BrowserApp(PatientApp[ArgmapError]):
    """Browses one map file. What `run` returns is what kept it from being read, if anything."""

    TITLE = "argmap"
    CSS_PATH = "app.tcss"
    COMMANDS: ClassVar = {_palette}
    NOTIFICATION_TIMEOUT = 3.0

    def __init__(self, reading: Reading | Path, settings: Settings | None = None) -> None:
        """Browse a map that is being read, or first choose one of the maps of a folder."""
        self.settings = settings or Settings()
        no_color = self.settings.no_color
        known = sorted([*BUILTIN_THEMES, HIGH_CONTRAST])
        theme = chosen(PLAIN if no_color else self.settings.theme, known)
        if theme is not None and theme != HIGH_CONTRAST:
            # Textual settles its colour filters while it is constructed, so the theme must stand.
            self._reactive_theme = theme
        super().__init__(ansi_color=True if no_color else None)
        self.register_theme(high_contrast())
        if theme == HIGH_CONTRAST:
            self.theme = theme
        self.animation_level = "none"
        self.until_ready = ExitStack()
        """What ends with the first frame."""
        self._problem_shows_until = 0.0
        self.bug: Exception | None = None
        """What nobody had thought of, and ended the program."""
        self.opening = reading
        self.marks = ASCII if self.settings.ascii_only else UNICODE
        self.set_keymap(self.settings.keymap.for_textual())
        if self.settings.ascii_only:
            ScrollBar.renderer = _AsciiScrollBar

    def get_driver_class(self) -> type[Driver]:
        """What talks to the terminal."""
        keep_pastes_whole()
        return super().get_driver_class()

    def get_default_screen(self) -> Screen[None]:
        """The browser itself, or nothing for the list of maps to lie over."""
        if isinstance(self.opening, Path):
            return Screen()
        return BrowseScreen(self.opening, self.marks, self.settings, self.settings.start)

    def on_mount(self) -> None:
        """Where a folder was named, list its maps."""
        if isinstance(self.opening, Path):
            from argmap.tui.screens.library import LibraryScreen  # noqa: PLC0415 - when wanted

            self.push_screen(LibraryScreen(self.opening, self.marks), self._open_chosen)

    def _open_chosen(self, spot: "Spot | None") -> None:
        if spot is None:
            self.exit()
        else:
            self.open_instead(spot.path, spot.claim)

    def open_instead(self, path: Path, claim: str | None) -> None:
        """Show another map in the place of this one, at a claim if one is named."""
        reading = MapFile(str(path)).read()
        screen = BrowseScreen(reading, self.marks, self.settings, claim or "")
        if len(self.screen_stack) > 1:
            self.switch_screen(screen)
        else:  # Textual cannot put another in the place of its first screen
            self.push_screen(screen)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Tell something, in the place of what was told before, unless that was a problem."""
        now = time.monotonic()
        if now >= self._problem_shows_until:
            self.clear_notifications()
        if severity != "information":
            self._problem_shows_until = now + (timeout or self.NOTIFICATION_TIMEOUT)
        message = self.marks.own(message)
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    def action_command_palette(self) -> None:
        """Show the command palette."""
        from argmap.tui.palette import Palette  # noqa: PLC0415 - when it is first opened

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(self.marks))

    def search_themes(self) -> None:
        """Offer the themes."""
        from textual.theme import ThemeProvider  # noqa: PLC0415 - when it is first opened

        from argmap.tui.palette import Palette  # noqa: PLC0415 - likewise

        self.push_screen(Palette(self.marks, [ThemeProvider], "the name of a theme"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Keep the palette away from what lies over the browser: its key is wanted there."""
        return action != "command_palette" or not isinstance(self.screen, ModalScreen)

    def watch_theme(self, theme: str) -> None:
        """Let the sheet know where everything is to stand out."""
        self.set_class(theme == HIGH_CONTRAST, "-high-contrast")

    def _fatal_error(self) -> None:
        """Leave the terminal as it was; whoever runs the application tells of the bug."""
        # Textual has no public door for this, and would print pages of its own.
        self.bug = self._exception
        self._close_messages_no_wait()

    def on_ready(self) -> None:
        """Collect garbage again where that was put off, leaving out what is here to stay."""
        self.until_ready.close()
        for words in self.settings.complaints:
            self.notify(safe(words), severity="warning", timeout=_COMPLAINT_SECONDS, markup=False)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002 - Textual's signature
        """None of Textual's own: every command is one of ours."""
        return ()


class _AsciiScrollBar(ScrollBarRender):
    VERTICAL_BARS: ClassVar[list[str]] = [" "]
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "]
