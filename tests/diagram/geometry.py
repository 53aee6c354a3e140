"""What holds for every picture: nothing overlaps, lines keep clear of boxes, text keeps inside."""

from collections.abc import Iterator
from itertools import combinations, pairwise

from argmap.diagram.lettering import metrics
from argmap.diagram.scene import Scene

ROOM_FOR_THE_WORD = 8
SLACK = 0.05
"""Points; places of scaled pictures are rounded to hundredths."""


def stretches(scene: Scene) -> Iterator[tuple[float, float, float, float, int]]:
    """Each straight stretch of each line: left, top, right, bottom, and the line's number."""
    for number, line in enumerate(scene.lines):
        for (x, y), (x2, y2) in pairwise(line.points):
            assert x == x2 or y == y2, "lines run straight across or down"
            yield min(x, x2), min(y, y2), max(x, x2), max(y, y2), number


def assert_apart(scene: Scene, room: float = ROOM_FOR_THE_WORD) -> None:
    """No two boxes touch, and there is `room` above each."""
    for one, other in combinations(scene.boxes, 2):
        aside = one.x + one.width < other.x or other.x + other.width < one.x
        below = one.y + one.height <= other.y - room or other.y + other.height <= one.y - room
        assert aside or below, (one, other)


def assert_lines_keep_clear(scene: Scene) -> None:
    """No line runs through a box, and no two lines cross, but for cross-links."""
    found = list(stretches(scene))
    for left, top, right, bottom, _ in found:
        for box in scene.boxes:
            aside = right <= box.x or left >= box.x + box.width
            assert aside or bottom <= box.y or top >= box.y + box.height, box
    found = [each for each in found if not scene.lines[each[4]].cross]
    across = [each for each in found if each[1] == each[3]]
    down = [each for each in found if each[0] == each[2]]
    for left, y, right, _, _ in across:
        for x, top, _, bottom, _ in down:
            assert not (left < x < right and top < y < bottom), "two lines cross"


def assert_cross_links_run_alone(scene: Scene) -> None:
    """No cross-link runs along another line; only where it meets it on purpose do they touch."""
    found = list(stretches(scene))
    for one, other in combinations(found, 2):
        if one[4] == other[4] or not (scene.lines[one[4]].cross or scene.lines[other[4]].cross):
            continue
        if (one[1] == one[3]) == (other[1] == other[3]):
            wide = min(one[2], other[2]) - max(one[0], other[0])
            high = min(one[3], other[3]) - max(one[1], other[1])
            assert max(wide, high) <= 0 or min(wide, high) < 0, (one, other)


def assert_text_inside(scene: Scene) -> None:
    """All text keeps inside its box, and every box inside the picture."""
    for box in scene.boxes:
        assert box.x + box.width <= scene.width
        assert box.y + box.height <= scene.height
        assert abs(sum(cell.height for cell in box.cells) - box.height) < SLACK
        for cell in box.cells:
            text = cell.text
            assert cell.y < text.y - 0.7 * text.size
            assert text.y + text.leading * (len(text.lines) - 1) < cell.y + cell.height
            for line in text.lines:
                wide = text.size * metrics.width(line.rstrip(" "), text.weight)
                assert text.x + wide <= box.x + box.width + SLACK
