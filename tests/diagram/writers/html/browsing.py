"""A page of the project in a headless web browser, as somebody reads it."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.chromium import Page, chromium

_PATIENCE = 60.0


@dataclass
class Reader:
    """Somebody who reads the page."""

    tab: Page

    async def see(self, script: str) -> Any:  # noqa: ANN401 - JSON
        """The value of an expression, once all that was under way is done."""
        waited = f"""new Promise((done) => requestAnimationFrame(() => setTimeout(
            () => done(JSON.stringify({script}) ?? "null"), 0)))"""
        found = await self.tab.call("Runtime.evaluate", expression=waited, awaitPromise=True)
        assert "exceptionDetails" not in found, found["exceptionDetails"]
        return json.loads(found["result"]["value"])

    async def press(self, key: str, code: int = 0) -> None:
        """Press a key that is no character, by its name and code."""
        for kind in ("keyDown", "keyUp"):
            await self.tab.call(
                "Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code
            )

    async def point(self, *at: tuple[float, float]) -> None:
        """Press the button of the mouse, move it along, let it go."""
        await self._mouse("mousePressed", at[0])
        for place in at[1:]:
            await self._mouse("mouseMoved", place)
        await self._mouse("mouseReleased", at[-1])

    async def _mouse(self, what: str, place: tuple[float, float]) -> None:
        await self.tab.call(
            "Input.dispatchMouseEvent",
            type=what, x=place[0], y=place[1], button="left", buttons=1, clickCount=1,
        )  # fmt: skip

    async def touch(self, *steps: list[tuple[float, float]]) -> None:
        """Put fingers on the screen, move them from step to step, lift them."""
        await self.tab.call("Emulation.setTouchEmulationEnabled", enabled=True, maxTouchPoints=2)
        for number, fingers in enumerate(steps):
            points = [{"x": x, "y": y, "id": finger} for finger, (x, y) in enumerate(fingers)]
            what = "touchMove" if number else "touchStart"
            await self.tab.call("Input.dispatchTouchEvent", type=what, touchPoints=points)
        await self.tab.call("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    async def roll(self, place: tuple[float, float], by: float) -> None:
        """Turn the wheel of the mouse."""
        await self.tab.call(
            "Input.dispatchMouseEvent",
            type="mouseWheel", x=place[0], y=place[1], deltaX=0, deltaY=by,
        )  # fmt: skip

    async def middle_of(self, selector: str) -> tuple[float, float]:
        """Where something is on the screen."""
        found = await self.see(
            f"(({{x, y, width, height}}) => [x + width / 2, y + height / 2])"
            f"(document.querySelector({json.dumps(selector)}).getBoundingClientRect())"
        )
        return found[0], found[1]

    async def click(self, selector: str) -> None:
        """Bring something into sight and click on it."""
        await self.see(f"document.querySelector({json.dumps(selector)}).scrollIntoView()")
        await self.point(await self.middle_of(selector))

    async def until(self, script: str) -> None:
        """Wait until an expression is true."""
        async with asyncio.timeout(_PATIENCE):
            while not await self.see(f"Boolean({script})"):
                pass


@asynccontextmanager
async def reading(
    page: str, folder: Path, *, width: int = 1280, height: int = 720
) -> AsyncIterator[Reader]:
    """The page, opened from a file in a window of this size."""
    path = folder / "page.html"
    path.write_text(page, "utf-8")
    async with chromium(folder / "chromium") as tab:
        await tab.call(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=1, mobile=False,
        )  # fmt: skip
        await tab.open(path.as_uri())
        reader = Reader(tab)
        await reader.until(
            f"document.readyState === 'complete' && location.href === '{path.as_uri()}'"
        )
        yield reader
