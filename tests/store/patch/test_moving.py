"""Moving claims in a file: whole entries move with their comments, the others stay."""

from argmap.model import LinkKind
from argmap.model import edits as made
from tests.store.patch.edited import BUSES, becomes, place, row

SUPPORT, REBUTTAL = LinkKind.SUPPORT, LinkKind.REBUTTAL


def test_a_branch_moves_with_the_comment_above_it() -> None:
    becomes(
        BUSES,
        lambda index: made.move_under(index, row(index, "traffic"), "lone", REBUTTAL),
        """
        # the motion
        - id: free
          claim: Buses should be free.
          supports:
          # 2. fairness
          - A plain line.
        # alone
        - id: lone
          claim: A lone root.
          rebuttals:
          # 1. traffic
          - id: traffic   # see the study
            claim: They would take cars off the road.
            strength: 0.8
            rebuttals:
            - Riders would have walked.
        """,
    )


def test_a_claim_moves_in_out_up_and_down() -> None:
    start = "- id: m\n  claim: M\n  supports:\n  # on A\n  - A\n  - B\n  - id: c\n    claim: C"
    becomes(
        start,
        lambda index: made.move_in(index, *place(index, "b")),
        "- id: m\n  claim: M\n  supports:\n  # on A\n  - claim: A\n    supports:\n    - B\n"
        "  - id: c\n    claim: C",
    )
    becomes(
        start,
        lambda index: made.shift(index, row(index, "a"), 1),
        "- id: m\n  claim: M\n  supports:\n  - B\n  # on A\n  - A\n  - id: c\n    claim: C",
    )
    becomes(
        start,
        lambda index: made.move_out(index, *place(index, "a")),
        "- id: m\n  claim: M\n  supports:\n  - B\n  - id: c\n    claim: C\n# on A\n- A",
    )


def test_a_support_becomes_a_rebuttal() -> None:
    becomes(
        "- id: a\n  claim: A\n  supports:   # for\n  - B   # on B\n# the end",
        lambda index: made.change_kind(index, "b>a"),
        "- id: a\n  claim: A\n  # for\n  rebuttals:\n  - B   # on B\n# the end",
    )


def test_entries_in_brackets_get_lines_when_they_move() -> None:
    becomes(
        "- id: a\n  claim: A\n  supports: [One, {claim: 'Two, too'}]   # both",
        lambda index: made.change_kind(index, "one>a"),
        """
        - id: a
          claim: A
          supports:   # both
          - {claim: 'Two, too'}
          rebuttals:
          - One
        """,
    )
    becomes(
        '- {id: a, claim: A, supports: [b, {claim: "c, d", weight: 0.4}]}   # in one\n- E',
        lambda index: made.add_claim(index, "New", made.under("c-d", REBUTTAL)),
        """
        - id: a   # in one
          claim: A
          supports:
          - b
          - claim: "c, d"
            weight: 0.4
            rebuttals:
            - New
        - E
        """,
    )


def test_a_dash_on_a_line_of_its_own_stays_one() -> None:
    becomes(
        "-\n  id: a\n  claim: A\n-   # the other\n  id: b\n  claim: B",
        lambda index: made.move_under(index, row(index, "b"), "a"),
        "-\n  id: a\n  claim: A\n  supports:\n  -   # the other\n    id: b\n    claim: B",
    )


# -- circles and flat files ----------------------------------------------------------------------


def test_a_claim_can_come_to_hang_under_itself() -> None:
    above = "- id: m\n  claim: M\n  supports:\n  # on A\n  - id: a\n    claim: A\n    supports:\n"
    becomes(
        f"{above}    - B",
        lambda index: made.add_occurrence(index, "a", made.under("b", SUPPORT)),
        f"{above}    - claim: B\n      supports:\n      - ref: a",
    )


def test_a_circle_that_is_cut_off_stands_on_its_own() -> None:
    becomes(
        """
        - id: m
          claim: M
          supports:
          # on A
          - id: a
            claim: A
            supports:
            - claim: B
              supports:
              - ref: a
        """,
        lambda index: made.remove_occurrence(index, row(index, "a", "a>m")),
        """
        - id: m
          claim: M
        # on A
        - id: a
          claim: A
          supports:
          - claim: B
            supports:
            - ref: a
        """,
    )


FLAT = """
    - id: a
      claim: A
    - id: b
      claim: B
    - id: c
      claim: C

    # links
    - ref: a
      supports: [{ref: b}]
    - ref: b
      rebuttals:
      - ref: c   # why
"""


def test_claims_of_a_flat_file_stay_where_they_are() -> None:
    becomes(
        FLAT,
        lambda index: made.remove_occurrence(index, row(index, "c")),
        """
        - id: a
          claim: A
        - id: b
          claim: B
        - id: c
          claim: C

        # links
        - ref: a
          supports: [{ref: b}]
        """,
    )
    becomes(
        FLAT,
        lambda index: made.remove_claim(index, "b"),
        """
        - id: a
          claim: A
        - id: c
          claim: C

        # links
        """,
    )
