"""How fast the browser is: start to first frame, keys, folds.

    python -m benchmarks.tui

Times of the start are those of real processes on a pseudo-terminal, beside an empty Textual app
in the same run; times of keys are from the key being handled to the frame being drawn.
"""

import asyncio
import gc
import os
import pty
import select
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, cast

from argmap.model import Claim, Link, LinkKind, Map, link_id
from argmap.store.write import write_map
from argmap.tui.app import BrowserApp
from argmap.tui.session.mapfile import MapFile
from benchmarks.processes import environment

if TYPE_CHECKING:
    from argmap.tui.screens.browse import BrowseScreen

_WORDS = "A city that drops bus fares may see more riders than its depots can carry, they say"
_EMPTY = "from textual.app import App; App().run()"
_BROWSER = "import sys; from argmap.cli.main import main; main(['open', sys.argv[1]])"
_FRAME = b"\x1b[1;1H"
_RUNS = 7
_BETWEEN_KEYS = 0.03
"""Seconds; Textual draws at most 60 frames a second, so a key just behind another waits."""


def tree(claims: int, fan_out: int = 3) -> Map:
    """A map of so many claims, each with up to `fan_out` under it."""
    made = [Claim(id=f"c{number}", claim=f"{_WORDS} ({number}).") for number in range(claims)]
    links = [
        Link(
            id=link_id([f"c{number}"], f"c{(number - 1) // fan_out}"),
            kind=LinkKind.SUPPORT if number % 3 else LinkKind.REBUTTAL,
            premises=(f"c{number}",),
            target=f"c{(number - 1) // fan_out}",
        )
        for number in range(1, claims)
    ]
    return Map(title="Benchmark", claims=tuple(made), links=tuple(links))


def first_frame(
    around: Mapping[str, str], code: str, *arguments: str, marker: bytes = _FRAME
) -> float:
    """Milliseconds from the start of a process to the first frame that holds `marker`."""
    controller, terminal = pty.openpty()
    terminals = {"TERM": "xterm-256color", "COLUMNS": "120", "LINES": "40"}
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        env={**around, **terminals},
    )
    os.close(terminal)
    seen = b""
    while marker not in seen or _FRAME not in seen:
        if not select.select([controller], [], [], 30)[0]:
            raise TimeoutError(code)
        seen += os.read(controller, 65536)
    elapsed = time.perf_counter() - started
    process.kill()
    process.wait()
    os.close(controller)
    return 1000 * elapsed


def starts(folder: Path) -> None:
    """First frame with rows of 1,000 claims, beside an empty Textual app; and a deep chain."""
    path, chain = folder / "map.yaml", folder / "chain.yaml"
    path.write_text(write_map(tree(1000)), encoding="utf-8")
    chain.write_text(write_map(tree(5000, fan_out=1)), encoding="utf-8")
    around = environment(folder)
    empty, ours, deep = [], [], []
    for _ in range(1 + _RUNS):  # the first compiles
        empty.append(first_frame(around, _EMPTY))
        ours.append(first_frame(around, _BROWSER, str(path), marker=b"riders"))
        deep.append(first_frame(around, _BROWSER, str(chain), marker=b"riders"))
    base = statistics.median(empty[1:])
    print(f"first frame, empty Textual app        {base:7.0f} ms")
    for name, times in (("1,000 claims", ours), ("chain of 5,000", deep)):
        middle = statistics.median(times[1:])
        print(f"first frame with rows, {name:14} {middle:7.0f} ms   {middle / base:.2f} x empty")


async def _timed(screen: "BrowseScreen", command: str) -> float:
    await asyncio.sleep(_BETWEEN_KEYS)
    started = time.perf_counter()
    screen.action_command(command)
    drawn = asyncio.Event()
    screen.call_after_refresh(drawn.set)
    await drawn.wait()
    return 1000 * (time.perf_counter() - started)


def _summary(times: list[float]) -> str:
    return f"median {statistics.median(times):5.1f}   worst {max(times):5.1f} ms"


async def keys(path: Path) -> None:
    """Keys and folds at 10,000 rows that show."""
    reading = MapFile(str(path)).read()
    reading.result()
    gc.disable()  # as the program does until its first frame
    app = BrowserApp(reading)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = cast("BrowseScreen", app.screen)
        unfold = await _timed(screen, "FoldAll")
        rows = f"{len(screen.state.shown):,}"
        print(f"unfold all {rows} rows                {unfold:7.1f} ms")
        for command, times in (("Down", 200), ("PageDown", 50), ("Last", 1), ("First", 1)):
            found = [await _timed(screen, command) for _ in range(times)]
            print(f"{command:10} at {rows} rows   {_summary(found)}")
        screen.state.goto(1)
        found = [await _timed(screen, "Toggle") for _ in range(20)]
        print(f"toggle a third of them      {_summary(found)}")
        await pilot.resize_terminal(100, 30)
        await pilot.press("/")
        for letter in "depots 77":
            started = time.perf_counter()
            await pilot.press("space" if letter == " " else letter)
            took = 1000 * (time.perf_counter() - started)
        print(
            f"last letter of a search      {took:7.1f} ms, of which the test harness waits about 60"
        )


def main() -> None:
    """Print everything."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        starts(folder)
        large = folder / "large.yaml"
        large.write_text(write_map(tree(10_000)), encoding="utf-8")
        asyncio.run(keys(large))


if __name__ == "__main__":
    main()
