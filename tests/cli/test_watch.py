"""`argmap export --watch`, in a process of its own."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.run import Runner
from tests.maps import TEACHING

_PATIENCE = 30.0


def wait(true: Callable[[], bool]) -> None:
    """Wait until something is true."""
    end = time.monotonic() + _PATIENCE
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


class Watching:
    """The command at work, and what it has said."""

    def __init__(self, process: subprocess.Popen[bytes], folder: Path) -> None:
        self.process = process
        self.folder = folder

    @property
    def out(self) -> str:
        return (self.folder / "stdout").read_text("utf-8")

    @property
    def err(self) -> str:
        return (self.folder / "stderr").read_text("utf-8")

    def drawn(self, times: int) -> None:
        """Wait until it has drawn so many times."""
        wait(lambda: self.out.count("\n") >= times)

    def says(self, words: str) -> None:
        """Wait until it has said something on standard error."""
        wait(lambda: words in self.err)

    @property
    def picture(self) -> str:
        return (self.folder / "map.svg").read_text("utf-8")


@contextmanager
def watching(folder: Path, *options: str) -> Iterator[Watching]:
    (folder / "map.yaml").write_text(TEACHING, "utf-8")
    with (folder / "stdout").open("wb") as out, (folder / "stderr").open("wb") as err:
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "argmap", "export", "map.yaml", "-o", "map.svg",
             "--watch", *options],
            cwd=folder, stdin=subprocess.DEVNULL, stdout=out, stderr=err,
        )  # fmt: skip
        with process:
            try:
                found = Watching(process, folder)
                found.says("watching map.yaml; Ctrl+C ends")
                yield found
            finally:
                process.kill()


def test_each_save_is_drawn_and_ctrl_c_ends_it_quietly(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    with watching(tmp_path) as command:
        assert "Cheaper trams" not in command.picture
        path.write_text(TEACHING.replace("Free buses", "Cheaper trams"), "utf-8")
        command.drawn(2)
        path.write_text(TEACHING + "  - Cheaper trams would do.\n", "utf-8")
        command.drawn(3)
        assert "Cheaper trams" in command.picture
        command.process.send_signal(signal.SIGINT)
        assert command.process.wait(_PATIENCE) == 0
        assert command.out.count("\n") == 3
        assert command.out.splitlines()[2].endswith("8 claims drawn: map.svg")
        assert command.err == "argmap: watching map.yaml; Ctrl+C ends\n"


def test_what_is_wrong_is_told_and_what_can_be_read_is_drawn(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    with watching(tmp_path) as command:
        path.write_text(TEACHING + "  - {claim: Half, clam: x}\n", "utf-8")
        command.drawn(2)
        command.says("map.yaml has errors")
        before = command.picture
        path.write_text("argmap: 1\nclaims: [", "utf-8")
        command.says("the map states no claim")
        assert command.picture == before
        path.unlink()
        command.says("map.yaml is gone")
        path.write_text(TEACHING, "utf-8")
        command.drawn(3)


def test_a_claim_that_is_no_longer_there_leaves_the_last_picture(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    with watching(tmp_path, "--focus", "cost") as command:
        before = command.picture
        path.write_text(TEACHING.replace("cost", "price"), "utf-8")
        command.says("not drawn: The map has no claim `cost`.")
        assert command.picture == before
        assert command.process.poll() is None


def test_sources_are_watched_too(tmp_path: Path) -> None:
    source = tmp_path / "paper.md"
    source.write_text("Buses are slow.\n")
    text = TEACHING.replace("claims:", "sources: {p: {title: P, file: paper.md}}\nclaims:", 1)
    with watching(tmp_path) as command:
        (tmp_path / "map.yaml").write_text(text, "utf-8")
        command.drawn(2)
        source.write_text("Buses are fast.\n")
        command.drawn(3)


@pytest.mark.parametrize("arguments", [["-", "-o", "map.svg"], ["map.yaml", "--to", "svg"]])
def test_what_cannot_be_watched_is_refused(argmap: Runner, arguments: list[str]) -> None:
    argmap.write("map.yaml", TEACHING)
    result = argmap("export", *arguments, "--watch")
    assert result.code == 2
    assert "cannot be watched" in result.err


def test_a_first_drawing_that_fails_ends_it(argmap: Runner) -> None:
    argmap.write("map.yaml", TEACHING)
    assert argmap("export", "map.yaml", "-o", "no/map.svg", "--watch").code == 3
    assert argmap("export", "gone.yaml", "-o", "map.svg", "--watch").code == 3
