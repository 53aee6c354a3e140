"""Which part of a map a picture shows."""

from dataclasses import dataclass

from argmap.model import Side


@dataclass(frozen=True, slots=True)
class Choice:
    """What to show; the default is everything."""

    focus: str = ""
    """Only this claim and what hangs under it."""
    depth: int | None = None
    """Only so many levels below what stands at the top."""
    side: Side | None = None
    """Only the claims of one side, and what leads to them from above."""
    only: frozenset[str] = frozenset()
    """Only claims with one of these tags, and what leads to them from above."""
    without: frozenset[str] = frozenset()
    """No claim with one of these tags, and nothing that hangs under one."""
    path_to: str = ""
    """Only this claim, what leads to it from the motion, and what stands directly at that path."""
