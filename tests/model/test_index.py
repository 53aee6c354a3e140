"""Look-ups over a map."""

from hypothesis import given, settings

from argmap.model import Link, LinkKind, Map, MapIndex
from argmap.store import loads
from tests.conftest import examples
from tests.maps import TEACHING, maps


def test_parents_look_through_undercuts() -> None:
    index = loads(TEACHING).index
    assert index.parents("ring") == ["free"]
    assert index.parents("walkers") == ["traffic", "cost"]
    assert index.roots == ("free",)


def test_links_without_their_ends_are_left_out() -> None:
    lost = Link(id="x>y", kind=LinkKind.SUPPORT, premises=("x",), target="y")
    whole = loads(TEACHING).map
    index = MapIndex(whole.model_copy(update={"links": (*whole.links, lost)}))
    assert index.links_from("x") == []
    assert index.links_onto("y") == []


@given(maps())
@settings(max_examples=examples(100), deadline=None)
def test_each_link_is_found_from_both_ends(argument_map: Map) -> None:
    index = MapIndex(argument_map)
    for link in argument_map.links:
        behind = (
            index.undercuts_of(link.target)
            if link.kind is LinkKind.UNDERCUT
            else index.links_onto(link.target)
        )
        assert link in behind
        assert all(link in index.links_from(premise) for premise in link.premises)
