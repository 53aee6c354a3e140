"""PDF: real text in an embedded font, one page as large as the picture, the same bytes twice."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from argmap.diagram import draw
from argmap.diagram.compose import compose
from argmap.diagram.view import view
from argmap.diagram.writers import pdf
from argmap.model import MapIndex
from tests.diagram.maps import buses, chain, claim, hostile, indexed


def read(index: MapIndex) -> PdfReader:
    return PdfReader(BytesIO(draw(index, "pdf").data))


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize(
    "index",
    [buses(), indexed(claim("a", r'(\N) "x" <b> % \\ ]]> é “q” – Ωж')), hostile()],
    ids=["buses", "signs", "hostile"],
)
def test_all_text_can_be_taken_out_again(index: MapIndex) -> None:
    found = squeezed(read(index).pages[0].extract_text())
    for node in view(index).nodes:
        for cell in node.cells:
            covered = squeezed(cell.text)
            if covered.isascii():
                assert covered in found


def test_every_font_is_embedded() -> None:
    data = draw(buses(), "pdf").data
    fonts = re.findall(rb"/BaseFont /(\S+)", data)
    assert {font.split(b"+")[1] for font in fonts} == {b"Roboto-Medium", b"Roboto-Regular"}
    assert data.count(b"/FontFile2") == 2


def test_the_page_is_as_large_as_the_picture() -> None:
    scene = compose(view(buses()))
    box = read(buses()).pages[0].mediabox
    assert (box.width, box.height) == (scene.width, scene.height)


def test_a_page_larger_than_viewers_take_is_shrunk_and_says_so() -> None:
    picture = draw(chain(2_000), "pdf")
    box = PdfReader(BytesIO(picture.data)).pages[0].mediabox
    assert max(box.width, box.height) <= pdf.LONGEST_SIDE
    assert "larger than a PDF page may be" in picture.warnings[0]


def test_title_and_summary_are_in_the_document() -> None:
    about = read(buses()).metadata
    assert about is not None
    assert about.title == "Free city buses"
    assert about.subject == "Whether a city should drop bus fares."


def test_letters_that_the_font_lacks_are_named() -> None:
    warnings = draw(indexed(claim("a", "Bus 漢 and ▲")), "pdf").warnings
    assert len(warnings) == 1
    assert "▲ 漢" in warnings[0]


def test_drawing_twice_gives_the_same_bytes() -> None:
    assert draw(hostile(), "pdf").data == draw(hostile(), "pdf").data


def test_an_empty_map_gives_a_page() -> None:
    assert len(read(indexed()).pages) == 1
