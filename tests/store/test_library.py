import os
from pathlib import Path

import pytest

from argmap.errors import FileError
from argmap.store import library
from argmap.store.library import looks_like_map, maps_in
from tests.maps import TEACHING


def put(folder: Path, name: str, text: str = TEACHING) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def names(folder: Path) -> list[str]:
    return [str(found.path.relative_to(folder)) for found in maps_in(folder)]


def test_a_map_is_told_by_title_motion_and_counts(tmp_path: Path) -> None:
    path = put(tmp_path, "a.yaml")
    os.utime(path, (5, 7))
    (found,) = maps_in(tmp_path)
    assert found.title == "Free city buses"
    assert found.motion == "The city should make buses free."
    assert (found.claims, found.pro, found.con) == (7, 3, 3)
    assert (found.errors, found.trouble, found.modified) == (0, "", 7)
    assert found.loaded is not None


def test_maps_are_looked_for_three_folders_deep_and_not_in_hidden_ones(tmp_path: Path) -> None:
    for name in ("z.yaml", "B.YML", "a/b/c/deep.yaml", "a/b/c/d/too-deep.yaml", "a/x.yaml"):
        put(tmp_path, name)
    for name in (".hidden/a.yaml", ".b.yaml", "c.txt", "d"):
        put(tmp_path, name)
    assert names(tmp_path) == ["B.YML", "z.yaml", "a/x.yaml", "a/b/c/deep.yaml"]


def test_other_yaml_is_left_out(tmp_path: Path) -> None:
    put(tmp_path, "other.yaml", "name: value\n")
    put(tmp_path, "late.yaml", "# a comment\n" * 3 + "argmap: 1\nclaims: [A.]\n")
    assert names(tmp_path) == ["late.yaml"]
    assert looks_like_map(tmp_path / "late.yaml")
    assert not looks_like_map(tmp_path / "other.yaml")


def test_links_that_lead_round_end(tmp_path: Path) -> None:
    put(tmp_path, "a/m.yaml")
    (tmp_path / "a" / "again").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "b").symlink_to(tmp_path / "a", target_is_directory=True)
    (tmp_path / "m2.yaml").symlink_to(tmp_path / "a" / "m.yaml")
    (tmp_path / "nowhere.yaml").symlink_to(tmp_path / "gone.yaml")
    assert len(names(tmp_path)) == 1


def test_a_pipe_does_not_stop_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    put(tmp_path, "m.yaml")
    assert names(tmp_path) == ["m.yaml"]


def test_what_cannot_be_read_is_listed_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "bad.yaml", "argmap: 1\nclaims: [\n")
    put(tmp_path, "binary.yaml", "argmap: 1\n\0")
    put(tmp_path, "closed.yaml")
    put(tmp_path, "errors.yaml", "argmap: 1\nclaims:\n- {id: a, claim: A., colour: red}\n")
    put(tmp_path, "huge.yaml", "argmap: 1\n" + "#" * 300)
    put(tmp_path, "small.yaml", "argmap: 1\nclaims: [A.]\n")
    monkeypatch.setattr(library, "MOST_BYTES", 200)

    def sniff(path: Path) -> bool:
        if path.name == "closed.yaml":
            raise PermissionError(13, "Permission denied")
        return looks_like_map(path)

    monkeypatch.setattr(library, "looks_like_map", sniff)
    told = {found.path.stem: (found.trouble, found.errors) for found in maps_in(tmp_path)}
    assert told["closed"] == ("cannot be read: Permission denied", 0)
    assert told["bad"][0]
    assert "NUL" in told["binary"][0]
    assert told["errors"] == ("", 1)
    assert "0 MB" in told["huge"][0]
    assert told["small"] == ("", 0)


def test_maps_come_one_after_the_other(tmp_path: Path) -> None:
    put(tmp_path, "a.yaml")
    put(tmp_path, "b.yaml")
    found = maps_in(tmp_path)
    assert next(found).path.name == "a.yaml"
    (tmp_path / "b.yaml").unlink()
    assert list(found) == []


@pytest.mark.parametrize("name", ["missing", "file.yaml", "nul\0"])
def test_a_folder_that_is_none_is_refused(tmp_path: Path, name: str) -> None:
    put(tmp_path, "file.yaml")
    with pytest.raises(FileError):
        list(maps_in(tmp_path / name))
