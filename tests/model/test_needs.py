"""What claims wait for, and the figures of a map."""

import pytest

from argmap.model import sides
from argmap.model.counts import counts
from argmap.model.needs import needs, unanswered, uncited, unsupported
from argmap.store import loads
from tests.maps import TEACHING

JOINT = """\
claims:
- id: m
  claim: M is so.
  rebuttals:
  - joint: [{id: a, claim: A}, {id: b, claim: B}]
"""


def unanswered_in(text: str) -> set[str]:
    index = loads(text).index
    return {claim for claim in index.claims if unanswered(index, claim)}


def test_an_attack_waits_for_an_answer_until_it_is_rebutted_or_its_step_undercut() -> None:
    assert unanswered_in(TEACHING) == {"walkers", "ring", "cost"}
    rebutted = TEACHING + "    rebuttals:\n    - {id: loan, claim: It can borrow.}\n"
    assert unanswered_in(rebutted) == {"walkers", "ring", "loan"}
    undercut = TEACHING + "    undercuts:\n    - {id: moot, claim: Money is no object.}\n"
    assert unanswered_in(undercut) == {"walkers", "ring", "moot"}


def test_an_answer_to_one_of_joint_premises_answers_the_attack() -> None:
    assert unanswered_in(JOINT) == {"a", "b"}
    answered = JOINT.replace(
        "{id: b, claim: B}", "{id: b, claim: B, rebuttals: [{id: x, claim: X}]}"
    )
    assert unanswered_in(answered) == {"x"}


@pytest.mark.parametrize(
    ("old", "new", "waiting"),
    [
        ("id: cost\n", "id: cost\n    stance: kicked\n", {"walkers", "ring"}),
        ("id: traffic\n", "id: traffic\n    stance: conceded\n", {"ring", "cost"}),
    ],
)
def test_what_is_given_up_or_granted_needs_no_answer(old: str, new: str, waiting: set[str]) -> None:
    assert unanswered_in(TEACHING.replace(old, new)) == waiting


def test_reasons_citations_and_assumptions_back_a_claim() -> None:
    index = loads(
        "sources: {s: {title: S}}\n"
        "claims:\n- id: m\n  claim: M\n  supports:\n"
        "  - {id: cited, claim: C, cites: [{source: s, quote: q}]}\n"
        "  - {id: assumed, claim: A, assumed: true, implicit: true}\n"
        "  - {id: bare, claim: B}\n"
        "  - {id: hollow, claim: H, supports: [{id: gone, claim: G, stance: kicked}]}\n"
    ).index
    assert [claim for claim in index.claims if unsupported(index, claim)] == ["bare", "hollow"]
    waiting = [claim for claim in index.claims if uncited(index, claim)]
    assert waiting == ["m", "bare", "hollow", "gone"]
    assert needs(index, "bare") == ["unsupported", "uncited"]


def test_a_map_without_sources_asks_for_no_citation() -> None:
    assert needs(loads(TEACHING).index, "walkers") == ["unanswered", "unsupported"]


def test_the_motion_is_counted_on_no_side() -> None:
    index = loads(TEACHING).index
    found = counts(index, sides(index))
    assert (found.claims, found.pro, found.con, found.both) == (7, 3, 3, 0)
    assert (found.unanswered, found.unsupported, found.uncited) == (3, 5, 6)
    assert found.words == sum(len(claim.claim.split()) for claim in index.claims.values())
