"""Rules about the shape of the argument."""

from hypothesis import given, settings

from argmap.model import Map, MapIndex
from argmap.store import loads
from argmap.store.rules import find_cycles
from tests.conftest import examples
from tests.maps import chain, maps


def has_cycle(index: MapIndex) -> bool:
    """The slow way: take away places that lead nowhere until none is left."""
    onward = {claim: {link.id for link in index.links_from(claim)} for claim in index.claims}
    onward |= {link.id: {link.target} for link in index.links.values()}
    while True:
        ends = {place for place, steps in onward.items() if not steps & onward.keys()}
        if not ends:
            return bool(onward)
        onward = {place: steps for place, steps in onward.items() if place not in ends}


@given(maps())
@settings(max_examples=examples(150), deadline=None)
def test_cycles_are_found_where_there_are_any(argument_map: Map) -> None:
    index = MapIndex(argument_map)
    found = list(find_cycles(index))
    assert bool(found) == has_cycle(index)
    for path in found:
        assert path[0] == path[-1]
        assert len(path) >= 2


def test_long_chain_has_no_cycle_and_needs_no_recursion() -> None:
    assert list(find_cycles(MapIndex(chain(5000)))) == []


def test_named_motion_silences_several_roots() -> None:
    text = "argmap: 1\n{}claims:\n- {{id: a, claim: A}}\n- {{id: b, claim: B}}\n"
    assert [found.code for found in loads(text.format("")).diagnostics] == ["AM204"]
    assert loads(text.format("motion: b\n")).diagnostics == ()
    assert loads(text.format("motion: b\n")).index.motion == "b"
