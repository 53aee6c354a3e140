"""What holds for every layout at every spacing, on maps of every shape and with hostile words.

ARGMAP_EXPLORE=1 tries a thousand maps.
"""

from itertools import pairwise

import pytest

from argmap.diagram.drawing import drawing
from argmap.diagram.layout import LAYOUTS, NOTHING, ROOMY, TIGHT, Spacing, arrange
from argmap.diagram.scene import Box, Scene
from argmap.diagram.view import Cell, Kind, Node, View, view
from argmap.model import MapIndex
from tests.conftest import EXPLORING
from tests.diagram.geometry import ROOM_FOR_THE_WORD
from tests.diagram.layout.sound import assert_sound
from tests.diagram.layout.varied import varied
from tests.diagram.maps import buses, chain, claim, hostile, indexed, link, sample, tidy

SPACINGS = {"roomy": ROOMY, "tight": TIGHT}
SEEDS = range(1_000 if EXPLORING else 10)
every_layout = pytest.mark.parametrize("layout", LAYOUTS)
every_spacing = pytest.mark.parametrize("spacing", SPACINGS.values(), ids=SPACINGS)


def drawn(index: MapIndex, layout: str, spacing: Spacing = ROOMY) -> Scene:
    return drawn_view(view(index), layout, spacing)


def drawn_view(shown: View, layout: str, spacing: Spacing = ROOMY) -> Scene:
    made = drawing(shown, arrange(shown, layout, spacing), words=spacing.words)
    return Scene(made.width, made.height, "", "", made.lines, made.boxes)


def assert_clean(index: MapIndex, layout: str, spacing: Spacing) -> None:
    room = ROOM_FOR_THE_WORD if spacing.words else spacing.gap
    assert_sound(drawn(index, layout, spacing), room)


@every_layout
@every_spacing
@pytest.mark.parametrize("seed", SEEDS)
def test_random_maps_are_laid_out_cleanly(layout: str, spacing: Spacing, seed: int) -> None:
    assert_clean(varied(seed), layout, spacing)


@every_layout
@every_spacing
@pytest.mark.parametrize(
    "index",
    [buses(), hostile(), tidy(60, heads=40), chain(80), sample(3, 110)],
    ids=["buses", "hostile", "wide", "chain", "large"],
)
def test_other_shapes_are_laid_out_cleanly(layout: str, spacing: Spacing, index: MapIndex) -> None:
    assert_clean(index, layout, spacing)


@every_layout
def test_a_chain_of_5000_is_laid_out(layout: str) -> None:
    boxes = drawn(chain(5_000), layout).boxes
    assert len(boxes) == 5_000
    assert all(
        one.y + one.height < other.y or one.x + one.width < other.x
        for one, other in pairwise(boxes)
    )


@every_layout
def test_several_roots_share_a_picture(layout: str) -> None:
    picture = drawn(indexed(*map(claim, "abcdef"), link("support", "f", "e")), layout)
    assert [line.box for line in picture.lines] == [5]
    assert_sound(picture)


@every_layout
def test_an_undercut_whose_link_is_not_shown_hangs_under_the_root(layout: str) -> None:
    nodes = (
        Node(Kind.MOTION, "", -1, (Cell("The one that is looked at."),)),
        Node(Kind.UNDERCUT, "does not follow", 0, (Cell("Its link is attacked."),)),
    )
    picture = drawn_view(View("", "", nodes), layout)
    assert [(line.box, line.target) for line in picture.lines] == [(1, 0)]
    assert_sound(picture)


@every_layout
def test_nothing_takes_no_room(layout: str) -> None:
    assert arrange(view(indexed(title="Nothing yet")), layout) is NOTHING


@every_layout
@every_spacing
def test_words_of_common_length_are_not_cut(layout: str, spacing: Spacing) -> None:
    texts = ["Responsibilities", "A so", "No administrations", "If so, transportation would"]
    names = [f"c{number}" for number in range(len(texts))]
    claims = [claim(name, text) for name, text in zip(names, texts, strict=True)]
    links = [link("support", name, above) for above, name in pairwise(names)]
    for box in drawn(indexed(*claims, *links), layout, spacing).boxes:
        for cell in box.cells:
            lines = cell.text.lines
            assert all(line.endswith(" ") for line in lines[:-1]), lines


def test_a_tree_stands_above_the_middle_of_what_hangs_under_it() -> None:
    motion, left, right = drawn(_heads("support", "support"), "tree", TIGHT).boxes
    assert 2 * _middle(motion) == pytest.approx(_middle(left) + _middle(right), abs=2)
    assert left.y == right.y > motion.y + motion.height


def test_from_left_to_right_a_box_stands_beside_the_middle_of_what_hangs_under_it() -> None:
    motion, upper, lower = drawn(_heads("support", "support"), "lr", TIGHT).boxes
    assert upper.x == lower.x > motion.x + motion.width
    assert upper.y + upper.height < lower.y
    assert upper.y < motion.y + motion.height / 2 < lower.y + lower.height


def test_pro_stands_right_and_con_left_with_all_that_hangs_under_them() -> None:
    motion, *others = drawn(buses(), "two-sided").boxes
    cars, cost, ration = others[0], others[5], others[3]
    assert (cars.kind, cost.kind, ration.cells[0].claim) == ("support", "rebuttal", "home")
    shown = view(buses()).nodes
    head = list(range(len(shown)))
    for place, node in enumerate(shown):
        head[place] = place if node.parent <= 0 else head[node.parent]
    for place, box in enumerate(others, start=1):
        if shown[head[place]].kind is Kind.SUPPORT:
            assert box.x > motion.x + motion.width
        else:
            assert box.x + box.width < motion.x


def test_a_line_that_is_nearly_straight_is_straight() -> None:
    picture = drawn(_heads("support"), "lr", TIGHT)
    assert [len(line.points) for line in picture.lines] == [2]


def test_small_branches_move_into_the_gaps_of_large_ones() -> None:
    """Branches are packed by their outlines, not by the boxes around them."""
    names = [f"c{number}" for number in range(8)]
    wide = [link("support", name, "reason") for name in names]
    heads = [link("support", name, "m") for name in ("one", "reason", "two")]
    claims = [claim(name) for name in ("m", "one", "reason", "two", *names)]
    boxes = {
        box.cells[0].claim: box
        for box in drawn(indexed(*claims, *heads, *wide), "tree", TIGHT).boxes
    }
    assert boxes["c0"].x < boxes["one"].x
    assert boxes["two"].x + boxes["two"].width < boxes["c7"].x + boxes["c7"].width


def _heads(*kinds: str) -> MapIndex:
    names = [f"c{number}" for number in range(len(kinds))]
    links = [link(kind, name, "m") for kind, name in zip(kinds, names, strict=True)]
    return indexed(*map(claim, ["m", *names]), *links)


def _middle(box: Box) -> float:
    return box.x + box.width / 2
