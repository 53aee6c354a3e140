"""Writing edits into files of every shape: what is around the claims, what is wrong, how large."""

from pathlib import Path

import pytest

from argmap.errors import RefusedEdit
from argmap.model import LinkKind, MapIndex
from argmap.model import edits as made
from argmap.model.same import equivalent
from argmap.store import load, loads
from argmap.store.decode import encode
from argmap.store.patch import patched
from argmap.store.write import write_map
from benchmarks.maps import random_map
from tests.maps import TEACHING, chain
from tests.store.patch.edited import edited, row

SUPPORT = LinkKind.SUPPORT


# -- around the claims ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "argmap: 1\nclaims:\n- New.\n"),
        ("# to be drawn\n", "# to be drawn\nargmap: 1\nclaims:\n- New.\n"),
        ("# to be drawn", "# to be drawn\nargmap: 1\nclaims:\n- New.\n"),
        ("argmap: 1\ntitle: T\n# end\n", "argmap: 1\ntitle: T\nclaims:\n- New.\n# end\n"),
        ("argmap: 1\nclaims:\n", "argmap: 1\nclaims:\n- New.\n"),
        ("argmap: 1\nclaims: []   # none\n", "argmap: 1\nclaims:   # none\n- New.\n"),
        ("argmap: 1\nclaims:\n- A", "argmap: 1\nclaims:\n- A\n- New."),
        ("---\nargmap: 1\nclaims:\n- A\n...\n", "---\nargmap: 1\nclaims:\n- A\n- New.\n...\n"),
        ("argmap: 1\r\nclaims:\r\n- A\r\n", "argmap: 1\r\nclaims:\r\n- A\r\n- New.\r\n"),
        ("argmap: 1\r\nclaims:\r\n- A", "argmap: 1\r\nclaims:\r\n- A\r\n- New."),
        ("claims:\n- A\n\n\nargmap: 1\n", "claims:\n- A\n- New.\n\n\nargmap: 1\n"),
    ],
)
def test_a_claim_is_added_to_any_file(before: str, after: str) -> None:
    assert edited(before, lambda index: made.add_claim(index, "New.", made.AT_ROOT)) == after


def test_several_lines_end_as_the_file_does() -> None:
    before = "argmap: 1\r\nclaims:\r\n- id: a\r\n  claim: A\r\n"
    after = edited(before, lambda index: made.set_field(index, "a", "note", "One\ntwo"))
    assert after == f"{before}  note: |-\r\n    One\r\n    two\r\n"


def test_the_byte_order_mark_and_bytes_that_are_no_text_stay(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_bytes(b"\xef\xbb\xbfargmap: 1\nclaims:\n- A\n")
    loaded = load(path)
    patch = patched(loaded, made.set_title(loaded.index, "T"))
    after = encode(patch.text, bom=loaded.bom)
    assert after == b"\xef\xbb\xbfargmap: 1\ntitle: T\nclaims:\n- A\n"


def test_the_end_of_the_last_text_stays_what_it_is() -> None:
    """A block of lines at the very end has one line end more as soon as something follows."""
    before = "argmap: 1\nclaims:\n- id: a\n  claim: |\n    One\n    two"
    after = edited(before, lambda index: made.add_claim(index, "B", made.AT_ROOT))
    assert after == before.replace("|", "|-") + "\n- B"


def test_blank_lines_that_belong_to_a_text_move_with_it() -> None:
    text = "  - id: a\n    claim: |+\n      One\n\n"
    head = "claims:\n- id: m\n  claim: M\n  supports:\n"
    after = edited(f"{head}{text}  - B\n", lambda index: made.shift(index, row(index, "b"), -1))
    assert after == f"{head}  - B\n{text}"


# -- files with mistakes -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("claims:\n- A\n- B: C: D\n- E\n", 3, "AM001"),
        ("claims:\n- id: a\n  claim: A\n  claim: B\n", 4, "AM007"),
        ("claims:\n- &x A\n- B\n", 2, "AM008"),
        ("claims:\n- A\n- *x\n", 3, "AM008"),
        ("- A\n- B\n", 1, "AM006"),
    ],
)
def test_what_was_not_read_is_not_written_over(text: str, line: int, code: str) -> None:
    loaded = loads(text)
    with pytest.raises(RefusedEdit) as refused:
        patched(loaded, made.set_title(loaded.index, "T"))
    assert f"line {line} " in refused.value.message
    assert code in refused.value.message
    assert "O opens your editor" in refused.value.remedy


FAULTY = """\
argmap: 1
colour: red   # no such key
sources:
  s:
claims:
- id: a
  claim: A
  weight: heavy
  cites: [{source: nowhere}]
  supports:
  - ref: nobody   # lost
  - ref: a
  - joint: [Alone]
  - B
  - []
  undercuts:
  - Nothing to attack
- note: no words
- joint:
  - On its own
"""


def test_mistakes_that_can_be_read_stay_as_they_are() -> None:
    assert edited(FAULTY, lambda index: made.set_title(index, "T")) == FAULTY.replace(
        "argmap: 1\n", "argmap: 1\ntitle: T\n"
    )
    assert edited(
        FAULTY, lambda index: made.add_claim(index, "New", made.under("b", SUPPORT))
    ) == FAULTY.replace("- B\n", "- claim: B\n    supports:\n    - New\n")
    assert edited(FAULTY, lambda index: made.change_kind(index, "b>a")) == FAULTY.replace(
        "  - B\n", ""
    ).replace("  undercuts:\n", "  rebuttals:\n  - B\n  undercuts:\n")


# -- ids that are not stated ---------------------------------------------------------------


def test_equal_words_keep_their_claims_apart() -> None:
    """The reader numbers claims of the same words in their order; the first one moves here."""
    before = "claims:\n- claim: M\n  supports:\n  - Same\n  - claim: Same\n    weight: 0.1\n"
    after = edited(before, lambda index: made.shift(index, row(index, "same"), 1))
    assert after == before.replace("  - Same\n", "").replace(
        "- claim: Same\n    weight: 0.1\n",
        "- id: same-2\n    claim: Same\n    weight: 0.1\n  - Same\n",
    )


# -- sizes ---------------------------------------------------------------------------------


def test_chains_are_edited_however_long_they_are() -> None:
    loaded = loads(write_map(chain(5000)))
    for edit in (
        made.remove_claim(loaded.index, "c2500"),
        made.move_under(loaded.index, row(loaded.index, "c2500"), "c10"),
    ):
        text = patched(loaded, edit).text
        assert equivalent(loads(text).index, MapIndex(edit.map))


def test_large_maps_change_only_where_they_are_edited() -> None:
    loaded = loads(write_map(random_map(1000)))
    patch = patched(loaded, made.set_field(loaded.index, "c500", "claim", "Other words."))
    (splice,) = patch.splices
    assert "for claim 500." in splice.old
    assert splice.new == "Other words."
    assert len(splice.old) < 100


def test_an_outline_deeper_than_the_file_nests_is_written_flat() -> None:
    sprout = made.Sprout("Last")
    for number in range(40):
        sprout = made.Sprout(f"Step {number}", SUPPORT, (sprout,))
    text = edited(
        TEACHING, lambda index: made.add_claims(index, [sprout], made.under("free", SUPPORT))
    )
    assert max(len(line) - len(line.lstrip()) for line in text.splitlines()) < 80
