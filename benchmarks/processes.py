"""The environment of programs that are timed from their start."""

import os
from pathlib import Path


def environment(folder: Path) -> dict[str, str]:
    """With modules compiled once, into a folder, as they are wherever argmap is installed.

    Where the environment forbids to write bytecode, each start compiles what is ours anew, but
    not what is installed beside it: that would be timed instead. Run everything once unseen.
    """
    found = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
    found.pop("PYTHONDONTWRITEBYTECODE", None)
    return found
