"""One window and its process."""

import asyncio
import json

import pytest

from argmap.tui.serve import process as module
from argmap.tui.serve.process import WindowProcess, within
from tests.tui.serve.stub import BROKEN, DEAF, ECHO


def test_keys_go_in_and_frames_come_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "vi")

    async def scenario() -> None:
        window = await WindowProcess.start(ECHO, 90, 9_000_000)
        frames = window.frames()
        assert json.loads(await anext(frames)) == ["1", "90", "500", None, "xterm-256color"]
        await window.type("naïve\x1b[A")
        assert await anext(frames) == "naïve\x1b[A".encode().upper()
        await window.resize(100, -7)
        assert json.loads(await anext(frames)) == {"type": "resize", "width": 100, "height": 1}
        await window.focus(has=False)
        assert json.loads(await anext(frames)) == {"type": "blur"}
        await window.type("bye")
        assert [frame async for frame in frames] == []
        await window.close()
        assert window.complaint == ""
        await window.close()
        await window.type("into the void")

    asyncio.run(scenario())


def test_large_paste_goes_through() -> None:
    async def scenario() -> None:
        window = await WindowProcess.start(ECHO, 80, 24)
        frames = window.frames()
        await anext(frames)
        typing = asyncio.create_task(window.type("x" * 2_000_000))
        assert len(await anext(frames)) == 2_000_000
        await typing
        await window.close()

    asyncio.run(scenario())


def test_process_that_does_not_leave_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PATIENCE", 0.1)

    async def scenario() -> None:
        window = await WindowProcess.start(DEAF, 80, 24)
        frames = window.frames()
        assert await anext(frames) == b"up"
        await window.close()
        assert [frame async for frame in frames] == []

    asyncio.run(scenario())


def test_process_that_fails_says_why() -> None:
    async def scenario() -> None:
        window = await WindowProcess.start(BROKEN, 80, 24)
        assert [frame async for frame in window.frames()] == []
        await window.close()
        assert window.complaint == "no \x1b[31mmap here"

    asyncio.run(scenario())


def test_nothing_is_run_by_a_shell() -> None:
    async def scenario() -> None:
        words = "$(echo run) `echo run` ; echo run"
        script = "import sys; sys.exit(sys.argv[1])"
        window = await WindowProcess.start((ECHO[0], "-c", script, words), 80, 24)
        await window.close()
        assert window.complaint == words

    asyncio.run(scenario())


def test_windows_have_a_size_that_can_be_drawn() -> None:
    assert [within(cells) for cells in (-5, 0, 80, 10**30)] == [1, 1, 80, 500]
