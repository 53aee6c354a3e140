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
from argmap.diagram.lettering.webfont import subset_font
from argmap.diagram.view import View, view
from argmap.diagram.writers.svg import escape, write_svg
from argmap.model import MapIndex
from argmap.store import loads
from argmap.text import clean
from tests.diagram.maps import buses, chain, hostile, indexed
from tests.golden import check_golden
from tests.maps import TEACHING

SVG = "{http://www.w3.org/2000/svg}"
GOLDEN = Path(__file__).parent / "golden"

KNOWN = {
    "svg": {"width", "height", "viewBox", "role", "aria-labelledby"},
    "title": {"id"},
    "desc": {"id"},
    "style": set[str](),
    "g": {"font-family", "fill"},
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
    shown = view(hostile())
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
