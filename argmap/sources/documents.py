"""Source documents: text and Markdown files, read as they are."""

import stat
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from argmap.errors import FileError
from argmap.sources.folding import Folded, fold

MAX_BYTES = 50_000_000
MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})


@dataclass(frozen=True)
class Document:
    """The text of a source.

    Offsets count Unicode code points of `text`, which is the file decoded as UTF-8 without a
    byte order mark; line ends are as in the file. The text may hold control characters.
    """

    id: str
    path: str
    text: str
    markdown: bool = False

    @cached_property
    def folded(self) -> Folded:
        """The text as it is compared."""
        return fold(self.text)

    @cached_property
    def unmarked(self) -> Folded:
        """The text as it is compared, without markup; the same as `folded` for plain text."""
        return fold(self.text, without_markup=True) if self.markdown else self.folded

    def line(self, offset: int) -> int:
        """The line, from 1, on which an offset lies."""
        return self.text.count("\n", 0, offset) + 1


def read_document(source: str, path: str | Path) -> Document:
    """The text of the source with id `source`.

    Raises:
        FileError: there is no such regular file, it is too large, or it is not UTF-8 text.
    """
    content = _read_bytes(Path(path))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise FileError(
            f"{path}: this is not UTF-8 text; byte {problem.start + 1:,} is something else",
            "Save it as plain text or Markdown in UTF-8.",
        ) from None
    if "\0" in text:
        raise FileError(
            f"{path}: this is not text; it holds NUL bytes", "Name a plain text or Markdown file."
        )
    return Document(source, str(path), text, Path(path).suffix.lower() in MARKDOWN_SUFFIXES)


def _read_bytes(path: Path) -> bytes:
    try:
        # Asked first, because opening a named pipe would wait for somebody to write into it.
        if not stat.S_ISREG(path.stat().st_mode):
            raise FileError(f"{path}: this is not a file", "Name a plain text or Markdown file.")
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise FileError(f"{path}: there is no such file", "Check the path.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise FileError(f"{path}: cannot be read: {reason}", "Check the path.") from None
    if len(content) > MAX_BYTES:
        raise FileError(
            f"{path}: the file is larger than {MAX_BYTES // 1_000_000} MB",
            "Copy the part that is cited into a file of its own.",
        )
    return content
