"""Slides: titles, reading order, what screen readers say, glue, links, notes; twice the same."""

import re
import sys
from collections import Counter
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import pytest

from argmap.diagram.compose import compose
from argmap.diagram.decks import drawn as drawn_map
from argmap.diagram.look.theme import LIGHT
from argmap.diagram.look.themes import DARK
from argmap.diagram.options import Options
from argmap.diagram.pages.page import Deck, Page
from argmap.diagram.pages.steps import in_steps
from argmap.diagram.scene import Plate, Scene, Text
from argmap.diagram.view import Kind, view
from argmap.diagram.writers.pptx import write_pptx
from argmap.errors import MissingComponent
from argmap.model import MapIndex
from tests.diagram.maps import buses, chain, claim, hostile, indexed, link, sample, tidy
from tests.diagram.writers.pptx.decks import (
    A,
    Element,
    P,
    R,
    Read,
    deck,
    groups,
    read,
    slides,
    texts,
    written,
)

EMU = 12_700


def page(scene: Scene, anchor: str = "p1") -> Deck:
    return Deck("", "", (Page(scene, "One", anchor),))


def linked(goal: str) -> Read:
    """The first slide of a deck with a box and a text that lead to `goal`."""
    scene = compose(view(buses()))
    boxes = scene.boxes[0]._replace(goal=goal), *scene.boxes[1:]
    around = (Text(20, 20, ("Back",), 11, 15, goal=goal),)
    made = deck(buses(), chain(3))
    first = made.pages[0]._replace(scene=scene._replace(boxes=boxes, around=around))
    return read(written(made._replace(pages=(first, *made.pages[1:]))))


def test_each_page_is_a_slide_with_a_real_title() -> None:
    first, second = slides(buses(), chain(3))
    assert first.shapes.title.text_frame.text == "Free city buses"
    assert second.shapes.title.text_frame.text == "Page 2"
    assert second.shapes.title.top < 0, "the picture shows no title, so it stands above the slide"
    assert first.shapes[0].name == "Title"


def test_boxes_come_in_reading_order_and_say_what_they_are() -> None:
    (slide,) = slides(buses())
    said = [shape.element.nvGrpSpPr.cNvPr.get("descr") for shape in groups(slide)]
    shown = [box.cells[0].text.lines for box in compose(view(buses())).boxes]
    for lines, each in zip(shown, said, strict=True):
        assert "".join(lines) in each
    assert said[0] == "Motion: The city should make all bus travel free."
    assert said[1] == "Reason: Free buses would take cars off the road."
    assert said[2] == "Objection: Most new riders would have walked."
    assert said[3] == "Objection to a link: The survey asked only students."
    assert " And: " in said[4]


def test_a_claim_is_one_paragraph_that_can_be_edited() -> None:
    (slide,) = slides(buses())
    found = next(shape for shape in groups(slide)[1].shapes if shape.name == "Claim")
    assert found.has_text_frame
    assert [each.text for each in found.text_frame.paragraphs] == [
        "Free buses would take cars off the road."
    ]
    assert found.text_frame.word_wrap


def test_ids_are_unique_and_glue_leads_to_shapes_of_the_slide() -> None:
    for slide in slides(buses(), tidy(40, 5), hostile()):
        ids = Counter(found.get("id") for found in slide.element.iter(f"{P}cNvPr"))
        assert set(ids.values()) == {1}
        glued = 0
        for end in (*slide.element.iter(f"{A}stCxn"), *slide.element.iter(f"{A}endCxn")):
            assert end.get("id") in ids
            glued += 1
        wires = [each for each in slide.element.iter(f"{P}cxnSp") if "!!" in names(each)]
        assert wires
        assert glued == 2 * len(wires)


def names(element: Element) -> str:
    return str(next(element.iter(f"{P}cNvPr")).get("name"))


def test_glue_leads_to_a_site_that_the_shape_has() -> None:
    for slide in slides(buses(), tidy(40, 5)):
        sites = {
            next(shape.iter(f"{P}cNvPr")).get("id"): len(list(shape.iter(f"{A}cxn"))) or 4
            for shape in slide.element.iter(f"{P}sp")
        }
        for end in (*slide.element.iter(f"{A}stCxn"), *slide.element.iter(f"{A}endCxn")):
            assert int(end.get("idx")) < sites[end.get("id")]


def test_no_shape_takes_shadows_or_colours_from_a_style() -> None:
    (slide,) = slides(buses())
    assert not list(slide.element.iter(f"{P}style"))


def test_all_is_inside_the_slide() -> None:
    presentation = read(written(deck(buses())))
    for shape in presentation.slides[0].shapes:
        assert shape.left >= 0
        assert shape.top >= 0
        assert shape.left + shape.width <= presentation.slide_width
        assert shape.top + shape.height <= presentation.slide_height


