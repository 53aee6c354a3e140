"""Hostile text: read back it is what it was, and no element comes of it."""

import re

from hypothesis import given
from hypothesis import strategies as st
from pptx.oxml import parse_xml

from argmap.diagram.compose import compose
from argmap.diagram.view import view
from argmap.diagram.writers.pptx import markup
from argmap.text import clean
from tests.diagram.maps import hostile
from tests.diagram.writers.pptx.decks import A, Element, P, groups, slides, texts

SHAPES = """
    sp nvSpPr cNvPr cNvSpPr nvPr ph spPr txBody grpSp nvGrpSpPr cNvGrpSpPr grpSpPr cxnSp nvCxnSpPr
    cNvCxnSpPr spTree
"""
DRAWING = """
    spLocks xfrm off ext chOff chExt bodyPr noAutofit lstStyle p pPr lnSpc spcPct r rPr t prstGeom
    avLst gd custGeom gdLst ahLst cxnLst cxn pos rect pathLst path moveTo lnTo pt close noFill
    solidFill srgbClr ln prstDash miter extLst stCxn endCxn
"""
KNOWN = {
    "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative",
    *(f"{P}{name}" for name in SHAPES.split()),
    *(f"{A}{name}" for name in DRAWING.split()),
}


def one_line(text: str) -> str:
    return re.sub(r"\r\n|[\r\n]", " ", clean(text))


def parsed(xml: str) -> Element:
    return parse_xml(f"<x {markup.NAMESPACES}>{xml}</x>")


@given(st.text() | st.text("_x0041BDFabcdef&<>\"' ]\t\n\r"))
def test_text_reads_back_as_it_was(text: str) -> None:
    root = parsed(markup.paragraph(text, "<a:rPr/>"))
    assert texts(root) == [one_line(text)]
    assert {each.tag for each in root.iter()} <= {
        "x",
        *(f"{A}{tag}" for tag in ("p", "r", "rPr", "t")),
    }


@given(st.text("_x0041BDF"))
def test_no_run_holds_what_looks_like_an_escape(text: str) -> None:
    for run in parsed(markup.run(text, "")).iter(f"{A}t"):
        assert not re.search(r"_x[0-9A-Fa-f]{4}_", run.text or "")


@given(st.text(), st.text())
def test_names_and_descriptions_read_back_as_they_were(name: str, said: str) -> None:
    (found,) = parsed(markup.about(7, name, described=said))
    assert found.get("name") == one_line(name).replace("\t", " ")
    assert found.get("descr", "") == one_line(said).replace("\t", " ")
    assert set(found.attrib) <= {"id", "name", "descr"}
    assert len(found) == 0


def test_every_text_of_a_hostile_map_is_there_and_no_element_comes_of_it() -> None:
    (slide,) = slides(hostile())
    boxes = compose(view(hostile())).boxes
    found = groups(slide)
    assert len(found) == len(boxes)
    for group, box in zip(found, boxes, strict=True):
        said = texts(group.element)
        for cell in box.cells:
            assert one_line("".join(cell.text.lines)) in said
    assert {each.tag for each in slide.shapes.element.iter()} <= KNOWN
