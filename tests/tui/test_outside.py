import os
from pathlib import Path

import pytest

from argmap.errors import MissingComponent, UsageError
from argmap.tui.outside import editor_command, folder_for_views, show_file


def program(folder: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text("#!/bin/sh\n")
    (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


@pytest.mark.parametrize(
    ("editor", "arguments"),
    [
        ("vim", ["+7", "{file}"]),
        ("nano -w", ["-w", "+7", "{file}"]),
        ("code --wait", ["--wait", "--goto", "{file}:7"]),
        ("hx", ["{file}:7"]),
    ],
)
def test_the_editor_opens_at_the_line(
    editor: str, arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path / "bin", editor.split(maxsplit=1)[0], monkeypatch)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", editor)
    file = str(tmp_path / "-odd name.yaml")
    expected = [word.replace("{file}", file) for word in arguments]
    assert editor_command("-odd name.yaml", 7) == [editor.split(maxsplit=1)[0], *expected]


def test_a_visual_editor_goes_before_a_plain_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, "emacs", monkeypatch)
    monkeypatch.setenv("EDITOR", "ed")
    monkeypatch.setenv("VISUAL", "emacs")
    assert editor_command("a.yaml", 1)[0] == "emacs"


def test_without_an_editor_it_is_said_how_to_name_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for name in ("EDITOR", "VISUAL"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(MissingComponent) as none:
        editor_command("a.yaml", 1)
    assert "EDITOR" in none.value.remedy
    monkeypatch.setenv("EDITOR", "gone --fast")
    with pytest.raises(MissingComponent, match="`gone` is not there"):
        editor_command("a.yaml", 1)


def test_an_editor_that_cannot_be_read_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", '"nano')
    with pytest.raises(UsageError, match="not closed"):
        editor_command("a.yaml", 1)


def test_where_there_is_no_desktop_no_picture_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert not show_file(tmp_path / "map.svg")


def test_pictures_to_look_at_share_a_folder_that_is_removed_another_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("argmap.tui.outside._VIEWS", [])
    first = folder_for_views()
    (first / "map.svg").write_text("<svg/>")
    assert folder_for_views() == first
    os.utime(first, (0, 0))
    (tmp_path / "argmap-else").mkdir()
    os.utime(tmp_path / "argmap-else", (0, 0))
    monkeypatch.setattr("argmap.tui.outside._VIEWS", [])  # as another run of the program
    second = folder_for_views()
    assert set(tmp_path.iterdir()) == {second, tmp_path / "argmap-else"}
