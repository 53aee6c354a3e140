"""The screens that ask, played on a screen that is not there."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual import events
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import TextArea

from argmap.text import FORBIDDEN
from argmap.tui import app as browser
from argmap.tui.asking.drafts import Drafts
from argmap.tui.asking.prompts import (
    MOST_CHARACTERS,
    Choice,
    Item,
    Option,
    Pick,
    Prompt,
    TextPrompt,
)
from argmap.tui.screens.asking import screen_for
from argmap.tui.widgets.listing import Listing
from argmap.tui.written.marks import ASCII, UNICODE, Marks
from tests.tui.test_hostile import HOSTILE, STEERING

Answer = str | None
Scenario = Callable[[Pilot[Answer]], Awaitable[None]]
SUPPORT = TextPrompt("Support for ‘a’", about="The city should pay.", hint="one sentence")
DELETE = Choice(
    "Delete ‘a’",
    [Option("b", "the branch", "3 claims"), Option("o", "this occurrence")],
    body="It also supports ‘cost’.",
)
CLAIMS = Pick("Move under", [Item(f"c{n}", f"Claim {n} of many", f"1.{n}") for n in range(500)])


class Asker(App[Answer]):
    """Asks one prompt over an empty screen, and ends with the answer."""

    CSS_PATH = str(Path(browser.__file__).with_name("app.tcss"))

    def __init__(self, prompt: Prompt[str], marks: Marks, drafts: Drafts) -> None:
        super().__init__()
        self.prompt = screen_for(prompt, marks, drafts)

    def on_mount(self) -> None:
        self.push_screen(self.prompt, self.exit)


def ask(
    prompt: Prompt[str],
    scenario: Scenario,
    *,
    marks: Marks = UNICODE,
    size: tuple[int, int] = (60, 20),
    drafts: Drafts | None = None,
) -> Answer:
    """Ask a prompt, play a scenario, and return what was answered."""
    app = Asker(prompt, marks, drafts or Drafts())

    async def play() -> None:
        async with app.run_test(size=size) as pilot:
            await scenario(pilot)

    asyncio.run(play())
    return app.return_value


def pressing(*keys: str) -> Scenario:
    async def press(pilot: Pilot[Answer]) -> None:
        await pilot.press(*keys)

    return press


def shown(pilot: Pilot[Answer]) -> str:
    lines = pilot.app.screen._compositor.render_strips(pilot.app.size)  # noqa: SLF001 - no other way
    return "\n".join(line.text.rstrip() for line in lines)


async def paste(pilot: Pilot[Answer], text: str) -> None:
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()


def test_enter_takes_a_text_and_escape_leaves_it() -> None:
    async def write(pilot: Pilot[Answer]) -> None:
        assert "The city should pay." in shown(pilot)
        assert "one sentence" in shown(pilot)
        await pilot.press("enter")
        assert "Nothing is written yet" in shown(pilot)
        await pilot.press(*"[/]", "space", "x", "enter")

    assert ask(SUPPORT, write) == "[/] x"
    assert ask(SUPPORT, pressing("a", "escape")) is None
    assert ask(TextPrompt("Note", "old", optional=True), pressing("ctrl+u", "enter")) == ""


def test_the_text_is_wrapped_anew_and_shows_wherever_the_window_is_resized() -> None:
    long = "A long sentence that wraps over several lines in a window as small as this, surely so."

    async def resize(pilot: Pilot[Answer]) -> None:
        await paste(pilot, long)
        for size in ((100, 30), (80, 30), (1, 1), (60, 20), (40, 7), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause(0.05)
            if size > (1, 1):
                assert long in " ".join(shown(pilot).replace("│", " ").split())
        await pilot.press("enter")

    assert ask(SUPPORT, resize) == long


def test_lines_belong_to_an_outline() -> None:
    outline = TextPrompt("Paste", lines=True)
    assert ask(outline, pressing("a", "enter", "b", "ctrl+s")) == "a\nb"


def test_a_draft_that_was_left_comes_back_with_up() -> None:
    drafts = Drafts()
    assert ask(SUPPORT, pressing(*"words", "escape"), drafts=drafts) is None

    async def bring_back(pilot: Pilot[Answer]) -> None:
        assert "Up brings back what you left: words" in shown(pilot)
        await pilot.press("x", "up", "!", "enter")

    assert ask(SUPPORT, bring_back, drafts=drafts) == "words!"
    assert drafts.of(SUPPORT) == ""


def test_up_moves_in_a_text_before_it_brings_anything_back() -> None:
    drafts = Drafts()
    edit = TextPrompt("Text", "word " * 30)
    drafts.keep(edit, "a draft of it")
    assert ask(edit, pressing("up", "enter"), drafts=drafts) == ("word " * 30).strip()


def test_a_paste_is_cut_and_cleaned_and_told() -> None:
    async def paste_much(pilot: Pilot[Answer]) -> None:
        await paste(pilot, STEERING["escape"] + "\r\nline " + "word " * 200_000)
        assert "Replaced" in shown(pilot)
        assert "Cut" in shown(pilot)
        assert not FORBIDDEN.search(shown(pilot).replace("\n", ""))
        assert len(pilot.app.screen.query_one(TextArea).text) == MOST_CHARACTERS
        await pilot.press("enter")

    answer = ask(SUPPORT, paste_much)
    assert answer is not None
    assert "end line word" in answer
    assert not FORBIDDEN.search(answer)


def test_a_letter_answers_a_choice_at_once() -> None:
    assert ask(DELETE, pressing("o")) == "o"
    assert ask(DELETE, pressing("j", "x", "enter")) == "o"
    assert ask(DELETE, pressing("down", "up", "enter")) == "b"
    assert ask(DELETE, pressing("escape")) is None


def test_letters_of_a_choice_come_before_the_keys_that_move() -> None:
    letters = Choice("Field", [Option("a", "one"), Option("j", "two"), Option("k", "three")])
    assert ask(letters, pressing("j")) == "j"


@pytest.mark.parametrize("marks", [UNICODE, ASCII])
def test_a_choice_of_long_words_fits_the_smallest_screen(marks: Marks) -> None:
    options = [Option(letter, HOSTILE["long"], HOSTILE["cjk"]) for letter in "abcdefghjk"]
    long = Choice("T" * 300, [Option("z", "short", "plain words"), *options], "many\nlines\n" * 900)

    async def look(pilot: Pilot[Answer]) -> None:
        text = shown(pilot)
        assert "Esc leaves it" in text
        assert "z  short" in text
        await pilot.press("end", "pagedown", "z")

    assert ask(long, look, marks=marks) == "z"


def test_a_pick_narrows_as_letters_are_typed() -> None:
    async def look(pilot: Pilot[Answer]) -> None:
        assert "500 items" in shown(pilot)
        await pilot.press(*"77")
        assert "Claim 477 of many" in shown(pilot)
        await pilot.press("down", "up", "down", "enter")

    assert ask(CLAIMS, look) == "c177"


def test_a_pick_takes_only_what_is_there() -> None:
    async def look(pilot: Pilot[Answer]) -> None:
        await paste(pilot, "zzz" * 9999)
        await pilot.press("enter", "down")
        assert "no match" in shown(pilot)
        await pilot.press("escape")

    assert ask(CLAIMS, look) is None


def test_a_click_takes_a_line() -> None:
    async def click(pilot: Pilot[Answer]) -> None:
        await pilot.click(Listing, offset=(5, 3))

    assert ask(CLAIMS, click) == "c2"


def test_items_that_are_hostile_are_shown_and_found() -> None:
    items = [Item(name, text, text) for name, text in (HOSTILE | STEERING).items()]

    async def look(pilot: Pilot[Answer]) -> None:
        seen = shown(pilot)
        for _ in items:
            await pilot.press("down")
            seen += shown(pilot)
        assert HOSTILE["click"] in seen
        assert not FORBIDDEN.search(seen.replace("\n", ""))
        await pilot.press(*"[/", "enter")

    assert ask(Pick("[/] pick", items, hint="[/]"), look, size=(80, 24)) == "closing"
