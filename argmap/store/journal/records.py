"""What a journal holds: one line for the text it starts from, then one for each edit.

A line is a checksum, a space, and a JSON object. Lines are only ever added, so what a crash can
spoil is the last; reading stops at the first line whose checksum is wrong.
"""

import json
import os
import platform
from enum import StrEnum
from typing import Any, NamedTuple

from argmap.store.decode import encode
from argmap.store.save import digest
from argmap.store.splices import Splice

VERSION = 1
_SUM = 16


class Base(NamedTuple):
    """The text that the file had when it was read or saved last."""

    raw: str
    """As `Loaded.raw`."""
    bom: bool = False

    @property
    def data(self) -> bytes:
        """The content of the file."""
        return encode(self.raw, bom=self.bom)


class Deed(StrEnum):
    """What one record tells."""

    STEP = "step"
    UNDO = "undo"
    REDO = "redo"


class Record(NamedTuple):
    """One edit, or an edit taken back or made again."""

    deed: Deed
    name: str
    """What the edit did, as undo names it."""
    splices: tuple[Splice, ...]
    digest: str
    """Of the file as it would be saved after this record."""
    takes: str = ""
    """The id of a journal whose work this brings back, so that it is not needed any more."""


class Story(NamedTuple):
    """All that could be read of a journal."""

    id: str
    """The same for all journals that one window writes of one text."""
    file: str
    """Name of the map's file."""
    host: str
    pid: int
    base: Base
    records: tuple[Record, ...]
    spoiled: bool
    """Whether whole lines follow that cannot be read."""


def base_line(file: str, base: Base, name: str) -> bytes:
    """The first line of a journal with the id `name` of the map file called `file`."""
    return _line(
        {
            "argmap-journal": VERSION,
            "id": name,
            "file": file,
            "host": platform.node(),
            "pid": os.getpid(),
            "bom": base.bom,
            "digest": digest(base.data),
            "text": base.raw,
        }
    )


def record_line(record: Record) -> bytes:
    """The line that tells one record."""
    return _line(record._asdict())


def _line(values: dict[str, Any]) -> bytes:
    body = json.dumps(values, separators=(",", ":")).encode()
    return b"%s %s\n" % (digest(body)[:_SUM].encode(), body)


def read_story(content: bytes) -> Story | None:
    """What a journal tells; None where not even its first line can be read."""
    *lines, _torn = content.split(b"\n")
    first = _values(lines[0]) if lines else None
    if first is None or first.get("argmap-journal") != VERSION:
        return None
    try:
        base = Base(_text(first["text"]), first["bom"] is True)
        whole = digest(base.data) == first["digest"]
        name, file, host = (_text(first[key]) for key in ("id", "file", "host"))
        pid = int(first["pid"])
    except (KeyError, TypeError, ValueError, OverflowError):
        return None
    if not whole:
        return None
    records = []
    for line in lines[1:]:
        record = _record(line)
        if record is None:
            break
        records.append(record)
    spoiled = len(records) < len(lines) - 1
    return Story(name, file, host, pid, base, tuple(records), spoiled)


def _values(line: bytes) -> dict[str, Any] | None:
    checksum, _, body = line.partition(b" ")
    if checksum.decode("latin-1") != digest(body)[:_SUM]:
        return None
    try:
        values = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return values if isinstance(values, dict) else None


def _record(line: bytes) -> Record | None:
    values = _values(line)
    if values is None:
        return None
    try:
        splices = tuple(
            Splice(int(at), _text(old), _text(new)) for at, old, new in values["splices"]
        )
        name, after, takes = (_text(values[key]) for key in ("name", "digest", "takes"))
        return Record(Deed(values["deed"]), name, splices, after, takes)
    except (KeyError, TypeError, ValueError, OverflowError):
        return None


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    encode(value)  # raises ValueError for what no file can hold
    return value
