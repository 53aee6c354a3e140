"""A headless Chromium, driven over its DevTools protocol, that can reach nothing but this machine.

Only what the tests need: open a page, press keys, see what it asked for, got and complained of.
"""

import asyncio
import base64
import json
import shutil
import subprocess
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser")
_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-dev-shm-usage", "--remote-debugging-port=0", "--window-size=1200,700",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)  # fmt: skip
_PATIENCE = 60.0


@dataclass
class Page:
    """A tab, and what happened in it."""

    socket: aiohttp.ClientWebSocketResponse
    asked: list[str] = field(default_factory=list)
    """Addresses of all that was requested, web sockets included."""
    shown: bytearray = field(default_factory=bytearray)
    """What came over the page's web socket."""
    complaints: list[str] = field(default_factory=list)
    """Errors of scripts, and what the security policy kept from happening."""
    _calls: int = 0
    _answers: dict[int, Any] = field(default_factory=dict)

    async def call(self, method: str, **parameters: object) -> Any:  # noqa: ANN401 - JSON
        """Ask the web browser for something."""
        self._calls += 1
        mine = self._calls
        await self.socket.send_json({"id": mine, "method": method, "params": parameters})
        await self.until(lambda: mine in self._answers)
        return self._answers.pop(mine)

    async def open(self, address: str) -> None:
        """Go to an address."""
        for domain in ("Network", "Log", "Runtime", "Page"):
            await self.call(f"{domain}.enable")
        await self.call("Page.navigate", url=address)

    async def type(self, text: str) -> None:
        """Type characters."""
        for character in text:
            await self.call("Input.dispatchKeyEvent", type="keyDown", key=character, text=character)
            await self.call("Input.dispatchKeyEvent", type="keyUp", key=character)

    async def evaluate(self, script: str) -> Any:  # noqa: ANN401 - JSON
        """The value of an expression of the page."""
        found = await self.call("Runtime.evaluate", expression=script)
        return found["result"].get("value")

    async def picture(self) -> bytes:
        """The page as it looks, as PNG."""
        found = await self.call("Page.captureScreenshot")
        return base64.b64decode(found["data"])

    async def until(self, condition: Callable[[], bool]) -> None:
        """Take in what happens until something has come about, but not for ever."""
        async with asyncio.timeout(_PATIENCE):
            while not condition():
                self._take(await self.socket.receive_json())

    def _take(self, message: Any) -> None:  # noqa: ANN401 - JSON
        if "id" in message:
            self._answers[message["id"]] = message.get("result")
            return
        happened, details = message["method"], message["params"]
        if happened == "Network.requestWillBeSent":
            self.asked.append(details["request"]["url"])
        elif happened == "Network.webSocketCreated":
            self.asked.append(details["url"])
        elif happened == "Network.webSocketFrameReceived":
            frame = details["response"]
            if frame["opcode"] == aiohttp.WSMsgType.BINARY:
                self.shown += base64.b64decode(frame["payloadData"])
        elif happened == "Log.entryAdded" and details["entry"]["level"] == "error":
            self.complaints.append(details["entry"]["text"])
        elif happened == "Runtime.exceptionThrown":
            self.complaints.append(str(details["exceptionDetails"]))


def _start(folder: Path) -> tuple[subprocess.Popen[bytes], str]:
    """Start the program; where it listens for us."""
    assert PROGRAM is not None
    process = subprocess.Popen(
        [PROGRAM, *_FLAGS, f"--user-data-dir={folder}", "about:blank"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    port_file = folder / "DevToolsActivePort"
    latest = time.monotonic() + _PATIENCE
    while not (port_file.is_file() and "\n" in port_file.read_text()):
        assert time.monotonic() < latest, "chromium does not start"
        time.sleep(0.05)
    return process, f"http://127.0.0.1:{port_file.read_text().split()[0]}"


@asynccontextmanager
async def chromium(folder: Path) -> AsyncIterator[Page]:
    """An empty tab of a web browser that was never used before; `folder` is for its files."""
    process, tools = await asyncio.to_thread(_start, folder)
    try:
        async with aiohttp.ClientSession() as client:
            async with client.get(f"{tools}/json/list") as answer:
                tabs = json.loads(await answer.text())
            address = next(tab["webSocketDebuggerUrl"] for tab in tabs if tab["type"] == "page")
            async with client.ws_connect(address, max_msg_size=0) as socket:
                yield Page(socket)
    finally:
        process.terminate()
        process.wait()
