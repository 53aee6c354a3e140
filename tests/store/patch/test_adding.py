"""Adding claims to a file: they come where they belong, as the file is written."""

from argmap.model import LinkKind
from argmap.model import edits as made
from argmap.model.edits import Sprout
from tests.store.patch.edited import BUSES, becomes, row

SUPPORT, REBUTTAL, UNDERCUT = LinkKind.SUPPORT, LinkKind.REBUTTAL, LinkKind.UNDERCUT


def test_a_claim_comes_behind_the_others_of_its_kind() -> None:
    becomes(
        BUSES,
        lambda index: made.add_claim(index, "It is: fair", made.under("free", SUPPORT)),
        """
        # the motion
        - id: free
          claim: Buses should be free.
          supports:
          # 1. traffic
          - id: traffic   # see the study
            claim: They would take cars off the road.
            strength: 0.8
            rebuttals:
            - Riders would have walked.
          # 2. fairness
          - A plain line.
          - "It is: fair"
        # alone
        - id: lone
          claim: A lone root.
        """,
    )


def test_a_list_appears_where_there_was_none() -> None:
    becomes(
        BUSES,
        lambda index: made.add_claim(index, "It costs.", made.under("free", REBUTTAL)),
        """
        # the motion
        - id: free
          claim: Buses should be free.
          supports:
          # 1. traffic
          - id: traffic   # see the study
            claim: They would take cars off the road.
            strength: 0.8
            rebuttals:
            - Riders would have walked.
          # 2. fairness
          - A plain line.
          rebuttals:
          - It costs.
        # alone
        - id: lone
          claim: A lone root.
        """,
    )
    becomes(
        "- A   # plain\n- B",
        lambda index: made.add_claim(index, "C", made.under("a", SUPPORT)),
        "- claim: A   # plain\n  supports:\n  - C\n- B",
    )
    becomes(
        "- A\n- id: b\n  claim: B\n  supports:\n  - ref: a  # too",
        lambda index: made.add_claim(index, "C", made.against("a>b")),
        "- A\n- id: b\n  claim: B\n  supports:\n  - ref: a  # too\n    undercuts:\n    - C",
    )


def test_a_claim_comes_right_behind_the_one_beside_it() -> None:
    becomes(
        "# first\n- A\n# second\n- B",
        lambda index: made.add_claim(index, "C", made.beside(index, row(index, "a"))),
        "# first\n- A\n- C\n# second\n- B",
    )


def test_a_whole_outline_comes_at_once() -> None:
    group = Sprout("", SUPPORT, (Sprout("C"), Sprout("D"), Sprout("E", UNDERCUT)))
    becomes(
        "- A",
        lambda index: made.add_claims(
            index, [Sprout("B", SUPPORT, (group,)), Sprout("A")], made.under("a", REBUTTAL)
        ),
        """
        - claim: A
          rebuttals:
          - claim: B
            supports:
            - joint:
              - C
              - D
              undercuts:
              - E
          - id: a-2
            claim: A
        """,
    )


def test_lists_are_spaced_and_indented_as_the_others() -> None:
    becomes(
        """
          # margins of two
          - id: a
            claim: A
            supports:
              - B

              # on C
              - C

          - D
        """,
        lambda index: made.add_claim(index, "New", made.joined("b>a")),
        """
          # margins of two
          - id: a
            claim: A
            supports:
              - joint:
                  - B
                  - New

              # on C
              - C

          - D
        """,
    )
    becomes(
        "- A\n\n# on B\n- B",
        lambda index: made.add_claim(index, "C", made.AT_ROOT),
        "- A\n\n# on B\n- B\n\n- C",
    )


def test_a_joint_premise_joins_the_one_that_is_there() -> None:
    becomes(
        BUSES,
        lambda index: made.add_claim(index, "Roads are full.", made.joined("traffic>free")),
        """
        # the motion
        - id: free
          claim: Buses should be free.
          supports:
          # 1. traffic
          - joint:
            - id: traffic   # see the study
              claim: They would take cars off the road.
              rebuttals:
              - Riders would have walked.
            - Roads are full.
            strength: 0.8
          # 2. fairness
          - A plain line.
        # alone
        - id: lone
          claim: A lone root.
        """,
    )


def test_a_claim_that_is_used_again_is_referred_to() -> None:
    becomes(
        "- A\n- id: b\n  claim: B\n  supports:\n  - C",
        lambda index: made.add_occurrence(index, "c", made.under("a", REBUTTAL)),
        "- claim: A\n  rebuttals:\n  - ref: c\n- id: b\n  claim: B\n  supports:\n  - C",
    )
    becomes(
        "- A\n# on B\n- id: b   # here\n  claim: B\n- C",
        lambda index: made.add_occurrence(index, "b", made.under("a", REBUTTAL)),
        "- claim: A\n  rebuttals:\n  # on B\n  - id: b   # here\n    claim: B\n- C",
    )
