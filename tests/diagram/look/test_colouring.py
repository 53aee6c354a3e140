"""Colours that stand for sides or tags: the same in every picture of a map, told by the legend."""

import re
from typing import Any

import pytest
from hypothesis import given, settings

from argmap.diagram.drawing import drawing
from argmap.diagram.layout import arrange
from argmap.diagram.legend import legend
from argmap.diagram.look.colouring import Colouring, colouring, tinted
from argmap.diagram.look.theme import LIGHT, NONE, OTHER
from argmap.diagram.look.themes import THEMES
from argmap.diagram.scene import Scene
from argmap.diagram.view import Kind, view
from argmap.diagram.view.choice import Choice, chosen
from argmap.diagram.writers.dot import write_dot
from argmap.diagram.writers.pdf import write_pdf
from argmap.diagram.writers.png import write_png
from argmap.diagram.writers.svg import write_svg
from argmap.model import Map, MapIndex
from argmap.store import loads
from tests.conftest import examples
from tests.maps import maps

TRIP = """\
argmap: 1
title: Trip
sides: {pro: Train, con: Plane}
claims:
- id: train
  claim: We go by train.
  supports:
  - id: cheap
    claim: It is cheap.
    tags: [money, body]
    rebuttals:
    - id: fees
      claim: There are fees.
      tags: [money]
      undercuts:
      - {id: paid, claim: They are paid., tags: [rare]}
  - joint:
    - {id: slow, claim: It is slow., implicit: true}
    - {id: calm, claim: Slow is calm., tags: [body]}
  rebuttals:
  - {id: far, claim: It is far.}
- id: aside
  claim: A second root.
  supports:
  - {id: below, claim: Under it., tags: [body]}
"""


def trip() -> MapIndex:
    return loads(TRIP).index


def tints(index: MapIndex, by: Any) -> dict[str, int]:  # noqa: ANN401 - checked by the callee
    """By first claim of each box."""
    nodes = view(index).nodes
    given = colouring(index, by).tints(nodes)
    return {node.cells[0].claim: tint for node, tint in zip(nodes, given, strict=True)}


def picture(index: MapIndex, by: Any) -> Scene:  # noqa: ANN401 - checked by the callee
    shown = view(index)
    drawn = drawing(shown, arrange(shown, "hang"))
    stands_for = colouring(index, by)
    drawn = tinted(drawn, stands_for.tints(shown.nodes))
    entries = stands_for.entries(box.tint for box in drawn.boxes)
    keys, bottom = legend({Kind.SUPPORT}, (0, drawn.height + 20), drawn.width, 9, entries)
    return Scene(drawn.width, bottom, "", "", drawn.lines, drawn.boxes, legend=keys)


def test_by_kind_there_are_no_tints() -> None:
    index = trip()
    assert set(tints(index, "kind").values()) == {-1}
    assert colouring(index, "kind").entries([-1]) == ()


def test_sides_are_those_of_the_whole_debate() -> None:
    assert tints(trip(), "side") == {
        "train": -1,
        "cheap": 0,
        "fees": 1,
        "paid": 0,
        "slow": 0,
        "far": 1,
        "aside": NONE,
        "below": NONE,
    }


def test_a_legend_names_the_sides_as_the_map_does_and_only_those_that_occur() -> None:
    stands_for = colouring(trip(), "side")
    assert stands_for.entries([NONE, 1, 0, -1]) == ((0, "Train"), (1, "Plane"), (NONE, "no side"))
    assert stands_for.entries([1]) == ((1, "Plane"),)


def test_a_side_keeps_its_colour_where_only_a_branch_is_shown() -> None:
    part = chosen(trip(), Choice(focus="cheap"))
    assert tints(part, "side") == {"cheap": 0, "fees": 1, "paid": 0}
    assert colouring(part, "side").names[1] == "Plane"


def test_the_most_frequent_tags_come_first() -> None:
    found = colouring(trip(), "tag")
    assert [found.names[tint] for tint in range(3)] == ["body", "money", "rare"]
    assert found.names[OTHER] == "other tags"


