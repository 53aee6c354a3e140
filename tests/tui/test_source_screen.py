"""The source over the screen, played: keys, mouse, sizes, hostile text."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.app import App
from textual.pilot import Pilot

from argmap.errors import ArgmapError
from argmap.sources import Opened, with_sources
from argmap.store import loads
from argmap.tui.app import BrowserApp
from argmap.tui.screens.browse import BrowseScreen
from argmap.tui.screens.source import SourceScreen
from argmap.tui.source.choice import ANOTHER_PASSAGE, EVERYTHING, SourceAct, SourceChoice
from argmap.tui.written.marks import ASCII, UNICODE
from tests.hostile import TEXTS
from tests.tui.screens import browse, screen_text, until

MAP = """\
argmap: 1
sources:
  paper: {title: "A [b]paper[/b]"}
  other: {title: The other}
claims:
- id: free
  claim: Buses should be free.
  cites: [{source: paper, quote: free buses would pay}]
"""
TEXT = """\
The council asked whether free buses would pay for themselves. They would not.

Fares bring in a third of what the network costs. Nobody has offered the rest.
"""
Play = Callable[[SourceScreen, Pilot[SourceChoice]], Awaitable[None]]


class Reading(App[SourceChoice]):
    """Shows one source and ends with what was chosen."""

    CSS_PATH = Path(__file__).parents[2] / "argmap" / "tui" / BrowserApp.CSS_PATH

    def __init__(self, opened: Opened, *, ascii_only: bool = False, amending: bool = False) -> None:
        super().__init__()
        marks, offer = ASCII if ascii_only else UNICODE, ANOTHER_PASSAGE if amending else EVERYTHING
        self._screen = SourceScreen(opened, marks, claim="free", offer=offer)
        if amending:
            self._screen.begin_at(TEXT.index("free"), TEXT.index(" pay"))

    def on_mount(self) -> None:
        self.push_screen(self._screen, self.exit)


def opened(tmp_path: Path, text: str = TEXT) -> Opened:
    paper, other = tmp_path / "paper.txt", tmp_path / "other.md"
    paper.write_text(text, "utf-8")
    other.write_text("# Another\n\nIt says *nothing*.\n", "utf-8")
    return with_sources(loads(MAP, "map.yaml"), {"paper": str(paper), "other": str(other)})


def read(
    found: Opened,
    play: Play,
    *,
    size: tuple[int, int] = (80, 12),
    ascii_only: bool = False,
    amending: bool = False,
) -> SourceChoice | None:
    app = Reading(found, ascii_only=ascii_only, amending=amending)

    async def run() -> None:
        async with app.run_test(size=size) as pilot:
            screen = app.screen
            assert isinstance(screen, SourceScreen)
            await play(screen, pilot)

    asyncio.run(run())
    return app.return_value


def shown(screen: SourceScreen) -> str:
    # Textual offers no public way to read the screen as text.
    lines = screen._compositor.render_strips(screen.app.size)  # noqa: SLF001
    return "\n".join(line.text.rstrip() for line in lines)


def test_words_are_selected_and_cited_with_the_keyboard(tmp_path: Path) -> None:
    async def play(screen: SourceScreen, pilot: Pilot[SourceChoice]) -> None:
        assert "A [b]paper[/b]" in shown(screen)
        assert "1 of 4 sentences cited" in shown(screen)
        await pilot.press("/", *"third", "enter", "v", "w", "w")
        assert "3 words selected for Buses should be free." in shown(screen)
        await pilot.press("s")

    choice = read(opened(tmp_path), play)
    assert choice is not None
    assert (choice.kind, choice.words) == (SourceAct.SUPPORT, "third of what")
    assert choice.citation is not None
    assert (choice.citation.source, choice.citation.quote) == ("paper", "third of what")


def test_the_mouse_selects_and_a_cited_passage_leads_to_its_claim(tmp_path: Path) -> None:
    async def play(screen: SourceScreen, pilot: Pilot[SourceChoice]) -> None:
        await pilot.mouse_down("#source", offset=(14 + 4, 0))
        await pilot.hover("#source", offset=(14 + 15, 0))
        await pilot.mouse_up("#source", offset=(14 + 15, 0))
        assert screen.reader.selection == (4, 17)
        await pilot.press("escape")
        assert screen.reader.held is None
        await pilot.click("#source", offset=(14 + 26, 0))
        assert "cited by Buses should be free." in shown(screen)
        await pilot.press("g")

    choice = read(opened(tmp_path), play)
    assert choice == SourceChoice(SourceAct.GOTO, claim="free")


def test_another_source_and_any_size(tmp_path: Path) -> None:
    async def play(screen: SourceScreen, pilot: Pilot[SourceChoice]) -> None:
        await pilot.press("tab", "u")
        assert "It says *nothing*." in shown(screen)
        assert "2 of 2 sources" in shown(screen)
        await pilot.press("question_mark")
        for size in ((60, 20), (1, 1), (3, 2), (250, 80), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            shown(screen)
        assert "paragraphs" in shown(screen)
        await pilot.press("escape")

    assert read(opened(tmp_path), play) is None


def test_a_hostile_source_in_ascii(tmp_path: Path) -> None:
    text = "\n\n".join([*TEXTS, "[red]end[/red]"])

    async def play(screen: SourceScreen, pilot: Pilot[SourceChoice]) -> None:
        for key in ("pagedown", "v", "end", "u", "V"):
            await pilot.press(key)
            assert "\x1b" not in shown(screen)
        assert "[red]end[/red]" in shown(screen)
        await pilot.press("escape", "end", "enter")

    choice = read(opened(tmp_path, text), play, size=(60, 20), ascii_only=True)
    assert choice is not None
    assert choice.words == "[red]end[/red]"


def test_another_passage_for_a_citation_is_all_that_can_be_chosen(tmp_path: Path) -> None:
    async def play(screen: SourceScreen, pilot: Pilot[SourceChoice]) -> None:
        assert "3 words selected" in shown(screen)
        await pilot.press("s", "g")
        assert screen.is_current
        await pilot.press("w", "enter")

    choice = read(opened(tmp_path), play, amending=True)
    assert choice is not None
    assert (choice.kind, choice.words) == (SourceAct.CITE, "free buses would pay")


def test_a_map_to_be_read_offers_no_edit_in_its_sources_and_says_why(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text(MAP.replace("other: {title: The other}", "other: {file: paper.txt}"), "utf-8")
    (tmp_path / "paper.txt").write_text(TEXT, "utf-8")

    async def play(screen: BrowseScreen, pilot: Pilot[ArgmapError]) -> None:
        await pilot.press("c")
        await until(pilot, lambda: isinstance(screen.app.screen, SourceScreen))
        await pilot.press("question_mark")
        await until(pilot, lambda: "paragraphs" in screen_text(screen))
        assert not {"cite", "support", "rebut", "new"} & {*screen_text(screen).split()}
        for key in ("enter", "s", "r", "a"):
            await pilot.press(key)
            await until(pilot, lambda: "for reading only" in screen_text(screen))
            assert isinstance(screen.app.screen, SourceScreen)
            screen.app.clear_notifications()
            await until(pilot, lambda: "for reading only" not in screen_text(screen))

    browse(path, play, read_only=True)
