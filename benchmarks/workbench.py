"""How the workbench keeps up: keys among many rows, edits with their save, memory.

    python benchmarks/workbench.py

Real processes on a pseudo-terminal. A key's time is from the key being written to the terminal to
the first byte of the frame that follows it; beside it stands that of a Textual app which does
nothing but count keys. A save's time is from the key to the file being another one.
"""

import fcntl
import os
import pty
import re
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.maps import random_map, write_to

_COUNTER = """\
from textual.app import App
from textual.widgets import Static
class Counter(App):
    def compose(self):
        yield Static("0")
    def on_key(self, event):
        shown = self.query_one(Static)
        shown.update(str(int(str(shown.content)) + 1))
Counter().run()
"""
_SIZE = (40, 120)
_SETTLED = 0.25
"""Seconds without output after which a frame, and what follows it later, is complete."""
_MEANWHILE = 0.15
"""Seconds after an edit when the first frames are drawn and its writing may not be done."""
_PATIENCE = 120.0
_UNFOLD, _SAVE, _MOVE_DOWN, _MOVE_UP = b"z", b"\x13", b"}", b"{"
_DOWN, _UP, _PAGE_DOWN, _FIRST, _LAST = b"j", b"k", b"\x06", b"g", b"G"


class Terminal:
    """A program on a terminal of its own."""

    def __init__(self, command: Sequence[str]) -> None:
        self._controller, terminal = pty.openpty()
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", *_SIZE, 0, 0))
        around = {**os.environ, "TERM": "xterm-256color", "TEXTUAL_ANIMATIONS": "none"}
        self._process = subprocess.Popen(
            command, stdin=terminal, stdout=terminal, stderr=terminal, env=around
        )
        os.close(terminal)

    def wait_for(self, words: bytes) -> None:
        """Wait until the program has written some words, and is quiet after that."""
        seen = b""
        while words not in seen:
            seen += self._read(_PATIENCE)
        self.settle()

    def settle(self) -> None:
        """Wait until the program is quiet."""
        while select.select([self._controller], [], [], _SETTLED)[0]:
            self._read(_PATIENCE)

    def send(self, key: bytes) -> None:
        """Press a key that may change nothing."""
        os.write(self._controller, key)
        self.settle()

    def press(self, key: bytes) -> float:
        """Milliseconds from a key to the frame after it."""
        started = time.perf_counter()
        os.write(self._controller, key)
        self._read(_PATIENCE)
        took = 1000 * (time.perf_counter() - started)
        self.settle()
        return took

    def press_until(self, keys: bytes, condition: Callable[[], bool]) -> tuple[float, float]:
        """Milliseconds from keys to the first frame after them, and until something is so."""
        started = time.perf_counter()
        os.write(self._controller, keys)
        self._read(_PATIENCE)
        shown = 1000 * (time.perf_counter() - started)
        while not condition():
            if time.perf_counter() - started > _PATIENCE:
                raise TimeoutError(keys)
            if select.select([self._controller], [], [], 0.001)[0]:
                self._read(_PATIENCE)
        took = 1000 * (time.perf_counter() - started)
        self.settle()
        return shown, took

    def press_soon_after(self, first: bytes, key: bytes) -> float:
        """Milliseconds from a key to its frame, while the work that `first` began goes on."""
        os.write(self._controller, first)
        self._read(_PATIENCE)
        ends = time.perf_counter() + _MEANWHILE
        while (left := ends - time.perf_counter()) > 0:
            if select.select([self._controller], [], [], left)[0]:
                self._read(_PATIENCE)
        return self.press(key)

    def memory(self) -> tuple[float, float]:
        """Megabytes that the program holds now, and that it held at most."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        found = dict(re.findall(r"(VmRSS|VmHWM):\s+(\d+) kB", status))
        return int(found["VmRSS"]) / 1024, int(found["VmHWM"]) / 1024

    def close(self) -> None:
        """End the program."""
        self._process.kill()
        self._process.wait()
        os.close(self._controller)

    def _read(self, seconds: float) -> bytes:
        if not select.select([self._controller], [], [], seconds)[0]:
            raise TimeoutError("the program has written nothing")
        return os.read(self._controller, 65536)


@contextmanager
def workbench(folder: Path, claims: int) -> Iterator[tuple[Terminal, Path]]:
    """The workbench on a map of so many claims, all of them unfolded, and the map's file."""
    path = write_to(folder, random_map(claims), f"{claims}.yaml")
    terminal = Terminal([sys.executable, "-m", "argmap", "open", str(path)])
    try:
        terminal.wait_for(b"for claim 0")
        if claims > 1:
            print(f"{claims:>7,} claims: unfold all {terminal.press(_UNFOLD):27.1f} ms")
        yield terminal, path
    finally:
        terminal.close()


