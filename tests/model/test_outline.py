"""The outline: every claim and link spelled out once, in reading order."""

from hypothesis import given, settings

from argmap.model import Map, MapIndex, Repeat, Role, outline
from argmap.model.outline import first_rows, number, visible
from argmap.store import loads
from tests.conftest import examples
from tests.maps import TEACHING, chain, maps


def sketch(index: MapIndex) -> list[str]:
    rows = outline(index)
    return [
        f"{'  ' * row.depth}{number(rows, place)} {row.role.value} {row.claim or 'group'}"
        + (f" ({row.repeat.value})" if row.repeat else "")
        for place, row in enumerate(rows)
    ]


def test_teaching_map_in_reading_order() -> None:
    assert sketch(loads(TEACHING).index) == [
        "1 motion free",
        "  1.1 support traffic",
        "    1.1.1 rebuttal walkers",
        "    1.1.2 undercut ring",
        "  1.2 support group",
        "    1.2.1 premise poor",
        "    1.2.2 premise ration",
        "  1.3 rebuttal cost",
        "    1.3.1 support walkers (again)",
    ]


def test_cycle_is_cut_and_named() -> None:
    text = "argmap: 1\nclaims:\n- id: a\n  claim: A\n  supports:\n  - id: b\n    claim: B\n"
    index = loads(text + "    rebuttals:\n    - ref: a\n").index
    assert sketch(index) == ["1 motion a", "  1.1 support b", "    1.1.1 rebuttal a (cycle)"]


@given(maps())
@settings(max_examples=examples(200), deadline=None)
def test_every_claim_and_link_stands_exactly_once(argument_map: Map) -> None:
    index = MapIndex(argument_map)
    rows = outline(index)
    carrying = [row.claim for row in rows if row.claim and row.repeat is None]
    assert sorted(carrying) == sorted(index.claims)
    steps = {row.link for row in rows if row.role not in {Role.MOTION, Role.ROOT, Role.PREMISE}}
    assert steps == set(index.links)
    assert len({row.key for row in rows}) == len(rows)


@given(maps())
@settings(max_examples=examples(100), deadline=None)
def test_rows_nest_and_repeats_lead_to_what_they_repeat(argument_map: Map) -> None:
    rows = outline(MapIndex(argument_map))
    first = first_rows(rows)
    for place, row in enumerate(rows):
        assert place < row.end <= len(rows)
        if row.parent >= 0:
            assert rows[row.parent].depth == row.depth - 1
            assert rows[row.parent].end >= row.end
        if row.repeat is Repeat.CYCLE and row.claim:
            assert first[row.claim] <= place < rows[first[row.claim]].end


def test_folded_rows_hide_what_hangs_under_them() -> None:
    rows = outline(loads(TEACHING).index)
    assert [rows[place].claim for place in visible(rows, {"traffic>free|traffic"})] == [
        "free", "traffic", None, "poor", "ration", "cost", "walkers",
    ]  # fmt: skip
    assert len(visible(rows, {"|free"})) == 1


def test_long_chain_needs_no_recursion() -> None:
    rows = outline(MapIndex(chain(5000)))
    assert rows[-1].depth == 4999
    assert number(rows, 3) == "1.1.1.1"
