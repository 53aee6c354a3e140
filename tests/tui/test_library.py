"""The list of maps, played on a screen that is not there."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot

from argmap.model import Claim, Map
from argmap.store.write import write_map
from argmap.text import FORBIDDEN
from argmap.tui import app as browser
from argmap.tui.screens.library import LibraryScreen
from argmap.tui.shelf import Spot
from argmap.tui.widgets.listing import Listing
from argmap.tui.written.marks import ASCII, UNICODE, Marks
from tests.golden import check_golden
from tests.maps import TEACHING
from tests.tui.test_hostile import HOSTILE, STEERING
from tests.tui.test_shelf import PARKING

GOLDEN = Path(__file__).parent / "golden"
Result = Spot | None


class Librarian(App[Result]):
    """Shows the list over an empty screen, and ends with what was chosen."""

    CSS_PATH = str(Path(browser.__file__).with_name("app.tcss"))

    def __init__(self, folder: Path, marks: Marks) -> None:
        super().__init__()
        self.library = LibraryScreen(folder, marks)

    def on_mount(self) -> None:
        self.push_screen(self.library, self.exit)

    def text(self) -> str:
        lines = self.library._compositor.render_strips(self.size)  # noqa: SLF001 - no public way
        assert all(line.cell_length <= self.size.width for line in lines)
        return "\n".join(line.text.rstrip() for line in lines) + "\n"


def choose(
    folder: Path,
    scenario: Callable[[Librarian, Pilot[Result]], Awaitable[None]],
    *,
    marks: Marks = UNICODE,
    size: tuple[int, int] = (80, 14),
) -> Result:
    app = Librarian(folder, marks)

    async def play() -> None:
        async with app.run_test(size=size) as pilot:
            await app.workers.wait_for_complete()
            await pilot.pause()
            await scenario(app, pilot)

    asyncio.run(play())
    return app.return_value


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    maps = tmp_path / "maps"
    maps.mkdir()
    (maps / "buses.yaml").write_text(TEACHING, "utf-8")
    (maps / "parking.yaml").write_text(PARKING, "utf-8")
    return Path("maps")


def test_typing_finds_a_claim_of_any_map_and_enter_opens_it(folder: Path) -> None:
    async def scenario(app: Librarian, pilot: Pilot[Result]) -> None:
        check_golden(GOLDEN / "library.txt", app.text())
        await pilot.press(*"cafe")
        assert "as cafés did" in app.text()
        assert "1 match" in app.text()
        await pilot.press("enter")

    assert choose(folder, scenario) == Spot(folder / "parking.yaml", "shops")


def test_the_cursor_moves_escape_takes_back_what_was_typed_and_then_leaves(folder: Path) -> None:
    async def scenario(app: Librarian, pilot: Pilot[Result]) -> None:
        await pilot.press("x", "q", "escape", "down", "down")
        assert app.library.query_one(Listing).cursor == 1
        assert app.is_running
        await pilot.press("escape")

    assert choose(folder, scenario) is None


def test_a_folder_without_maps_says_what_to_do(folder: Path) -> None:
    async def scenario(app: Librarian, pilot: Pilot[Result]) -> None:
        assert "argmap new MAP" in app.text()
        await pilot.press("enter", "down")

    (folder / "empty").mkdir()
    assert choose(folder / "empty", scenario) is None
    assert choose(folder / "gone", lambda app, _: _says(app, "no such file")) is None


async def _says(app: Librarian, words: str) -> None:
    await asyncio.sleep(0)
    assert words in app.text().lower()


def test_hostile_maps_do_no_harm(folder: Path) -> None:
    hostile = [Claim(id=name, claim=text) for name, text in HOSTILE.items()]
    for name, text in HOSTILE.items():
        shown = Map(title=text, claims=(Claim(id="top", claim=text), *hostile))
        (folder / f"{name}.yaml").write_text(write_map(shown), "utf-8")
    (folder / "steering.yaml").write_text(
        "argmap: 1\ntitle: |\n  " + " ".join(STEERING.values()) + "\n", "utf-8", newline=""
    )
    (folder / "[red]\x1b[2J.yaml").write_text("argmap: 1\nclaims: [A.]", "utf-8")

    async def scenario(app: Librarian, pilot: Pilot[Result]) -> None:
        assert "[red]" in app.text()
        await pilot.press("[", "/", "]")
        assert "[/]" in app.text()
        assert not FORBIDDEN.search(app.text().replace("\n", ""))

    choose(folder, scenario, marks=ASCII, size=(60, 60))
