"""Maps on slides: large enough to be read, spread over pages where they must be."""

from itertools import pairwise

import pytest

from argmap.diagram.pages.page import Deck
from argmap.diagram.pages.paging import Canvas, on_pages
from argmap.diagram.pages.sheets import SLIDES, sheet_named
from argmap.diagram.scene import Box
from argmap.diagram.setting import Setting
from argmap.diagram.view import View, view
from argmap.errors import UsageError
from argmap.model import MapIndex
from tests.diagram.geometry import assert_apart, assert_text_inside
from tests.diagram.maps import buses, chain, claim, hostile, indexed, link, sample, tidy

GOALS = [(10, 23.0), (20, 16.0), (24, 14.0)]


def paged(
    index: MapIndex, min_pt: float = 18, slide: str = "16:9", shown: View | None = None
) -> Deck:
    canvas = Canvas(sheet_named(slide), min_pt)
    return on_pages(shown or view(index), index, canvas, Setting(title=index.map.title))[0]


def points(deck: Deck) -> list[float]:
    """Size of the text in the boxes of each page, those at the top apart."""
    return [min(box.cells[0].text.size for box in page.scene.boxes) for page in deck.pages]


@pytest.mark.parametrize(("claims", "least"), GOALS)
def test_text_on_one_slide_is_large(claims: int, least: float) -> None:
    deck = paged(tidy(claims, 6), least)
    assert len(deck.pages) == 1
    assert points(deck)[0] >= least


def test_forty_claims_at_fourteen_points_take_five_pages_or_fewer() -> None:
    deck = paged(tidy(40, 6), 14)
    assert len(deck.pages) <= 5
    assert min(points(deck)) >= 14


def test_forty_claims_with_short_labels_stand_on_one_slide() -> None:
    index = tidy(40, 6)
    claims = [
        found.model_copy(update={"short": " ".join(found.claim.split()[:4])})
        for found in index.map.claims
    ]
    short = MapIndex(index.map.model_copy(update={"claims": tuple(claims)}))
    deck = paged(short, 13, shown=view(short, "short"))
    assert len(deck.pages) == 1


@pytest.mark.parametrize("slide", SLIDES)
@pytest.mark.parametrize("index", [buses(), tidy(60, 6), hostile(), sample(7, 50), chain(60)])
def test_pages_have_the_size_of_the_canvas_and_all_stands_on_them(
    index: MapIndex, slide: str
) -> None:
    for page in paged(index, 14, slide).pages:
        scene = page.scene
        assert (scene.width, scene.height) == SLIDES[slide]
        assert_apart(scene, room=1)
        assert_text_inside(scene)
        for text in scene.around:
            assert 0 <= text.x < scene.width
            assert 0 <= text.y < scene.height
        lowest = max((box.y + box.height for box in scene.boxes), default=0)
        assert all(key.text.y - key.text.size >= lowest for key in scene.legend)


@pytest.mark.parametrize("seed", range(12))
def test_text_is_never_smaller_than_was_asked_for(seed: int) -> None:
    assert min(points(paged(tidy(30 + seed * 10, 2 + seed % 7, seed), 18))) >= 17.95


def test_every_claim_is_on_a_page_and_marks_lead_to_what_they_count() -> None:
    index = tidy(80, 6)
    deck = paged(index)
    by_anchor = {page.anchor: page for page in deck.pages}
    told = [cell.claim for page in deck.pages for box in page.scene.boxes for cell in box.cells]
    assert set(told) == set(index.claims)
    marked = [box for page in deck.pages for box in page.scene.boxes if box.more]
    assert marked
    for box in marked:
        top = by_anchor[box.goal].scene.boxes[0]
        assert top.cells[0].claim == box.cells[0].claim
        assert said(box).startswith("» +")
    assert {box.goal for box in marked} == set(by_anchor) - {"p1"}


def said(box: Box) -> str:
    return box.more.lines[0] if box.more else ""


def test_the_way_back_leads_from_the_motion_down_to_the_page() -> None:
    deck = paged(tidy(160, 6))
    anchors = [page.anchor for page in deck.pages]
    assert not [text for text in deck.pages[0].scene.around if text.goal]
    for page in deck.pages[1:]:
        goals = [text.goal for text in page.scene.around if text.goal]
        assert goals[0] == "p1"
        places = list(map(anchors.index, goals))
        assert all(one <= other for one, other in pairwise(places))
        assert places[-1] < anchors.index(page.anchor)


def test_on_the_small_map_the_page_stands_out() -> None:
    deck = paged(tidy(80, 6))
    shown = [
        frozenset(number for number, plate in enumerate(page.scene.plates) if plate.kind)
        for page in deck.pages
    ]
    assert len(set(shown)) == len(shown)
    assert all(0 < len(here) < len(deck.pages[0].scene.plates) for here in shown)


def test_a_stub_leads_to_the_page_of_its_claim() -> None:
    index = tidy(60, 6)
    far = indexed(*index.map.claims, *index.map.links, link("support", "c59", "c7"))
    deck = paged(far)
    page_of = {
        cell.claim: page.anchor
        for page in deck.pages
        for box in page.scene.boxes
        for cell in box.cells
        if not cell.hollow
    }
    stubs = [
        (page, box)
        for page in deck.pages
        for box in page.scene.boxes
        if box.cells[0].hollow and not box.more
    ]
    for page, box in stubs:
        wanted = page_of[box.cells[0].claim]
        assert box.goal == ("" if wanted == page.anchor else wanted)


def test_what_is_to_be_said_is_with_its_page() -> None:
    spoken = claim("a", "Buses are late.").model_copy(
        update={"say": "They never come.", "note": "Ask for figures."}
    )
    deck = paged(indexed(claim("m", "Buses should be free."), spoken, link("rebuttal", "a", "m")))
    assert deck.pages[0].notes.splitlines() == [
        "Buses should be free.",
        "But: They never come.",
        "  Note: Ask for figures.",
    ]


def test_a_claim_too_long_for_its_page_is_told() -> None:
    long = indexed(claim("m", "word " * 390))
    canvas = Canvas(SLIDES["16:9"], 18)
    deck, warnings = on_pages(view(long), long, canvas, Setting())
    assert len(deck.pages) == 1
    assert "a claim there is too long" in warnings[0]


def test_a_map_without_claims_is_an_empty_page() -> None:
    deck = paged(indexed(title="Nothing yet"))
    assert [page.name for page in deck.pages] == ["Nothing yet"]
    assert deck.pages[0].scene.boxes == ()


def test_a_slide_of_another_name_is_refused() -> None:
    with pytest.raises(UsageError) as caught:
        sheet_named("16:10")
    assert "16:9" in caught.value.remedy


def test_a_long_chain_is_paged() -> None:
    deck = paged(chain(200))
    assert len(deck.pages) > 20
    assert sum(len(page.scene.boxes) for page in deck.pages) == 200 + len(deck.pages) - 1
