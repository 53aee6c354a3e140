import asyncio

import pytest
from textual.app import App, ComposeResult
from textual.screen import Screen

from argmap.text import width
from argmap.tui.state.browse import BrowseState
from argmap.tui.state.filters import parse
from argmap.tui.text import STYLE_CLASSES
from argmap.tui.widgets.lines import LinesView
from argmap.tui.widgets.narrowbar import NarrowBar
from argmap.tui.written.marks import ASCII, UNICODE
from argmap.tui.written.narrowed import narrowed
from argmap.tui.written.pieces import plain
from tests.maps import TEACHING, chain
from tests.tui.screens import made, state_of


def test_a_whole_map_needs_no_line() -> None:
    assert narrowed(state_of(TEACHING), 80) == []


def test_the_path_to_the_branch_and_the_filter_are_told() -> None:
    state = state_of(TEACHING)
    state.zoom(state.carriers["ring"])
    state.set_filter(parse("con"))
    line = narrowed(state, 120)
    path, filtered = plain([line]).split("   ")
    assert path == (
        " Free buses › It would take cars off… › Most cars only pass through on the ring road."
    )
    assert filtered == "con  1 of 1 match"
    assert [piece.goto for piece in line if piece.goto is not None] == [0, 1, 3]


@pytest.mark.parametrize("marks", [UNICODE, ASCII])
@pytest.mark.parametrize("cells", [40, 60, 200])
def test_a_deep_path_keeps_its_end_and_fits(cells: int, marks: object) -> None:
    state = BrowseState(made(chain(5000)))
    state.zoom(4000)
    state.set_filter(parse("step chain -zebra " * 20))
    line = narrowed(state, cells, marks=UNICODE if marks is UNICODE else ASCII)
    text = plain([line])
    assert width(text) <= cells
    assert "Step c4" in text
    assert "1,000 of 1,000 match" in text


class Bars(App[None]):
    """The bar alone, on a screen that knows the styles of pieces."""

    def __init__(self, state: BrowseState) -> None:
        super().__init__()
        self.state = state
        self.followed: list[int] = []

    def get_default_screen(self) -> Screen[None]:
        class Plain(Screen[None]):
            COMPONENT_CLASSES = STYLE_CLASSES

        return Plain()

    def compose(self) -> ComposeResult:
        yield NarrowBar(self.state, UNICODE)

    def on_lines_view_followed(self, event: LinesView.Followed) -> None:
        self.followed.append(event.place)


def test_the_bar_is_there_only_when_it_has_something_to_say_and_leads_to_what_it_names() -> None:
    app = Bars(state_of(TEACHING))

    async def play() -> None:
        async with app.run_test(size=(60, 5)) as pilot:
            bar = app.query_one(NarrowBar)
            assert not bar.display
            app.state.zoom(app.state.carriers["traffic"])
            bar.show_state(app.state)
            await pilot.pause()
            await pilot.click(NarrowBar, offset=(3, 0))
            app.state.unzoom()
            bar.show_state(app.state)
            assert not bar.display

    asyncio.run(play())
    assert app.followed == [0]
