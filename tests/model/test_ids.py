"""Ids: their form, and giving out free ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model.ids import ClaimIds, LinkIds, is_id
from argmap.store import loads


@pytest.mark.parametrize("text", ["a", "free-buses", "2nd", "Ünïcode_1.2", "城市", "x" * 64])
def test_ids(text: str) -> None:
    assert is_id(text)


@pytest.mark.parametrize("text", ["", "-a", "_a", ".a", "a b", "a>b", "a&b", "a~2", "x" * 65])
def test_no_ids(text: str) -> None:
    assert not is_id(text)


@given(st.lists(st.sampled_from(["Buses", "buses!", "buses 2", "?", ""]) | st.text()))
def test_claim_ids_are_ids_and_never_given_twice(texts: list[str]) -> None:
    ids = ClaimIds(["buses", "claim"])
    given_out = [ids.give(text) for text in texts]
    assert all(is_id(name) for name in given_out)
    assert len({"buses", "claim", *given_out}) == len(texts) + 2


@given(st.lists(st.sampled_from(["a>b", "a>b~2", "a>b~2~2", "b>a"])))
def test_link_ids_are_never_given_twice(ends: list[str]) -> None:
    ids = LinkIds()
    given_out = [ids.give(end) for end in ends]
    assert len(set(given_out)) == len(ends)
    assert all(name.startswith(end) for name, end in zip(given_out, ends, strict=True))


def test_repeated_links_are_numbered_in_order() -> None:
    ids = LinkIds()
    assert [ids.give("a>b") for _ in range(3)] == ["a>b", "a>b~2", "a>b~3"]


def test_second_undercut_and_undercut_of_a_second_link_are_told_apart() -> None:
    text = """\
argmap: 1
claims:
- id: b
  claim: B
  supports:
  - id: a
    claim: A
    undercuts: [{id: u, claim: U}, {ref: u}]
  - ref: a
    undercuts: [{ref: u}]
"""
    loaded = loads(text)
    assert len(loaded.index.links) == len(loaded.map.links) == 5
