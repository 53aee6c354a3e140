"""From the bytes of a file to text that is safe to parse."""

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from argmap.errors import FileError
from argmap.store.report import Report
from argmap.text import FORBIDDEN, REPLACEMENT, character_name

MAX_BYTES = 200 * 1024 * 1024
_LINE_END = re.compile(r"\r\n|\r|\n")
_WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff")


def read_bytes(path: str | Path) -> bytes:
    """The content of a file, or of standard input for ``-``.

    At most one byte more than the limit is read, so that a larger file is noticed but not held.

    Raises:
        FileError: the file is missing, a folder, or cannot be read.
    """
    try:
        if str(path) == "-":
            return sys.stdin.buffer.read(MAX_BYTES + 1)
        with Path(path).open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise FileError(
            f"{path}: there is no such file", "Check the name, or begin a map: argmap new MAP."
        ) from None
    except IsADirectoryError:
        raise FileError(f"{path}: this is a folder, not a map", "Name a map file in it.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise FileError(f"{path}: cannot be read: {reason}") from None


class Decoded(NamedTuple):
    """The text of a map file, as it is read and as it stands in the file."""

    text: str
    """Safe to parse: what must not stand in a map is U+FFFD."""
    raw: str
    """Code point for code point the same, but as in the file; undecodable bytes are surrogates."""
    bom: bool = False
    """Whether a byte order mark, which belongs to neither, opens the file."""


_NOTHING = Decoded("", "")
_BOM = b"\xef\xbb\xbf"


def decode(data: bytes, report: Report) -> Decoded:
    """The text of a map file; what is wrong with it is reported and, where possible, mended.

    Forbidden characters and undecodable bytes become U+FFFD. Text that cannot be a map at all
    (binary, UTF-16, beyond the size limit) comes back empty.
    """
    if len(data) > MAX_BYTES:
        report.add(
            "AM004",
            f"the file is larger than {MAX_BYTES // 1024**2} MB",
            remedy="Split it into several maps.",
        )
        return _NOTHING
    if data.startswith(_WIDE_BOMS):
        report.add("AM002", "this is UTF-16, not UTF-8", remedy="Save the file as UTF-8.")
        return _NOTHING
    if b"\0" in data[:8192]:
        report.add("AM002", "this is not text: it holds NUL bytes", remedy="Name a map file.")
        return _NOTHING
    bom = data.startswith(_BOM)
    raw = _decoded(data[len(_BOM) :] if bom else data, report)
    return Decoded(_without_forbidden(raw, report), raw, bom)


def encode(raw: str, *, bom: bool = False) -> bytes:
    """The bytes of a map file: the way back from `Decoded.raw`."""
    return (_BOM if bom else b"") + raw.encode("utf-8", "surrogateescape")


def _decoded(data: bytes, report: Report) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        line, column = place_of(before, len(before))
        report.add(
            "AM002",
            f"the byte 0x{data[error.start]:02x} is not UTF-8",
            line=line,
            column=column,
            remedy="Save the file as UTF-8. The bytes are read as U+FFFD until then.",
        )
        return data.decode("utf-8", "surrogateescape")


def _without_forbidden(text: str, report: Report) -> str:
    found = FORBIDDEN.search(text)
    if found is None:
        return text
    line, column, at = 1, 1, 0
    for found in FORBIDDEN.finditer(text):
        lines, columns = place_of(text[at : found.start()], found.start() - at)
        column = column + columns - 1 if lines == 1 else columns
        line, at = line + lines - 1, found.start()
        if not _stands_for_a_byte(found.group()):
            report.add(
                "AM003",
                f"the text holds {character_name(found.group())}",
                line=line,
                column=column,
                remedy="Delete it; it cannot be seen. It is read as U+FFFD until then.",
            )
    return FORBIDDEN.sub(REPLACEMENT, text)


def _stands_for_a_byte(character: str) -> bool:
    """Whether it is what an undecodable byte was read as, which is reported already."""
    return "\udc80" <= character <= "\udcff"


def place_of(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of an offset in a text."""
    line, start = 1, 0
    for found in _LINE_END.finditer(text, 0, offset):
        line, start = line + 1, found.end()
    return line, offset - start + 1


def lines_of(text: str) -> list[str]:
    """The lines of a text as YAML counts them, without their ends."""
    return _LINE_END.split(text)


Progress = Callable[[float], None]
"""Called now and then with the share of the work that is done, 0 to 1."""
