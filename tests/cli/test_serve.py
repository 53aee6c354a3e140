"""`argmap serve`, as a whole: a real server, real windows, a real web browser."""

import asyncio
import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import pytest

from argmap.tui.serve.window import window_command
from tests.chromium import PROGRAM, chromium
from tests.cli.run import Runner
from tests.maps import TEACHING

_PATIENCE = 30.0


@dataclass
class Served:
    """A server in a process of its own."""

    process: subprocess.Popen[str]
    address: str

    @property
    def windows(self) -> list[int]:
        """Processes of its windows."""
        number = self.process.pid
        return [int(name) for name in _children(number)]

    async def window(self, client: aiohttp.ClientSession) -> aiohttp.ClientWebSocketResponse:
        """A window, as the page opens it."""
        origin = self.address.rsplit("/", 2)[0]
        return await client.ws_connect(f"{self.address}socket", headers={"Origin": origin})

    def stop(self, how: signal.Signals = signal.SIGINT) -> tuple[int, str]:
        """Stop it; its exit code, and what it wrote to standard error."""
        self.process.send_signal(how)
        _, errors = self.process.communicate(timeout=_PATIENCE)
        return self.process.returncode, errors


def _children(number: int) -> list[str]:
    tasks = Path(f"/proc/{number}/task").glob("*/children")
    return [name for task in tasks for name in task.read_text().split()]


@contextmanager
def serving(path: Path, *options: str) -> Iterator[Served]:
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "argmap", "serve", f"./{path.name}", *options],
        cwd=path.parent,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    with process:
        try:
            yield Served(process, process.stdout.readline().strip())
        finally:
            process.kill()


async def shows(window: aiohttp.ClientWebSocketResponse, words: str) -> None:
    """Wait until a window has drawn some words."""
    drawn = b""
    async with asyncio.timeout(_PATIENCE):
        while words.encode() not in drawn:
            drawn += await window.receive_bytes()


def look(served: Served, words: str, then_stop: signal.Signals | None = None) -> list[int]:
    """Open a window and wait until it shows `words`; the processes of windows there are then."""

    async def scenario() -> list[int]:
        async with aiohttp.ClientSession() as client:
            await shows(await served.window(client), words)
            windows = served.windows
            if then_stop is not None:
                served.process.send_signal(then_stop)
                served.process.wait(_PATIENCE)
            return windows

    return asyncio.run(scenario())


def wait_until(condition: Callable[[], bool]) -> None:
    latest = time.monotonic() + _PATIENCE
    while not condition():
        assert time.monotonic() < latest
        time.sleep(0.05)


def is_running(number: int) -> bool:
    try:
        state = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


@pytest.fixture
def teaching(tmp_path: Path) -> Path:
    """A map file."""
    path = tmp_path / "map.yaml"
    path.write_text(TEACHING, "utf-8")
    return path


def test_map_with_a_hostile_name_is_served_and_nothing_else_is_run(tmp_path: Path) -> None:
    path = tmp_path / "-a'; touch x; $(touch y) '\".yaml"
    path.write_text(TEACHING, "utf-8")
    (tmp_path / "yaml.py").write_text("open('z', 'w')", "utf-8")  # not to be taken for PyYAML
    with serving(path) as served:
        look(served, "The city should make buses free.")
        code, errors = served.stop()
    assert (code, errors.count("\n")) == (0, 1), errors
    assert sorted(found.name for found in tmp_path.iterdir()) == [path.name, "yaml.py"]


@pytest.mark.parametrize(
    ("options", "answer"), [((), "open for reading only"), (("--edit",), "Support of")]
)
def test_map_is_changed_only_where_that_was_asked_for(
    teaching: Path, options: tuple[str, ...], answer: str
) -> None:
    async def scenario(served: Served) -> None:
        async with aiohttp.ClientSession() as client:
            window = await served.window(client)
            await shows(window, "buses free")
            await window.send_json(["stdin", "s"])
            await shows(window, answer)

    with serving(teaching, *options) as served:
        asyncio.run(scenario(served))


