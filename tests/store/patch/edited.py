"""Editing small files in tests, and checking what becomes of their text."""

from collections.abc import Callable
from textwrap import dedent

from argmap.model import MapIndex
from argmap.model.edits import Edit
from argmap.model.outline import Row, outline
from argmap.model.same import equivalent
from argmap.store import loads
from argmap.store.patch import patched
from argmap.store.splices import inverted, spliced

BUSES = """
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
    # alone
    - id: lone
      claim: A lone root.
"""
"""A list of claims as people write it."""


def edited(text: str, edit: Callable[[MapIndex], Edit]) -> str:
    """The text of a file after an edit, which says what was meant and can be taken back."""
    loaded = loads(text)
    made = edit(loaded.index)
    patch = patched(loaded, made)
    assert equivalent(loads(patch.text).index, MapIndex(made.map))
    assert spliced(loaded.raw, patch.splices) == patch.text
    assert spliced(patch.text, inverted(patch.splices)) == loaded.raw
    return patch.text


def becomes(before: str, edit: Callable[[MapIndex], Edit], after: str) -> None:
    """Check the list of claims that a file has after an edit, both indented as tests are."""
    head = "argmap: 1\nclaims:\n"
    assert edited(head + plain(before), edit) == head + plain(after)


def plain(text: str) -> str:
    """Lines that are indented in a test, at the left margin."""
    return dedent(text).strip("\n") + "\n"


def row(index: MapIndex, claim: str, link: str | None = None) -> Row:
    """The first row of the outline that shows a claim, at a link if one is given."""
    rows = outline(index)
    return next(row for row in rows if row.claim == claim and link in {None, row.link})


def place(index: MapIndex, claim: str) -> tuple[list[Row], int]:
    """The outline, and where a claim first stands in it."""
    rows = outline(index)
    return rows, next(at for at, row in enumerate(rows) if row.claim == claim)
