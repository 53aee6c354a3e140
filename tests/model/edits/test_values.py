"""What is typed for a field: what it means, what is refused, and how a value is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import RefusedEdit
from argmap.model import Basis, Claim, Map, Stance
from argmap.model.edits.values import CLAIM_FIELDS, LINK_FIELDS, Value, field_words, parse_field
from argmap.text import FORBIDDEN
from tests.maps import maps


@pytest.mark.parametrize(
    ("field", "words", "value"),
    [
        ("weight", "0.7", 0.7),
        ("weight", " 70 % ", 0.7),
        ("weight", "100%", 1.0),
        ("weight", ",25", 0.25),
        ("weight", "1", 1.0),
        ("weight", "", 0.5),
        ("strength", "", 1.0),
        ("implicit", "Yes", True),
        ("assumed", "no", False),
        ("assumed", "", False),
        ("tags", " cost, ,Cost of  living,cost", ("cost", "Cost of living")),
        ("tags", "", ()),
        ("stance", "Conceded", Stance.CONCEDED),
        ("stance", "none", None),
        ("basis", "inferred", Basis.INFERRED),
        ("basis", "", None),
        ("claim", "  One\n sentence. ", "One sentence."),
        ("short", "six words are not too many", "six words are not too many"),
        ("note", " one \r\n\n two\x1b\n", "one\n\n two\ufffd"),
        ("speaker", "\u202eTreasurer", "\ufffdTreasurer"),
        ("warrant", "", ""),
    ],
)
def test_meaning(field: str, words: str, value: Value) -> None:
    assert parse_field(field, words) == value


@pytest.mark.parametrize(
    ("field", "words", "message"),
    [
        ("weight", "1.2", "from 0 to 1"),
        ("weight", "120 %", "from 0 to 1"),
        ("weight", "-1", "from 0 to 1"),
        ("weight", "nan", "from 0 to 1"),
        ("weight", "high", "from 0 to 1"),
        ("weight", "9" * 400, "from 0 to 1"),
        ("claim", " \n", "empty"),
        ("short", "this short form has seven words altogether", "7 words"),
        ("implicit", "perhaps", "could mean either"),
        ("stance", "concede", "conceded or kicked"),
        ("basis", "guessed", "stated or inferred"),
    ],
)
def test_refused(field: str, words: str, message: str) -> None:
    with pytest.raises(RefusedEdit, match=message) as refused:
        parse_field(field, words)
    assert refused.value.remedy


def test_near_words_are_offered() -> None:
    with pytest.raises(RefusedEdit) as refused:
        parse_field("stance", "concede")
    assert refused.value.remedy == "Did you mean conceded?"


@given(st.sampled_from([*CLAIM_FIELDS, *LINK_FIELDS]), st.text())
def test_any_words_are_taken_or_refused(field: str, words: str) -> None:
    try:
        value = parse_field(field, words)
    except RefusedEdit:
        return
    texts = value if isinstance(value, tuple) else (value,)
    assert not any(FORBIDDEN.search(text) for text in texts if isinstance(text, str))


@given(maps(3))
def test_typing_a_value_again_gives_the_same_value(argument_map: Map) -> None:
    for claim in argument_map.claims:
        for field in ("implicit", "assumed", "weight", "stance"):
            assert parse_field(field, field_words(claim, field)) == getattr(claim, field)
    for link in argument_map.links:
        for field in ("strength", "basis"):
            assert parse_field(field, field_words(link, field)) == getattr(link, field)


def test_defaults_are_not_spelled_out() -> None:
    claim = Claim(id="a", claim="A", tags=("x", "y"), weight=1e-05)
    assert [field_words(claim, field) for field in ("stance", "short", "magnitude")] == [""] * 3
    assert field_words(claim, "tags") == "x, y"
    assert parse_field("weight", field_words(claim, "weight")) == 1e-05
