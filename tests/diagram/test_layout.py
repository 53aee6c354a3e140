"""Where things stand: nothing overlaps, no line runs through a box, text keeps inside."""

from collections.abc import Iterator
from itertools import combinations, pairwise

import pytest

from argmap.diagram import metrics
from argmap.diagram.compose import compose
from argmap.diagram.hang import best_plan
from argmap.diagram.scene import Box, Scene
from argmap.diagram.view import Kind, view
from argmap.model import MapIndex
from tests.diagram.maps import buses, chain, claim, hostile, indexed, link, sample, tidy

ROOM_FOR_THE_WORD = 8


def scene_of(index: MapIndex) -> Scene:
    return compose(view(index))


def stretches(scene: Scene) -> Iterator[tuple[int, int, int, int, int]]:
    """Each straight stretch of each line: left, top, right, bottom, and the line's number."""
    for number, line in enumerate(scene.lines):
        for (x, y), (x2, y2) in pairwise(line.points):
            assert x == x2 or y == y2, "lines run straight across or down"
            yield min(x, x2), min(y, y2), max(x, x2), max(y, y2), number


def assert_apart(scene: Scene) -> None:
    for one, other in combinations(scene.boxes, 2):
        aside = one.x + one.width < other.x or other.x + other.width < one.x
        below = (
            one.y + one.height <= other.y - ROOM_FOR_THE_WORD
            or other.y + other.height <= one.y - ROOM_FOR_THE_WORD
        )
        assert aside or below, (one, other)


def assert_lines_keep_clear(scene: Scene) -> None:
    found = list(stretches(scene))
    for left, top, right, bottom, _ in found:
        for box in scene.boxes:
            aside = right <= box.x or left >= box.x + box.width
            assert aside or bottom <= box.y or top >= box.y + box.height, box
    across = [each for each in found if each[1] == each[3]]
    down = [each for each in found if each[0] == each[2]]
    for left, y, right, _, _ in across:
        for x, top, _, bottom, _ in down:
            assert not (left < x < right and top < y < bottom), "two lines cross"


def assert_text_inside(scene: Scene) -> None:
    for box in scene.boxes:
        assert box.x + box.width <= scene.width
        assert box.y + box.height <= scene.height
        assert sum(cell.height for cell in box.cells) == box.height
        for cell in box.cells:
            text = cell.text
            assert cell.y < text.y - 0.7 * text.size
            assert text.y + text.leading * (len(text.lines) - 1) < cell.y + cell.height
            for line in text.lines:
                wide = text.size * metrics.width(line.rstrip(" "), text.weight)
                assert text.x + wide <= box.x + box.width


@pytest.mark.parametrize("seed", range(60))
def test_random_maps_are_laid_out_cleanly(seed: int) -> None:
    scene = scene_of(sample(seed, size=1 + seed * 11 % 70))
    assert_apart(scene)
    assert_lines_keep_clear(scene)
    assert_text_inside(scene)


@pytest.mark.parametrize("index", [buses(), hostile(), tidy(60, heads=40), chain(80)])
def test_other_shapes_are_laid_out_cleanly(index: MapIndex) -> None:
    scene = scene_of(index)
    assert_apart(scene)
    assert_lines_keep_clear(scene)
    assert_text_inside(scene)


def test_the_contention_stands_on_top_in_the_middle() -> None:
    scene = scene_of(tidy(20, heads=6))
    motion, *others = scene.boxes
    assert abs(2 * motion.x + motion.width - scene.width) <= 2
    assert all(box.y > motion.y + motion.height for box in others)


def test_answers_are_indented_under_what_they_answer_and_share_its_right_edge() -> None:
    scene = scene_of(buses())
    cars, walk, poll = scene.boxes[1:4]
    assert cars.x < walk.x < poll.x
    assert cars.y < walk.y < poll.y
    assert _right(cars) == _right(walk) == _right(poll)


def test_joint_premises_share_a_box_with_a_rule_between_them() -> None:
    joint = scene_of(buses()).boxes[4]
    assert len(joint.cells) == 2
    assert [join.text.lines for join in joint.joins] == [("and",)]
    assert joint.joins[0].y == joint.cells[1].y


def test_an_undercut_ends_on_the_line_of_the_link_that_it_attacks() -> None:
    scene = scene_of(buses())
    lines = {line.box: line for line in scene.lines}
    attacked, undercut = lines[2], lines[3]
    assert undercut.undercut
    assert undercut.target == attacked.box
    assert undercut.points[0] == attacked.attack
    (x, y), (x2, y2) = attacked.points[-2:]
    at_x, at_y = undercut.points[0]
    assert min(x, x2) <= at_x <= max(x, x2)
    assert min(y, y2) <= at_y <= max(y, y2)
    assert [(mark.x, mark.y) for mark in scene.attacks] == [attacked.attack]


def test_an_undercut_of_a_reason_that_spreads_stands_beside_its_columns() -> None:
    names = [f"c{number}" for number in range(60)]
    parts = [claim(name) for name in ("m", "reason", "under", *names)]
    links = [link("support", name, "reason") for name in names]
    scene = scene_of(
        indexed(
            *parts,
            link("support", "reason", "m"),
            link("undercut", "under", "reason>m"),
            *links,
        )
    )
    reasons = [box for box in scene.boxes if box.kind is Kind.SUPPORT][1:]
    under = next(box for box in scene.boxes if box.kind is Kind.UNDERCUT)
    assert all(_right(under) < box.x for box in reasons)
    assert_lines_keep_clear(scene)


def test_several_roots_stand_side_by_side() -> None:
    scene = scene_of(indexed(*map(claim, "abcdef"), link("support", "f", "e")))
    assert [line.box for line in scene.lines] == [5]
    assert_apart(scene)


def test_the_legend_names_the_kinds_that_occur() -> None:
    scene = scene_of(indexed(*map(claim, "ab"), link("rebuttal", "b", "a")))
    assert [text.lines[0] for _, text in scene.legend] == ["but: rebuts"]
    assert scene_of(indexed(claim("a"))).legend == ()


@pytest.mark.parametrize(
    ("size", "heads", "points"), [(10, 4, 19.0), (20, 6, 14.0), (24, 6, 12.5), (40, 6, 9.5)]
)
def test_text_on_a_slide_stays_large(size: int, heads: int, points: float) -> None:
    """Size of the text once the drawing fills a 16:9 slide."""
    width, height = best_plan(view(tidy(size, heads))).extent
    assert 12 * min(888 / width, 454 / height) >= points


def test_a_large_map_is_no_ribbon() -> None:
    scene = scene_of(tidy(170, heads=5))
    assert 1.3 < scene.width / scene.height < 2.5


def test_a_chain_of_5000_is_laid_out() -> None:
    boxes = scene_of(chain(5_000)).boxes
    assert len(boxes) == 5_000
    assert all(one.y + one.height < other.y for one, other in pairwise(boxes))


def test_an_empty_map_is_an_empty_picture_with_its_title() -> None:
    scene = scene_of(indexed(title="Nothing yet"))
    assert scene.boxes == ()
    assert scene.lines == ()
    assert scene.legend == ()
    assert scene.heading is not None
    assert scene.heading.lines == ("Nothing yet",)


def _right(box: Box) -> int:
    return box.x + box.width
