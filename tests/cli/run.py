"""Running the command line in the process of the tests."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from argmap.cli.main import main


@dataclass
class Result:
    """What a command printed and returned."""

    code: int
    out: str
    err: str


class Runner:
    """Runs `argmap` with arguments in a folder of its own."""

    def __init__(self, capture: pytest.CaptureFixture[str], folder: Path) -> None:
        self.folder = folder
        self._capture = capture

    def __call__(self, *arguments: object) -> Result:
        """Run one command line."""
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as leaving:
            code = int(leaving.code or 0)
        printed = self._capture.readouterr()
        return Result(code, printed.out, printed.err)

    def write(self, name: str, text: str) -> Path:
        """Put a file into the folder."""
        path = self.folder / name
        path.write_text(text, "utf-8")
        return path
