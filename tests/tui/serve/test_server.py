"""What the server answers, and to whom."""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web

from argmap.errors import UsageError
from argmap.tui.serve import server as module
from argmap.tui.serve.guard import Guard
from argmap.tui.serve.page import ASSETS, assets_folder
from argmap.tui.serve.server import Site, application, listen
from tests.tui.serve.stub import BROKEN, ECHO, slow

TITLE = '<script>alert(1)</script> & "more" ${base}'


@dataclass
class Server:
    """A server that runs, and a client."""

    guard: Guard
    client: aiohttp.ClientSession
    reported: list[str] = field(default_factory=list)

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self.guard.port}"

    @property
    def own(self) -> dict[str, str]:
        """Headers that a page of the server sends."""
        return {"Origin": self.root}

    async def status(self, path: str, headers: dict[str, str] | None = None) -> int:
        async with self.client.get(self.root + path, headers=headers) as answer:
            return answer.status

    def window(self, headers: dict[str, str]) -> Awaitable[aiohttp.ClientWebSocketResponse]:
        return self.client.ws_connect(
            f"{self.guard.address}socket?width=70&height=20", headers=headers
        )


@asynccontextmanager
async def running(command: Sequence[str] = ECHO) -> AsyncIterator[Server]:
    folder = assets_folder()
    assert folder is not None
    with listen("127.0.0.1", 0) as listening:
        guard = Guard("127.0.0.1", listening.getsockname()[1])
        async with aiohttp.ClientSession() as client:
            server = Server(guard, client)
            site = Site(guard, TITLE, command, folder, server.reported.append)
            runner = web.AppRunner(application(site), access_log=None, shutdown_timeout=1)
            await runner.setup()
            await web.SockSite(runner, listening).start()
            try:
                yield server
            finally:
                await runner.cleanup()
            assert not site.windows


def play(scenario: Callable[[Server], Awaitable[None]], command: Sequence[str] = ECHO) -> None:
    async def all_of_it() -> None:
        async with running(command) as server:
            await scenario(server)

    asyncio.run(all_of_it())


def test_nothing_is_given_without_the_token() -> None:
    async def scenario(server: Server) -> None:
        token = server.guard.token
        paths = ["", "socket", "nothing", *ASSETS]
        for path in paths:
            assert await server.status(f"/{path}", server.own) == 403
            assert await server.status(f"/{token[:-1]}/{path}", server.own) == 403
            assert await server.status(f"/x/../{token}x/{path}?token={token}", server.own) == 403
        for path in ("", *ASSETS):
            assert await server.status(f"/{token}/{path}") == 200
        assert await server.status(f"/{token}/nothing") == 404
        assert await server.status(f"/{token}/..%2f..%2fserver.py") == 404

    play(scenario)


def test_names_that_are_not_ours_are_refused() -> None:
    async def scenario(server: Server) -> None:
        page = f"/{server.guard.token}/"
        for host in ("evil.example", f"evil.example:{server.guard.port}", "127.0.0.1:1", ""):
            assert await server.status(page, {"Host": host}) == 403
        assert await server.status(page, {"Host": f"localhost:{server.guard.port}"}) == 200

    play(scenario)


def test_page_names_nothing_that_is_elsewhere() -> None:
    async def scenario(server: Server) -> None:
        async with server.client.get(server.guard.address) as answer:
            text = await answer.text()
            headers = answer.headers
        here = f"ws://127.0.0.1:{server.guard.port}/{server.guard.token}/socket"
        assert re.findall(r"\w+://[^\"' ]+", text) == [here]
        assert "//" not in text.replace(here, "")
        assert all(f"/{server.guard.token}/{name}" in text for name in ASSETS)
        assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot; ${base}" in text
        assert "<script>" not in text
        assert headers["Content-Security-Policy"].startswith("default-src 'none'")
        assert headers["Referrer-Policy"] == "no-referrer"
        assert "Set-Cookie" not in headers

    play(scenario)


