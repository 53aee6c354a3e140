"""Keys that come faster than the screen follows, as over a slow line."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from argmap.errors import ArgmapError
from argmap.tui.screens.browse import BrowseScreen
from tests.maps import TEACHING
from tests.tui.screens import browse, until

Play = Pilot[ArgmapError]


@pytest.fixture
def teaching(tmp_path: Path) -> Path:
    path = tmp_path / "map.yaml"
    path.write_text(TEACHING, "utf-8")
    return path


def burst(screen: BrowseScreen, keys: Sequence[str]) -> None:
    """All keys at once, before anything is done about the first."""
    for key in keys:
        screen.app.post_message(events.Key(key, key if len(key) == 1 else None))


def test_what_is_typed_behind_a_command_is_its_answer(teaching: Path) -> None:
    async def type_ahead(screen: BrowseScreen, pilot: Play) -> None:
        keys = ("s", *"Xwoqu", "enter", "r", *"Yx", "enter", "j", "k")
        burst(screen, keys)
        await until(pilot, lambda: "yx" in screen.state.index.claims)
        claims = screen.state.index.claims
        assert claims["xwoqu"].claim == "Xwoqu"
        assert claims["yx"].claim == "Yx"
        await until(pilot, lambda: screen.state.row is not None and screen.state.row.claim == "yx")

    browse(teaching, type_ahead)


def test_questions_in_a_row_and_the_search_line_wait_for_their_letters(teaching: Path) -> None:
    async def type_ahead(screen: BrowseScreen, pilot: Play) -> None:
        before = len(screen.state.rows)
        burst(screen, ("R", "s", *"ring", "enter"))
        await until(pilot, lambda: len(screen.state.rows) == before + 1)
        burst(screen, ("slash", *"wxu"))
        await until(pilot, lambda: screen.search is not None and screen.search.query == "wxu")
        assert screen.unsaved

    browse(teaching, type_ahead)


@pytest.mark.parametrize("key", ["slash", "colon"])
def test_a_paste_cannot_give_orders_to_the_terminal(teaching: Path, key: str) -> None:
    async def paste(screen: BrowseScreen, pilot: Play) -> None:
        await pilot.press(key)
        screen.app.post_message(events.Paste("free\x1b[31m\x9b2J" + "x" * 100_000))
        await until(pilot, lambda: "free" in typed(screen))
        assert typed(screen).startswith("free\ufffd[31m\ufffd2Jxx")
        assert len(typed(screen)) <= 1000
        await pilot.press("escape")  # a palette that still searches would fail when all ends
        await until(pilot, lambda: screen.app.screen is screen)

    browse(teaching, paste)


def typed(screen: BrowseScreen) -> str:
    line = screen.app.focused
    return line.value if isinstance(line, Input) else ""
