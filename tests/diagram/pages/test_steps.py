"""A map told step by step."""

from argmap.diagram.pages.page import Deck
from argmap.diagram.pages.paging import Canvas, on_pages
from argmap.diagram.pages.sheets import SLIDES
from argmap.diagram.pages.steps import in_steps
from argmap.diagram.setting import Setting
from argmap.diagram.view import view
from argmap.model import MapIndex
from tests.diagram.maps import buses, indexed, tidy


def steps(index: MapIndex) -> tuple[Deck, Deck]:
    deck, _ = on_pages(view(index), index, Canvas(SLIDES["16:9"], 14), Setting(title="Steps"))
    return deck, in_steps(deck, index)


def test_each_step_has_one_box_more_at_its_final_place() -> None:
    deck, told = steps(buses())
    [whole] = deck.pages
    assert len(told.pages) == len(whole.scene.boxes)
    for count, step in enumerate(told.pages, 1):
        assert step.scene.boxes == whole.scene.boxes[:count]
        assert step.scene.heading == whole.scene.heading
        assert step.scene.legend == whole.scene.legend
    assert told.pages[-1].scene == whole.scene


def test_lines_come_with_the_boxes_at_both_their_ends() -> None:
    _, told = steps(buses())
    for step in told.pages:
        shown = len(step.scene.boxes)
        assert all(max(line.box, line.target) < shown for line in step.scene.lines)
        for line in step.scene.lines:
            assert line.hits < len(step.scene.lines)


def test_the_first_step_of_a_page_is_where_links_lead() -> None:
    deck, told = steps(tidy(60, 6))
    anchors = [step.anchor for step in told.pages]
    assert len(set(anchors)) == len(anchors)
    assert {page.anchor for page in deck.pages} <= set(anchors)


def test_a_step_says_what_came_in() -> None:
    _, told = steps(buses())
    assert told.pages[0].notes == "The city should make all bus travel free."
    assert told.pages[1].notes.startswith("Because: ")
    assert all(step.notes.count("\n") < 3 for step in told.pages)


def test_an_empty_page_is_one_step() -> None:
    deck, told = steps(indexed())
    assert told.pages == deck.pages
