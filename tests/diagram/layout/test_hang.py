"""Where things stand: nothing overlaps, no line runs through a box, text keeps inside."""

from itertools import pairwise

import pytest

from argmap.diagram.compose import compose
from argmap.diagram.layout.hang import hang
from argmap.diagram.scene import Box, Scene
from argmap.diagram.view import Kind, view
from argmap.model import MapIndex
from tests.diagram.geometry import assert_apart, assert_lines_keep_clear, assert_text_inside
from tests.diagram.maps import buses, chain, claim, hostile, indexed, link, sample, tidy


def scene_of(index: MapIndex) -> Scene:
    return compose(view(index))


@pytest.mark.parametrize("seed", range(30))
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
    lines = {line.box: line for line in scene.lines if not line.cross}
    attacked, undercut = lines[2], lines[3]
    assert undercut.undercut
    assert undercut.target == attacked.box
    assert undercut.points[0] == attacked.attack
    (x, y), (x2, y2) = attacked.points[-2:]
    at_x, at_y = undercut.points[0]
    assert min(x, x2) <= at_x <= max(x, x2)
    assert min(y, y2) <= at_y <= max(y, y2)
    assert attacked.attack in {(mark.x, mark.y) for mark in scene.attacks}


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
    assert [text.lines[0] for _, _, text, _ in scene.legend] == ["but: rebuts"]
    assert scene_of(indexed(claim("a"))).legend == ()


@pytest.mark.parametrize(
    ("size", "heads", "points"), [(10, 4, 19.0), (20, 6, 14.0), (24, 6, 12.5), (40, 6, 9.5)]
)
def test_text_on_a_slide_stays_large(size: int, heads: int, points: float) -> None:
    """Size of the text once the drawing fills a 16:9 slide."""
    drawn = hang(view(tidy(size, heads)))
    assert 12 * min(888 / drawn.width, 454 / drawn.height) >= points


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


def _right(box: Box) -> float:
    return box.x + box.width
