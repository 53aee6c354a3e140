"""From the content of an export to files: one, or one for each page."""

import re
from collections.abc import Mapping
from pathlib import Path

from argmap.errors import UsageError
from argmap.formats.registry import Content
from argmap.store.files import write_file
from argmap.text import count


def as_files(path: str, content: Content) -> dict[str, bytes]:
    """The files to be written for `path`, by their paths.

    A single page goes to `path` itself, several to NAME-1, NAME-2 and so on, with as many digits
    as the last needs. Of files with names of their own the first goes to `path`, the others
    beside it.
    """
    if isinstance(content, str):
        return {path: content.encode()}
    if isinstance(content, bytes):
        return {path: content}
    place = Path(path)
    if isinstance(content, Mapping):
        beside = {str(place.with_name(name)): data for name, data in content.items()}
        return {path: beside.pop(next(iter(beside))), **beside}
    if len(content) == 1:
        return {path: content[0]}
    digits = len(str(len(content)))
    return {
        str(place.with_name(f"{place.stem}-{number:0{digits}}{place.suffix}")): data
        for number, data in enumerate(content, 1)
    }


def as_stream(name: str, content: Content) -> bytes:
    """What standard output gets.

    Raises:
        UsageError: there are several files.
    """
    files = as_files("out", content)
    if len(files) > 1:
        raise UsageError(
            f"{name} gives {count(len(files), 'file')}, and standard output takes one",
            "Name a file with -o; --to pdf has all pages in one; --focus and --depth show less.",
        )
    return next(iter(files.values()))


def write_all(files: Mapping[str, bytes]) -> None:
    """Write files, each whole or not at all.

    Raises:
        FileError: one cannot be written; those before it were.
    """
    for path, data in files.items():
        write_file(path, data)


def left_over(path: str, written: Mapping[str, bytes]) -> list[str]:
    """Names of files that look like pages of `path` and were not written, in their order."""
    place = Path(path)
    pattern = re.compile(rf"{re.escape(place.stem)}-(\d+){re.escape(place.suffix)}")
    try:
        names = [entry.name for entry in place.parent.iterdir()]
    except OSError:
        return []
    ours = {Path(name).name for name in written}
    pages = [
        (int(found[1]), found[1], name)
        for name in names
        if name not in ours and (found := pattern.fullmatch(name)) and len(found[1]) < 7
    ]
    return [name for _, _, name in sorted(pages)]
