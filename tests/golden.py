"""Golden texts: expected output kept in files, rewritten with ``ARGMAP_UPDATE_GOLDEN=1``."""

import os
from pathlib import Path


def check_golden(path: Path, text: str) -> None:
    """Compare `text` with the file at `path`, or write it there when asked to."""
    if os.environ.get("ARGMAP_UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    assert path.is_file(), f"{path.name} is missing; ARGMAP_UPDATE_GOLDEN=1 writes it"
    assert text == path.read_text("utf-8")
