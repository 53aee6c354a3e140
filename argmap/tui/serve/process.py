"""One window: a process that runs the browser, and the packets that go to and from it.

What Textual's web driver reads and writes are packets: one letter for the kind, the length in
four bytes, the content. `D` is what a terminal would get or send, `M` is JSON beside that.
"""

import asyncio
import json
import os
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import suppress

from argmap.tui.serve import SERVED

_READY = b"__GANGLION__\n"
"""What Textual writes when it starts to draw."""
_HEAD_BYTES = 5
_LAST_WORDS = 4000
"""Bytes of what a process complains about that are kept."""
_MOST_CELLS = 500
"""A terminal wider or higher than this would cost memory and show no more."""
_PATIENCE = 3.0
"""Seconds that a process may take to leave before it is asked less kindly."""
_STARTS_PROGRAMS = ("EDITOR", "VISUAL", "BROWSER", "PAGER")


class WindowProcess:
    """One window and its process; whoever starts it must `close` it."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self._complaints = bytearray()
        self._listening = asyncio.create_task(self._listen())

    @classmethod
    async def start(cls, command: Sequence[str], width: int, height: int) -> "WindowProcess":
        """Start the process, without a shell, in a window of so many cells."""
        process = await asyncio.create_subprocess_exec(
            *command,
            stdin=PIPE,
            stdout=PIPE,
            stderr=PIPE,
            env=_environment(os.environ, within(width), within(height)),
            # A Ctrl+C in the terminal of the server is for the server alone, which then closes us.
            start_new_session=True,
        )
        return cls(process)

    async def frames(self) -> AsyncIterator[bytes]:
        """What the process draws, until it leaves."""
        output = self._process.stdout
        assert output is not None  # noqa: S101 - it was asked for
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            await output.readuntil(_READY)
            while True:
                head = await output.readexactly(_HEAD_BYTES)
                content = await output.readexactly(int.from_bytes(head[1:], "big"))
                if head[:1] == b"D":
                    yield content
                elif head[:1] == b"M" and json.loads(content).get("type") == "exit":
                    return

    async def type(self, text: str) -> None:
        """Pass on keys, the mouse, or pasted text, as a terminal would send them."""
        await self._send(b"D", text.encode("utf-8", "replace"))

    async def resize(self, width: int, height: int) -> None:
        """Tell how many cells the window has now."""
        await self._tell({"type": "resize", "width": within(width), "height": within(height)})

    async def focus(self, *, has: bool) -> None:
        """Tell whether the window has the focus."""
        await self._tell({"type": "focus" if has else "blur"})

    async def close(self) -> None:
        """Let the process leave; end it where it does not. Safe to call again."""
        await self._tell({"type": "quit"})
        for harder in (self._process.terminate, self._process.kill):
            if await self._has_left():
                break
            with suppress(ProcessLookupError):
                harder()
        await self._process.wait()
        await self._listening

    @property
    def complaint(self) -> str:
        """The last of what a failed process wrote to standard error; empty where all went well."""
        if not self._process.returncode:
            return ""
        return self._complaints.decode("utf-8", "replace").strip()

    async def _has_left(self) -> bool:
        try:
            await asyncio.wait_for(self._process.wait(), _PATIENCE)
        except TimeoutError:
            return False
        return True

    async def _listen(self) -> None:
        errors = self._process.stderr
        assert errors is not None  # noqa: S101 - it was asked for
        while words := await errors.read(_LAST_WORDS):
            self._complaints += words
            del self._complaints[:-_LAST_WORDS]

    async def _tell(self, message: Mapping[str, object]) -> None:
        await self._send(b"M", json.dumps(message).encode())

    async def _send(self, kind: bytes, content: bytes) -> None:
        entry = self._process.stdin
        assert entry is not None  # noqa: S101 - it was asked for
        with suppress(ConnectionError, RuntimeError):  # it has left
            entry.write(kind + len(content).to_bytes(4, "big") + content)
            await entry.drain()


def within(cells: int) -> int:
    """A number of cells that a window may have, whatever is asked for."""
    return max(1, min(cells, _MOST_CELLS))


def _environment(own: Mapping[str, str], width: int, height: int) -> dict[str, str]:
    kept = {name: value for name, value in own.items() if name not in _STARTS_PROGRAMS}
    return kept | {
        SERVED: "1",
        "TEXTUAL_DRIVER": "textual.drivers.web_driver:WebDriver",
        "TEXTUAL_COLOR_SYSTEM": "truecolor",
        "TERM": "xterm-256color",
        "PYTHONUTF8": "1",
        "COLUMNS": str(width),
        "ROWS": str(height),
    }
