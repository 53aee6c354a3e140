"""Real processes that edit are killed at random moments: no edit that was kept is lost.

``ARGMAP_KILLS=1000`` makes it a long run.
"""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from argmap.store import load
from argmap.store.journal import find_left
from tests.store.killed import text_after

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that fork")

KILLS = int(os.environ.get("ARGMAP_KILLS", "12"))
ROOT = Path(__file__).parents[2]


@pytest.fixture
def nursery() -> Iterator[subprocess.Popen[str]]:
    """The process that makes the children; it has imported everything already."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.store.killed"],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1,
    ) as process:  # fmt: skip
        yield process
        assert process.stdin is not None
        process.stdin.close()


def life(nursery: subprocess.Popen[str], path: Path, seed: int, seconds: float) -> list[list[str]]:
    """What a child told until it was killed."""
    assert nursery.stdin is not None
    assert nursery.stdout is not None
    nursery.stdin.write(f"{path} {seed}\n")
    child = int(nursery.stdout.readline().split()[1])
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    told: list[list[str]] = []
    for line in nursery.stdout:
        if line == "gone\n":
            return told
        told.append(line.split(maxsplit=1))
    raise AssertionError("the process that makes the children ended")


def numbers(told: list[list[str]], what: str) -> list[int]:
    return [int(number) for word, number in told if word == what]


def test_no_edit_that_was_kept_is_lost_whenever_the_process_is_killed(
    tmp_path: Path, nursery: subprocess.Popen[str]
) -> None:
    chance = random.Random(7)  # noqa: S311 - no secret
    path = tmp_path / "map.yaml"
    path.write_text(text_after(0), "utf-8")
    in_file = kept = 0
    for kill in range(KILLS):
        told = life(nursery, path, kill, chance.uniform(0.01, 0.2))
        assert [words for word, words in told if word == "failed"] == []
        kept = max([kept, *numbers(told, "kept"), *numbers(told, "saved")])
        saved = max([in_file, *numbers(told, "saved")])
        text = path.read_text("utf-8")
        (in_file,) = [
            number
            for number in {saved, *numbers(told, "saving")}
            if text == text_after(number) and number >= saved
        ]
        assert load(path).text == text
        left = find_left(str(path))
        back = text if left is None else left.after.raw
        if left is not None:
            assert left.fits
            left.release()
        number = max(int(line.split()[2][:-1]) for line in back.splitlines() if "Edit" in line)
        assert back == text_after(number)
        assert number >= kept
        kept = number
    assert kept, "no child lived long enough to make an edit"
