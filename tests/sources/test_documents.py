"""Reading source documents."""

import os
from pathlib import Path

import pytest

from argmap.errors import FileError
from argmap.sources import documents as documents_module
from argmap.sources import read_document


def test_text_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes("\ufeffOne.\r\nTwo – three.\rFour.\x1b[31m".encode())
    document = read_document("a", path)
    assert document.text == "One.\r\nTwo – three.\rFour.\x1b[31m"
    assert (document.id, document.path, document.markdown) == ("a", str(path), False)


@pytest.mark.parametrize("name", ["a.md", "a.MD", "a.markdown"])
def test_markdown_is_known_by_its_suffix(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("*a*", "utf-8")
    assert read_document("a", tmp_path / name).markdown


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"caf\xe9", "not UTF-8 text; byte 4"),
        ("text".encode("utf-16"), "not UTF-8 text; byte 1"),
        (b"a\0b", "NUL"),
        (b"x" * 101, "larger than"),
    ],
)
def test_what_is_no_text_is_refused(
    tmp_path: Path, content: bytes, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents_module, "MAX_BYTES", 100)
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    with pytest.raises(FileError, match=reason):
        read_document("a", path)


def test_only_regular_files_are_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path, reason in (
        (tmp_path, "not a file"),
        (tmp_path / "pipe", "not a file"),
        (tmp_path / "gone", "no such file"),
        (tmp_path / ("n" * 300), "cannot be read"),
        (tmp_path / "a\0b", "cannot be read"),
    ):
        with pytest.raises(FileError, match=reason):
            read_document("a", path)


def test_lines_count_from_one(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("one\ntwo\nthree", "utf-8")
    document = read_document("a", path)
    assert [document.line(document.text.index(word)) for word in ("one", "two", "three")] == [
        1,
        2,
        3,
    ]
