"""Where things stand in a text: lines of every kind, ends of values, items with their comments."""

import pytest

from argmap.errors import RefusedEdit
from argmap.store import loads
from argmap.store.nodes import Mapping, Node, Sequence
from argmap.store.patch.ground import Ground, Stretch, shifted


def claims_of(text: str) -> tuple[Ground, Sequence]:
    root = loads(text).traces.root
    assert root is not None
    claims = root.values["claims"]
    assert isinstance(claims, Sequence)
    return Ground(text), claims


def value(text: str) -> tuple[Ground, Node]:
    """The value of `note` of the only claim in a text."""
    ground, claims = claims_of(text)
    item = claims.items[0]
    assert isinstance(item, Mapping)
    return ground, item.values["note"]


@pytest.mark.parametrize(
    ("text", "lines", "newline"),
    [
        ("", [], "\n"),
        ("a", ["a"], "\n"),
        ("a\n\nb\n", ["a", "", "b"], "\n"),
        ("a\r\nb", ["a", "b"], "\r\n"),
        ("a\rb\n", ["a", "b"], "\r"),
        ("a\u2028b\nc\x85\n", ["a\u2028b", "c\x85"], "\n"),
    ],
)
def test_lines_are_those_of_yaml(text: str, lines: list[str], newline: str) -> None:
    ground = Ground(text)
    assert [ground.content(line) for line in range(ground.lines)] == lines
    assert ground.newline == newline
    assert [ground.line_of(ground.starts[line]) for line in range(ground.lines)] == [
        *range(ground.lines)
    ]


HEAD = "claims:\n- claim: A\n  note: "


@pytest.mark.parametrize(
    ("written", "behind"),
    [
        ("plain words", "  # not these\n"),
        ("'quoted # words'", "  # not these\n"),
        ("over\n    two lines", "  # not these\n"),
        ("|-\n    One # of them\n\n    two", "\n\n# not these\n"),
        (">\n    One", "\n\n\n"),
        ("|+\n    One\n\n", "\n- B\n"),
        ("[a, {b: c}]", "  # not these\n"),
        ("\n  - a\n  - b", "  # not these\n"),
        ("\n    x: 'y'", "\n    # not these\n"),
    ],
)
def test_a_value_ends_before_what_is_behind_it(written: str, behind: str) -> None:
    ground, node = value(f"{HEAD}{written}{behind}")
    assert ground.raw[: ground.end_of(node)] == f"{HEAD}{written}"


def test_comments_that_are_indented_into_an_item_belong_to_it() -> None:
    text = "claims:\n# on A\n# indeed\n- A\n  # of A\n\n  # too\n# on B\n-\n  claim: B\n"
    ground, claims = claims_of(text)
    assert ground.item(claims, 0) == Stretch(3, 7, 0)
    assert ground.with_lead(ground.item(claims, 0)) == Stretch(1, 7, 0)
    assert ground.item(claims, 1) == Stretch(8, 10, 0)
    assert ground.with_lead(ground.item(claims, 1)).first == 7
    assert ground.blanks_above(6) == 1


def test_an_entry_that_shares_its_line_is_not_taken_for_one_of_its_own() -> None:
    ground, claims = claims_of("claims:\n  [A,\n  B]\n")
    with pytest.raises(RefusedEdit, match="line 3"):
        ground.item(claims, 1)


def test_lines_move_to_the_left_only_as_far_as_they_can() -> None:
    assert shifted(["- a", "", "  b"], 2) == ["  - a", "", "    b"]
    assert shifted(["    - a", "", " odd"], -4) == ["- a", "", "odd"]
