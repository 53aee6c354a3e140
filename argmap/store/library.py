"""The maps of a folder: which there are, and what each is about."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from argmap.errors import FileError, Severity
from argmap.model import sides
from argmap.model.counts import counts
from argmap.store.decode import Progress
from argmap.store.load import Loaded, load

DEEPEST = 3
"""Levels of folders below the one that is asked for."""
MOST_BYTES = 20_000_000
"""Larger files are listed, but not read."""
_SUFFIXES = (".yaml", ".yml")
_HEAD = 4096


@dataclass(frozen=True)
class MapSummary:
    """One map file, as a list of maps names it."""

    path: Path
    title: str = ""
    motion: str = ""
    claims: int = 0
    pro: int = 0
    con: int = 0
    errors: int = 0
    modified: float = 0.0
    """When the file was changed last, in seconds since 1970."""
    trouble: str = ""
    """Why nothing else is known of it; empty where all is well."""
    loaded: Loaded | None = field(default=None, repr=False, compare=False)
    """The map as it was read."""


def maps_in(folder: str | Path, progress: Progress | None = None) -> Iterator[MapSummary]:
    """The maps in a folder and in those below it, by path, each when it has been read.

    Hidden folders are left out, and each file and folder is looked at once, wherever links lead.

    Raises:
        FileError: the folder cannot be read.
    """
    top = Path(folder)
    try:
        os.scandir(top).close()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise FileError(
            f"{folder}: cannot be read: {reason}", "Name a folder that holds maps."
        ) from None
    for path in _files(top):
        found = _summary(path, progress)
        if found is not None:
            yield found


def looks_like_map(path: Path) -> bool:
    """Whether a file says at its start that it is a map.

    Raises:
        OSError: it cannot be read.
    """
    with path.open(encoding="utf-8", errors="replace") as file:
        return any(line.startswith("argmap:") for line in file.read(_HEAD).split("\n"))


def _files(top: Path) -> Iterator[Path]:
    """Files that are called like maps, those of a folder before those of the folders in it."""
    seen: set[tuple[int, int]] = set()
    pending = [(top, 0)]
    while pending:
        folder, depth = pending.pop()
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError:
            continue
        below = []
        for entry in entries:
            if entry.name.startswith(".") or not _is_new(entry, seen):
                continue
            path = folder / entry.name
            if entry.is_dir():
                below.append((path, depth + 1))
            elif entry.is_file() and path.suffix.lower() in _SUFFIXES:
                yield path
        pending.extend(reversed([found for found in below if found[1] <= DEEPEST]))


def _is_new(entry: os.DirEntry[str], seen: set[tuple[int, int]]) -> bool:
    try:
        found = entry.stat()
    except OSError:
        return False
    place = found.st_dev, found.st_ino
    new = place not in seen
    seen.add(place)
    return new


def _summary(path: Path, progress: Progress | None) -> MapSummary | None:
    """What is to be said of a file; nothing where it is no map."""
    try:
        if not looks_like_map(path):
            return None
        stat = path.stat()
        if stat.st_size > MOST_BYTES:
            reason = f"larger than {MOST_BYTES // 1_000_000} MB, so it was not read here"
            return MapSummary(path, modified=stat.st_mtime, trouble=reason)
        return _read(load(path, progress), path, stat.st_mtime)
    except OSError as error:
        return MapSummary(path, trouble=f"cannot be read: {error.strerror}")
    except FileError as error:
        return MapSummary(path, trouble=error.message)


def _read(loaded: Loaded, path: Path, modified: float) -> MapSummary:
    index = loaded.index
    motion = index.claims.get(index.motion or "")
    figures = counts(index, sides(index))
    errors = [found for found in loaded.diagnostics if found.severity is Severity.ERROR]
    return MapSummary(
        path,
        title=loaded.map.title,
        motion=motion.claim if motion is not None else "",
        claims=figures.claims,
        pro=figures.pro,
        con=figures.con,
        errors=len(errors),
        modified=modified,
        trouble=errors[0].message if errors and not index.claims else "",
        loaded=loaded,
    )