def test_the_notes_of_a_page_are_those_of_its_slide() -> None:
    (slide,) = slides(buses())
    assert slide.notes_slide.notes_text_frame.text == "Say 1.\nAnd more."
    bare = read(written(page(compose(view(buses())))))
    assert not bare.slides[0].has_notes_slide


def test_a_box_leads_to_the_slide_of_its_goal() -> None:
    first, second = linked("p2").slides
    box = next(shape for shape in groups(first)[0].shapes if shape.name == "Claim")
    assert box.click_action.target_slide == second
    back = next(shape for shape in first.shapes if shape.name == "Text")
    assert back.click_action.target_slide == second


@pytest.mark.parametrize("goal", ["https://example.org/a?b=c&d=<e>", "mailto:a@example.org"])
def test_addresses_become_links(goal: str) -> None:
    first = linked(goal).slides[0]
    back = next(shape for shape in first.shapes if shape.name == "Text")
    assert back.click_action.hyperlink.address.startswith(goal.partition("<")[0])


@pytest.mark.parametrize(
    "goal",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "p9",
        "ppt/slides/slide1.xml",
        " ",
        "\x00",
        "//x",
    ],
)
def test_nothing_else_becomes_a_link(goal: str) -> None:
    first = linked(goal).slides[0]
    assert not list(first.element.iter(f"{A}hlinkClick"))
    assert not any(link.is_external for link in first.part.rels.values())


def test_pages_of_another_size_stand_in_the_middle_of_the_largest() -> None:
    large, small = compose(view(tidy(40, 5))), compose(view(buses()))
    made = Deck("", "", (Page(large, "a", "p1"), Page(small, "b", "p2")))
    presentation = read(written(made))
    size = presentation.slide_width, presentation.slide_height
    assert size == (
        max(large.width, small.width) * EMU,
        max(large.height, small.height) * EMU,
    )
    boxes = groups(presentation.slides[1])
    wanted = small.boxes[0].x + (size[0] / EMU - small.width) / 2
    frame = next(shape for shape in boxes[0].shapes if shape.name == "Claim")
    assert abs(frame.left / EMU - wanted) < 0.1


def test_a_picture_larger_than_a_slide_may_be_is_shrunk_and_says_so() -> None:
    data, warnings = write_pptx(page(compose(view(chain(1_500)))), LIGHT)
    presentation = read(data)
    assert presentation.slide_height <= 51_206_400
    for extent in presentation.slides[0].element.iter(f"{A}ext"):
        assert int(extent.get("cx", 0)) >= 0, "borders are thicker than the boxes then"
        assert int(extent.get("cy", 0)) >= 0
    assert "larger than a slide may be" in warnings[0]
    assert write_pptx(deck(buses()), LIGHT)[1] == []


def test_boxes_keep_their_names_from_step_to_step() -> None:
    made = in_steps(deck(buses()), buses())
    seen: list[set[str]] = [
        {shape.name for shape in groups(slide)} for slide in read(written(made)).slides
    ]
    assert len(seen) == len(compose(view(buses())).boxes)
    for before, after in pairwise(seen):
        assert before < after
    assert seen[0] == {"!!free"}


@pytest.mark.parametrize("index", [buses(), sample(3, 40), tidy(40, 5)])
def test_what_keeps_its_name_from_slide_to_slide_shares_it_with_nothing(index: MapIndex) -> None:
    (slide,) = slides(index)
    found = Counter(str(each.get("name")) for each in slide.element.iter(f"{P}cNvPr"))
    kept = {name: times for name, times in found.items() if name.startswith("!!")}
    assert set(kept.values()) == {1}
    linked_boxes = {line.box for line in compose(view(index)).lines if not line.cross}
    assert sum(name.endswith(" link") for name in kept) == len(linked_boxes)


def test_the_legend_and_the_small_map_are_groups() -> None:
    plates = (Plate(5, 5, 20, 4, Kind.SUPPORT), Plate(5, 12, 20, 4, None))
    scene = compose(view(buses()))._replace(plates=plates)
    found = {shape.name: shape for shape in read(written(page(scene))).slides[0].shapes}
    assert len(found["Map"].shapes) == 2
    fills = [str(plate.fill.fore_color.rgb) for plate in found["Map"].shapes]
    assert fills == ["00664B", LIGHT.pale.lstrip("#")]
    assert texts(found["Legend"].element) == ["".join(key.text.lines) for key in scene.legend]


def test_the_deck_is_named_and_nobody_else_is() -> None:
    data = written(deck(buses()))
    about = read(data).core_properties
    assert (about.title, about.subject, about.author) == ("A deck", "About it.", "")
    with ZipFile(BytesIO(data)) as archive:
        everything = b"".join(map(archive.read, archive.namelist()))
    for word in (b"Canny", b"python-pptx", b"Macintosh"):
        assert word not in everything


