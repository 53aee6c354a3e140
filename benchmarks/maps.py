"""Maps of any size for the benchmarks, as text and as model."""

import random
from itertools import pairwise
from pathlib import Path

from argmap.model import Citation, Claim, Link, LinkKind, Map, Source, link_id
from argmap.store.write import write_map

_SUBJECTS = ("The council", "A toll", "Free travel", "The new line", "Every district")
_VERBS = ("would cut", "may raise", "does not change", "could double", "has already lowered")
_OBJECTS = ("traffic in the centre", "the cost of living", "noise at night", "trade", "trust")


def random_map(size: int, seed: int = 1) -> Map:
    """A tree of `size` claims with short forms and citations; three children on average."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    claims, links = [], []
    for number in range(size):
        words = (chance.choice(part) for part in (_SUBJECTS, _VERBS, _OBJECTS))
        claims.append(
            Claim(
                id=f"c{number}",
                claim=f"{' '.join(words)} for claim {number}.",
                short=f"Claim {number}",
                cites=(Citation(source="s", start=f"words of {number}", end="car trips"),),
            )
        )
        if number:
            target = f"c{chance.randint(max(0, number // 3 - 4), max(0, number // 3))}"
            kind = chance.choice((LinkKind.SUPPORT, LinkKind.SUPPORT, LinkKind.REBUTTAL))
            name = link_id((f"c{number}",), target)
            links.append(Link(id=name, kind=kind, premises=(f"c{number}",), target=target))
    source = Source(id="s", title="A source")
    return Map(title=f"{size} claims", sources=(source,), claims=tuple(claims), links=tuple(links))


def chain_map(size: int) -> Map:
    """Each claim supports the one before it."""
    names = [f"c{number}" for number in range(size)]
    pairs = pairwise(names)
    return Map(
        title=f"A chain of {size} claims",
        claims=tuple(Claim(id=name, claim=f"Step {name} of the chain.") for name in names),
        links=tuple(
            Link(id=link_id((p,), t), kind=LinkKind.SUPPORT, premises=(p,), target=t)
            for t, p in pairs
        ),
    )


def write_to(folder: Path, argument_map: Map, name: str) -> Path:
    """The map as a file in a folder."""
    path = folder / name
    path.write_text(write_map(argument_map), "utf-8")
    return path
