"""Ids that follow the ends of links, through undercuts of undercuts."""

from argmap.model import Link, LinkKind
from argmap.model.edits.links import NEW, in_layers, relinked


def link(name: str, kind: LinkKind, premises: str, target: str) -> Link:
    return Link(id=name, kind=kind, premises=tuple(premises.split("&")), target=target)


SUPPORT, REBUTTAL, UNDERCUT = LinkKind
BASE = link("a>b", SUPPORT, "a", "b")
HIT = link("u>a>b", UNDERCUT, "u", "a>b")
HIT_AGAIN = link("v>u>a>b", UNDERCUT, "v", "u>a>b")


def test_untouched_links_stay_the_same_objects() -> None:
    found = relinked([BASE, HIT, HIT_AGAIN])
    before = (BASE, HIT, HIT_AGAIN)
    assert all(link is same for link, same in zip(found.links, before, strict=True))
    assert found.names == {}


def test_undercuts_follow_the_link_they_hit_wherever_they_stand() -> None:
    moved = BASE.model_copy(update={"target": "c"})
    found = relinked([HIT_AGAIN, HIT, moved])
    assert [link.id for link in found.links] == ["v>u>a>c", "u>a>c", "a>c"]
    assert found.names == {"a>b": "a>c", "u>a>b": "u>a>c", "v>u>a>b": "v>u>a>c"}


def test_repeated_links_are_numbered_in_their_order() -> None:
    second = link("a>b~2", REBUTTAL, "a", "b")
    found = relinked([second, link(f"{NEW}1", SUPPORT, "a", "b"), BASE])
    assert [link.id for link in found.links] == ["a>b", "a>b~2", "a>b~3"]
    assert found.names == {"a>b~2": "a>b", "new 1": "a>b~2", "a>b": "a>b~3"}


def test_undercuts_go_with_the_link_they_hit() -> None:
    assert relinked([HIT, HIT_AGAIN]).links == ()


def test_links_that_serve_themselves_are_left_out() -> None:
    itself = link("b>b", SUPPORT, "b", "b")
    twin = link("u>u>a>b", UNDERCUT, "u", "u>a>b")
    own = link("a>a>b", UNDERCUT, "a", "a>b")
    found = relinked([itself, BASE, HIT, twin, own])
    assert [link.id for link in found.links] == ["a>b", "u>a>b", "a>a>b"]


def test_layers_of_a_long_run_of_undercuts() -> None:
    links = [BASE]
    for number in range(3000):
        links.append(link(f"u{number}", UNDERCUT, f"c{number}", links[-1].id))
    places = [place for place, _ in in_layers(links[::-1])]
    assert places == list(range(3000, -1, -1))
