"""What is remembered of each map from one visit to the next: folds, cursor, bookmarks, panes.

It is a comfort: where it cannot be read or kept, nothing is said and nothing is lost but that.
"""

import json
import os
from dataclasses import dataclass, fields, replace
from itertools import islice
from pathlib import Path
from typing import Any

from argmap.errors import FileError
from argmap.store.files import write_file
from argmap.store.folders import state_folder

MOST_MAPS = 500
MOST_BYTES = 2_000_000
"""Of all maps together; beyond either, those not visited for longest are forgotten."""
MOST_FOLDS = 10_000
_VERSION = 1


@dataclass(frozen=True)
class Memory:
    """How one map was left. Rows are named by their keys, so that they are found again."""

    folded: tuple[str, ...] | None = None
    """Rows that hide what hangs under them; None: as a map opens that was never seen."""
    cursor: str = ""
    bookmarks: tuple[str, ...] = ()
    """Ids of claims."""
    zoomed: str = ""
    """The row whose branch alone shows; empty: all show."""
    numbers: bool = False
    details: bool = True


def memory_file() -> Path:
    """The file that holds the memories of all maps."""
    return state_folder() / "maps.json"


def recall(path: str | Path) -> Memory | None:
    """How the map at `path` was left; None where nothing is known."""
    entry = _entries().get(_name(path))
    return None if entry is None else _memory(entry)


def remember(path: str | Path, memory: Memory) -> None:
    """Keep how the map at `path` is left; standard input is not kept."""
    if str(path) == "-":
        return
    if memory.folded is not None and len(memory.folded) > MOST_FOLDS:
        memory = replace(memory, folded=None)
    entries = _entries(keep_broken=True)
    entries.pop(_name(path), None)
    _write(_text({_name(path): _values(memory), **entries}))


def _name(path: str | Path) -> str:
    try:
        return str(Path(path).resolve())
    except (OSError, RuntimeError, ValueError):
        return str(path)


def _values(memory: Memory) -> dict[str, Any]:
    return {field.name: getattr(memory, field.name) for field in fields(memory)}


def _memory(entry: dict[str, Any]) -> Memory:
    """The memory that an entry holds; whatever in it has another shape is left out."""
    usual = Memory()
    values: dict[str, Any] = {}
    for field in fields(Memory):
        value = entry.get(field.name)
        if field.name in {"folded", "bookmarks"}:
            if isinstance(value, list) and all(isinstance(part, str) for part in value):
                values[field.name] = tuple(value)
        elif type(value) is type(getattr(usual, field.name)):
            values[field.name] = value
    return Memory(**values)


def _entries(*, keep_broken: bool = False) -> dict[str, dict[str, Any]]:
    """All entries by path, or none. A broken file is put aside, if asked to, before it is lost."""
    file = memory_file()
    try:
        held = json.loads(file.read_bytes())
    except OSError:
        return {}
    except (ValueError, RecursionError):
        held = None
    maps = held.get("maps") if isinstance(held, dict) and held.get("argmap") == _VERSION else None
    if not isinstance(maps, dict):
        if keep_broken:
            _put_aside(file)
        return {}
    return {path: entry for path, entry in maps.items() if isinstance(entry, dict)}


def _put_aside(file: Path) -> None:
    try:
        file.replace(file.with_name(f"{file.name}.bad"))
    except OSError:
        return


def _text(entries: dict[str, dict[str, Any]]) -> str:
    """The file's text: a line for each map, those visited last first."""
    lines: list[str] = []
    size = 0
    for path, entry in islice(entries.items(), MOST_MAPS):
        line = f"{json.dumps(path)}: {json.dumps(entry)}"
        size += len(line)
        if size > MOST_BYTES and lines:
            break
        lines.append(line)
    joined = ",\n".join(lines)
    return f'{{"argmap": {_VERSION}, "maps": {{\n{joined}\n}}}}\n'


def _write(text: str) -> None:
    file = memory_file()
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not file.exists():
            # What is kept of one's maps is nobody else's business; writing keeps the mode.
            os.close(os.open(file, os.O_WRONLY | os.O_CREAT, 0o600))
        write_file(file, text.encode("ascii"))
    except (OSError, FileError):
        return