def test_page_that_is_closed_loses_no_edit(teaching: Path) -> None:
    async def scenario(served: Served) -> None:
        async with aiohttp.ClientSession() as client:
            window = await served.window(client)
            await shows(window, "buses free")
            await window.send_json(["stdin", "s"])
            await shows(window, "Support of")
            await window.send_json(["stdin", "Paris did."])
            await shows(window, "Paris did.")
            await window.send_json(["stdin", "\r"])
            await shows(window, "unsaved")
            await window.close()
            again = await served.window(client)
            await shows(again, "Unsaved edits were found")
            await again.send_json(["stdin", "b"])
            await shows(again, "Paris did.")

    with serving(teaching, "--edit") as served:
        asyncio.run(scenario(served))
    assert teaching.read_text("utf-8") == TEACHING


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_stopping_the_server_ends_its_windows(teaching: Path, how: signal.Signals) -> None:
    with serving(teaching) as served:
        windows = look(served, "buses free")
        assert served.stop(how)[0] == 0
    assert windows
    assert not any(map(is_running, windows))


def test_windows_leave_after_a_server_that_was_killed(teaching: Path) -> None:
    with serving(teaching) as served:
        windows = look(served, "buses free", then_stop=signal.SIGKILL)
    assert windows
    wait_until(lambda: not any(map(is_running, windows)))


def test_what_cannot_be_served_fails_before_anything_is(argmap: Runner) -> None:
    assert argmap("serve", "missing.yaml").code == 3
    assert argmap("serve", "-").code == 2
    path = argmap.write("map.yaml", TEACHING)
    assert argmap("serve", path, "--source", "other=map.yaml").code == 2
    assert argmap("serve", path, "--port", "70000").code == 2
    result = argmap("serve", path, "--host", "no such host")
    assert result.code == 2
    assert result.out == ""
    assert "argmap: cannot listen on no such host, port 0: " in result.err


def test_missing_package_is_named_with_the_command_that_installs_it(
    argmap: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("argmap.tui.serve.page.find_spec", lambda _: None)
    result = argmap("serve", argmap.write("map.yaml", TEACHING))
    assert result.code == 3
    assert f"{sys.executable} -m pip install 'textual-serve" in result.err


def test_server_for_other_machines_warns(teaching: Path) -> None:
    with serving(teaching, "--host", "0.0.0.0", "--edit") as served:  # noqa: S104 - is the test
        assert served.address.startswith("http://127.0.0.1:")
        _, errors = served.stop()
    assert "warning: other machines can reach 0.0.0.0" in errors
    assert "can read and change the map" in errors


@pytest.mark.parametrize("read_only", [True, False])
def test_windows_are_told_whether_they_may_edit(*, read_only: bool) -> None:
    *_, arguments = window_command("-m.yaml", {"s": "\udce9"}, read_only=read_only)
    told = json.loads(arguments)
    assert told == {"path": "-m.yaml", "source_files": {"s": "\udce9"}, "read_only": read_only}


@pytest.mark.browser
@pytest.mark.skipif(PROGRAM is None, reason="there is no chromium")
def test_map_is_browsed_in_a_web_browser_that_asks_nobody_else(
    teaching: Path, tmp_path: Path
) -> None:
    async def scenario(address: str) -> None:
        async with chromium(tmp_path / "chromium") as page:
            await page.open(address)
            await page.until(lambda: b"The city should make buses free." in page.shown)
            await page.type("/")
            await page.until(lambda: b"to look for" in page.shown)
            await page.type("afford")
            await page.until(lambda: b"1 of 1" in page.shown)
            picture = await page.picture()
            await page.type("q")
            assert len(picture) > 10_000
            assert page.complaints == []
            start = address.removeprefix("http")
            assert len(page.asked) >= 6
            assert all(asked.startswith((f"http{start}", f"ws{start}")) for asked in page.asked)

    with serving(teaching) as served:
        asyncio.run(scenario(served.address))
        code, errors = served.stop()
    assert (code, errors.count("\n")) == (0, 1), errors
