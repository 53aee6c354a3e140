"""Connectors: presets, flips and turns come to the line that was meant."""

from hypothesis import assume, given
from hypothesis import strategies as st

from argmap.diagram.scene import Point
from argmap.diagram.writers.pptx.bends import Bend, bend, corners_of

STEPS = st.integers(-300, 300).filter(bool)


def traced(bent: Bend) -> list[Point]:
    """The corners of a connector, after the definitions of the presets."""
    wide, high = bent.width, bent.height
    shares = [share / 100_000 for share in bent.adjustments]
    corners: list[Point] = [(0, 0)]
    across = [share * wide for share in shares[::2]]
    down = [share * high for share in shares[1::2]]
    count = int(bent.preset[-1])
    x, y = 0.0, 0.0
    for number in range(count):
        if number % 2 == 0:
            x = wide if number >= count - 2 else across[number // 2]
        else:
            y = high if number >= count - 2 else down[number // 2]
        corners.append((x, y))
    middle = wide / 2, high / 2
    found: list[Point] = []
    for x, y in corners:
        across_middle, below_middle = x - middle[0], y - middle[1]
        across_middle *= -1 if bent.flip_across else 1
        below_middle *= -1 if bent.flip_down else 1
        if bent.turned:
            across_middle, below_middle = below_middle, -across_middle
        found.append((bent.x + middle[0] + across_middle, bent.y + middle[1] + below_middle))
    return found


@given(st.lists(STEPS, min_size=1, max_size=5), st.booleans())
def test_a_connector_runs_through_the_points_that_it_was_made_of(
    steps: list[int], down: bool
) -> None:
    points: list[Point] = [(100, 50)]
    for number, step in enumerate(steps):
        x, y = points[-1]
        points.append((x, y + step) if down == (number % 2 == 0) else (x + step, y))
    (x, y), (x2, y2) = points[0], points[-1]
    assume(len(steps) < 3 or (x != x2 and y != y2))
    bent = bend(points)
    assert bent is not None
    for found, wanted in zip(corners_of(traced(bent)), points, strict=True):
        assert abs(found[0] - wanted[0]) < 0.02
        assert abs(found[1] - wanted[1]) < 0.02


def test_points_on_the_way_count_for_nothing() -> None:
    assert corners_of([(0, 0), (0, 5), (0, 5), (0, 9), (4, 9)]) == [(0, 0), (0, 9), (4, 9)]


def test_a_way_that_no_connector_takes_is_none() -> None:
    assert bend([(0, 0)]) is None
    assert bend([(0, 0), (5, 0), (5, 5), (0, 5)]) is None, "it ends above where it begins"
    assert bend([(0, 0), (5, 3), (9, 3)]) is None, "it runs aslant"


def test_a_straight_connector_can_bend_when_its_boxes_move() -> None:
    bent = bend([(10, 10), (10, 50)])
    assert bent is not None
    assert (bent.preset, bent.width, bent.height) == ("bentConnector3", 40, 0)
