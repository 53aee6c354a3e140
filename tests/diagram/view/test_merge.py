"""Cross-links instead of stubs: every link of the map is told once, by the tree or by a line."""

import pytest
from hypothesis import given

from argmap.diagram.view import Cross, Kind, View, merged, stub_spots, view
from argmap.model import Map, MapIndex
from tests.diagram.maps import buses, claim, indexed, link, sample
from tests.maps import maps


def premise(shown: View, cross: Cross) -> str:
    return shown.nodes[cross.start].cells[cross.start_cell].claim


def told(shown: View) -> list[tuple[str, str]]:
    """Premise and conclusion (or claim whose link is attacked) of all links, however told."""
    found = []
    for node in shown.nodes:
        if node.parent >= 0:
            above = shown.nodes[node.parent].cells
            below = above[max(node.cell, 0)].claim
            if node.attacked >= 0:
                below = premise(shown, shown.links[node.attacked])
            found += [(cell.claim, below) for cell in node.cells]
    for cross in shown.links:
        start = shown.nodes[cross.start].cells[cross.start_cell]
        end = shown.nodes[cross.end].cells[max(cross.end_cell, 0)]
        if cross.kind:
            below = end.claim
            if cross.attacked >= 0:
                below = premise(shown, shown.links[cross.attacked])
            found.append((start.claim, below))
        else:
            assert start.claim == end.claim
            assert end.stub
            assert not end.mark
        assert not start.stub
    return sorted(found)


def test_a_second_occurrence_becomes_a_cross_link_and_needs_no_number() -> None:
    shown = merged(view(buses()))
    assert [node.cells[0].claim for node in shown.nodes].count("walk") == 1
    assert shown.links == (Cross(2, 0, 6, 0, Kind.SUPPORT, "because"),)
    assert not any(cell.stub or cell.mark == "#2" for node in shown.nodes for cell in node.cells)
    assert shown.nodes[2].cells[0].text == "Most new riders would have walked."
    assert shown.nodes[4].cells[1].text.startswith("#1 ")
    assert shown.nodes[5].word == "#1 but"


def test_a_cycle_leads_back() -> None:
    index = indexed(*map(claim, "abc"), *(link("support", *pair) for pair in ("ba", "cb", "ac")))
    shown = merged(view(index))
    assert len(shown.nodes) == 3
    assert shown.links == (Cross(0, 0, 2, 0, Kind.SUPPORT, "because"),)


def test_a_repeated_premise_keeps_a_hollow_cell() -> None:
    index = indexed(
        *map(claim, "mabc"),
        link("support", "a", "m"),
        link("support", "a b", "c"),
        link("rebuttal", "c", "m"),
    )
    shown = merged(view(index))
    joint = next(node for node in shown.nodes if len(node.cells) == 2)
    assert [(cell.text, cell.hollow) for cell in joint.cells] == [
        ("Claim a.", True),
        ("Claim b.", False),
    ]
    assert [cross.kind for cross in shown.links] == [None]


def test_a_repeat_whose_link_is_undercut_stays_unless_links_can_be_attacked() -> None:
    index = indexed(
        *map(claim, "mabu"),
        link("support", "a", "m"),
        link("rebuttal", "b", "m"),
        link("support", "a", "b"),
        link("undercut", "u", "a>b"),
    )
    assert merged(view(index)) == view(index)
    shown = merged(view(index), attacked=True)
    under = shown.nodes[-1]
    assert (under.kind, under.attacked, under.parent) == (Kind.UNDERCUT, 0, 2)
    assert shown.links[0][:4] == (1, 0, 2, 0)


def test_a_page_keeps_numbers_that_other_pages_name() -> None:
    texts = [node.cells[0].text for node in merged(view(buses()), whole=False).nodes]
    assert any(text.startswith("#1 Most new riders") for text in texts)


def test_chosen_stubs_stay() -> None:
    shown = view(sample(7, 60))
    spots = stub_spots(shown)
    assert len(spots) > 1
    kept = merged(shown, spots[:1])
    assert len(kept.links) == len(spots) - 1
    assert merged(shown, spots).nodes == shown.nodes


@pytest.mark.parametrize("seed", range(20))
def test_nothing_is_lost_on_random_maps(seed: int) -> None:
    shown = view(sample(seed, 50))
    assert told(merged(shown)) == told(shown)


@given(maps())
def test_nothing_is_lost_on_any_map(argument_map: Map) -> None:
    shown = view(MapIndex(argument_map))
    assert told(merged(shown, attacked=True)) == told(shown)
    without = merged(shown, attacked=True)
    assert not any(
        cell.stub for node in without.nodes if len(node.cells) == 1 for cell in node.cells
    )
    for stubs in ((), stub_spots(shown)[::2]):
        assert told(merged(shown, stubs)) == told(shown)
