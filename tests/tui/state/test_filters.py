import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import UsageError
from argmap.model import Map, MapIndex, sides
from argmap.store import loads
from argmap.tui.state.filters import Filter, Ground, known_tokens, parse
from argmap.tui.state.texts import claim_texts
from tests.maps import TEACHING, maps
from tests.tui.screens import made, opened

TAGGED = """\
sources:
  council: {title: Options for the bus network}
  paper: {title: Évaluation}
claims:
- id: m
  claim: The city should make buses free.
  supports:
  - id: a
    claim: Cars would stay at home.
    tags: [traffic, new numbers]
    kind: fact
    cites: [{source: council, quote: fewer car trips}]
  - id: b
    claim: It is fair.
    kind: value
    speaker: Ms Ruiz
    implicit: true
    rebuttals:
    - {id: c, claim: Who pays, stance: conceded, cites: [{source: paper, quote: dear}]}
  rebuttals:
  - {id: d, claim: Cars would come back., tags: [Traffic], assumed: true}
"""


def ground(text: str) -> Ground:
    found = opened(text)
    return Ground(found.index, sides(found.index), lambda: claim_texts(found, found.index))


def found(line: str, text: str = TAGGED) -> str:
    return " ".join(parse(line).matches(ground(text)))


@pytest.mark.parametrize(
    ("line", "matching"),
    [
        ("", "m a b c d"),
        ("pro", "a b"),
        ("con", "c d"),
        ("side:con", "c d"),
        ("pro con", "a b c d"),
        ("-pro", "m c d"),
        ("rebuttal", "c d"),
        ("support rebuttal", "a b c d"),
        ("root", "m"),
        ("con unanswered", "c d"),
        ("unsupported -motion", "b"),
        ("uncited", "m d"),
        ("implicit", "b"),
        ("assumed", "d"),
        ("conceded", "c"),
        ("-conceded rebuttal", "d"),
        ("tag:traffic", "a d"),
        ('tag:"new numbers"', "a"),
        ('-tag:"NEW numbers" tag:traffic', "d"),
        ("source:council", "a"),
        ("source:evaluation", "c"),
        ("kind:fact kind:value", "a b"),
        ("speaker:ruiz", "b"),
        ("cars", "a d"),
        ("CARS home", "a"),
        ('"cars would" -home', "d"),
        ("fewer trips", "a"),
        ("pro tag:traffic cars", "a"),
        ('"pro"', ""),
        ("-", ""),
        ("https://example.org 1:30", ""),
    ],
)
def test_a_line_chooses_claims(line: str, matching: str) -> None:
    assert found(line) == matching


def test_joint_premises_and_undercuts_are_links_of_their_own() -> None:
    assert found("joint", TEACHING) == "poor ration"
    assert found("undercut", TEACHING) == "ring"


@pytest.mark.parametrize(
    ("line", "message", "remedy"),
    [
        ("side:blue", "no `side:blue`", "pro, con, both"),
        ("link:suport", "no `link:suport`", "`link:support`"),
        ("tags:cost", "no filter `tags:`", "`tag:cost`"),
        ("con tag: cost", "`tag:` needs a word", "tag:word"),
    ],
)
def test_what_is_no_filter_is_refused_with_a_hint(line: str, message: str, remedy: str) -> None:
    with pytest.raises(UsageError) as refusal:
        parse(line)
    assert message in refusal.value.message
    assert remedy in refusal.value.remedy


def test_the_words_to_mark_are_those_that_must_occur() -> None:
    assert parse('con Cars -home "come back"').words == "cars come back"


def test_every_known_token_can_be_typed_and_those_of_the_map_find_something() -> None:
    tokens = known_tokens(loads(TAGGED).index)
    assert 'tag:"new numbers"' in tokens
    assert {"con", "unanswered", "source:paper", 'speaker:"Ms Ruiz"'} <= set(tokens)
    assert all(found(token) for token in tokens if ":" in token)


@given(
    maps(), st.lists(st.sampled_from(["pro", "rebuttal", "uncited", "unanswered", "joint", "a"]))
)
def test_a_further_condition_never_lets_more_through(argument_map: Map, words: list[str]) -> None:
    shown = made(argument_map)
    index = MapIndex(argument_map)
    all_of = Ground(index, sides(index), lambda: claim_texts(shown, index))
    before = set(index.claims)
    chosen: Filter = parse("")
    for count in range(len(words) + 1):
        chosen = parse(" ".join(f"-{word}" for word in words[:count]))
        after = set(chosen.matches(all_of))
        assert after <= before
        for word in words[:count]:
            assert not after & set(parse(word).matches(all_of))
        before = after
