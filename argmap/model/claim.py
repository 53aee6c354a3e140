"""Claims and what hangs on them: citations, weighing, the sources they point into."""

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Share = Annotated[float, Field(ge=0.0, le=1.0, allow_inf_nan=False)]
"""A number from 0 to 1."""

MAX_SHORT_WORDS = 6
"""More do not fit into a box, a flow sheet or a tab."""


class Frozen(BaseModel):
    """A value of the model: immutable, and closed to fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Citation(Frozen):
    """A pointer into a source, after the W3C Web Annotation text quote selector.

    It names the exact words (`quote`), or the first and last words of a longer passage
    (`start` and `end`); `prefix` and `suffix` tell apart places that read the same.
    """

    source: str = Field("", description="id of the source")
    quote: str = Field("", description="the exact words")
    start: str = Field("", description="first words of a longer passage")
    end: str = Field("", description="last words of a longer passage")
    prefix: str = Field("", description="words just before, where the passage occurs twice")
    suffix: str = Field("", description="words just after, where the passage occurs twice")
    page: str = Field("", description="page or place in the source")
    note: str = Field("", description="remark on this citation")


class Weigh(Frozen):
    """How much a claim matters if true, in words, for impact comparison in a debate."""

    magnitude: str = Field("", description="how many are affected, how badly")
    probability: str = Field("", description="how likely it is")
    timeframe: str = Field("", description="how soon")
    reversibility: str = Field("", description="whether it can be undone")


class Stance(StrEnum):
    """What the debaters did with a claim."""

    CONCEDED = "conceded"
    KICKED = "kicked"


class Claim(Frozen):
    """One statement that can be true or false, accepted or refused."""

    id: str = Field(description="name of the claim within the map")
    claim: str = Field(description="the statement, one sentence")
    short: str = Field("", description="up to six words, for boxes, flows and tabs")
    say: str = Field("", description="the statement as it is spoken")
    kind: str = Field("", description="what kind of claim it is: fact, value, policy, impact …")
    implicit: bool = Field(default=False, description="presupposed, not said, by the source")
    weight: Share = Field(0.5, description="how good it is if nobody objects, 0 to 1")
    assumed: bool = Field(default=False, description="taken for granted without support")
    tags: tuple[str, ...] = Field((), description="words to filter by")
    note: str = Field("", description="remark for whoever works on the map")
    speaker: str = Field("", description="who says so, where it is reported")
    cites: tuple[Citation, ...] = Field((), description="passages that say so")
    weigh: Weigh | None = Field(None, description="impact comparison")
    stance: Stance | None = Field(
        None, description="conceded: the other side accepts it; kicked: its own side gave it up"
    )

    @property
    def label(self) -> str:
        """The short form where there is one, else the claim."""
        return self.short or self.claim


class Source(Frozen):
    """A document that citations point into."""

    id: str = Field(description="name of the source within the map")
    title: str = Field("", description="title of the document")
    author: str = Field("", description="who wrote it")
    issued: str = Field("", description="date of issue")
    accessed: str = Field("", description="date it was read")
    publisher: str = Field("", description="who published it")
    url: str = Field("", description="where it can be found")
    file: str = Field("", description="local copy, relative to the map and below its folder")
    note: str = Field("", description="remark on the source")


class Sides(Frozen):
    """What the two sides of the motion are called."""

    pro: str = Field("Pro", description="name of the side for the motion")
    con: str = Field("Con", description="name of the side against the motion")