def test_a_box_has_the_tint_of_its_first_claim_with_a_tag() -> None:
    found = tints(trip(), "tag")
    assert found["cheap"] == 1, "its own first tag"
    assert found["slow"] == 0, "the second premise has the tag"
    assert found["far"] == NONE
    assert found["train"] == -1, "a motion without tags looks like a motion"


def test_a_tag_keeps_its_colour_where_only_a_branch_is_shown() -> None:
    part = chosen(trip(), Choice(focus="cheap"))
    assert tints(part, "tag") == {"cheap": 1, "fees": 1, "paid": 2}


def test_more_tags_than_tints_share_one() -> None:
    lines = "".join(
        f"  - {{claim: Claim {number}., tags: [t{number}]}}\n" for number in range(OTHER + 3)
    )
    index = loads(f"argmap: 1\nclaims:\n- claim: Motion.\n  supports:\n{lines}").index
    nodes = view(index).nodes
    given = colouring(index, "tag").tints(nodes)
    assert list(given) == [-1, 0, 1, 2, 3, 4, 5, OTHER, OTHER, OTHER]


def test_long_names_are_shortened() -> None:
    index = loads(TRIP.replace("Train", "T" * 5000)).index
    assert len(colouring(index, "side").names[0]) <= 40


@settings(max_examples=examples(60))
@given(maps())
def test_any_map_can_be_coloured(argument_map: Map) -> None:
    index = MapIndex(argument_map)
    for by in ("side", "tag"):
        nodes = view(index).nodes
        found: Colouring = colouring(index, by)
        given = found.tints(nodes)
        named = {tint for tint, _ in found.entries(given)}
        assert set(given) - {-1} == named, "every colour that shows is named"
        assert all(name.strip() for name in found.names.values())


def test_boxes_and_legend_are_drawn_in_their_tint() -> None:
    scene = picture(trip(), "side")
    drawn = write_svg(scene, LIGHT.without_hues(), embed=False)
    train, plane = LIGHT.tints[0], LIGHT.tints[1]
    assert drawn.count(f'fill="{train.stripe}"') == 3 + 1, "boxes, and one in the legend"
    assert drawn.count(f'fill="{plane.fill}"') == 2 + 1
    assert LIGHT.looks[Kind.SUPPORT].stripe not in drawn
    assert ">Train</text>" in drawn
    dashed = re.findall(rf'stroke="{plane.border}" stroke-width="1.2" stroke-dasharray', drawn)
    assert len(dashed) == 2, "the border still tells a rebuttal"


def test_all_writers_draw_tints() -> None:
    scene = picture(trip(), "side")
    plain = scene._replace(boxes=tuple(box._replace(tint=-1) for box in scene.boxes))
    for name, theme in THEMES.items():
        assert write_png(scene, 36, theme)[0] != write_png(plain, 36, theme)[0], name
        assert write_pdf(scene, theme)[0] != write_pdf(plain, theme)[0], name
        dot = write_dot(scene, theme)
        assert f'BGCOLOR="{theme.tints[0].stripe}"' in dot
        assert "Plane</TD>" in dot


def test_hostile_names_stay_text_in_a_legend() -> None:
    index = loads(TRIP.replace("Train", "'<b>&amp;\\N \"x'")).index
    scene = picture(index, "side")
    assert "&lt;b&gt;&amp;amp;\\N" in write_svg(scene, embed=False)
    assert "&lt;b&gt;&amp;amp;\\\\N &quot;x</TD>" in write_dot(scene)


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_without_hues_only_tints_have_colours(theme: Any) -> None:  # noqa: ANN401
    plain = theme.without_hues()
    inks = {look.border for kind, look in plain.looks.items() if kind is not Kind.MOTION}
    assert len(inks) == 1
    assert plain.tints == theme.tints
    assert plain.looks[Kind.MOTION] == theme.looks[Kind.MOTION]
    assert plain.looks[Kind.REBUTTAL].dashes == theme.looks[Kind.REBUTTAL].dashes
