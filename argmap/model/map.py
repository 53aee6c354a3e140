"""The argument map: claims, links between them, and the sources they cite."""

from pydantic import Field

from argmap.model.claim import Claim, Frozen, Sides, Source
from argmap.model.link import Link


class Map(Frozen):
    """A graph of claims and links, in the order in which the file states them."""

    title: str = ""
    summary: str = Field("", description="two or three sentences: alt text and slides")
    motion: str = Field("", description="id of the claim under debate; empty: the first root")
    sides: Sides = Field(default_factory=Sides)
    sources: tuple[Source, ...] = ()
    claims: tuple[Claim, ...] = ()
    links: tuple[Link, ...] = ()
