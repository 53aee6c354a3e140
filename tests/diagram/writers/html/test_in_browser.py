"""The HTML file in a real web browser, opened from the disk."""

import asyncio
import base64
import re
from collections.abc import Awaitable, Callable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.chromium import PROGRAM
from tests.diagram.maps import buses, hostile, tidy
from tests.diagram.writers.html.browsing import Reader, reading
from tests.diagram.writers.html.making import html

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(PROGRAM is None, reason="there is no chromium"),
]
Read = Callable[[Reader], Awaitable[None]]

VIEW = "document.querySelector('.shown svg').getAttribute('viewBox').split(' ').map(Number)"


def read(page: str, folder: Path, do: Read, *, width: int = 1280) -> None:
    async def scenario() -> None:
        async with reading(page, folder, width=width) as reader:
            await do(reader)

    asyncio.run(scenario())


def assert_alone(reader: Reader) -> None:
    """Nothing went wrong, and nothing was asked for but the file and the font in it."""
    assert reader.tab.complaints == []
    kinds = {asked.split(":", 1)[0] for asked in reader.tab.asked}
    assert kinds <= {"file", "data"}
    assert len([asked for asked in reader.tab.asked if asked.startswith("file")]) == 1


def test_picture_is_enlarged_at_the_mouse_moved_and_shown_whole_again(tmp_path: Path) -> None:
    async def do(reader: Reader) -> None:
        whole = await reader.see(VIEW)
        place = await reader.middle_of("#b1")
        for _ in range(4):
            await reader.roll(place, -200)
        await reader.until(f"{VIEW}[2] < {whole[2] / 3}")
        stayed = await reader.middle_of("#b1")
        assert stayed == pytest.approx(place, abs=4), "but for half a pixel, enlarged"
        await reader.point(place, (place[0] + 40, place[1] + 30), (place[0] + 90, place[1] + 50))
        moved = await reader.middle_of("#b1")
        assert moved == pytest.approx((stayed[0] + 90, stayed[1] + 50), abs=2)
        assert await reader.see("location.hash") == "", "a box that is dragged is not followed"
        await reader.tab.type("0")
        assert await reader.see(VIEW) == whole
        await reader.tab.type("++")
        assert (await reader.see(VIEW))[2] == pytest.approx(whole[2] / 1.25**2)
        left = (await reader.see(VIEW))[0]
        await reader.press("ArrowRight", 39)
        assert (await reader.see(VIEW))[0] > left
        await reader.tab.type("---")
        assert await reader.see(VIEW) == whole, "nothing is smaller than the whole"
        assert_alone(reader)

    read(html(tidy(40, 6)), tmp_path, do)


def test_two_fingers_enlarge_and_then_one_moves(tmp_path: Path) -> None:
    async def do(reader: Reader) -> None:
        whole = await reader.see(VIEW)
        x, y = await reader.middle_of(".shown svg")
        steps = [[(x - 30 - 9 * step, y), (x + 30 + 9 * step, y)] for step in range(8)]
        await reader.touch(*steps)
        large = await reader.see(VIEW)
        assert large[2] == pytest.approx(whole[2] * 60 / 186, rel=0.1)
        await reader.touch(*([(x, y - 9 * step)] for step in range(8)))
        moved = await reader.see(VIEW)
        assert moved[1] > large[1]
        assert moved[2] == pytest.approx(large[2], rel=0.01)
        assert_alone(reader)

    read(html(buses()), tmp_path, do, width=420)


def test_arrows_turn_pages_while_a_picture_is_shown_whole(tmp_path: Path) -> None:
    async def do(reader: Reader) -> None:
        shown = "document.querySelector('.shown').id"
        await reader.press("ArrowRight", 39)
        assert await reader.see(shown) == "p2"
        await reader.tab.type("+")
        await reader.press("ArrowRight", 39)
        assert await reader.see(shown) == "p2", "now it moves the picture"
        await reader.press("PageDown", 34)
        await reader.press("PageDown", 34)
        assert await reader.see(shown) == "p3", "there is none behind the last"
        assert await reader.see("document.getElementById('do-on').disabled")
        assert_alone(reader)

    read(html(buses(), pages=3), tmp_path, do)


def test_claims_are_found_in_outline_and_pictures(tmp_path: Path) -> None:
    async def do(reader: Reader) -> None:
        await reader.tab.type("/WÁLK")
        await reader.until("document.getElementById('found').textContent === '2 found'")
        assert await reader.see("document.querySelectorAll('li.hit').length") == 2
        assert await reader.see("document.querySelectorAll('.shown a.hit').length") >= 1
        await reader.press("Enter", 13)
        await reader.press("Enter", 13)
        assert await reader.see("document.getElementById('found').textContent") == "2 of 2"
        assert "walked" in await reader.see("document.querySelector('li.now').textContent")
        await reader.tab.type("zzz")
        await reader.until("document.getElementById('found').textContent === 'none'")
        await reader.press("Escape", 27)
        assert await reader.see("document.querySelectorAll('.hit, .now, .seek').length") == 0
        assert_alone(reader)

    read(html(buses(), pages=2), tmp_path, do)