def test_every_answer_carries_the_policy() -> None:
    async def scenario(server: Server) -> None:
        for path, host in (("/", "evil.example"), (f"/{server.guard.token}/no", "localhost")):
            async with server.client.get(server.root + path, headers={"Host": host}) as answer:
                assert "evil" not in str(answer.headers)
                assert answer.headers["X-Content-Type-Options"] == "nosniff"
                assert "script-src 'self'" in answer.headers["Content-Security-Policy"]

    play(scenario)


def test_window_is_for_own_pages_only() -> None:
    async def scenario(server: Server) -> None:
        for origin in ("http://evil.example", f"https://127.0.0.1:{server.guard.port}", "null"):
            with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
                await server.window({"Origin": origin})
            assert refused.value.status == 403
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await server.window({})

    play(scenario)


def test_window_takes_keys_and_passes_over_nonsense() -> None:
    async def scenario(server: Server) -> None:
        socket = await server.window(server.own)
        served, width, height, *_ = json.loads(await socket.receive_bytes())
        assert (served, width, height) == ("1", "70", "20")
        for nonsense in ("{", "[" * 5000, "[]", '["stdin", 7]', '["resize", {"width": "x"}]', "7"):
            await socket.send_str(nonsense)
        await socket.send_bytes(b"\x00")
        await socket.send_json(["ping", "99"])
        assert await socket.receive_json() == ["pong", "99"]
        await socket.send_json(["stdin", "jk"])
        assert await socket.receive_bytes() == b"JK"
        await socket.send_json(["resize", {"width": 99, "height": 33}])
        resized = json.loads(await socket.receive_bytes())
        assert resized == {"type": "resize", "width": 99, "height": 33}
        await socket.send_json(["stdin", "bye"])
        assert (await socket.receive()).type is aiohttp.WSMsgType.CLOSE
        await socket.close()
        assert server.reported == []

    play(scenario)


def test_windows_are_closed_with_the_server() -> None:
    async def scenario(server: Server) -> None:
        for _ in range(2):
            await (await server.window(server.own)).receive_bytes()

    play(scenario)  # which looks that none is left


def test_window_opens_when_the_one_before_it_is_done(tmp_path: Path) -> None:
    async def scenario(server: Server) -> None:
        for _ in range(2):
            socket = await server.window(server.own)
            assert await socket.receive_bytes() == b"alone"
            await socket.close()

    play(scenario, slow(tmp_path / "mark"))


def test_windows_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_WINDOWS", 1)

    async def scenario(server: Server) -> None:
        await (await server.window(server.own)).receive_bytes()
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await server.window(server.own)
        assert refused.value.status == 503
        assert "one more was refused" in server.reported[0]

    play(scenario)


def test_window_that_fails_is_closed_and_told() -> None:
    async def scenario(server: Server) -> None:
        socket = await server.window(server.own)
        assert (await socket.receive()).type is aiohttp.WSMsgType.CLOSE
        await socket.close()
        async with asyncio.timeout(20):
            while not server.reported:  # noqa: ASYNC110 - it is told a moment later
                await asyncio.sleep(0.01)
        assert "a window ended with an error: no " in server.reported[0]

    play(scenario, BROKEN)


def test_port_that_is_taken_and_host_that_is_not_ours_are_said() -> None:
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=f"cannot listen on 127.0.0.1, port {port}: "):
            listen("127.0.0.1", port)
    with pytest.raises(UsageError, match="cannot listen on no such host"):
        listen("no such host", 0)
    with pytest.raises(UsageError, match="cannot listen on"):
        listen("x" * 300, 0)


def test_what_the_page_needs_is_installed() -> None:
    folder = assets_folder()
    assert folder is not None
    assert all(asset.read(folder) for asset in ASSETS.values())
    assert b"googleapis" not in b"".join(asset.read(folder) for asset in ASSETS.values())
    assert Path(folder).is_dir()
