"""Files of an export: one, one for each page, or some with names of their own."""

from pathlib import Path

import pytest

from argmap.cli.outfiles import as_files, as_stream, left_over
from argmap.errors import UsageError


def names(path: str, pages: int) -> list[str]:
    return list(as_files(path, (b"x",) * pages))


def test_pages_are_numbered_with_as_many_digits_as_the_last_needs() -> None:
    assert names("a/map.png", 1) == ["a/map.png"]
    assert names("a/map.png", 2) == ["a/map-1.png", "a/map-2.png"]
    assert names("map.v2.svg", 12)[::11] == ["map.v2-01.svg", "map.v2-12.svg"]
    assert names("map", 2) == ["map-1", "map-2"]


def test_files_with_names_stand_beside() -> None:
    content = {"deck.md": b"a", "deck-1.svg": b"b"}
    assert list(as_files("out/deck", content)) == ["out/deck", "out/deck-1.svg"]
    assert as_files("out/deck.md", content) == {"out/deck.md": b"a", "out/deck-1.svg": b"b"}


def test_standard_output_takes_one_file() -> None:
    assert as_stream("text", "é") == "é".encode()
    assert as_stream("png", (b"x",)) == b"x"
    with pytest.raises(UsageError) as caught:
        as_stream("png", (b"x", b"y"))
    assert "png gives 2 files" in caught.value.message


def test_pages_of_an_earlier_time_are_found(tmp_path: Path) -> None:
    for name in ["map-1.png", "map-2.png", "map-03.png", "map-11.png", "map-x.png", "map-4.svg"]:
        (tmp_path / name).touch()
    path = str(tmp_path / "map.png")
    assert left_over(path, as_files(path, (b"", b""))) == ["map-03.png", "map-11.png"]
    assert left_over(path, as_files(path, b"")) == [
        "map-1.png", "map-2.png", "map-03.png", "map-11.png",
    ]  # fmt: skip
    assert left_over(str(tmp_path / "no" / "map.png"), {}) == []