def test_a_box_leads_to_its_claim_and_a_claim_to_its_box(tmp_path: Path) -> None:
    async def do(reader: Reader) -> None:
        await reader.click("#b2")
        await reader.until("location.hash === '#r2'")
        assert await reader.see("document.activeElement.closest('li').id") == "r2"
        await reader.click("#do-on")
        assert await reader.see("document.querySelector('.shown').id") == "p2"
        await reader.see("document.querySelector('#r1 > .show').click()")
        await reader.until("document.querySelector('.shown').id === 'p1'")
        assert await reader.see("document.querySelector('#b1').classList.contains('near')")
        await reader.see("location.hash = 'p2'")
        await reader.until("document.querySelector('.shown').id === 'p2'")
        assert_alone(reader)

    read(html(buses(), pages=2), tmp_path, do)


def test_what_is_folded_away_is_pale_in_the_picture(tmp_path: Path) -> None:
    async def do(reader: Reader) -> None:
        pale = "document.querySelectorAll('.links .dim').length"
        assert await reader.see(pale) == 0
        await reader.click("#r1 > .branch > summary")
        await reader.until(f"{pale} === 2")
        await reader.see("location.hash = 'r3'")
        await reader.until(f"{pale} === 0")
        await reader.click("#do-fold")
        await reader.until(f"{pale} > 2")
        await reader.click("#do-open")
        await reader.until(f"{pale} === 0")
        assert_alone(reader)

    read(html(buses()), tmp_path, do)


def test_dark_colours_come_with_the_screen_or_by_hand(tmp_path: Path) -> None:
    async def do(reader: Reader) -> None:
        back = "getComputedStyle(document.querySelector('.shown svg rect')).fill"
        assert await reader.see(back) == "rgb(255, 255, 255)"
        dark = {"name": "prefers-color-scheme", "value": "dark"}
        await reader.tab.call("Emulation.setEmulatedMedia", features=[dark])
        night = await reader.see(back)
        assert night != "rgb(255, 255, 255)"
        assert (
            await reader.see("getComputedStyle(document.documentElement).backgroundColor") == night
        )
        await reader.click("#do-dark")
        assert await reader.see(back) == "rgb(255, 255, 255)"
        await reader.click("#do-dark")
        assert await reader.see(back) == night
        assert_alone(reader)

    read(html(buses()), tmp_path, do)


def test_hostile_text_stays_text_and_no_script_can_be_added(tmp_path: Path) -> None:
    async def do(reader: Reader) -> None:
        assert await reader.see("document.querySelectorAll('script').length") == 2
        outline = await reader.see("document.getElementById('outline').textContent")
        assert "<script>alert(1)</script>" in outline
        assert await reader.see("document.querySelectorAll('#outline b b, td, th').length") == 0
        assert_alone(reader)
        await reader.see(
            "(() => { const one = document.createElement('script');"
            " one.textContent = 'document.title = \"broken\"'; document.body.append(one);"
            " document.body.setAttribute('onclick', 'document.title = \"broken\"');"
            " document.body.click(); })()"
        )
        assert await reader.see("document.title") != "broken"
        assert len(reader.tab.complaints) >= 2

    read(html(hostile(), pages=2), tmp_path, do)


@pytest.mark.parametrize(("width", "beside"), [(1280, True), (420, False)])
def test_outline_stands_beside_the_picture_or_below(
    width: int, tmp_path: Path, *, beside: bool
) -> None:
    async def do(reader: Reader) -> None:
        assert await reader.see("document.scrollingElement.scrollWidth") <= width
        corners = await reader.see(
            "['pictures', 'outline'].map((name) => document.getElementById(name)"
            ".getBoundingClientRect()).map(({x, y, right, bottom}) => [x, y, right, bottom])"
        )
        (_, top, right, bottom), (left, start, *_) = corners
        assert (left >= right and start == top) if beside else (left == 0 and start >= bottom)
        assert len(await reader.tab.picture()) > 10_000
        assert_alone(reader)

    read(html(hostile(), pages=2), tmp_path, do, width=width)


def test_paper_has_all_pages_and_all_claims_even_folded_ones(tmp_path: Path) -> None:
    async def do(reader: Reader) -> None:
        await reader.click("#do-fold")
        await reader.tab.type("+++")
        printed = await reader.tab.call("Page.printToPDF", printBackground=True, landscape=True)
        pages = PdfReader(BytesIO(base64.b64decode(printed["data"]))).pages
        texts = [" ".join(page.extract_text().split()) for page in pages]
        assert len(texts) >= 3
        assert all("Free buses would take cars off the road" in text for text in texts[:2])
        outline = " ".join(texts[2:])
        assert all(claim.claim in outline for claim in buses().map.claims)
        assert "Search" not in " ".join(texts)
        assert (await reader.see("document.querySelectorAll('.branch:not([open])').length")) > 0

    read(html(buses(), pages=2), tmp_path, do)


def test_without_scripts_there_are_all_pictures_and_the_outline(tmp_path: Path) -> None:
    async def scenario() -> None:
        unscripted = re.sub(r"script-src [^;]*;", "script-src 'none';", html(buses(), pages=2))
        async with reading(unscripted, tmp_path) as reader:
            heights = await reader.see(
                "[...document.querySelectorAll('.page svg')].map((one) => one.clientHeight)"
            )
            assert len(heights) == 2
            assert min(heights) > 200
            assert await reader.see("document.getElementById('tools').clientHeight") == 0
            await reader.click("#r1 > .branch > summary")
            assert not await reader.see("document.querySelector('#r1 > .branch').open")

    asyncio.run(scenario())
