"""The server: lets the right people in, hands out the page, and runs a window for each."""

import asyncio
import json
import signal
import socket
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiohttp import WSMsgType, web

from argmap.errors import UsageError
from argmap.tui.serve.guard import Guard, headers
from argmap.tui.serve.page import ASSETS, page
from argmap.tui.serve.process import WindowProcess, within

MOST_WINDOWS = 16
"""Each window is a process that holds the map once more."""
_LONGEST_MESSAGE = 8 * 1024 * 1024
"""Bytes; a large text can be pasted, but not the memory filled."""
_ALIVE_EVERY = 15.0
"""Seconds between two looks whether a web browser is still there."""
_PATIENCE = 5.0
_STRANGER = "This address is not complete. Open the one that argmap serve printed."

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class Site:
    """Everything that is served."""

    guard: Guard
    title: str
    """Of the map, for the page."""
    command: Sequence[str]
    """What runs a window."""
    assets: Path
    """The folder with textual-serve's files."""
    report: Callable[[str], None]
    """Told why a window failed."""
    windows: set[WindowProcess] = field(default_factory=set)
    leaving: set[WindowProcess] = field(default_factory=set)
    """Windows whose page is gone, which are not done yet."""


async def serve(site: Site, listening: socket.socket, announce: Callable[[], None]) -> None:
    """Serve until SIGINT, SIGTERM or a closed terminal; then all windows are closed.

    `announce` is called once the first request can be answered.
    """
    stop = asyncio.Event()
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        with suppress(AttributeError, NotImplementedError):  # as on Windows
            asyncio.get_running_loop().add_signal_handler(getattr(signal, name), stop.set)
    # No log of requests: their paths hold the token.
    runner = web.AppRunner(application(site), access_log=None, shutdown_timeout=_PATIENCE)
    await runner.setup()
    try:
        await web.SockSite(runner, listening).start()
        announce()
        await stop.wait()
    finally:
        await runner.cleanup()


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens; port 0 takes any that is free.

    Raises:
        UsageError: there is no such host here, or the port is taken.
    """
    try:
        family, _, _, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        return socket.create_server(place[:2], family=family)
    except (OSError, UnicodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "no such name"
        raise UsageError(
            f"cannot listen on {host}, port {port}: {reason}",
            "Without --host and --port, any free port of this machine is taken.",
        ) from error


def application(site: Site) -> web.Application:
    """The web application."""
    made = web.Application(middlewares=[_let_in(site.guard)])
    made.on_response_prepare.append(_add_headers(site.guard))

    async def show_page(request: web.Request) -> web.StreamResponse:
        text = page(site.title, f"/{site.guard.token}/", request.host)
        return web.Response(text=text, content_type="text/html")

    async def give_asset(request: web.Request) -> web.StreamResponse:
        asset = ASSETS.get(request.match_info["name"])
        if asset is None:
            raise web.HTTPNotFound
        body = await asyncio.to_thread(asset.read, site.assets)
        return web.Response(body=body, content_type=asset.media_type)

    async def open_window(request: web.Request) -> web.StreamResponse:
        return await _window(site, request)

    async def close_windows(_: web.Application) -> None:
        await asyncio.gather(*(window.close() for window in site.windows))

    made.router.add_get("/{token}", show_page)
    made.router.add_get("/{token}/", show_page)
    made.router.add_get("/{token}/socket", open_window)
    made.router.add_get("/{token}/{name}", give_asset)
    made.on_shutdown.append(close_windows)
    return made


def _let_in(guard: Guard) -> Any:  # noqa: ANN401 - aiohttp's type of a middleware is private
    @web.middleware
    async def let_in(request: web.Request, handler: Handler) -> web.StreamResponse:
        if not (guard.knows(request.host) and guard.opens(request.path)):
            raise web.HTTPForbidden(text=_STRANGER)
        return await handler(request)

    return let_in


def _add_headers(guard: Guard) -> Any:  # noqa: ANN401 - as above
    async def add_headers(request: web.Request, response: web.StreamResponse) -> None:
        known = request.host if guard.knows(request.host) else f"localhost:{guard.port}"
        response.headers.update(headers(known))

    return add_headers


async def _window(site: Site, request: web.Request) -> web.StreamResponse:
    if not site.guard.is_own_page(request.headers.get("Origin", ""), request.host):
        raise web.HTTPForbidden(text="Only pages of argmap serve may ask for this.")
    if len(site.windows) >= MOST_WINDOWS:
        site.report(f"there are {MOST_WINDOWS} windows open already; one more was refused")
        raise web.HTTPServiceUnavailable(text="Too many windows are open. Close one of them.")
    page_end = web.WebSocketResponse(heartbeat=_ALIVE_EVERY, max_msg_size=_LONGEST_MESSAGE)
    await page_end.prepare(request)
    # A page that is loaded again must find what the window before it left unsaved.
    await asyncio.gather(*(before.close() for before in site.leaving))
    size = (_cells(request.query.get(name, "")) for name in ("width", "height"))
    window = await WindowProcess.start(site.command, *size)
    site.windows.add(window)
    drawing = asyncio.create_task(_draw(window, page_end))
    try:
        async for message in page_end:
            if message.type is WSMsgType.TEXT:
                await _pass_on(message.data, window, page_end)
    finally:
        site.leaving.add(window)
        await window.close()
        site.leaving.discard(window)
        site.windows.discard(window)
        drawing.cancel()
        await asyncio.gather(drawing, return_exceptions=True)
    if window.complaint:
        site.report(f"a window ended with an error: {window.complaint}")
    return page_end


async def _draw(window: WindowProcess, page_end: web.WebSocketResponse) -> None:
    async for frame in window.frames():
        # A page that is gone cannot be drawn on, but the process must be able to finish.
        with suppress(ConnectionError):
            await page_end.send_bytes(frame)
    await page_end.close()


async def _pass_on(text: str, window: WindowProcess, page_end: web.WebSocketResponse) -> None:
    """Act on a message of the page; what makes no sense is passed over."""
    match _decoded(text):
        case ["stdin", str(keys)]:
            await window.type(keys)
        case ["resize", {"width": int(width), "height": int(height)}]:
            await window.resize(width, height)
        case ["focus" | "blur" as what]:
            await window.focus(has=what == "focus")
        case ["ping", str(sent)]:
            with suppress(ConnectionError):
                await page_end.send_json(["pong", sent])
        case _:
            pass


def _decoded(text: str) -> object:
    try:
        found: object = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found


def _cells(text: str) -> int:
    return within(int(text)) if text.isdecimal() and len(text) < 6 else 80
