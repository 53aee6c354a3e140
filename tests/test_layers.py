"""The floors of the house: each may import itself and the floors before it, never a later one."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "argmap"
FLOORS = (
    "text", "errors", "model", "store", "sources", "formats", "analysis", "diagram", "prep",
    "extract", "tui", "cli",
)  # fmt: skip
MODULES = sorted(PACKAGE.rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def floor_of(module: str) -> int | None:
    parts = module.split(".")
    if parts[0] != "argmap" or len(parts) < 2 or parts[1] not in FLOORS:
        return None
    return FLOORS.index(parts[1])


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_module_imports_a_later_floor(path: Path) -> None:
    own = floor_of(name_of(path))
    if own is None:  # the package's own door
        return
    later = [name for name in imported(path) if (floor_of(name) or 0) > own]
    assert later == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_textual_and_printing_stay_on_their_floors(path: Path) -> None:
    floor = name_of(path).split(".")[1]
    outside = {name.split(".")[0] for name in imported(path)}
    if floor != "tui":
        assert not outside & {"textual", "rich"}
    if floor != "cli":
        calls = [
            node.func.id
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        ]
        assert "print" not in calls


def test_every_folder_is_a_floor() -> None:
    folders = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").is_file()}
    assert folders <= set(FLOORS)


HEAVY = (
    "textual",
    "rich",
    "graphviz",
    "reportlab",
    "resvg_py",
    "fontTools",
    "PIL",
    "shtab",
    "aiohttp",
)


@pytest.mark.parametrize(
    ("arguments", "light"),
    [
        (["--help"], (*HEAVY, "pydantic", "yaml")),
        (["check", "maps/class-trip-by-train.yaml"], HEAVY),
        (["show", "maps/class-trip-by-train.yaml"], HEAVY),
        (["export", "maps/class-trip-by-train.yaml", "-o", "-", "--to", "json"], HEAVY),
    ],
)
def test_commands_import_only_what_they_need(arguments: list[str], light: tuple[str, ...]) -> None:
    script = (
        "import sys; from argmap.cli.main import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit: pass\n"
        f"print('heavy:', [name for name in {light!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True, text=True, check=True, cwd=PACKAGE.parent,
    )  # fmt: skip
    assert done.stdout.splitlines()[-1] == "heavy: []"
