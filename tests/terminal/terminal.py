"""A program in a real terminal: tmux runs it, types into it, and reads its screen."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

TMUX = shutil.which("tmux")
_PATIENCE = 30.0
_LOOK_AFTER = 0.03
_RUN = (
    "sh",
    "-c",
    """sh -c 'echo $$ > .terminal/pid; exec "$@"' - "$@"; echo $? > .terminal/code""",
    "-",
)
"""Runs a command and leaves its number and its exit code in files: tmux 3.3 at times forgets to
ask for the code."""


def terminal_files(folder: Path) -> Path:
    """Where a terminal that works in a folder keeps what it needs for itself."""
    return folder / ".terminal"


class Terminal:
    """A terminal of so many cells that runs one program after the other."""

    def __init__(self, folder: Path, columns: int = 120, lines: int = 40) -> None:
        self.folder = folder
        self._size = ("-x", str(columns), "-y", str(lines))
        self._own = terminal_files(folder)
        self._own.mkdir(exist_ok=True)
        self._socket = self._own / "tmux"

    def start(self, command: Sequence[str]) -> None:
        """Run a program; one that ran before must have ended."""
        (self._own / "code").unlink(missing_ok=True)
        if self._socket.exists():
            self._tmux("respawn-pane", "-k", *_RUN, *command)
            return
        self._tmux(
            *("new-session", "-d", *self._size, "-c", str(self.folder), *_RUN, *command),
            *(";", "set-option", "-g", "status", "off"),
            *(";", "set-option", "-g", "escape-time", "0"),
            *(";", "set-option", "-g", "remain-on-exit", "on"),
        )

    def argmap(self, *arguments: str, before: Sequence[str] = ()) -> None:
        """Run `argmap` with arguments; `before` is a command that runs it."""
        self.start([*before, sys.executable, "-P", "-m", "argmap", *arguments])

    def press(self, *keys: str) -> None:
        """Press keys by tmux's names: ``Enter``, ``Escape``, ``C-s``; letters are themselves."""
        self._tmux("send-keys", *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self._tmux("send-keys", "-l", "--", text)

    def click(self, words: str) -> None:
        """Click where some words begin."""
        self.drag(words, 0)

    def drag(self, words: str, cells: int) -> None:
        """Press the left button where some words begin, move to the right, and let go."""
        self.wait_for(words)
        lines = self.screen().splitlines()
        [(x, y)] = [(line.index(words), y) for y, line in enumerate(lines) if words in line]
        moves = [f"\x1b[<32;{x + cell + 1};{y + 1}M" for cell in range(1, cells + 1)]
        last = f"\x1b[<0;{x + cells + 1};{y + 1}m"
        self.type("".join([f"\x1b[<0;{x + 1};{y + 1}M", *moves, last]))

    def screen(self) -> str:
        """What shows, as text."""
        return self._tmux("capture-pane", "-p")

    def wait_for(self, words: str) -> None:
        """Wait until some words show; they may be wrapped."""
        pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
        self._wait(lambda: bool(pattern.search(self.screen())), f"{words!r} does not show")

    def wait_until_gone(self, words: str) -> None:
        """Wait until some words show no longer."""
        self._wait(lambda: words not in self.screen(), f"{words!r} still shows")

    def wait_for_end(self) -> int:
        """Wait until the program has ended; its exit code, 128 and more where a signal did it."""
        code = self._own / "code"
        self._wait(lambda: code.exists() and code.read_text() != "", "the program does not end")
        return int(code.read_text())

    def kill(self) -> None:
        """End the program as a crash would: it can do nothing about it."""
        os.kill(int((self._own / "pid").read_text()), signal.SIGKILL)
        assert self.wait_for_end() == 128 + signal.SIGKILL

    def close(self) -> None:
        """End the terminal and whatever runs in it."""
        if self._socket.exists():
            self._tmux("kill-server")

    def _tmux(self, *arguments: str) -> str:
        assert TMUX is not None
        command = [TMUX, "-S", str(self._socket), "-f", "/dev/null", "-u", *arguments]
        # Without `env`, what libraries put into the environment unseen, such as readline's
        # COLUMNS, would reach the program too.
        done = subprocess.run(
            command, env=dict(os.environ), capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def _wait(self, condition: Callable[[], bool], failure: str) -> None:
        latest = time.monotonic() + _PATIENCE
        while not condition():
            assert time.monotonic() < latest, f"{failure}:\n{self.screen()}"
            time.sleep(_LOOK_AFTER)


@contextmanager
def terminal(folder: Path, columns: int = 120, lines: int = 40) -> Iterator[Terminal]:
    """A terminal that is closed at the end."""
    made = Terminal(folder, columns, lines)
    try:
        yield made
    finally:
        made.close()
