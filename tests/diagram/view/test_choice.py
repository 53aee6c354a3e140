"""Which part of a map is drawn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.diagram.view import Kind, view
from argmap.diagram.view.choice import Choice, chosen
from argmap.errors import UsageError
from argmap.model import Map, MapIndex, Side, outline, sides
from tests.diagram.maps import buses, chain, claim, indexed, link
from tests.maps import maps


def drawn(index: MapIndex, choice: Choice) -> set[str]:
    """The claims in the boxes."""
    nodes = view(chosen(index, choice)).nodes
    return {cell.claim for node in nodes for cell in node.cells}


def more(index: MapIndex, choice: Choice) -> dict[str, str]:
    """What boxes say of what they leave out, by their first claim."""
    nodes = view(chosen(index, choice)).nodes
    return {node.cells[0].claim: node.more for node in nodes if node.more}


def tagged(index: MapIndex, **tags: str) -> MapIndex:
    claims = [
        one.model_copy(update={"tags": tuple(tags.get(one.id, "").split())})
        for one in index.map.claims
    ]
    return MapIndex(index.map.model_copy(update={"claims": tuple(claims)}))


class TestFocus:
    def test_shows_what_hangs_under_a_claim(self) -> None:
        assert drawn(buses(), Choice(focus="cost")) == {"cost", "tenth", "walk"}

    def test_tells_rebuttals_from_answers_as_the_whole_map_does(self) -> None:
        whole = {node.cells[0].claim: node.kind for node in view(buses()).nodes}
        part = view(chosen(buses(), Choice(focus="cost"))).nodes
        assert part[0].kind is Kind.MOTION
        assert part[1].kind is whole["tenth"] is Kind.ANSWER

    def test_stands_at_the_top_even_in_a_cycle_with_the_motion(self) -> None:
        index = indexed(
            claim("a"), claim("b"), link("support", "b", "a"), link("support", "a", "b")
        )
        assert view(chosen(index, Choice(focus="b"))).nodes[0].cells[0].claim == "b"

    def test_keeps_the_title_of_the_map(self) -> None:
        assert view(chosen(buses(), Choice(focus="cost"))).title == "Free city buses"


class TestDepth:
    def test_boxes_say_how_many_claims_are_left_out(self) -> None:
        assert drawn(buses(), Choice(depth=0)) == {"free"}
        assert more(buses(), Choice(depth=0)) == {"free": "» +8 claims"}
        assert more(buses(), Choice(depth=1)) == {
            "cars": "» +2 claims",
            "home": "» +1 claim",
            "cost": "» +2 claims",
        }

    def test_a_claim_that_hangs_higher_elsewhere_is_shown_there(self) -> None:
        index = indexed(
            *map(claim, ["m", "a", "b", "under"]),
            link("support", "a", "m"),
            link("support", "b", "a"),
            link("support", "b", "m"),
            link("support", "under", "b"),
        )
        nodes = view(chosen(index, Choice(depth=2))).nodes
        assert [(node.cells[0].claim, node.parent) for node in nodes] == [
            ("m", -1), ("a", 0), ("b", 0), ("under", 2),
        ]  # fmt: skip
        assert nodes[1].more == "» +1 claim"

    def test_undercuts_are_a_level_below_the_box_whose_link_they_attack(self) -> None:
        assert "poll" in drawn(buses(), Choice(depth=3))
        assert "poll" not in drawn(buses(), Choice(depth=2))
        assert more(buses(), Choice(depth=2)) == {"walk": "» +1 claim"}

    def test_of_a_long_chain(self) -> None:
        assert more(chain(5_000), Choice(depth=10)) == {"c10": "» +4,989 claims"}


class TestSideAndTags:
    def test_a_side_comes_with_what_leads_to_it(self) -> None:
        # "poll" undercuts a con link, so it is pro, and needs the claim whose link it attacks.
        assert drawn(buses(), Choice(side=Side.CON)) == {
            "free", "cars", "walk", "cost", "home", "ration", "all",
        }  # fmt: skip
        assert "poll" in drawn(buses(), Choice(side=Side.PRO))

    def test_sides_are_those_of_the_whole_map_in_a_branch_too(self) -> None:
        assert drawn(buses(), Choice(focus="cost", side=Side.PRO)) >= {"cost", "tenth"}

    def test_only_a_tag_comes_with_what_leads_to_it_and_joint_premises_whole(self) -> None:
        index = tagged(buses(), home="money")
        assert drawn(index, Choice(only=frozenset({"money"}))) == {"free", "home", "ration"}

    def test_without_a_tag_nothing_hangs_under_it_and_joint_premises_go_together(self) -> None:
        index = tagged(buses(), ration="values", cars="traffic")
        assert drawn(index, Choice(without=frozenset({"values", "traffic"}))) == {
            "free", "cost", "walk", "tenth",
        }  # fmt: skip


class TestPath:
    def test_shows_the_way_and_what_stands_at_it(self) -> None:
        assert drawn(buses(), Choice(path_to="tenth")) == {
            "free", "cars", "home", "ration", "cost", "tenth", "walk",
        }  # fmt: skip
        assert more(buses(), Choice(path_to="tenth")) == {
            "cars": "» +2 claims",
            "home": "» +1 claim",
        }

    def test_an_undercut_comes_with_the_link_it_attacks(self) -> None:
        assert drawn(buses(), Choice(path_to="poll")) >= {"free", "cars", "walk", "poll"}

    def test_levels_are_counted_with_what_the_path_left_out(self) -> None:
        choice = Choice(path_to="tenth", depth=1)
        assert more(buses(), choice)["home"] == "» +1 claim"


@pytest.mark.parametrize(
    ("choice", "message", "remedy"),
    [
        (Choice(focus="csot"), "no claim `csot`", "Did you mean `cost`?"),
        (Choice(path_to="zzz"), "no claim `zzz`", "`argmap show MAP` prints"),
        (Choice(only=frozenset({"mony"})), "no tag `mony`", "Did you mean `money`?"),
        (Choice(without=frozenset({"x"})), "no tag `x`", "Its tags are: money."),
        (Choice(depth=-1), "no -1 levels", "0 shows"),
        (Choice(without=frozenset({"money"})), "not tagged money", "less narrowly"),
        (Choice(focus="cost", path_to="home"), "under `cost` and on the way to `home`", "less"),
    ],
)
def test_what_is_not_there_is_named(choice: Choice, message: str, remedy: str) -> None:
    with pytest.raises(UsageError) as caught:
        chosen(tagged(buses(), free="money"), choice)
    assert message in caught.value.message
    assert remedy in caught.value.remedy


choices = st.builds(
    Choice,
    focus=st.sampled_from(["", "c0", "c1", "c2"]),
    depth=st.one_of(st.none(), st.integers(0, 4)),
    side=st.one_of(st.none(), st.sampled_from(Side)),
    path_to=st.sampled_from(["", "c0", "c1", "c3"]),
)


def test_a_way_within_a_focused_branch_begins_there_even_where_all_goes_round() -> None:
    ends = (link("support", "b", "a"), link("undercut", "m a", "b>a"), link("support", "c", "m"))
    part = chosen(indexed(*map(claim, "mabc"), *ends), Choice(focus="a", path_to="m"))
    assert [row.claim for row in outline(part) if row.parent < 0] == ["a"]


@given(maps(), choices)
def test_of_any_map_a_part_is_whole_in_itself(shown: Map, choice: Choice) -> None:
    index = MapIndex(shown)
    try:
        part = chosen(index, choice)
    except UsageError:
        return
    for one in part.map.links:
        assert set(one.premises) <= part.claims.keys()
        assert one.target in part.claims or one.target in part.links
    tops = {row.claim for row in index.rows if row.parent < 0}
    tops = {choice.focus} if choice.focus else tops
    rows = outline(part)
    assert {row.claim for row in rows if row.parent < 0} <= tops
    assert {row.claim for row in rows} - {None} == part.claims.keys()
    view(part)


@given(maps(), st.integers(0, 4))
def test_of_any_map_no_box_is_deeper_and_what_is_left_out_is_counted(
    shown: Map, depth: int
) -> None:
    index = MapIndex(shown)
    nodes = view(chosen(index, Choice(depth=depth))).nodes
    levels: list[int] = []
    for node in nodes:
        levels.append(levels[node.parent] + 1 if node.parent >= 0 else 0)
    assert max(levels) <= depth
    seen = {cell.claim for node in nodes for cell in node.cells if not cell.stub}
    assert sum(node.left_out for node in nodes) >= len(index.claims) - len(seen)
    assert view(chosen(index, Choice(depth=10_000))) == view(index)


@given(maps(), st.sampled_from([Side.PRO, Side.CON]))
def test_of_any_map_a_side_has_all_its_claims(shown: Map, side: Side) -> None:
    index = MapIndex(shown)
    wanted = {one for one, of in sides(index).items() if of in {side, Side.BOTH}}
    try:
        found = drawn(index, Choice(side=side))
    except UsageError:
        found = set()
    assert wanted & index.claims.keys() <= found


def highest(index: MapIndex) -> dict[str, int]:
    """The level on which each claim stands highest."""
    found = {row.claim: 0 for row in index.rows if row.parent < 0 and row.claim}
    boxes: dict[str, int] = {}
    for _ in range(len(index.claims) + len(index.links)):
        for one in index.map.links:
            above = found.get(one.target, boxes.get(one.target))
            if above is not None:
                boxes[one.id] = min(boxes.get(one.id, above + 1), above + 1)
                for premise in one.premises:
                    found[premise] = min(found.get(premise, above + 1), above + 1)
    return found


@given(maps(), st.integers(0, 4))
def test_of_any_map_every_claim_is_shown_that_has_a_place_high_enough(
    shown: Map, depth: int
) -> None:
    # Joint premises are shown together, also where one of them stands higher elsewhere.
    single = tuple(one for one in shown.links if not one.joint)
    names = {one.id for one in single}
    index = MapIndex(shown.model_copy(update={"links": tuple(
        one for one in single if one.kind != "undercut" or one.target in names
    )}))  # fmt: skip
    expected = {name for name, level in highest(index).items() if level <= depth}
    assert drawn(index, Choice(depth=depth)) == expected
