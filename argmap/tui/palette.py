"""The command palette: all commands that can run now, and every claim by its words."""

from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from argmap.text import ellipsis
from argmap.tui.commands import COMMANDS, Command, key_name
from argmap.tui.screens.browse import BrowseScreen
from argmap.tui.search import Search
from argmap.tui.text import content, measure

_CLAIMS = 40
_CLAIM_SCORE = 0.3
"""Below that of a command that matches well."""


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
                yield DiscoveryHit(_titled(command), run, help=command.help())

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
                yield Hit(score, _titled(command), run, help=command.help())
        found = Search(browser.state).find(query)
        for place in found[:_CLAIMS]:
            words = content(ellipsis(browser.state.words(place), 200, measure))
            yield Hit(_CLAIM_SCORE, words, partial(browser.go_to, place), text=words.plain)


def _titled(command: type[Command]) -> str:
    return f"{command.title}  ({', '.join(key_name(key) for key in command.keys)})"
