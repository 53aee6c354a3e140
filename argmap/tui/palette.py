"""The command palette: all commands that can run now, and every claim by its words."""

from collections.abc import Iterable
from functools import partial

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider, SearchIcon

from argmap.text import ellipsis
from argmap.tui.commands import COMMANDS, Command
from argmap.tui.keys.keymap import Keymap
from argmap.tui.screens.browse import BrowseScreen
from argmap.tui.state.search import Search
from argmap.tui.text import content, measure
from argmap.tui.written.marks import ASCII, Marks

_CLAIMS = 40
_CLAIM_SCORE = 0.3
"""Below that of a command that matches well."""


class Palette(CommandPalette):
    """Textual's palette in our own marks, and with nothing that moves."""

    def __init__(
        self, marks: Marks, providers: Iterable[type[Provider]] | None = None, hint: str = ""
    ) -> None:
        """`providers` are the application's, unless they are given."""
        super().__init__(
            providers,
            placeholder=hint or "a command, or words of a claim",
            id="--command-palette",
            classes="-ascii" if marks is ASCII else None,
        )

    def on_mount(self) -> None:
        """Take the picture before the line away."""
        self.query_one(SearchIcon).icon = ":"


class Finder(Provider):
    """Finds commands by the letters of their titles, and claims by whole words or parts."""

    @property
    def _browser(self) -> BrowseScreen | None:
        return self.screen if isinstance(self.screen, BrowseScreen) else None

    def _commands(self) -> list[type[Command]]:
        browser = self._browser
        return [command for command in COMMANDS if browser and command.available(browser)]

    async def discover(self) -> Hits:
        """All commands, before anything is typed."""
        for command in self._commands():
            if self._browser is not None:
                run = partial(self._browser.run_command, command)
                words = _titled(command, self._browser.settings.keymap)
                yield DiscoveryHit(content(words), run, text=words, help=command.help())

    async def search(self, query: str) -> Hits:
        """Commands first, then claims."""
        browser = self._browser
        if browser is None:
            return
        matcher = self.matcher(query)
        for command in self._commands():
            score = matcher.match(command.title)
            if score > 0:
                run = partial(browser.run_command, command)
                words = _titled(command, browser.settings.keymap)
                yield Hit(score, content(words), run, text=words, help=command.help())
        found = Search(browser.state).find(query)
        for place in found[:_CLAIMS]:
            claim = content(ellipsis(browser.state.words(place), 200, measure))
            yield Hit(_CLAIM_SCORE, claim, partial(browser.go_to, place), text=claim.plain)


def _titled(command: type[Command], keymap: Keymap) -> str:
    keys = ", ".join(keymap.names(command))
    return f"{command.title}  ({keys})" if keys else command.title
