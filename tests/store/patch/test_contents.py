"""Changing what claims, links, sources and the head say: only these words change."""

from collections.abc import Callable

import pytest

from argmap.model import Citation, MapIndex
from argmap.model import edits as made
from argmap.model.edits import Edit
from tests.store.patch.edited import becomes, edited, plain

CLAIM = """
    # the motion
    - id: free
      claim: "Buses should be free."
      short: Free buses            # on the poster
      # disputed
      weight: 0.7
      cites:
      - {source: s, quote: "a tenth"}   # table 3
      # and more
      supports:
      - A plain line.
"""


@pytest.mark.parametrize(
    ("field", "value", "old", "new"),
    [
        ("claim", 'Say "no".', '"Buses should be free."', '"Say \\"no\\"."'),
        ("short", "No fares", "Free buses            #", "No fares            #"),
        ("short", "", "short: Free buses            # on", "# on"),
        ("weight", "0.25", "0.7", "0.25"),
        ("weight", "", "  weight: 0.7\n", ""),
        ("tags", "a, b: c", "weight: 0.7\n", 'weight: 0.7\n  tags: [a, "b: c"]\n'),
        ("magnitude", "vast", "0.7\n", "0.7\n  weigh: {magnitude: vast}\n"),
        ("id", "gratis", "id: free", "id: gratis"),
        (
            "note",
            "One.\n\nTwo.",
            "  # disputed\n",
            "  note: |-\n    One.\n\n    Two.\n  # disputed\n",
        ),
    ],
)
def test_a_field_changes_in_its_place(field: str, value: str, old: str, new: str) -> None:
    after = plain(CLAIM).replace(old, new, 1)
    assert after != plain(CLAIM)
    becomes(CLAIM, lambda index: made.set_field(index, "free", field, value), after)


def test_a_plain_line_stays_plain_while_it_only_has_words() -> None:
    becomes(
        "- Fares hurt.   # the poor",
        lambda index: made.set_field(index, "fares-hurt", "claim", "No: fares", {"fares-hurt"}),
        '- "No: fares"   # the poor',
    )


@pytest.mark.parametrize(
    ("edit", "after"),
    [
        (
            lambda index: made.set_field(index, "fares-hurt", "weight", "0.3"),
            "- claim: 'Fares hurt.'   # the poor\n  weight: 0.3",
        ),
        (
            lambda index: made.rename_claim(index, "fares-hurt", "fares"),
            "- id: fares\n  claim: 'Fares hurt.'   # the poor",
        ),
    ],
)
def test_a_plain_line_gets_keys_when_more_is_said(
    edit: Callable[[MapIndex], Edit], after: str
) -> None:
    becomes("- 'Fares hurt.'   # the poor", edit, after)


@pytest.mark.parametrize("head", ["|-   # long", "|   # long", ">+   # long", "|2-   # long"])
def test_a_block_of_lines_becomes_one_line_with_its_comment(head: str) -> None:
    becomes(
        f"- id: a\n  claim: {head}\n    One\n    two\n  note: x",
        lambda index: made.set_field(index, "a", "claim", "Three."),
        "- id: a\n  claim: Three.  # long\n  note: x",
    )


def test_a_text_in_brackets_is_quoted_where_commas_would_end_it() -> None:
    becomes(
        "- {id: a, claim: 'One', tags: [x]}  # short",
        lambda index: made.set_field(index, "a", "note", "B, too"),
        "- {id: a, claim: 'One', tags: [x], note: \"B, too\"}  # short",
    )
    becomes(
        "- {id: a, claim: 'One', tags: [x]}",
        lambda index: made.set_field(index, "a", "claim", "Two, it's"),
        "- {id: a, claim: 'Two, it''s', tags: [x]}",
    )
    becomes(
        "- {id: a, claim: One, tags: [x], weight: 0.3}",
        lambda index: made.set_field(index, "a", "tags", ""),
        "- {id: a, claim: One, weight: 0.3}",
    )


