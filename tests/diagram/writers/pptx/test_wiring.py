"""What lines are glued to: every line of a picture is there, from one box to the other."""

import pytest

from argmap.diagram.compose import compose
from argmap.diagram.scene import Point, Scene
from argmap.diagram.view import view
from argmap.diagram.writers.pptx.wiring import End, Port, Wiring
from argmap.model import MapIndex
from tests.diagram.maps import buses, chain, hostile, sample, tidy

MAPS = [buses(), hostile(), chain(40), tidy(40, 5), *(sample(seed, 30) for seed in range(8))]


def scene_of(index: MapIndex) -> Scene:
    return compose(view(index))


def place_of(end: End, scene: Scene) -> Point:
    if isinstance(end.at, Port):
        box = scene.boxes[end.at.box]
        x, y = end.at.point
        assert x in {box.x, box.x + box.width} or y in {box.y, box.y + box.height}
        return end.at.point
    if not isinstance(end.at, int):
        return end.at
    box = scene.boxes[end.at]
    middle = box.x + box.width / 2, box.y + box.height / 2
    return (
        (middle[0], box.y),
        (box.x, middle[1]),
        (middle[0], box.y + box.height),
        (box.x + box.width, middle[1]),
    )[end.site]


def box_of(end: End) -> int | Point:
    return end.at.box if isinstance(end.at, Port) else end.at


@pytest.mark.parametrize("index", MAPS)
def test_every_end_is_glued_where_the_line_ends(index: MapIndex) -> None:
    scene = scene_of(index)
    wiring = Wiring(scene)
    for wire in wiring.wires:
        for end, point in ((wire.start, wire.points[0]), (wire.end, wire.points[-1])):
            assert end is not None
            x, y = place_of(end, scene)
            assert abs(x - point[0]) < 1.3
            assert abs(y - point[1]) < 1.3


@pytest.mark.parametrize("index", MAPS)
def test_every_line_leads_from_its_box_to_the_one_above(index: MapIndex) -> None:
    scene = scene_of(index)
    wiring = Wiring(scene)
    above = {
        box_of(wire.end): wire.start for wire in wiring.wires if wire.end and not wire.line.cross
    }
    for line in scene.lines:
        if line.cross:
            continue
        at: int | Point = line.box
        for _ in range(10):
            start = above[at]
            assert start is not None
            at = box_of(start)
            if at in {line.target, line.points[0]}:
                break
        assert at == (line.points[0] if line.undercut else line.target)


@pytest.mark.parametrize("index", MAPS)
def test_cross_links_lead_from_box_to_box_too(index: MapIndex) -> None:
    scene = scene_of(index)
    wiring = Wiring(scene)
    for line in scene.lines:
        if line.cross and not line.undercut:
            first, *_, last = [wire for wire in wiring.wires if wire.line is line] * 2
            assert first.start is not None
            assert last.end is not None
            assert (box_of(first.start), box_of(last.end)) == (line.target, line.box)
            assert all(wire.owner == -1 for wire in wiring.wires if wire.line is line)


@pytest.mark.parametrize("index", MAPS)
def test_connectors_have_no_turn_that_a_program_would_choose_anew(index: MapIndex) -> None:
    for wire in Wiring(scene_of(index)).wires:
        assert len(wire.points) <= 4
        if len(wire.points) == 4:
            (x, y), (x1, y1), (x2, y2) = wire.points[0], *wire.points[2:]
            half_way = abs(x1 - (x + x2) / 2) <= 2 or abs(y1 - (y + y2) / 2) <= 2
            assert half_way


def test_the_joints_of_a_box_move_with_it() -> None:
    scene = scene_of(tidy(40, 5))
    wiring = Wiring(scene)
    assert wiring.joints
    for wire in wiring.wires:
        if wire.owner >= 0:
            found = [box_of(end) for end in (wire.start, wire.end) if end]
            owners = {at if isinstance(at, int) else wiring.joints[at][1] for at in found}
            assert owners == {wire.owner}
