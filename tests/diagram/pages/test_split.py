"""Which boxes go to which page."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.diagram.pages.split import FOREST, Part, Splitter


def split(parents: list[int], capacity: float = 10, most: int = 10) -> list[Part]:
    """Boxes of weight 1; a page can be read that has no more than `most` of them."""
    weights = [1.0] * len(parents)
    return Splitter(parents, weights, capacity, 0, lambda part: len(part.members) <= most).parts()


def trees() -> st.SearchStrategy[list[int]]:
    return st.lists(st.integers(0, 10_000), max_size=120).map(
        lambda found: [-1, *(number % (place + 1) for place, number in enumerate(found))]
    )


def in_reading_order(parents: list[int]) -> list[int]:
    """The same tree with its boxes numbered as in a view: each behind its parent, depth first."""
    children: dict[int, list[int]] = {}
    for place, parent in enumerate(parents):
        children.setdefault(parent, []).append(place)
    new: dict[int, int] = {-1: -1}
    pending = children[-1][::-1]
    found: list[int] = []
    while pending:
        place = pending.pop()
        new[place] = len(found)
        found.append(new[parents[place]])
        pending += children.get(place, [])[::-1]
    return found


def tree_of(size: int, seed: int) -> list[int]:
    rng = random.Random(seed)  # noqa: S311 - no secret
    return in_reading_order([-1, *(rng.randrange(max(0, n - 12), n) for n in range(1, size))])


@given(trees().map(in_reading_order), st.integers(2, 20))
def test_every_box_is_told_once_and_every_page_can_be_read(parents: list[int], most: int) -> None:
    parts = split(parents, most, most)
    told: list[int] = []
    for part in parts:
        assert len(part.members) <= most
        assert part.members == sorted(part.members)
        told += [place for place in part.members if place not in {*part.cut, part.top}]
    cut = [place for part in parts for place in part.cut]
    heads = set(cut)
    assert len(cut) == len(heads)
    assert sorted(told) == [place for place in range(1, len(parents)) if place not in heads]
    assert heads == {part.top for part in parts} - {0}
    for part in parts:
        assert set(part.below) == {place for place in part.members if parents[place] == part.top}


def test_what_fits_stays_on_one_page() -> None:
    [only] = split([-1, 0, 1, 1, 0])
    assert only.members == [0, 1, 2, 3, 4]
    assert only.cut == []


def test_the_heaviest_branch_gets_a_page_of_its_own() -> None:
    parents = [-1, 0, 1, 1, 0, 4, 4, 4, 4, 4, 4]
    first, second = split(parents, 8, 8)
    assert first.members == [0, 1, 2, 3, 4]
    assert first.cut == [4]
    assert second.top == 4
    assert second.members == [4, 5, 6, 7, 8, 9, 10]


def test_many_children_are_dealt_out_in_their_order() -> None:
    parts = split([-1, *[0] * 25], 11, 11)
    assert [(part.top, part.number, part.of) for part in parts] == [(0, 1, 3), (0, 2, 3), (0, 3, 3)]
    dealt = [place for part in parts for place in part.below]
    assert dealt == list(range(1, 26))


def test_several_roots_share_pages() -> None:
    parts = split([-1] * 25)
    assert {part.top for part in parts} == {FOREST}
    assert [place for part in parts for place in part.members] == list(range(25))


@pytest.mark.parametrize("seed", range(20))
def test_one_claim_more_changes_few_pages(seed: int) -> None:
    parents = tree_of(150, seed)
    at = random.Random(seed).randrange(1, 150)  # noqa: S311 - no secret
    before = {tuple(part.members) for part in split(parents)}
    grown = [parent + (parent >= at) for parent in parents]
    grown.insert(at, parents[at])
    after = {tuple(place - (place > at) for place in part.members) for part in split(grown)}
    assert len(before - after) <= 4, f"of {len(before)}"


def test_a_chain_is_cut_into_pages_that_follow_one_another() -> None:
    parts = split([-1, *range(4_999)])
    assert all(one.cut == [other.top] for one, other in pairwise(parts))
    assert sum(len(part.members) for part in parts) == 5_000 + len(parts) - 1


def test_a_box_that_nothing_makes_readable_has_a_page_all_the_same() -> None:
    parts = split([-1, 0, 1], 1, 0)
    assert {place for part in parts for place in part.members} == {0, 1, 2}
