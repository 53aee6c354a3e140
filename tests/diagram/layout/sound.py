"""What holds for every layout, beyond what holds for every picture."""

from collections import defaultdict
from itertools import combinations

from argmap.diagram.lettering import metrics
from argmap.diagram.scene import Scene
from tests.diagram.geometry import (
    ROOM_FOR_THE_WORD,
    assert_apart,
    assert_lines_keep_clear,
    assert_text_inside,
    stretches,
)


def assert_words_keep_clear(scene: Scene) -> None:
    """No line runs through the word above a box."""
    found = list(stretches(scene))
    for word in (box.word for box in scene.boxes if box.word):
        end = word.x + word.size * metrics.width(word.lines[0], word.weight)
        for left, top, right, bottom, _ in found:
            aside = right <= word.x or left >= end
            assert aside or bottom <= word.y - 0.75 * word.size or top > word.y, word.lines
        assert word.y - 0.75 * word.size >= 0, "a word stands above the picture"


def assert_undercuts_meet_links(scene: Scene) -> None:
    """Undercuts begin on the last stretch of the link that they attack, not at its ends."""
    lines = {line.box: line for line in scene.lines if not line.cross}
    for line in scene.lines:
        if line.undercut and line.target in lines:
            attacked = lines[line.target]
            assert line.points[0] == attacked.attack
            (x, y), (x2, y2) = attacked.points[-2:]
            at = line.points[0]
            assert min(x, x2) <= at[0] <= max(x, x2)
            assert min(y, y2) <= at[1] <= max(y, y2)
            assert at not in {(x, y), (x2, y2)}


def assert_only_siblings_share_lines(scene: Scene) -> None:
    """Lines lie on one another only where they come from the same box or link."""
    down: dict[float, list[tuple[float, float, object]]] = defaultdict(list)
    across: dict[float, list[tuple[float, float, object]]] = defaultdict(list)
    for left, top, right, bottom, number in stretches(scene):
        source = (scene.lines[number].target, scene.lines[number].undercut)
        if left == right:
            down[left].append((top, bottom, source))
        else:
            across[top].append((left, right, source))
    for stretch in [*down.values(), *across.values()]:
        for (start, end, one), (start2, end2, other) in combinations(stretch, 2):
            assert one == other or end < start2 or end2 < start, (one, other)


def assert_sound(scene: Scene, room: float = ROOM_FOR_THE_WORD) -> None:
    """All of the above."""
    assert_apart(scene, room)
    assert_lines_keep_clear(scene)
    assert_text_inside(scene)
    assert_words_keep_clear(scene)
    assert_undercuts_meet_links(scene)
    assert_only_siblings_share_lines(scene)
