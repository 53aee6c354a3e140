"""Links: supports, rebuttals and undercuts, each a thing of its own."""

from collections.abc import Iterable
from enum import StrEnum

from pydantic import Field

from argmap.model.claim import Frozen, Share


class LinkKind(StrEnum):
    """What a link does to its target."""

    SUPPORT = "support"
    REBUTTAL = "rebuttal"
    UNDERCUT = "undercut"

    @property
    def sign(self) -> int:
        """+1 for a support, -1 for a rebuttal or an undercut."""
        return 1 if self is LinkKind.SUPPORT else -1


class Basis(StrEnum):
    """Who draws a link."""

    STATED = "stated"
    INFERRED = "inferred"


class Link(Frozen):
    """A step from one or more premises to a claim, or (an undercut) to another link.

    Several premises are joint: they only work together. `target` is a claim's id, but for an
    undercut it is a link's id.
    """

    id: str = Field(description="name of the link, made of its premises and its target")
    kind: LinkKind
    premises: tuple[str, ...] = Field(min_length=1)
    target: str
    strength: Share = Field(1.0, description="how well the premises bear on the target, 0 to 1")
    warrant: str = Field("", description="why the premises bear on the target")
    scheme: str = Field("", description="argumentation scheme the step follows")
    basis: Basis | None = Field(
        None, description="stated: the source draws the link; inferred: the map's author does"
    )

    @property
    def joint(self) -> bool:
        """Whether several premises work together."""
        return len(self.premises) > 1


def link_id(premises: Iterable[str], target: str) -> str:
    """The id of a link: ``a>b`` for a support of b by a, ``u>a>b`` for an undercut of it."""
    return f"{'&'.join(premises)}>{target}"
