"""A runner of commands in a folder of their own."""

from pathlib import Path

import pytest

from tests.cli.run import Runner


@pytest.fixture
def argmap(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Runner:
    """Runs commands in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return Runner(capsys, tmp_path)
