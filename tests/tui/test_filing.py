"""The file behind the screen: what keeps it from being edited, and work that was left."""

import os
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.screen import Screen

from argmap.errors import ArgmapError
from argmap.store import load
from argmap.store.journal import find_left
from argmap.tui.screens.browse import BrowseScreen
from argmap.tui.screens.choice import ChoiceScreen
from argmap.tui.screens.editor import line_to_edit
from argmap.tui.screens.textprompt import PromptArea
from tests.maps import TEACHING
from tests.tui.editing import session_on, supported
from tests.tui.screens import browse, screen_text, state_of, until
from tests.tui.test_browse import rewrite

Play = Pilot[ArgmapError]


@pytest.fixture
def teaching(tmp_path: Path) -> Path:
    path = tmp_path / "map.yaml"
    path.write_text(TEACHING, "utf-8")
    return path


def test_in_a_broken_file_an_edit_is_refused_before_anything_is_typed(teaching: Path) -> None:
    teaching.write_text(f"{TEACHING}: [broken\n", "utf-8")

    async def try_to_edit(screen: BrowseScreen, pilot: Play) -> None:
        assert screen.state.rows
        await pilot.press("s")
        await until(pilot, lambda: "syntax error" in screen_text(screen))
        assert screen.app.screen is screen

    browse(teaching, try_to_edit)


def test_the_editor_opens_at_the_claim_or_at_what_is_broken() -> None:
    state = state_of(TEACHING)
    state.goto(state.carriers["ring"])
    assert "ring" in TEACHING.splitlines()[line_to_edit(state) - 1]
    broken = f"{TEACHING}: [broken\n"
    assert line_to_edit(state_of(broken)) >= TEACHING.count("\n")


def test_saving_twice_does_not_write_over_what_another_wrote(teaching: Path) -> None:
    async def save_twice(screen: BrowseScreen, pilot: Play) -> None:
        screen.state.goto(screen.state.carriers["ring"])
        await pilot.press("x")
        await until(pilot, lambda: screen.unsaved)
        rewrite(teaching, TEACHING.replace("afford it", "pay for it"))
        await until(pilot, lambda: "file changed on disk" in screen_text(screen).split("\n")[0])
        await pilot.press("w")
        await until(pilot, lambda: isinstance(screen.app.screen, ChoiceScreen))
        await pilot.press("w", "escape")
        assert screen.unsaved

    browse(teaching, save_twice)
    assert "pay for it" in teaching.read_text("utf-8")


def test_a_file_that_is_gone_can_be_written_anew(teaching: Path) -> None:
    async def save(screen: BrowseScreen, pilot: Play) -> None:
        os.remove(teaching)  # noqa: PTH107 - nothing else waits on this loop
        await until(pilot, lambda: screen.unsaved)
        await pilot.press("w")
        await until(pilot, lambda: isinstance(screen.app.screen, ChoiceScreen))
        await pilot.press("o")
        await until(pilot, lambda: not screen.unsaved)

    browse(teaching, save)
    assert teaching.read_text("utf-8") == TEACHING


def test_left_work_is_not_dropped_by_one_key(teaching: Path) -> None:
    session = session_on(teaching)
    session.apply(supported(session.opened.map, "free", "They are clean.", "clean"))
    session.close(clean=False)

    async def answer(screen: BrowseScreen, pilot: Play) -> None:
        await until(pilot, lambda: isinstance(screen.app.screen, ChoiceScreen))
        await pilot.press("d")
        await until(pilot, lambda: "for good?" in screen_text(screen))
        await pilot.press("escape")

    browse(teaching, answer)
    left = find_left(str(teaching))
    assert left is not None
    left.release()


def test_over_a_read_only_file_one_is_asked_and_may_save_elsewhere(teaching: Path) -> None:
    teaching.chmod(0o444)
    taken, free = teaching.with_name("taken.yaml"), teaching.with_name("free.yaml")
    taken.write_text("mine", "utf-8")

    async def save(screen: BrowseScreen, pilot: Play) -> None:
        screen.state.goto(screen.state.carriers["ring"])
        await pilot.press("x", "w")
        await until(pilot, lambda: isinstance(screen.app.screen, ChoiceScreen))
        await pilot.press("e")
        asked = await answer(pilot, taken)
        await until(pilot, lambda: screen.app.screen not in {asked, screen})
        await answer(pilot, free)
        await until(pilot, lambda: screen.app.screen is screen)
        assert screen.unsaved
        await pilot.press("q")
        await until(pilot, lambda: screen.app.return_code is not None)

    browse(teaching, save)
    assert teaching.read_text("utf-8") == TEACHING
    assert taken.read_text("utf-8") == "mine"
    assert "ring" not in load(free).index.claims


async def answer(pilot: Play, path: Path) -> Screen[object]:
    """Write a path into the box; returns the screen that asked for it."""
    await until(pilot, lambda: isinstance(pilot.app.focused, PromptArea))
    asked = pilot.app.screen
    pilot.app.screen.query_one(PromptArea).select_all()  # a long path takes several lines
    pilot.app.post_message(events.Paste(str(path)))
    await pilot.press("enter")
    return asked
