"""Random maps of every shape, with words of every kind: what layouts have to cope with."""

import random

from argmap.model import Claim, Link, MapIndex
from tests.diagram.maps import claim, indexed, link

_PLAIN = [
    "the",
    "city",
    "should",
    "make",
    "all",
    "bus",
    "travel",
    "free",
    "because",
    "riders",
    "would",
    "save",
    "money",
]
_WORDS = {
    "plain": _PLAIN,
    "short": ["yes", "no", "so", "a", "it is"],
    "long": ["incomprehensibilities" * 3, "x" * 300, "co-operation", "a/b/c/d/e/f/g/h"],
    "cjk": ["公共交通", "应该免费", "因为", "城市居民的出行费用很高", "バスは無料にすべきだ"],
    "emoji": ["🚌", "👩‍👩‍👧‍👦", "so", "🏳️‍🌈🏳️‍🌈🏳️‍🌈🏳️‍🌈", "e\u0301\u0301", "🇩🇪🇫🇷"],
    "mixed": [*_PLAIN, "城市", "🚌", "x" * 60, "עברית"],
}
_REACH = {"tree": 8, "wide": 1, "deep": 1, "bushy": 100}


def varied(seed: int, most: int = 60) -> MapIndex:
    """A map of up to so many claims; its shape and its words follow from the seed."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    shape = rng.choice(list(_REACH))
    words = _WORDS[rng.choice(list(_WORDS))]
    parts: list[Claim | Link] = [_said(rng, 0, words)]
    links: list[Link] = []
    size = rng.randint(1, most)
    while len(parts) - len(links) < size:
        number = len(parts) - len(links)
        parts.append(_said(rng, number, words))
        made = _link(rng, shape, number, links)
        if rng.random() < 0.1 and shape != "deep":
            parts.append(_said(rng, number + 1, words))
            made = link(made.kind.value, f"c{number} c{number + 1}", made.target)
        if rng.random() > 0.03:
            links.append(made)
            parts.append(made)
    return indexed(*parts, title=f"Map {seed}")


def _link(rng: random.Random, shape: str, number: int, links: list[Link]) -> Link:
    kind = rng.choice(("support", "support", "rebuttal"))
    if links and rng.random() < 0.2:
        attacked = rng.choice(links[-_REACH[shape] :] if shape != "wide" else links)
        return link("undercut", f"c{number}", attacked.id)
    first = 0 if shape == "wide" and rng.random() < 0.8 else max(0, number - _REACH[shape])
    last = 0 if shape == "wide" and first == 0 else number - 1
    return link(kind, f"c{number}", f"c{rng.randint(first, last)}")


def _said(rng: random.Random, number: int, words: list[str]) -> Claim:
    text = " ".join(rng.choice(words) for _ in range(rng.randint(1, 14)))
    return claim(f"c{number}", text, implicit=rng.random() < 0.1)
