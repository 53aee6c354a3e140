"""Adding: where new claims come to stand, and which are refused."""

import pytest

from argmap.errors import RefusedEdit
from argmap.model import LinkKind, MapIndex
from argmap.model.edits import (
    AT_ROOT,
    Place,
    Sprout,
    add_claim,
    add_claims,
    add_occurrence,
    against,
    beside,
    joined,
    under,
)
from argmap.model.map import Map
from tests.model.edits.cases import BUSES, after, claims, links, read, row

SUPPORT, REBUTTAL, UNDERCUT = LinkKind
NOTHING = MapIndex(Map())


def test_new_support_comes_behind_the_other_supports() -> None:
    edit = add_claim(BUSES, " It is\nsimple. ", under("free", SUPPORT))
    assert edit.name == "add support ‘It is simple.’"
    assert edit.focus == "it-is-simple>free|it-is-simple"
    assert after(edit).claims["it-is-simple"].claim == "It is simple."
    assert links(edit)[3:6] == ["+poor&ration>free", "+it-is-simple>free", "-cost>free"]


def test_first_rebuttal_comes_behind_the_supports() -> None:
    index = read("- id: a\n  claim: A\n  supports: [{id: b, claim: B}]\n- id: r\n  claim: R\n")
    edit = add_claim(index, "No", under("a", REBUTTAL))
    assert links(edit) == ["+b>a", "-no>a"]
    assert claims(edit) == ["a", "b", "no", "r"]


def test_undercut_of_a_step() -> None:
    edit = add_claim(BUSES, "Not so", against("walkers>traffic"))
    assert edit.focus == "not-so>walkers>traffic|not-so"
    assert "!not-so>walkers>traffic" in links(edit)


def test_joint_premise_makes_the_step_another_one() -> None:
    edit = add_claim(BUSES, "Together", joined("traffic>free"))
    assert edit.focus == "traffic&together>free|together"
    assert edit.links == {
        "traffic>free": "traffic&together>free",
        "ring>traffic>free": "ring>traffic&together>free",
    }
    assert "!ring>traffic&together>free" in links(edit)


def test_joint_premise_of_a_group_keeps_what_is_said_of_it() -> None:
    edit = add_claim(BUSES, "Third", joined("poor&ration>free"))
    link = after(edit).links["poor&ration&third>free"]
    assert link.warrant == "Fairness outranks revenue."


@pytest.mark.parametrize(
    ("key", "focus"),
    [
        ("traffic>free|traffic", "x>free|x"),
        ("poor&ration>free|", "x>free|x"),
        ("ring>traffic>free|ring", "x>traffic>free|x"),
        ("poor&ration>free|poor", "poor&x&ration>free|x"),
        ("|free", "|x"),
    ],
)
def test_sibling_does_what_the_row_does(key: str, focus: str) -> None:
    edit = add_claim(BUSES, "X", beside(BUSES, row(BUSES, key)))
    after(edit)
    assert edit.focus == focus


def test_sibling_comes_right_behind_its_row() -> None:
    edit = add_claim(BUSES, "X", beside(BUSES, row(BUSES, "traffic>free|traffic")))
    assert [link for link in links(edit) if link.endswith(">free")][:3] == [
        "+traffic>free",
        "+x>free",
        "!ring>traffic>free",
    ]


def test_new_root_comes_last_or_behind_a_root() -> None:
    index = read("- id: a\n  claim: A\n- id: b\n  claim: B\n")
    assert claims(add_claim(index, "X", AT_ROOT)) == ["a", "b", "x"]
    edit = add_claim(index, "X", beside(index, row(index, "|a")))
    assert claims(edit) == ["a", "x", "b"]
    assert edit.map.links is index.map.links


def test_first_claim_of_an_empty_map() -> None:
    edit = add_claim(NOTHING, "Buses should be free.", AT_ROOT)
    assert claims(edit) == ["buses-should-be-free"]
    assert after(edit).motion == "buses-should-be-free"


def test_taken_ids_are_numbered() -> None:
    edit = add_claim(BUSES, "Cost!", under("cost", SUPPORT))
    assert edit.focus == "cost-2>cost|cost-2"


@pytest.mark.parametrize("text", ["", " \n\t"])
def test_empty_claim_is_refused(text: str) -> None:
    with pytest.raises(RefusedEdit, match="empty"):
        add_claim(BUSES, text, AT_ROOT)


@pytest.mark.parametrize("place", [under("gone", SUPPORT), against("a>b"), joined("a>b")])
def test_places_that_are_gone_are_refused(place: Place) -> None:
    with pytest.raises(RefusedEdit, match="not in the map"):
        add_claim(BUSES, "X", place)


