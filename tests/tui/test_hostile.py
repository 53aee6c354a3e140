"""Maps whose every field is made to harm: shown as they are, never obeyed, never a crash."""

import asyncio
import io
import re
from pathlib import Path

import pytest
from textual.pilot import Pilot

from argmap.errors import ArgmapError, Diagnostic, Span
from argmap.model import Citation, Claim, Link, LinkKind, Map, Source, link_id
from argmap.sources import Opened
from argmap.store.write import write_map
from argmap.text import FORBIDDEN, clean
from argmap.tui.app import BrowserApp
from argmap.tui.screens.browse import BrowseScreen
from argmap.tui.session.mapfile import MapFile
from argmap.tui.widgets.details import Details
from tests.tui.screens import browse, made, screen_text

HOSTILE = {
    "closing": "[/]",
    "click": "[@click=app.quit]leave[/]",
    "style": "[bold red]not red[/bold red] [source] $primary {x} \\N",
    "link": "[link=https://example.org]here[/link]",
    "quotes": "\"'<b>&amp;]]>",
    "rtl": "שלום עולם العربية",
    "emoji": "👩‍👩‍👧‍👦 🇲🇽 👍🏽 ❤️ 1️⃣",
    "cjk": "漢字仮名交じり文は空白なしに続くものです" * 3,
    "combining": "Z̸̡̛a̷l̶g̵o̴ e\u0301",
    "long": "x" * 20_000,
    "longcjk": "語" * 3_000,
}
STEERING = {
    "escape": "\x1b[2J\x1b]52;c;aGk=\x07\x1b]0;title\x07 end",
    "c1": "\x9b31m \x90 end",
    "bidi": "\u202egnirts\u202c \u2066x\u2069 end",
    "nul": "a\x00b\x7fc\r\nd\te end",
    "separators": "one\u2028two\u2029three end",
}


def hostile_map(texts: dict[str, str]) -> Map:
    """A map with each text in each field that takes any text."""
    claims = [
        Claim(
            id=name,
            claim=text,
            short=text,
            say=text,
            kind=text,
            note=text,
            speaker=text,
            tags=(text,),
            cites=(Citation(source="s", quote=text, page=text, note=text),),
        )
        for name, text in texts.items()
    ]
    names = list(texts)
    links = [
        Link(
            id=link_id((name,), names[0]),
            kind=LinkKind.REBUTTAL if number % 2 else LinkKind.SUPPORT,
            premises=(name,),
            target=names[0],
            warrant=texts[name],
            scheme=texts[name],
        )
        for number, name in enumerate(names[1:])
    ]
    first = next(iter(texts.values()))
    return Map(
        title=first,
        summary=first,
        sources=(Source(id="s", title=first, author=first),),
        claims=tuple(claims),
        links=tuple(links),
    )


async def visit(screen: BrowseScreen, pilot: Pilot[ArgmapError]) -> str:
    """Look at every row, in every way there is; returns all that showed."""
    seen = []
    details = screen.query_one(Details)
    screen.state.unfold_all()
    for place in range(len(screen.state.rows)):
        screen.go_to(place)
        details.show_state(screen.state)
        await pilot.pause()
        seen.append(screen_text(screen))
        if place == len(screen.state.rows) // 2:
            await pilot.resize_terminal(60, 20)
    screen.copy_text(screen.details_text(), "the details")
    screen.copy_text(screen.state.words(), "the claim")
    await pilot.press("colon", "e")
    await pilot.pause(0.1)
    seen.append(screen_text(screen))
    await pilot.press("escape", "d")
    seen.append(screen_text(screen))
    await pilot.press("escape", "/", "[", "/", "]", "enter")
    seen.append(screen_text(screen))
    return "".join(seen)


def check(shown: str) -> None:
    assert not FORBIDDEN.search(shown.replace("\n", ""))


def test_hostile_text_is_shown_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "hostile.yaml"
    path.write_text(write_map(hostile_map(HOSTILE)), "utf-8")

    async def look(screen: BrowseScreen, pilot: Pilot[ArgmapError]) -> None:
        shown = await visit(screen, pilot)
        check(shown)
        for name in ("closing", "click", "quotes", "rtl"):
            assert HOSTILE[name] in shown
        assert "[bold red]not red[/bold red]" in shown

    browse(path, look)


def test_text_that_no_reader_has_cleaned_is_cleaned_at_the_door(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = made(hostile_map(STEERING))
    told = Diagnostic("AM101", STEERING["escape"], Span(STEERING["escape"], 1, 1), STEERING["c1"])
    opened = Opened(opened.loaded, {}, {}, (told,))
    monkeypatch.setattr("argmap.sources.open_map", lambda *_: opened)

    async def look(screen: BrowseScreen, pilot: Pilot[ArgmapError]) -> None:
        check(await visit(screen, pilot))
        screen.app.notify = lambda words, **_: check(words)  # type: ignore[method-assign]
        screen.say(STEERING["escape"])
        check(screen.app.clipboard.replace("\n", ""))

    browse(tmp_path / "not-there.yaml", look)


def test_the_title_of_a_hostile_map_fits_its_bar(tmp_path: Path) -> None:
    map_name = "[@click=app.quit]\x1b[31m.yaml"
    path = tmp_path / map_name
    path.write_text("claims:\n- one\n", "utf-8")

    async def look(screen: BrowseScreen, pilot: Pilot[ArgmapError]) -> None:
        await pilot.pause()
        assert screen_text(screen).startswith(f" {clean(map_name)}")

    browse(path, look)


def test_all_bytes_for_the_terminal_are_text_or_styles_of_our_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = made(hostile_map(STEERING))
    monkeypatch.setattr("argmap.sources.open_map", lambda *_: opened)
    reading = MapFile(str(tmp_path / "x")).read()
    reading.result()
    written = io.StringIO()

    async def play() -> None:
        app = BrowserApp(reading)
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.pause()
            screen = app.screen
            for strip in screen._compositor.render_strips(app.size):  # noqa: SLF001
                written.write(strip.render(app.console))

    asyncio.run(play())
    styles = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\")
    check(styles.sub("", written.getvalue()))