def test_a_list_of_tags_is_only_added_to() -> None:
    becomes(
        "- id: a\n  claim: A\n  tags:\n  - one  # 1\n  # the rest\n  - 'two'  # 2",
        lambda index: made.set_field(index, "a", "tags", "one, two, three"),
        "- id: a\n  claim: A\n  tags:\n  - one  # 1\n  # the rest\n  - 'two'  # 2\n  - three",
    )
    becomes(
        '- id: a\n  claim: A\n  tags: ["one", two]  # 2',
        lambda index: made.set_field(index, "a", "tags", "one, three, two"),
        '- id: a\n  claim: A\n  tags: ["one", three, two]  # 2',
    )


def test_a_weighing_of_a_line_per_part_stays_one() -> None:
    becomes(
        "- id: a\n  claim: A\n  weigh:\n    # how much\n    magnitude: big  # really",
        lambda index: made.set_field(index, "a", "probability", "likely"),
        "- id: a\n  claim: A\n  weigh:\n    # how much\n    magnitude: big  # really\n"
        "    probability: likely",
    )


# -- links ---------------------------------------------------------------------------------


def test_what_is_said_of_a_link_stands_where_the_link_is_drawn() -> None:
    becomes(
        """
        - id: a
          claim: A
          supports:
          - B
          - joint:
            - C
            - D
            strength: 0.8   # of the step
          - ref: e
        - id: e
          claim: E
        """,
        lambda index: made.set_link_field(index, "c&d>a", "strength", "0.5"),
        """
        - id: a
          claim: A
          supports:
          - B
          - joint:
            - C
            - D
            strength: 0.5   # of the step
          - ref: e
        - id: e
          claim: E
        """,
    )
    becomes(
        "- id: a\n  claim: A\n  supports:\n  - B   # beware",
        lambda index: made.set_link_field(index, "b>a", "warrant", "Since: so"),
        '- id: a\n  claim: A\n  supports:\n  - claim: B   # beware\n    warrant: "Since: so"',
    )
    becomes(
        "- id: a\n  claim: A\n  supports:\n  - ref: e   # again\n- id: e\n  claim: E",
        lambda index: made.set_link_field(index, "e>a", "basis", "inferred"),
        "- id: a\n  claim: A\n  supports:\n  - ref: e   # again\n    basis: inferred\n"
        "- id: e\n  claim: E",
    )


# -- the head ------------------------------------------------------------------------------

HEAD = """\
# about buses
argmap: 1
title: 'Buses'   # for now
sources:
  # from the archive
  s: {title: "Report"}   # pdf
  t:
    title: Talk
claims:
- id: a
  claim: A
  cites:
  # the best
  - {source: s, quote: 'x, y'}   # p. 3
- B
"""


@pytest.mark.parametrize(
    ("edit", "old", "new"),
    [
        (lambda index: made.set_title(index, "It's"), "'Buses'", "'It''s'"),
        (lambda index: made.set_title(index, ""), "title: 'Buses'   # for", "# for"),
        (lambda index: made.set_summary(index, "All."), "now\n", "now\nsummary: All.\n"),
        (lambda index: made.set_motion(index, "b"), "now\n", "now\nmotion: b\n"),
        (
            lambda index: made.set_sides(index, "Yes", "Not so"),
            "now\n",
            'now\nsides: {pro: "Yes", con: Not so}\n',
        ),
        (
            lambda index: made.set_source(index, "s", {"author": "Lee, A."}),
            '"Report"}',
            '"Report", author: "Lee, A."}',
        ),
        (
            lambda index: made.set_source(index, "t", {"title": "", "note": "Lost\nfor now"}),
            "  t:\n    title: Talk\n",
            "  t:\n    note: |-\n      Lost\n      for now\n",
        ),
        (
            lambda index: made.set_source(index, "t", {"title": "", "note": "Lost"}),
            "title: Talk",
            "note: Lost",
        ),
        (lambda index: made.set_source(index, "t", {"title": ""}), ":\n    title: Talk", ": {}"),
        (
            lambda index: made.set_source(index, "u", {"title": "Unrest"}),
            "Talk\n",
            "Talk\n  u:\n    title: Unrest\n",
        ),
        (lambda index: made.remove_source(index, "t"), "  t:\n    title: Talk\n", ""),
    ],
)
def test_the_head_changes_line_by_line(
    edit: Callable[[MapIndex], Edit], old: str, new: str
) -> None:
    assert old in HEAD
    assert edited(HEAD, edit) == HEAD.replace(old, new, 1)