# -- whole outlines ------------------------------------------------------------------------

OUTLINE = (
    Sprout(
        "Top",
        children=(
            Sprout("Backs", children=(Sprout("Deep", REBUTTAL), Sprout("Hits", UNDERCUT))),
            Sprout("", children=(Sprout("One"), Sprout("Two"), Sprout("Joint hit", UNDERCUT))),
        ),
    ),
    Sprout("Next"),
)


def test_outline_under_a_claim() -> None:
    edit = add_claims(BUSES, OUTLINE, under("cost", REBUTTAL))
    assert edit.name == "add rebuttal ‘Top’ and 7 more claims"
    assert edit.focus == "top>cost|top"
    assert set(links(edit)) - {f"+{link}" for link in BUSES.links} >= {
        "-top>cost",
        "+backs>top",
        "-deep>backs",
        "!hits>backs>top",
        "+one&two>top",
        "!joint-hit>one&two>top",
        "-next>cost",
    }


def test_outline_at_the_root_has_no_step_to_undercut() -> None:
    edit = add_claims(NOTHING, (Sprout("Top", children=(Sprout("Hit", UNDERCUT),)),), AT_ROOT)
    assert links(edit) == ["-hit>top"]


def test_outline_as_joint_premises() -> None:
    edit = add_claims(BUSES, OUTLINE, joined("cost>free"))
    assert "-cost&top&next>free" in links(edit)
    assert edit.focus == "cost&top&next>free|top"


def test_group_at_the_top_of_an_outline() -> None:
    group = Sprout("", children=(Sprout("One"), Sprout("Two")))
    edit = add_claims(BUSES, (group,), under("cost", SUPPORT))
    assert edit.focus == "one&two>cost|"
    after(edit)


def test_what_says_nothing_is_left_out() -> None:
    with pytest.raises(RefusedEdit, match="no claim"):
        add_claims(BUSES, (Sprout(" "), Sprout("", children=(Sprout(""),))), AT_ROOT)


def test_deep_outline_needs_no_recursion() -> None:
    sprout = Sprout("Same words")
    for _ in range(3000):
        sprout = Sprout("Same words", children=(sprout,))
    edit = add_claims(NOTHING, (sprout,), AT_ROOT)
    assert len(edit.map.links) == 3000
    assert edit.map.claims[-1].id == "same-words-3001"


# -- claims that are in the map already -----------------------------------------------------


def test_second_occurrence() -> None:
    edit = add_occurrence(BUSES, "ring", under("cost", REBUTTAL))
    assert edit.name == "use ‘Most cars only pass through…’ as rebuttal again"
    assert edit.focus == "ring>cost|ring"
    assert links(edit)[-1] == "-ring>cost"
    assert edit.map.claims is BUSES.map.claims


def test_circle_is_legal_and_keeps_the_motion() -> None:
    edit = add_occurrence(BUSES, "free", under("walkers", SUPPORT))
    assert after(edit).motion == "free"


def test_motion_that_gets_linked_is_named() -> None:
    index = read("- id: a\n  claim: A\n  supports: [{id: b, claim: B}]\n- id: c\n  claim: C\n")
    edit = add_occurrence(index, "a", under("c", SUPPORT))
    assert edit.map.motion == "a"


@pytest.mark.parametrize(
    ("claim", "place", "reason"),
    [
        ("free", under("free", SUPPORT), "cannot support itself"),
        ("traffic", under("free", SUPPORT), "stands there already"),
        ("ring", against("traffic>free"), "stands there already"),
        ("ring", against("ring>traffic>free"), "cannot undercut itself"),
        ("poor", joined("poor&ration>free"), "one of the premises"),
        ("free", joined("traffic>free"), "cannot support itself"),
        ("cost", AT_ROOT, "only be linked"),
        ("gone", AT_ROOT, "not in the map"),
    ],
)
def test_occurrences_that_make_no_sense(claim: str, place: Place, reason: str) -> None:
    with pytest.raises(RefusedEdit, match=reason):
        add_occurrence(BUSES, claim, place)


def test_a_claim_may_support_and_rebut_the_same() -> None:
    assert "-traffic>free~2" in links(add_occurrence(BUSES, "traffic", under("free", REBUTTAL)))


def test_claim_joins_a_step() -> None:
    edit = add_occurrence(BUSES, "ring", joined("cost>free"))
    assert edit.links == {"cost>free": "cost&ring>free"}
    assert edit.focus == "cost&ring>free|ring"
