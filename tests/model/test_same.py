"""Which differences between two maps count: what readers see, not how a file orders the rest."""

from hypothesis import given

from argmap.model import Link, LinkKind, Map, MapIndex, Source
from argmap.model.same import equivalent
from argmap.store import loads
from tests.maps import TEACHING, maps

INDEX = loads(TEACHING).index
MAP = INDEX.map


def differs(**changes: object) -> bool:
    return not equivalent(INDEX, MapIndex(MAP.model_copy(update=changes)))


@given(maps())
def test_order_between_lists_does_not_count(argument_map: Map) -> None:
    index = MapIndex(argument_map)
    kinds = sorted(argument_map.links, key=lambda link: (link.target, link.kind.value))
    turned = MapIndex(argument_map.model_copy(update={"links": tuple(kinds)}))
    assert equivalent(index, turned)
    assert equivalent(turned, index)


def test_order_within_a_list_counts() -> None:
    assert differs(links=MAP.links[::-1])
    assert differs(claims=(MAP.claims[-1], *MAP.claims[:-1])) is False
    roots = loads("claims:\n- A\n- B\n").index
    assert not equivalent(roots, loads("claims:\n- B\n- A\n").index)
    assert equivalent(roots, loads("claims:\n- B\n- A\n").index, {"b"})


def test_what_is_said_counts() -> None:
    assert differs(title="Another")
    assert differs(motion="cost")
    assert differs(sources=(Source(id="s"),))
    for words in ({"claim": "Other"}, {"note": "More"}, {"tags": ("new",)}):
        assert differs(claims=(MAP.claims[0].model_copy(update=words), *MAP.claims[1:]))
    for said in ({"strength": 0.1}, {"warrant": "So"}, {"kind": LinkKind.REBUTTAL}):
        assert differs(links=(MAP.links[0].model_copy(update=said), *MAP.links[1:]))
    assert differs(links=MAP.links[:-1])


def test_numbers_of_repeated_links_do_not_count() -> None:
    text = "claims:\n- id: a\n  claim: A\n  {}:\n  - id: b\n    claim: B\n  {}:\n  - ref: b\n"
    undercut = "    undercuts: [C]\n"
    one = loads(text.format("supports", "rebuttals") + undercut).index
    other = loads(
        "claims:\n- id: a\n  claim: A\n  rebuttals:\n  - id: b\n    claim: B\n"
        "    undercuts: [C]\n  supports:\n  - ref: b\n"
    ).index
    assert [*one.links] != [*other.links]
    assert equivalent(one, other)


def test_undercuts_of_undercuts_of_nothing_come_to_an_end() -> None:
    lost = Link(id="x", kind=LinkKind.UNDERCUT, premises=("cost",), target="x")
    index = MapIndex(MAP.model_copy(update={"links": (lost,)}))
    assert equivalent(index, index)
