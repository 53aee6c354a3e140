"""Outlines from elsewhere, and argmap's own, as claims."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.formats import generate_markdown, generate_outline
from argmap.formats.outline_paste import Pasted, parse_outline
from argmap.formats.paste_entries import MOST_LEVELS
from argmap.model import Link, LinkKind, Map, MapIndex
from argmap.model.edits.add import Sprout, add_claims
from argmap.model.edits.place import AT_ROOT
from argmap.sources import Opened
from argmap.text import FORBIDDEN, one_line
from tests.formats.cases import everything, opened
from tests.maps import chain, maps

SIGNS = {LinkKind.SUPPORT: "+", LinkKind.REBUTTAL: "-", LinkKind.UNDERCUT: "!"}


def drawn(sprouts: Sequence[Sprout]) -> list[str]:
    """A tree in the plainest form: a sign, a space, the text, indented."""
    lines = []
    pending = [(sprout, 0) for sprout in reversed(sprouts)]
    while pending:
        sprout, depth = pending.pop()
        lines.append(f"{'  ' * depth}{SIGNS[sprout.kind]} {sprout.text or '&'}")
        pending.extend((child, depth + 1) for child in reversed(sprout.children))
    return lines


def tree(text: str) -> list[str]:
    return drawn(parse_outline(text).sprouts)


@pytest.mark.parametrize(
    "text",
    [
        "A\n  B\n    C\n  D\nE",
        "A\n\tB\n\t\tC\n\tD\nE",
        "- A\n  - B\n    - C\n  - D\n- E",
        "* A\n    * B\n        * C\n    * D\n* E",
        "• A\n  ◦ B\n    ▪ C\n  ◦ D\n• E",
        "•\tA\n\to\tB\n\t\t§\tC\n\to\tD\n•\tE",
        "1. A\n   1. B\n      a) C\n   2. D\n2. E",
        "1. A\n1.1 B\n1.1.1 C\n1.2 D\n2. E",
        "1) A\n  (a) B\n    (i) C\n  (b) D\n2) E",
        "I. A\n  A. B\n    1. C\n  B. D\nII. E",
        "# A\n## B\n### C\n## D\n# E",
        "# A\n- B\n  - C\n- D\n# E\n",
        "1. A\n- B\n  - C\n- D\n2. E",
        "A\n- B\n  - C\n- D\nE",
        "A\r\n  B\r\n    C\r\n\r\n  D\r\nE\r\n",
        "- [ ] A\n  - [x] B\n    - C\n  - D\n- E",
        "A\n---\n  B\n    C\n  ***\n  D\nE",
        "  A\n    B\n      C\n    D\n  E",
        "\u00a0\u00a0A\n\u00a0\u00a0\u00a0\u00a0B\n\u00a0\u00a0\u00a0\u00a0\u00a0C\n    D\n  E",
    ],
)
def test_outlines_of_many_makes_nest_alike(text: str) -> None:
    assert tree(text) == ["+ A", "  + B", "    + C", "  + D", "+ E"]
    assert parse_outline(text).notes == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- a\n- b", ["+ a", "+ b"]),
        ("+ a\n- b", ["+ a", "- b"]),
        ("+ a\n– b\n− c", ["+ a", "- b", "- c"]),
        ("x\n  + a\n    - b\n  ! u", ["+ x", "  + a", "    - b", "  ! u"]),
        ("x\n  + a\n    - b\n  con: c", ["+ x", "  + a", "    - b", "  - c"]),
        ("- a\n- con: b", ["+ a", "- b"]),
        ("Pro: a\ncon: b\nUndercut: c", ["+ a", "- b", "! c"]),
        ("**Pro:** a\n*con*: b\n[con] c\n(pro) d", ["+ a", "- b", "- c", "+ d"]),
        ("Because it rains.\nBut it does not.", ["+ It rains.", "- It does not."]),
        ("Because it rains, we stay.", ["+ Because it rains, we stay."]),
        ("But for the rain we go.", ["+ But for the rain we go."]),
        ("Proponents say so.\nConsider it.", ["+ Proponents say so.", "+ Consider it."]),
        ("+ a\n& b\n& c\n- d", ["+ &", "  + a", "  + b", "  + c", "- d"]),
        ("- a\n  - a1\n  ! u\n- and: b", ["+ &", "  + a", "    + a1", "  + b", "  ! u"]),
        ("& a", ["+ a"]),
        ("A\n  Pro\n    b\n  Con:\n    c\n      d", ["+ A", "  + b", "  - c", "    + d"]),
        ("Arguments against:\n- a\n- pro: b\nFor\n- c", ["- a", "+ b", "+ c"]),
        ("Pro\nCon", ["+ Pro", "- Con"]),
    ],
)  # fmt: skip
def test_signs_and_words_tell_what_a_claim_does(text: str, expected: list[str]) -> None:
    assert tree(text) == expected


def test_signs_at_different_levels_only_are_bullets_and_that_is_told() -> None:
    pasted = parse_outline("+ a\n  - b\n  - c")
    assert drawn(pasted.sprouts) == ["+ a", "  + b", "  + c"]
    assert "bullets" in pasted.notes[0]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("- a\n- b", False),
        ("a\n  pro: b", False),
        ("+ a\n- b", True),
        ("con: b", True),
        ("Con\n- b", True),
    ],
)
def test_it_is_known_whether_the_top_says_what_it_does(text: str, marked: bool) -> None:
    assert parse_outline(text).marked is marked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- a long\n  claim\n- b", ["+ a long claim", "+ b"]),
        ("1. a long\n   claim\n   still", ["+ a long claim still"]),
        ("- a\n\n  b", ["+ a", "  + b"]),
        ("- a\n    b", ["+ a", "  + b"]),
        ("A. Smith said so.\n1.5 million ride.", ["+ A. Smith said so.", "+ 1.5 million ride."]),
        ("# About C#\n## D ##", ["+ About C#", "  + D"]),
        ("2024. A year.", ["+ 2024. A year."]),
        ("-5 degrees\n+1 for that", ["+ -5 degrees", "+ +1 for that"]),
        ("[b]x[/b] [link=1]", ["+ [b]x[/b] [link=1]"]),
    ],
)
def test_what_is_text_stays_text(text: str, expected: list[str]) -> None:
    assert tree(text) == expected


def test_uneven_indentation_is_mended_and_told() -> None:
    pasted = parse_outline("- a\n    - b\n  - c\n- d")
    assert drawn(pasted.sprouts) == ["+ a", "  + b", "  + c", "+ d"]
    assert pasted.notes == ("The indentation of 1 line was uneven; look where it went.",)


def test_characters_that_cannot_be_shown_are_replaced_and_told() -> None:
    pasted = parse_outline("a\u202eb\x00\n\x1b[2J")
    assert [sprout.text for sprout in pasted.sprouts] == ["a\ufffdb\ufffd", "\ufffd[2J"]
    assert pasted.notes == ("3 characters that cannot be shown became \ufffd.",)


@pytest.mark.parametrize("text", ["", "\n \n\t", "---\n***", "-\n+ \n"])
def test_nothing_is_no_claim(text: str) -> None:
    assert parse_outline(text) == Pasted((), 0, marked=False, notes=())


def test_nesting_has_an_end() -> None:
    deep = "\n".join(" " * level + f"c{level}" for level in range(MOST_LEVELS + 500))
    pasted = parse_outline(deep)
    assert pasted.claims == MOST_LEVELS + 500
    assert max(len(line) - len(line.lstrip()) for line in drawn(pasted.sprouts)) == 2 * (
        MOST_LEVELS - 1
    )
    assert "500 claims nested deeper" in pasted.notes[0]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("- some claim of a usual length, as people write them\n" * 19_000, 19_000),
        ("- a\n" * 50_000, 50_000),
        ("x" * 1_000_000, 1),
        ("* x " * 250_000, 1),
        ("[" * 1_000_000 + "x", 1),
        ("1." * 500_000 + "x", 1),
        ("\n" * 1_000_000, 0),
        ("# " + "#" * 1_000_000 + "x", 1),
        ("- **1.1 but** x" + " *(" * 300_000, 1),
        ("- **1.1 but** x" + r" \[1\]" * 150_000 + "x", 1),
        ("● 1 claim: " + "a (b" * 250_000, 1),
        ("● " + "1" * 1_000_000 + " claim: a", 1),
        ("● " + "1." * 400_000 + "1 claim: a", 1),
        ("+ …1.1.1 support: a\n" * 10_000 + "+ …9.9.9 support: a\n" * 10_000, 20_000),
    ],
    ids=range(14),
)
def test_a_megabyte_of_anything_is_read_without_choking(text: str, claims: int) -> None:
    assert parse_outline(text).claims == claims


@given(st.text(st.sampled_from("ab-+!&*#1.():[]{}\\ \t\n•● \u202epro:but"), max_size=80))
def test_any_text_is_some_outline(text: str) -> None:
    pasted = parse_outline(text)
    assert pasted.claims == sum(1 for line in drawn(pasted.sprouts) if line.strip()[2:] != "&")
    for line in drawn(pasted.sprouts):
        assert not FORBIDDEN.search(line)
    if pasted.sprouts:
        made = add_claims(MapIndex(Map()), pasted.sprouts, AT_ROOT).map
        assert len(made.claims) == pasted.claims


# -- argmap's own outlines -----------------------------------------------------------------


def planted(text: str) -> Map:
    return add_claims(MapIndex(Map()), parse_outline(text).sprouts, AT_ROOT).map


def shape(shown: Map) -> set[tuple[str, ...]]:
    """The links of a map by the words of its claims; undercuts by what they are undercuts of."""
    texts = {claim.id: one_line(claim.claim) for claim in shown.claims}
    links = {link.id: link for link in shown.links}

    def ends(link: Link) -> tuple[str, ...]:
        target = texts.get(link.target) or " ".join(ends(links[link.target]))
        return (link.kind.value, *(texts[premise] for premise in link.premises), target)

    return {ends(link) for link in shown.links}


def as_text(shown: Opened, width: int | None = None, *, plain: bool = False) -> str:
    return "\n".join(generate_outline(shown, width=width, details=True, plain=plain))


@pytest.mark.parametrize("width", [None, 60])
@pytest.mark.parametrize("plain", [False, True])
def test_what_show_prints_comes_back(tmp_path: Path, width: int | None, plain: bool) -> None:
    shown = everything(tmp_path)
    pasted = parse_outline(as_text(shown, width, plain=plain))
    made = planted(as_text(shown, width, plain=plain))
    assert [claim.claim for claim in made.claims] == [claim.claim for claim in shown.map.claims]
    missing = shape(shown.map) - shape(made)
    assert shape(made) < shape(shown.map)
    assert {end[1] for end in missing} == {
        "Most new riders would have walked or cycled.", "The city cannot afford it.",
    }  # fmt: skip
    assert pasted.notes == (
        "2 second places of claims were left out; link the claims there again.",
        "The remarks in brackets behind 6 claims were left out.",
    )


def test_the_handout_comes_back(tmp_path: Path) -> None:
    shown = everything(tmp_path)
    made = planted(generate_markdown(shown))
    assert [claim.claim for claim in made.claims] == [claim.claim for claim in shown.map.claims]
    assert len(shape(shown.map) - shape(made)) == 2
    assert shape(made) < shape(shown.map)


@pytest.mark.parametrize("write", [as_text, generate_markdown])
def test_a_long_chain_comes_back(write: object) -> None:
    assert callable(write)
    length = MOST_LEVELS - 10
    made = planted(write(opened(chain(length))))
    assert len(shape(made)) == length - 1
    assert shape(made) == shape(chain(length))


@settings(max_examples=30)
@given(maps())
def test_of_any_map_nothing_new_comes_back(shown: Map) -> None:
    for text in (as_text(opened(shown)), generate_markdown(opened(shown))):
        pasted = parse_outline(text)
        assert pasted.claims <= len(shown.claims)


def test_a_piece_of_an_outline_comes_back_from_wherever_it_was_cut() -> None:
    lines = "\n".join(
        generate_outline(opened(planted("a\n  + b\n    + c\n    - d\n    + e\n  + f")))
    )
    piece = "\n".join(lines.splitlines()[2:])
    assert tree(piece.strip()) == ["+ b", "  + c", "  + e", "  - d", "+ f"]
