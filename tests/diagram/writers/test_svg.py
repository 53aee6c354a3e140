"""SVG: well-formed, nothing injected, all text there, the font inside."""

import base64
import re
import time
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.diagram import draw
from argmap.diagram.compose import compose
from argmap.diagram.layout.crosslinks import arranged
from argmap.diagram.lettering.webfont import subset_font
from argmap.diagram.pages.page import Page
from argmap.diagram.scene import Scene, Text
from argmap.diagram.view import View, view
from argmap.diagram.writers.svg import escape, write_svg
from argmap.model import MapIndex
from argmap.store import loads
from argmap.text import clean
from tests.diagram.maps import buses, chain, hostile, indexed, sample
from tests.diagram.writers.decks import full
from tests.golden import check_golden
from tests.maps import TEACHING

SVG = "{http://www.w3.org/2000/svg}"
GOLDEN = Path(__file__).parent / "golden"

KNOWN = {
    "svg": {"width", "height", "viewBox", "role", "aria-labelledby"},
    "title": {"id"},
    "desc": {"id"},
    "style": set[str](),
    "g": {"font-family", "fill", "id"},
    "a": {"href"},
    "rect": {"x", "y", "width", "height", "fill", "stroke", "stroke-width", "stroke-dasharray"},
    "path": {"d", "fill", "stroke", "stroke-width"},
    "polyline": {"points", "fill", "stroke", "stroke-width", "stroke-dasharray"},
    "text": {"x", "y", "font-size", "font-weight", "fill"},
    "tspan": {"x", "dy"},
}


def drawn(index: MapIndex) -> ET.Element:
    return ET.fromstring(draw(index, "svg").data)  # noqa: S314 - our own


def texts(root: ET.Element) -> list[str]:
    return ["".join(element.itertext()) for element in root.iter(f"{SVG}text")]


def expected(shown: View) -> list[str]:
    found: list[str] = []
    for node in shown.nodes:
        found += [node.word] if node.word else []
        for number, cell in enumerate(node.cells):
            found += ["and"] if number else []
            found.append(cell.text)
    return found


@given(st.text())
def test_escaped_text_reads_back_as_it_was(text: str) -> None:
    parsed = ET.fromstring(f'<a b="{escape(text)}">{escape(text)}</a>')  # noqa: S314 - our own
    as_read = clean(text).replace("\r\n", "\n").replace("\r", "\n")
    assert (parsed.text or "") == as_read
    assert parsed.attrib["b"] == re.sub(r"[\t\n]", " ", as_read)
    assert len(parsed) == 0


def test_every_text_of_a_hostile_map_is_there_and_nothing_else() -> None:
    shown, _ = arranged(view(hostile()))
    root = drawn(hostile())
    found = texts(root)
    assert found[: len(expected(shown))] == expected(shown)
    assert root.findtext(f"{SVG}title") == shown.title
    assert root.findtext(f"{SVG}desc") == shown.summary
    assert len(found) == len(expected(shown)) + 1 + 4, "the heading and four legend entries"


def test_only_known_elements_and_attributes() -> None:
    for element in drawn(hostile()).iter():
        name = element.tag.removeprefix(SVG)
        assert name in KNOWN
        assert set(element.attrib) <= KNOWN[name], name


def test_attributes_never_hold_text_of_the_map() -> None:
    plain = re.compile(r"[\w\s.,#%()-]*")
    for element in drawn(hostile()).iter():
        assert all(plain.fullmatch(value) for value in element.attrib.values())


@pytest.mark.parametrize("page", full().pages, ids=["first", "second"])
def test_everything_of_a_page_is_drawn_and_nothing_else(page: Page) -> None:
    scene = page.scene
    root = ET.fromstring(write_svg(scene, anchors=("p1", "p2")))  # noqa: S314 - our own
    found = texts(root)
    assert sorted(found) == sorted("".join(text.lines) for text in cleaned(scene))
    rectangles = {(each.get("x"), each.get("y")) for each in root.iter(f"{SVG}rect")}
    assert {(f"{plate.x}", f"{plate.y}") for plate in scene.plates} < rectangles
    for element in root.iter():
        name = element.tag.removeprefix(SVG)
        assert set(element.attrib) <= KNOWN[name], name


def cleaned(scene: Scene) -> list[Text]:
    """The texts of a scene as XML gives them back."""
    return [
        text._replace(lines=tuple(clean(line).replace("\r\n", "\n") for line in text.lines))
        for text in scene.texts()
    ]


def hrefs(scene: Scene, anchors: tuple[str, ...]) -> set[str]:
    root = ET.fromstring(write_svg(scene, anchors=anchors))  # noqa: S314 - our own
    return {element.attrib["href"] for element in root.iter(f"{SVG}a")}


def test_links_lead_into_the_web_or_to_pages_of_the_file_and_nowhere_else() -> None:
    scene = full().pages[0].scene
    web = {
        "https://example.org/a?b=c&d=(e)#f",
        "mailto:someone@example.org",
        "http://ex%C3%A4mple.org/%C3%A4%20b",
        "https://x.org/%22onclick=alert(1)",
        "https://x.org/%5Cend%7Bframe%7D%%7B%7D~%5E_#$",
    }
    assert hrefs(scene, ()) == web
    assert hrefs(scene, ("p1", "p2")) == web | {"#p1", "#p2"}


def test_every_box_is_a_group_with_a_name_of_its_own() -> None:
    root = drawn(sample(3, 40))
    names = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(names) == len(set(names))
    boxes = [f"n{number}" for number in range(len(view(sample(3, 40)).nodes))]
    assert [name for name in names if name and name in boxes] == boxes


def test_the_picture_is_described() -> None:
    root = drawn(buses())
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == "Free city buses"
    assert root.findtext(f"{SVG}desc") == "Whether a city should drop bus fares."
    assert drawn(indexed()).findtext(f"{SVG}title") == "Argument map"


def test_the_font_inside_covers_the_text_and_little_more() -> None:
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - slow

    svg = draw(buses(), "svg").data.decode()
    faces = re.findall(r"font-weight:(\d+);src:url\(data:font/ttf;base64,([^)]+)\)", svg)
    assert [weight for weight, _ in faces] == ["400", "500"]
    used = set("".join(texts(drawn(buses()))))
    for _, data in faces:
        font = TTFont(BytesIO(base64.b64decode(data)))
        assert set(map(ord, used)) <= set(font.getBestCmap())
        assert "GPOS" not in font
    assert len(svg) < 40_000


def test_drawing_twice_gives_the_same_bytes() -> None:
    assert draw(hostile(), "svg").data == draw(hostile(), "svg").data


def test_a_small_map_is_drawn_as_before() -> None:
    check_golden(GOLDEN / "buses.svg", write_svg(compose(view(buses())), embed=False))


def test_a_chain_of_5000_is_drawn() -> None:
    assert len(texts(drawn(chain(5_000)))) == 5_000 + 4_999 + 1


def test_the_same_picture_is_the_same_file_at_any_time(monkeypatch: pytest.MonkeyPatch) -> None:
    index = loads(TEACHING).index
    first = draw(index, "svg").data
    subset_font.cache_clear()
    monkeypatch.setattr(time, "time", lambda: 4_000_000_000.0)
    assert draw(index, "svg").data == first
