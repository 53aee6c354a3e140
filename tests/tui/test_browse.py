"""The browser as a whole, played on a screen that is not there."""

import asyncio
import os
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import cast

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import OptionList

from argmap.errors import ArgmapError, FileError
from argmap.sources import Opened
from argmap.tui.app import BrowserApp
from argmap.tui.commands import COMMANDS
from argmap.tui.screens.browse import BrowseScreen
from argmap.tui.screens.choice import ChoiceScreen
from argmap.tui.screens.diagnostics import DiagnosticsScreen
from argmap.tui.screens.help import HelpScreen
from argmap.tui.screens.library import LibraryScreen
from argmap.tui.session.mapfile import MapFile, StoppedReading
from argmap.tui.widgets.details import Details
from tests.golden import check_golden
from tests.maps import TEACHING
from tests.tui.screens import Scenario, browse, opened, screen_text, until

GOLDEN = Path(__file__).parent / "golden"
Play = Pilot[ArgmapError]


@pytest.fixture
def teaching(tmp_path: Path) -> Path:
    path = tmp_path / "map.yaml"
    path.write_text(TEACHING, "utf-8")
    return path


def under_cursor(screen: BrowseScreen) -> str | None:
    return screen.state.row.claim if screen.state.row else None


def rewrite(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")
    os.utime(path, ns=(1, 1))


def test_what_is_told_takes_the_place_of_what_was_told_but_not_of_a_problem(
    teaching: Path,
) -> None:
    async def tell(screen: BrowseScreen, pilot: Play) -> None:
        for words in ("first", "second"):
            screen.say(words)
            await until(pilot, partial(lambda said: said in screen_text(screen), words))
        assert "first" not in screen_text(screen)
        screen.say("a problem", problem=True)
        screen.say("third")
        await until(pilot, lambda: "third" in screen_text(screen))
        assert "a problem" in screen_text(screen)

    browse(teaching, tell)


def test_keys_that_have_nothing_to_do_say_why(teaching: Path) -> None:
    async def press(screen: BrowseScreen, pilot: Play) -> None:
        for key, words in (
            ("u", "nothing to undo"),
            ("n", "no search"),
            ("!", "step"),
        ):
            await pilot.press(key)
            await until(pilot, partial(lambda said: said in screen_text(screen), words))

    browse(teaching, press)
    teaching.write_text("", "utf-8")

    async def press_too_early(screen: BrowseScreen, pilot: Play) -> None:
        await pilot.press("s")
        await until(pilot, lambda: "A writes the first" in screen_text(screen))

    browse(teaching, press_too_early)


def test_a_map_opens_where_it_was_left(tmp_path: Path) -> None:
    path = tmp_path / "long.yaml"
    reasons = "".join(f"  - Reason {number}.\n" for number in range(60))
    path.write_text(f"argmap: 1\nclaims:\n- claim: It is so.\n  supports:\n{reasons}", "utf-8")

    async def leave(_: BrowseScreen, pilot: Play) -> None:
        await pilot.press("G", "q")
        await pilot.pause()

    async def look(screen: BrowseScreen, pilot: Play) -> None:
        await pilot.pause()
        assert under_cursor(screen) == "reason-59"
        assert "+ Reason 59." in screen_text(screen)

    browse(path, leave, size=(80, 24))
    browse(path, look, size=(80, 24))


def test_what_is_pasted_is_offered_as_claims(teaching: Path) -> None:
    async def paste(screen: BrowseScreen, pilot: Play) -> None:
        screen.app.post_message(events.Paste("- Buses are slow.\r\n  - Not at night.\n"))
        await until(pilot, lambda: isinstance(screen.app.screen, ChoiceScreen))
        await pilot.press("r")
        await until(pilot, lambda: "buses-are-slow" in screen.state.index.claims)
        assert under_cursor(screen) == "buses-are-slow"

    browse(teaching, paste)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
def test_the_screen_at_usual_sizes(teaching: Path, size: tuple[int, int]) -> None:
    async def look(screen: BrowseScreen, pilot: Play) -> None:
        await pilot.press("j")
        screen.action_command("Down")
        await pilot.pause(0.1)
        check_golden(GOLDEN / f"screen-{size[0]}x{size[1]}.txt", screen_text(screen))

    browse(teaching, look, size=size)


def test_what_lies_over_the_screen_in_ascii_holds_only_ascii_too(teaching: Path) -> None:
    async def look(screen: BrowseScreen, pilot: Play) -> None:
        for keys in (("x",), ("s",), (":", "d"), ("E",), ("T",), ("question_mark",), ("t",)):
            await pilot.press(*keys)
            await until(pilot, lambda: screen.app.screen is not screen)
            await pilot.pause(0.1)
            assert screen_text(screen).isascii(), screen_text(screen)
            await pilot.press("escape")
        screen.say("“a ‘b’” … · ●")
        await until(pilot, lambda: "a 'b'" in screen_text(screen))
        assert screen_text(screen).isascii(), screen_text(screen)

    browse(teaching, look, ascii_only=True)


def test_the_screen_in_ascii_holds_only_ascii(teaching: Path) -> None:
    async def look(screen: BrowseScreen, pilot: Play) -> None:
        assert screen_text(screen).isascii()
        await pilot.press("f1")
        assert screen_text(screen).isascii()

    browse(teaching, look, ascii_only=True, size=(100, 24))


def test_without_colour_the_cursor_is_in_reverse(
    teaching: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def look(screen: BrowseScreen, pilot: Play) -> None:
        await pilot.pause()
        strip = screen._compositor.render_strips(screen.app.size)[1]  # noqa: SLF001
        claim = next(segment for segment in strip if "The city" in segment.text)
        assert claim.style is not None
        assert claim.style.reverse
        for segment in strip:
            style = segment.style
            assert style is None or style.color is None or style.color.is_default

    browse(teaching, look, no_color=True)


def test_a_resize_keeps_the_cursor_and_changes_the_panes(teaching: Path) -> None:
    async def resize(screen: BrowseScreen, pilot: Play) -> None:
        screen.state.goto(screen.state.carriers["cost"])
        screen.sync()
        for size in ((60, 20), (250, 80), (80, 24), (30, 8)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert under_cursor(screen) == "cost"
            assert screen.has_class("-wide") == (size[0] >= 100)
            assert "cannot" in screen_text(screen)
        for size in ((8, 3), (1, 1), (120, 40)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            screen_text(screen)
        assert "cannot" in screen_text(screen)

    browse(teaching, resize)


def test_searching_as_one_types(teaching: Path) -> None:
    async def search(screen: BrowseScreen, pilot: Play) -> None:
        await pilot.press("z", "/", *"city", "down")
        assert under_cursor(screen) == "ration"
        assert "2 of 3" in screen_text(screen)
        await pilot.press("enter", "n")
        assert under_cursor(screen) == "cost"
        assert "city: 3 of 3" in screen_text(screen)
        await pilot.press("/", *"ring", "escape")
        assert under_cursor(screen) == "cost"
        assert screen.search is None

    browse(teaching, search)


def test_the_details_take_a_narrow_screen_and_give_it_back(teaching: Path) -> None:
    async def switch(screen: BrowseScreen, pilot: Play) -> None:
        await pilot.press("tab")
        assert "Supported by" in screen_text(screen)
        assert "▾ ●" not in screen_text(screen)
        screen.action_command("Down")
        assert under_cursor(screen) == "free"
        await pilot.press("escape")
        assert "▾ ●" in screen_text(screen)
        await pilot.press("i")
        assert "Supported by" not in screen_text(screen)

    browse(teaching, switch, size=(80, 24))


def test_details_stay_scrolled_until_the_cursor_moves(teaching: Path) -> None:
    async def scroll(screen: BrowseScreen, pilot: Play) -> None:
        details = screen.query_one(Details)
        await pilot.press("tab", "j", "j")
        await pilot.pause(0.15)
        assert details.scroll_offset.y == 2
        await pilot.press("escape", "j")
        await until(pilot, lambda: details.scroll_offset.y == 0)

    browse(teaching, scroll, size=(60, 8))


def test_what_happens_behind_the_details_shows_when_the_outline_is_back(teaching: Path) -> None:
    async def follow(screen: BrowseScreen, pilot: Play) -> None:
        await pilot.press("z", "tab")
        screen.go_to(screen.state.carriers["walkers"])
        await pilot.press("tab")
        assert "▾ + It would take cars" in screen_text(screen)
        assert "1.1.1 · rebuttal" in screen_text(screen)
        await pilot.press("k", "space")
        assert "▸ + It would take cars off the road. … 2 more" in screen_text(screen)

    browse(teaching, follow, size=(80, 24))


def test_the_mouse_picks_folds_and_follows(teaching: Path) -> None:
    async def click(screen: BrowseScreen, pilot: Play) -> None:
        await pilot.click("#outline", offset=(12, 1))
        assert under_cursor(screen) == "traffic"
        await pilot.click("#outline", offset=(3, 1))
        assert screen.state.is_folded(screen.state.cursor)
        await pilot.pause(0.1)
        lines = screen_text(screen).splitlines()
        y = next(n for n, line in enumerate(lines) if "+ 1 Free buses" in line)
        x = lines[y].index("Free buses", 60)
        await pilot.click(offset=(x, y))
        assert under_cursor(screen) == "free"
        await pilot.click("#keys", offset=(3, 0))
        assert isinstance(screen.app.screen, HelpScreen)

    browse(teaching, click)


def test_a_changed_file_is_shown_and_a_lost_one_is_told(teaching: Path) -> None:
    async def change(screen: BrowseScreen, pilot: Play) -> None:
        screen.state.goto(screen.state.carriers["cost"])
        rewrite(teaching, TEACHING.replace("afford it", "pay for it"))
        await until(pilot, lambda: "cannot pay for it" in screen_text(screen))
        await until(pilot, lambda: "Reloaded" in screen_text(screen))
        assert under_cursor(screen) == "cost"
        os.remove(teaching)  # noqa: PTH107 - nothing else waits on this loop
        await until(pilot, lambda: "The file is gone" in screen_text(screen))
        assert "cannot pay for it" in screen_text(screen)

    browse(teaching, change)


def test_a_broken_map_opens_and_lists_what_is_the_matter(tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text(TEACHING.replace("implicit: true", "implicit: perhaps"), "utf-8")

    async def look(screen: BrowseScreen, pilot: Play) -> None:
        assert "1 error (d)" in screen_text(screen)
        await pilot.press("d")
        assert "error AM1" in screen_text(screen)
        await pilot.press("j", "k", "enter")
        assert under_cursor(screen) == "ration"

    browse(path, look)


def test_a_file_without_a_claim_shows_its_diagnostics_at_once(tmp_path: Path) -> None:
    path = tmp_path / "list.yaml"
    path.write_text("- a\n- b\n", "utf-8")

    async def look(screen: BrowseScreen, pilot: Play) -> None:
        await pilot.pause()
        assert isinstance(screen.app.screen, DiagnosticsScreen)
        assert screen.app.screen.query_one(OptionList).option_count >= 1
        await pilot.press("escape")
        over = {"Quit", "Diagnostics", "Help", "Palette", "Theme", "Find", "AddRoot", "EditMap"}
        over |= {"PasteOutline", "FilterRows", "OpenOther", "EditOutside", "Cite", "NextUncited"}
        for command in COMMANDS:
            if command.__name__ not in over:
                screen.run_command(command)
        await pilot.pause(0.1)
        assert "no claim yet" in screen_text(screen)

    browse(path, look)


def test_the_palette_finds_commands_and_claims(teaching: Path) -> None:
    async def find(screen: BrowseScreen, pilot: Play) -> None:
        await pilot.press("colon", *"ring r")
        await until(pilot, lambda: "Most cars" in screen_text(screen))
        await pilot.press("enter")
        await until(pilot, lambda: under_cursor(screen) == "ring")
        await pilot.press("ctrl+p", *"fold a")
        await until(pilot, lambda: "fold all but the first" in screen_text(screen))
        await pilot.press("enter")
        await until(pilot, lambda: not screen.state.all_unfolded)

    browse(teaching, find)


def test_claims_and_details_are_copied(teaching: Path) -> None:
    async def copy(screen: BrowseScreen, pilot: Play) -> None:
        await pilot.press("y")
        assert screen.app.clipboard == "The city should make buses free."
        await pilot.press("Y", "d")
        await until(pilot, lambda: "Supported by" in screen.app.clipboard)
        assert "Supported by\n+ 1.1 It would take cars off the road." in screen.app.clipboard

    browse(teaching, copy)


class Slow:
    """A reading that takes as long as the test wants."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, then: Callable[[], Opened]) -> None:
        self.go_on = threading.Event()

        def wait(_path: str, _files: object, progress: Callable[[float], None]) -> Opened:
            progress(0.42)
            self.go_on.wait(10)
            progress(0.9)
            return then()

        monkeypatch.setattr("argmap.sources.open_map", wait)
        self.reading = MapFile("large.yaml").read()
        self.app = BrowserApp(self.reading)

    def play(self, scenario: Scenario) -> ArgmapError | None:
        async def run() -> None:
            async with self.app.run_test() as pilot:
                await scenario(cast("BrowseScreen", self.app.screen), pilot)

        asyncio.run(run())
        return self.app.return_value


def test_a_slow_reading_shows_how_far_it_is_and_then_the_map(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    slow = Slow(monkeypatch, lambda: opened(TEACHING))

    async def look(screen: BrowseScreen, pilot: Play) -> None:
        await until(pilot, lambda: "reading 42 %" in screen_text(screen))
        await pilot.press("j", "z", "y")
        slow.go_on.set()
        await until(pilot, lambda: "The city should" in screen_text(screen))
        assert under_cursor(screen) == "free"

    assert slow.play(look) is None


def test_a_slow_reading_that_fails_ends_the_program_with_the_reason(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail() -> Opened:
        raise FileError("large.yaml: it is gone", "Look for it.")

    slow = Slow(monkeypatch, fail)

    async def look(_screen: BrowseScreen, pilot: Play) -> None:
        slow.go_on.set()
        await until(pilot, lambda: slow.app.return_value is not None)

    assert str(slow.play(look)) == "large.yaml: it is gone"


def test_leaving_gives_a_slow_reading_up(monkeypatch: pytest.MonkeyPatch) -> None:
    finished: list[bool] = []

    def note() -> Opened:
        finished.append(True)
        return opened(TEACHING)

    slow = Slow(monkeypatch, note)

    async def leave(_screen: BrowseScreen, pilot: Play) -> None:
        await pilot.press("q")

    slow.play(leave)
    slow.go_on.set()
    with pytest.raises(StoppedReading):
        slow.reading.result()
    assert finished == []


def test_maps_of_a_folder_are_opened_one_after_the_other(tmp_path: Path) -> None:
    for name in ("one", "two"):
        text = TEACHING.replace("Free city buses", f"Map {name}")
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    app = BrowserApp(tmp_path)

    async def play() -> None:
        async with app.run_test() as pilot:
            for title in ("Map one", "Map two", "Map one"):
                shown = partial(_shows, app, f" {title}")
                await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
                await until(pilot, lambda: "2 maps" in screen_text(app))
                await pilot.press(*title, "down", "enter")
                await until(pilot, lambda: isinstance(app.screen, BrowseScreen))
                await until(pilot, shown)
                await pilot.press("ctrl+o")

    asyncio.run(play())


def _shows(app: BrowserApp, words: str) -> bool:
    return words in screen_text(app)


def test_what_nobody_thought_of_leaves_the_terminal_and_is_told(
    teaching: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def burst(_view: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("argmap.tui.commands.view.Numbers.run", burst)
    app = BrowserApp(MapFile(str(teaching)).read())

    async def play() -> None:
        async with app.run_test() as pilot:
            await pilot.press("#")

    with pytest.raises(ZeroDivisionError):
        asyncio.run(play())
    assert isinstance(app.bug, ZeroDivisionError)