def test_writing_twice_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    made = deck(buses(), hostile())
    first = written(made)
    monkeypatch.setattr("time.time", lambda: 4_000_000_000.0)
    assert written(made) == first


def test_a_deck_without_pages_and_a_page_without_boxes() -> None:
    assert len(read(written(Deck("", "", ()))).slides) == 0
    (slide,) = slides(indexed())
    assert slide.shapes.title is not None


def test_what_hangs_elsewhere_is_told_in_the_box() -> None:
    scene = compose(view(buses()))
    box = scene.boxes[1]
    more = box.cells[0].text._replace(lines=("» +7, page 2",))
    boxes = scene.boxes[0], box._replace(more=more), *scene.boxes[2:]
    (slide,) = read(written(page(scene._replace(boxes=boxes)))).slides
    frame = next(shape for shape in groups(slide)[1].shapes if shape.name == "Claim")
    assert frame.text_frame.text.endswith("\n» +7, page 2")


def test_cross_links_and_undercuts_are_dashed() -> None:
    index = indexed(
        claim("a"), claim("b"), claim("c"),
        link("support", "b", "a"), link("undercut", "c", "b>a"),
    )  # fmt: skip
    (slide,) = slides(index)
    dashed = [wire for wire in slide.element.iter(f"{P}cxnSp") if list(wire.iter(f"{A}prstDash"))]
    assert dashed
    assert all(names(wire).startswith(("!!c", "!!b")) for wire in dashed)


def test_without_python_pptx_the_command_that_installs_it_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "pptx", None)
    with pytest.raises(MissingComponent) as raised:
        write_pptx(deck(buses()), LIGHT)
    assert "pip install 'argmap[slides]'" in raised.value.remedy


def test_relations_are_all_used() -> None:
    first = linked("p2").slides[0]
    used = {found.get(f"{R}id") for found in first.element.iter(f"{A}hlinkClick")}
    links = {
        name
        for name, link in first.part.rels.items()
        if link.reltype.endswith(("slide", "hyperlink"))
    }
    assert used == links


def test_signs_on_lines_stand_in_front_of_the_box_they_belong_to() -> None:
    (slide,) = slides(buses())
    walk = next(group for group in groups(slide) if group.name == "!!walk")
    drawn = [shape.name for shape in walk.shapes]
    assert drawn.count("Sign") == 2, "its own, and that of the undercut of its link"
    assert drawn.index("Claim") < drawn.index("Sign")


def test_a_map_on_pages_is_a_deck_with_links_both_ways() -> None:
    made = drawn_map(tidy(40, 5), Options(slide="16:9", min_pt=14)).deck
    found = list(read(written(made)).slides)
    assert len(found) == len(made.pages) > 1
    down = [shape for group in groups(found[0]) for shape in group.shapes if shape.name == "Claim"]
    leading = [shape.click_action.target_slide for shape in down]
    assert found[1] in leading
    back = [shape for shape in found[1].shapes if shape.name == "Text"]
    assert found[0] in [shape.click_action.target_slide for shape in back]


def test_a_long_title_keeps_clear_of_the_small_map() -> None:
    plates = (Plate(500, 5, 20, 4, None),)
    scene = compose(view(buses()))
    assert scene.heading is not None
    heading = scene.heading._replace(lines=("A title " * 20,))
    made = page(scene._replace(heading=heading, plates=plates))
    (slide,) = read(written(made)).slides
    assert slide.shapes.title.left + slide.shapes.title.width <= 500 * EMU
    assert slide.shapes.title.text_frame.paragraphs[0].runs[0].font.size < heading.size * EMU


def test_a_font_of_a_theme_is_that_of_the_deck_and_text_shrinks_where_it_is_wide() -> None:
    own = replace(LIGHT, font="Georgia, serif")
    data = write_pptx(deck(buses()), own)[0]
    with ZipFile(BytesIO(data)) as archive:
        theme = archive.read("ppt/theme/theme1.xml").decode()
    assert re.findall('<a:latin typeface="([^"]*)"', theme) == ["Georgia", "Georgia"]
    (slide,) = read(data).slides
    assert list(slide.element.iter(f"{A}normAutofit"))
    assert not list(slides(buses())[0].element.iter(f"{A}normAutofit"))


def test_the_theme_of_the_deck_has_the_colours_of_the_picture() -> None:
    with ZipFile(BytesIO(write_pptx(deck(buses()), DARK)[0])) as archive:
        theme = archive.read("ppt/theme/theme1.xml").decode()
    found = dict(re.findall('<a:(dk1|lt1|accent1)><a:srgbClr val="([^"]*)"', theme))
    wanted = {"dk1": DARK.text, "lt1": DARK.background, "accent1": DARK.looks[Kind.SUPPORT].stripe}
    assert found == {name: colour.lstrip("#") for name, colour in wanted.items()}
