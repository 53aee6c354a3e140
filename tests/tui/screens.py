"""Running the browser on a screen that is not there, and reading what it shows."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import cast

from textual.pilot import Pilot

from argmap.errors import ArgmapError
from argmap.model import Map, MapIndex
from argmap.sources import Opened, with_sources
from argmap.store import Loaded, Spans, loads
from argmap.tui.app import BrowserApp
from argmap.tui.screens.browse import BrowseScreen
from argmap.tui.session.mapfile import MapFile
from argmap.tui.settings import Settings
from argmap.tui.state.browse import BrowseState

Scenario = Callable[[BrowseScreen, Pilot[ArgmapError]], Awaitable[None]]


def opened(text: str) -> Opened:
    """A map text, read."""
    return with_sources(loads(text, "map.yaml"))


def made(argument_map: Map) -> Opened:
    """A map that never passed through a reader, and may hold anything."""
    index = MapIndex(argument_map)
    loaded = Loaded("map.yaml", "", argument_map, (), Spans(), index)
    return Opened(loaded, {}, {}, ())


def state_of(text: str) -> BrowseState:
    """The state of the browser on a map text."""
    return BrowseState(opened(text))


def browse(
    path: Path,
    scenario: Scenario,
    *,
    size: tuple[int, int] = (120, 40),
    ascii_only: bool = False,
    no_color: bool = False,
    read_only: bool = False,
) -> BrowserApp:
    """Open a map file and play a scenario on it."""
    reading = MapFile(str(path)).read()
    reading.result()
    settings = Settings(ascii_only=ascii_only, no_color=no_color, read_only=read_only)
    app = BrowserApp(reading, settings)

    async def play() -> None:
        async with app.run_test(size=size, notifications=True) as pilot:
            await scenario(cast("BrowseScreen", app.screen), pilot)

    asyncio.run(play())
    return app


async def until(pilot: Pilot[ArgmapError], condition: Callable[[], bool]) -> None:
    """Wait until something has come about, but not for ever."""
    for _ in range(200):
        if condition():
            return
        await pilot.pause(0.05)
    raise AssertionError("it did not come about")


def screen_text(screen: BrowseScreen | BrowserApp) -> str:
    """What a screen, or the application's screen of the moment, shows, as text."""
    app = screen if isinstance(screen, BrowserApp) else screen.app
    width, height = app.size
    # Textual offers no public way to read the screen as text.
    lines = app.screen._compositor.render_strips(app.size)  # noqa: SLF001
    assert len(lines) == height
    assert all(line.cell_length <= width for line in lines)
    return "\n".join(line.text.rstrip() for line in lines) + "\n"