def test_a_source_gets_another_name_wherever_it_is_cited() -> None:
    renamed = HEAD.replace("  s: {", "  report: {").replace("source: s,", "source: report,")
    assert edited(HEAD, lambda index: made.rename_source(index, "s", "report")) == renamed


def test_a_source_that_is_only_named_gets_its_title() -> None:
    head, claims = "argmap: 1\nsources:\n", "claims:\n- A\n"
    named, other = "  s:   # what was it?\n", "  t: {title: T}\n"
    for before in (f"{named}{other}", f"{other}{named}"):
        after = edited(
            f"{head}{before}{claims}",
            lambda index: made.set_source(index, "s", {"title": "Study"}),
        )
        assert after == f"{head}{other}{named}    title: Study\n{claims}"


@pytest.mark.parametrize(
    ("edit", "old", "new"),
    [
        (
            lambda index: made.add_citation(index, "a", Citation(source="t", quote="so")),
            "p. 3\n",
            "p. 3\n  - {source: t, quote: so}\n",
        ),
        (
            lambda index: made.replace_citation(index, "a", 0, Citation(source="s", quote="it's")),
            "'x, y'",
            "'it''s'",
        ),
        (
            lambda index: made.replace_citation(
                index, "a", 0, Citation(source="s", quote="x, y", page="4")
            ),
            "'x, y'}",
            "'x, y', page: \"4\"}",
        ),
        (
            lambda index: made.remove_citation(index, "a", 0),
            "  cites:\n  # the best\n  - {source: s, quote: 'x, y'}   # p. 3\n",
            "",
        ),
    ],
)
def test_citations_come_change_and_go(edit: Callable[[MapIndex], Edit], old: str, new: str) -> None:
    assert old in HEAD
    assert edited(HEAD, edit) == HEAD.replace(old, new, 1)


QUOTED = Citation(source="s", quote="so")
SPANNED = Citation(source="s", start="first", end="last", note="Why")


@pytest.mark.parametrize(
    ("cite", "old", "new"),
    [
        (SPANNED, "{source: s, quote: x}   # p. 3", None),
        (SPANNED, "{quote: x, source: s}", "{source: s, start: first, end: last, note: Why}"),
        (QUOTED, "{source: s, start: f, end: l}   # p. 3", "{source: s, quote: so}   # p. 3"),
        (QUOTED, "{start: f, end: l, source: s, note: n}", "{source: s, quote: so}"),
        (SPANNED, "{source: s,  # mine\n    quote: x}", "source: s\n    # mine\n    {}"),
        (
            SPANNED,
            "source: s   # whose\n    quote: x   # p. 3",
            "source: s   # whose\n    # p. 3\n    {}",
        ),
        (
            QUOTED,
            "start: f   # a\n    # b\n    end: l   # c\n    source: s   # d",
            "# a\n    # b\n    # c\n    source: s   # d\n    quote: so",
        ),
    ],
)
def test_a_citation_says_its_passage_in_another_way_beside_its_comments(
    cite: Citation, old: str, new: str | None
) -> None:
    head = "argmap: 1\nsources:\n  s: {title: S}\nclaims:\n- id: a\n  claim: A\n  cites:\n"
    around = f"{head}  # above\n  - {{source: s, page: '2'}}   # first\n  - %s\n  # below\n"
    if new is None:
        new = old.replace("quote: x", "start: first, end: last, note: Why")
    new = new.replace("{}", "start: first\n    end: last\n    note: Why")
    assert edited(around % old, lambda index: made.replace_citation(index, "a", 1, cite)) == (
        around % new
    )


def test_citations_within_brackets_keep_their_form() -> None:
    before = HEAD.replace(
        "  cites:\n  # the best\n  - {source: s, quote: 'x, y'}   # p. 3\n",
        "  cites: [{source: s, quote: 'x, y'}, {quote: z, source: s}]   # p. 3\n",
    )
    assert edited(
        before, lambda index: made.add_citation(index, "a", Citation(source="t", quote="so"))
    ) == before.replace("s}]", "s}, {source: t, quote: so}]")
    assert edited(before, lambda index: made.remove_citation(index, "a", 0)) == before.replace(
        "{source: s, quote: 'x, y'}, ", ""
    )
