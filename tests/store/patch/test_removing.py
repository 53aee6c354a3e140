"""Removing, merging, splitting and renaming: what goes, what stays, and where."""

from argmap.model import edits as made
from tests.store.patch.edited import BUSES, becomes, edited, row


def test_a_removed_claim_leaves_what_hung_on_it() -> None:
    becomes(
        BUSES,
        lambda index: made.remove_claim(index, "traffic"),
        """
        # the motion
        - id: free
          claim: Buses should be free.
          supports:
          # 1. traffic
          # 2. fairness
          - A plain line.
        - Riders would have walked.
        # alone
        - id: lone
          claim: A lone root.
        """,
    )


def test_a_removed_branch_takes_its_list_along() -> None:
    becomes(
        "- id: a\n  claim: A\n  supports:   # for\n  - claim: B\n    rebuttals: [C]\n- D",
        lambda index: made.remove_branch(index, "b"),
        "- id: a\n  claim: A\n  # for\n- D",
    )
    assert (
        edited(
            "claims:   # few\n# first\n- A\n# end\n", lambda index: made.remove_claim(index, "a")
        )
        == "claims: []   # few\n# first\n# end\n"
    )


def test_a_group_left_with_one_premise_is_a_plain_entry() -> None:
    becomes(
        """
        - id: a
          claim: A
          supports:
          # both
          - joint:   # together
            - B   # on B
            # on C
            - id: c
              claim: C
            # how strong
            strength: 0.8
        """,
        lambda index: made.remove_claim(index, "b"),
        """
        - id: a
          claim: A
          supports:
          # both
          # together
          # on C
          - id: c
            claim: C
            # how strong
            strength: 0.8
        """,
    )


def test_the_statement_moves_to_where_the_claim_is_still_used() -> None:
    becomes(
        """
        - id: a
          claim: A
          supports:
          # on B
          - id: b   # here
            claim: B
            supports: [C]
          rebuttals:
          # again
          - ref: b   # there
            strength: 0.2
        """,
        lambda index: made.remove_occurrence(index, row(index, "b", "b>a")),
        """
        - id: a
          claim: A
          rebuttals:
          # again
          # there
          # on B
          - id: b   # here
            claim: B
            strength: 0.2
            supports: [C]
        """,
    )


def test_merged_claims_stand_where_the_kept_one_stood() -> None:
    becomes(
        "- id: a\n  claim: A\n  supports: [B]\n- id: c\n  claim: C   # gone\n  rebuttals:\n  - D",
        lambda index: made.merge_claims(index, "a", "c"),
        "- id: a\n  claim: A\n  supports: [B]\n  rebuttals:\n  - D",
    )


def test_a_split_claim_keeps_its_place_and_its_partner_follows() -> None:
    becomes(
        '- id: a\n  claim: A\n  supports:\n  - id: b   # both\n    claim: "B and C"\n  - D',
        lambda index: made.split_claim(index, "b", ("B", "C")),
        '- id: a\n  claim: A\n  supports:\n  - id: b   # both\n    claim: "B"\n  - C\n  - D',
    )
    becomes(
        "- id: a\n  claim: A\n  supports:\n  # both\n  - B and C\n  - D",
        lambda index: made.split_claim(
            index, "b-and-c", ("B", "C"), joint=True, unnamed={"b-and-c"}
        ),
        "- id: a\n  claim: A\n  supports:\n  # both\n  - joint:\n    - B\n    - C\n  - D",
    )


def test_a_renamed_claim_is_renamed_wherever_it_is_used() -> None:
    becomes(
        "- id: a   # A\n  claim: A\n- id: b\n  claim: B\n  supports:\n  - ref: a   # too\n"
        "  rebuttals: [{joint: [{ref: 'a'}, C]}]",
        lambda index: made.rename_claim(index, "a", "first"),
        "- id: first   # A\n  claim: A\n- id: b\n  claim: B\n  supports:\n  - ref: first   # too\n"
        "  rebuttals: [{joint: [{ref: 'first'}, C]}]",
    )
