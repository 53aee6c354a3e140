"""Cross-links in the built-in layouts: clear of boxes, apart from other lines, or else stubs."""

import pytest
from hypothesis import given

from argmap.diagram.drawing import drawing
from argmap.diagram.layout import LAYOUTS, ROOMY, TIGHT, Layout, Spacing, arrange, crosslinks
from argmap.diagram.layout.crosslinks import arranged
from argmap.diagram.scene import Box, Scene
from argmap.diagram.view import Kind, View, stub_spots, view
from argmap.model import Map, MapIndex
from tests.conftest import EXPLORING
from tests.diagram.geometry import (
    ROOM_FOR_THE_WORD,
    assert_apart,
    assert_cross_links_run_alone,
    assert_lines_keep_clear,
    assert_text_inside,
)
from tests.diagram.maps import buses, chain, claim, hostile, indexed, link, sample, woven
from tests.diagram.view.test_merge import told
from tests.maps import maps


def scene_of(shown: View, placed: Layout) -> Scene:
    drawn = drawing(shown, placed)
    return Scene(drawn.width, drawn.height, "", "", drawn.lines, drawn.boxes)


def assert_clean(before: View, layout: str = "hang", spacing: Spacing = ROOMY) -> None:
    shown, placed = arranged(before, layout, spacing)
    scene = scene_of(shown, placed)
    assert_apart(scene, ROOM_FOR_THE_WORD if spacing.words else 1)
    assert_lines_keep_clear(scene)
    assert_cross_links_run_alone(scene)
    assert_text_inside(scene)
    assert all(
        0 <= x <= scene.width and 0 <= y <= scene.height
        for line in scene.lines
        for x, y in line.points
        if line.cross
    )
    assert told(shown) == told(before)
    assert len(placed.crosses) == len(shown.links)
    assert all(placed.crosses)


@pytest.mark.parametrize("spacing", [ROOMY, TIGHT])
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("seed", range(100 if EXPLORING else 3))
def test_random_graphs_are_drawn_cleanly(seed: int, layout: str, spacing: Spacing) -> None:
    index = woven(seed, size=8 + seed * 5, extra=4 + seed * 2)
    assert_clean(view(index), layout, spacing)


@given(maps())
def test_any_map_is_drawn_cleanly(argument_map: Map) -> None:
    assert_clean(view(MapIndex(argument_map)))


def test_a_hostile_map_is_drawn_cleanly() -> None:
    assert_clean(view(hostile()))


def test_most_cross_links_of_small_maps_find_a_way() -> None:
    ways = stubs = 0
    for seed in range(6):
        before = view(woven(seed, 20, 6))
        ways += len(arranged(before)[0].links)
        stubs += len(stub_spots(before))
    assert ways > 0.9 * stubs


def test_a_cross_link_leads_from_the_conclusion_to_the_premise() -> None:
    shown, placed = arranged(view(buses()))
    scene = scene_of(shown, placed)
    line = next(line for line in scene.lines if line.cross)
    walk, cost = scene.boxes[2], scene.boxes[6]
    assert (line.box, line.target, line.kind) == (2, 6, Kind.SUPPORT)
    assert _on_the_edge(line.points[0], cost)
    assert _on_the_edge(line.points[-1], walk)
    sign = next(mark for mark in scene.attacks if mark.kind is Kind.SUPPORT)
    assert abs(sign.x - line.points[0][0]) + abs(sign.y - line.points[0][1]) < 5


def _on_the_edge(point: tuple[float, float], box: Box) -> bool:
    x, y = point
    left, top, right, bottom = box.x, box.y, box.x + box.width, box.y + box.height
    return left <= x <= right and top <= y <= bottom and (x in {left, right} or y in {top, bottom})


def test_an_undercut_that_occurs_again_meets_the_other_link_too() -> None:
    index = indexed(
        *map(claim, "mabu"),
        link("support", "a", "m"),
        link("support", "b", "m"),
        link("undercut", "u", "a>m"),
        link("undercut", "u", "b>m"),
    )
    scene = scene_of(*arranged(view(index)))
    line = next(line for line in scene.lines if line.cross)
    attacked = next(each for each in scene.lines if each.box == line.target)
    assert line.undercut
    assert attacked.attack == line.points[0]


def test_a_map_without_repeats_is_arranged_as_ever() -> None:
    shown = view(sample(2, 12))
    assert stub_spots(shown) == []
    assert arranged(shown) == (shown, arrange(shown))


def test_many_repeats_stay_stubs() -> None:
    before = view(woven(5, 60, 80))
    assert len(stub_spots(before)) > crosslinks.MOST_CROSSES
    assert arranged(before) == (before, arrange(before))


def test_a_large_map_with_a_repeat_keeps_its_stub() -> None:
    long = chain(2_000).map
    again = link("support", "c1999", "c3")
    shown, _ = arranged(view(MapIndex(long.model_copy(update={"links": (*long.links, again)}))))
    assert shown.links == ()
    assert sum(node.cells[0].stub for node in shown.nodes) == 1


def test_where_ways_are_lost_with_each_round_there_are_stubs_in_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(crosslinks, "_BUDGET", 60)
    assert_clean(view(woven(4, 40, 20)))
    monkeypatch.setattr(crosslinks, "_ROUNDS", 0)
    before = view(buses())
    assert arranged(before) == (before, arrange(before))


def test_where_no_way_is_found_there_are_stubs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crosslinks, "_BUDGET", 0)
    before = view(buses())
    assert arranged(before) == (before, arrange(before))
