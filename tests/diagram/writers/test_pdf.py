"""PDF: real text in an embedded font, one page as large as the picture, the same bytes twice."""

import re
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from argmap.diagram import draw
from argmap.diagram.compose import compose
from argmap.diagram.pages.page import Deck, Page
from argmap.diagram.scene import Text
from argmap.diagram.view import view
from argmap.diagram.writers import pdf
from argmap.model import MapIndex
from argmap.text import one_line
from tests.diagram.maps import buses, chain, claim, hostile, indexed
from tests.diagram.writers.decks import branches, full, in_steps


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
    scene = compose(view(index))
    reader = PdfReader(BytesIO(pdf.write_pdf(scene)[0]))
    found = squeezed(reader.pages[0].extract_text())
    for box in scene.boxes:
        for cell in box.cells:
            covered = squeezed("".join(cell.text.lines))
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


def opened(deck: Deck) -> PdfReader:
    return PdfReader(BytesIO(pdf.write_pdf(deck)[0]))


def links(reader: PdfReader, number: int) -> list[tuple[str, list[float]]]:
    """Where links of a page lead: numbers of pages from 1, or addresses; and their rectangles."""
    found = []
    pages = [page.get_object() for page in reader.pages]
    for one in reader.pages[number].get("/Annots", []):
        note = one.get_object()
        area = [float(side) for side in note["/Rect"]]
        if "/A" in note:
            found.append((str(note["/A"]["/URI"]), area))
        else:
            goal = note["/Dest"][0].get_object()
            found.append((f"{pages.index(goal) + 1}", area))
    return found


def outline(reader: PdfReader) -> list[tuple[int, str, int | None]]:
    """Level, title and page of every bookmark."""
    found: list[tuple[int, str, int | None]] = []
    waiting: list[tuple[int, Any]] = [(0, each) for each in reversed(reader.outline)]
    while waiting:
        level, each = waiting.pop()
        if isinstance(each, list):
            waiting += [(level + 1, inner) for inner in reversed(each)]
        else:
            found.append((level, each.title, reader.get_destination_page_number(each)))
    return found


def test_every_page_of_a_deck_has_its_size_and_a_name() -> None:
    deck = branches()
    reader = opened(deck)
    sizes = [(page.mediabox.width, page.mediabox.height) for page in reader.pages]
    assert sizes == [(page.scene.width, page.scene.height) for page in deck.pages]
    named = reader.named_destinations
    places = [reader.get_destination_page_number(named[f"/{page.anchor}"]) for page in deck.pages]
    assert places == list(range(len(deck.pages)))


def test_bookmarks_hang_as_the_pages_do() -> None:
    assert outline(opened(branches())) == [
        (0, "Overview", 0),
        (1, "Fewer cars", 1),
        (2, "Former walkers", 3),
        (1, "Lost fares", 2),
    ]


def test_a_long_way_of_pages_has_bookmarks_to_its_end() -> None:
    scene = compose(view(indexed(claim("a"))))
    pages = [
        Page(
            scene._replace(around=(Text(0, 9, ("up",), 9, 9, goal=f"p{at - 1}"),)),
            f"{at}",
            f"p{at}",
        )
        for at in range(1, 200)
    ]
    levels = [level for level, *_ in outline(opened(Deck("", "", tuple(pages))))]
    assert levels == [min(level, 8) for level in range(199)]


def test_steps_of_a_page_share_its_bookmark_and_keep_their_names() -> None:
    deck = in_steps(branches())
    reader = opened(deck)
    assert [place for *_, place in outline(reader)] == [0, 2, 6, 4]
    assert {f"/{page.anchor}" for page in deck.pages} == set(reader.named_destinations)


def test_what_is_drawn_elsewhere_leads_to_its_page_and_the_way_back_returns() -> None:
    deck = branches()
    reader = opened(deck)
    scene = deck.pages[0].scene
    leading = [box for box in scene.boxes if box.goal]
    assert [goal for goal, _ in links(reader, 0)] == ["2", "3"]
    for box, (_, area) in zip(leading, links(reader, 0), strict=True):
        assert box.x <= area[0] <= area[2] <= box.x + box.width
        assert box.y <= scene.height - area[3] <= scene.height - area[1] <= box.y + box.height
    assert [goal for goal, _ in links(reader, 1)] == ["4", "1"]
    assert [goal for goal, _ in links(reader, 3)] == ["1", "2"]


def test_links_lead_into_the_web_or_to_pages_of_the_document_and_nowhere_else() -> None:
    found = {goal for goal, _ in links(opened(full()), 0)}
    assert found == {
        *("1", "2"),
        "https://example.org/a?b=c&d=(e)#f",
        "mailto:someone@example.org",
        "http://ex%C3%A4mple.org/%C3%A4%20b",
        "https://x.org/%22onclick=alert(1)",
        "https://x.org/%5Cend%7Bframe%7D%%7B%7D~%5E_#$",
    }


def test_all_text_of_a_page_can_be_taken_out_again() -> None:
    for deck in (full(), branches()):
        reader = opened(deck)
        for page, written in zip(deck.pages, reader.pages, strict=True):
            found = squeezed(written.extract_text())
            for text in page.scene.texts():
                wanted = squeezed("".join(text.lines))
                if wanted.isascii() and "".join(text.lines).isprintable():
                    assert wanted in found


def test_hostile_names_become_bookmarks_as_they_read() -> None:
    deck = full()
    titles = [title for _, title, _ in outline(opened(deck))]
    assert titles == [one_line(page.name) for page in deck.pages]


def test_a_link_on_a_shrunk_page_lies_where_its_text_is() -> None:
    page = full().pages[0]
    large = page._replace(scene=page.scene._replace(width=28_800))
    reader = opened(Deck("", "", (large, full().pages[1])))
    assert reader.pages[0].mediabox.width == pdf.LONGEST_SIDE
    once = [area for _, area in links(opened(full()), 0)]
    for small, area in zip(links(reader, 0), once, strict=True):
        assert small[1] == pytest.approx([side / 2 for side in area], abs=0.02)


def test_the_map_of_the_map_is_drawn_in_the_colours_of_the_page() -> None:
    content = opened(full()).pages[0].get_contents()
    assert content is not None
    drawn = content.get_data().decode("latin-1")
    assert "800 525 30.25 5 re" in drawn
    assert "840 525 30 5 re" in drawn
