"""Keys of one mapping: where new ones go, and what becomes of the comments of those that go."""

import pytest

from argmap.store import loads
from argmap.store.nodes import Mapping, Sequence
from argmap.store.patch.brackets import NeedsBlock
from argmap.store.patch.ground import Ground
from argmap.store.patch.pen import Pen
from argmap.store.patch.script import Script

HEAD = "claims:\n"


def opened(text: str) -> tuple[Pen, Mapping]:
    """A pen, and the first claim of a list."""
    root = loads(HEAD + text).traces.root
    assert root is not None
    claims = root.values["claims"]
    assert isinstance(claims, Sequence)
    node = claims.items[0]
    assert isinstance(node, Mapping)
    return Pen(Script(Ground(HEAD + text))), node


def result(pen: Pen) -> str:
    return pen.script.result()[0].removeprefix(HEAD)


def with_value(text: str, key: str, value: object) -> str:
    pen, node = opened(text)
    pen.set_value(node, key, value)
    return result(pen)


def without(text: str, key: str) -> str:
    pen, node = opened(text)
    pen.remove(node, key)
    return result(pen)


def test_a_new_key_takes_its_place_in_the_usual_order() -> None:
    text = "- id: a\n  claim: A\n  # on weight\n  weight: 0.3\n  supports:\n  - B\n"
    after = with_value(text, "note", "N.")
    assert after == text.replace("claim: A\n", "claim: A\n  note: N.\n")
    assert with_value(text, "strength", 0.5) == text.replace("0.3\n", "0.3\n  strength: 0.5\n")


def test_a_new_first_key_comes_behind_the_dash() -> None:
    assert with_value("- claim: A\n  note: N\n", "id", "a") == "- id: a\n  claim: A\n  note: N\n"


def test_keys_out_of_order_are_left_so() -> None:
    text = "- note: N\n  claim: A  # words\n"
    assert with_value(text, "short", "S") == "- note: N\n  claim: A  # words\n  short: S\n"


@pytest.mark.parametrize(
    ("text", "key", "value", "after"),
    [
        ("- id: a\n  note:   # later\n", "note", "Now", "- id: a\n  note: Now   # later\n"),
        ("- id: a\n  note: ''\n", "note", "Now", "- id: a\n  note: 'Now'\n"),
        ("- id: a\n  note: 'x'\n", "note", "1\n2", '- id: a\n  note: "1\\n2"\n'),
        ("- id: a\n  note: x  # y\n", "note", "1\n2", '- id: a\n  note: "1\\n2"  # y\n'),
        ("- id: a\n  note: x\n", "note", "1\n2", "- id: a\n  note: |-\n    1\n    2\n"),
        ("- id: a\n  implicit: yes\n", "implicit", True, "- id: a\n  implicit: true\n"),
        ("- {id: a, note: x}\n", "note", "1, 2", '- {id: a, note: "1, 2"}\n'),
        ("- {id: a,}\n", "note", "x", "- {id: a, note: x}\n"),
    ],
)
def test_a_value_is_written_as_the_old_one_was(
    text: str, key: str, value: object, after: str
) -> None:
    assert with_value(text, key, value) == after


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("- id: a\n  note: N  # why\n  short: S\n", "- id: a\n  # why\n  short: S\n"),
        ("- id: a\n  note: |-  # why\n    N\n", "- id: a\n  # why\n"),
        ("- id: a\n  # above\n  note: N\n    # of it\n", "- id: a\n  # above\n"),
        ("- note: N  # why\n  # on id\n  id: a\n", "- # why\n  # on id\n  id: a\n"),
        ("- note: N\n  id: a\n", "- id: a\n"),
        ("- {note: N, id: a}\n", "- {id: a}\n"),
        ("- {id: a, note: N, short: S}\n", "- {id: a, short: S}\n"),
        ("- {id: a, note: N}\n", "- {id: a}\n"),
    ],
)
def test_a_key_that_goes_leaves_its_comment(text: str, after: str) -> None:
    assert without(text, "note") == after


def test_lines_within_brackets_need_lines_first() -> None:
    pen, node = opened("- {id: a}\n")
    with pytest.raises(NeedsBlock):
        pen.add_lines(node, "supports", lambda: ["  supports:", "  - B"])
    pen, node = opened("- note: N\n")
    with pytest.raises(NeedsBlock):
        pen.remove(node, "note")