def _row(claims: int, what: str, times: list[float], base: float | None = None) -> None:
    middle = statistics.median(times)
    beside = f"   {middle / base:5.1f} x counting keys" if base else ""
    print(
        f"{claims:>7,} claims: {what:22} median {middle:8.1f}   worst {max(times):8.1f} ms{beside}"
    )


def counting() -> float:
    """Median of a key's time in an app that does nothing else."""
    terminal = Terminal([sys.executable, "-c", _COUNTER])
    try:
        terminal.wait_for(b"0")
        times = [terminal.press(b"x") for _ in range(60)]
    finally:
        terminal.close()
    print(f"an app that counts keys                median {statistics.median(times):8.1f} ms")
    return statistics.median(times)


def keys(terminal: Terminal, claims: int, base: float) -> None:
    """Moving among rows that all show."""
    terminal.send(_FIRST)
    _row(claims, "down", [terminal.press(_DOWN) for _ in range(60)], base)
    _row(claims, "page down", [terminal.press(_PAGE_DOWN) for _ in range(30)], base)
    ends = [(terminal.press(_LAST), terminal.press(_FIRST)) for _ in range(5)]
    _row(claims, "last, first", [took for both in ends for took in both], base)


def edits(terminal: Terminal, path: Path, claims: int, times: int) -> None:
    """Moving a claim among its siblings and back, each time with a save."""
    terminal.send(_FIRST)
    terminal.send(_DOWN)
    shown, saved, meanwhile = [], [], []
    for _ in range(times):
        before = path.stat()
        frame, file = terminal.press_until(_MOVE_DOWN + _SAVE, lambda: _is_another(path, before))  # noqa: B023 - called at once
        shown.append(frame)
        saved.append(file)
        meanwhile.append(terminal.press_soon_after(_MOVE_UP, _DOWN))
        terminal.send(_UP)
        after = path.stat()
        terminal.press_until(_SAVE, lambda: _is_another(path, after))  # noqa: B023 - likewise
    _row(claims, "edit: frame", shown)
    _row(claims, "edit: saved", saved)
    _row(claims, "a key meanwhile", meanwhile)


def _is_another(path: Path, before: os.stat_result) -> bool:
    try:
        now = path.stat()
    except FileNotFoundError:  # between two names
        return False
    return (now.st_ino, now.st_mtime_ns) != (before.st_ino, before.st_mtime_ns)


def memory(terminal: Terminal, claims: int, empty: float) -> None:
    """What the program holds, and how much of that each claim costs."""
    now, most = terminal.memory()
    each = 1024 * (now - empty) / claims
    print(
        f"{claims:>7,} claims: memory {now:6.0f} MB, at most {most:.0f} MB; {each:.1f} KB a claim"
    )


def empty_memory(folder: Path) -> float:
    """Megabytes of the program with a map of one claim."""
    with workbench(folder, 1) as (terminal, _):
        return terminal.memory()[0]


def main() -> None:
    """Print everything."""
    base = counting()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        empty = empty_memory(folder)
        with workbench(folder, 1_000) as (terminal, path):
            edits(terminal, path, 1_000, 20)
        with workbench(folder, 10_000) as (terminal, path):
            keys(terminal, 10_000, base)
            edits(terminal, path, 10_000, 5)
        with workbench(folder, 100_000) as (terminal, _):
            keys(terminal, 100_000, base)
            memory(terminal, 100_000, empty)


if __name__ == "__main__":
    main()
