"""Maps to draw: a small one with every kind of link, random ones, and a hostile one."""

import random

from argmap.model import Claim, Link, LinkKind, Map, MapIndex, link_id
from tests.hostile import TEXTS

_WORDS = [
    "city",
    "bus",
    "travel",
    "cost",
    "public",
    "money",
    "riders",
    "would",
    "transport",
    "council",
    "survey",
    "centre",
    "roads",
    "traffic",
    "people",
    "fares",
    "income",
    "residents",
    "mobility",
    "however",
    "system",
    "free",
    "growth",
    "responsibilities",
    "tax",
    "driver",
    "service",
    "quality",
    "a",
    "of",
    "to",
]

HOSTILE = (
    *TEXTS,
    r"C:\new\G {a|b} \\",
    '&#x41; AT&amp;T <a href="javascript:alert(1)">',
    "<?xml?> <![CDATA[x]]> <TABLE><TR><TD>",
    '"',
    "\\",
    "",
    "left עברית and ثلاثة right",
)


def claim(name: str, text: str = "", *, implicit: bool = False, short: str = "") -> Claim:
    return Claim(id=name, claim=text or f"Claim {name}.", implicit=implicit, short=short)


def link(kind: str, premises: str, target: str) -> Link:
    """`premises` are ids with spaces between them."""
    found = tuple(premises.split())
    return Link(id=link_id(found, target), kind=LinkKind(kind), premises=found, target=target)


def indexed(*parts: Claim | Link, title: str = "", summary: str = "", motion: str = "") -> MapIndex:
    return MapIndex(
        Map(
            title=title,
            summary=summary,
            motion=motion,
            claims=tuple(part for part in parts if isinstance(part, Claim)),
            links=tuple(part for part in parts if isinstance(part, Link)),
        )
    )


def buses() -> MapIndex:
    """Supports, a rebuttal and its answer, joint premises, an undercut, a second occurrence."""
    return indexed(
        claim("free", "The city should make all bus travel free.", short="Free buses"),
        claim("cars", "Free buses would take cars off the road.", short="Fewer cars"),
        claim("walk", "Most new riders would have walked.", short="Former walkers"),
        claim("poll", "The survey asked only students."),
        claim("home", "Fares keep poor residents at home."),
        claim("ration", "A city should not ration mobility by income.", implicit=True),
        claim("all", "Every city rations something."),
        claim("cost", "The city cannot afford the lost fares."),
        claim("tenth", "Fares cover only a tenth of the cost."),
        link("support", "cars", "free"),
        link("rebuttal", "walk", "cars"),
        link("undercut", "poll", "walk>cars"),
        link("support", "home ration", "free"),
        link("rebuttal", "all", "ration"),
        link("rebuttal", "cost", "free"),
        link("rebuttal", "tenth", "cost"),
        link("support", "walk", "cost"),
        title="Free city buses",
        summary="Whether a city should drop bus fares.",
    )


def chain(length: int) -> MapIndex:
    claims = [claim(f"c{place}") for place in range(length)]
    links = [link("support", f"c{place + 1}", f"c{place}") for place in range(length - 1)]
    return indexed(*claims, *links)


def hostile() -> MapIndex:
    """Every hostile text as title, summary and claim, in all kinds of places."""
    claims = [claim("m", HOSTILE[0])]
    claims += [
        Claim(id=f"h{place}", claim=text, implicit=place % 3 == 0)
        for place, text in enumerate(HOSTILE)
    ]
    links: list[Link] = []
    for place in range(len(HOSTILE)):
        kind = "rebuttal" if place % 2 else "support"
        links.append(link(kind, f"h{place}", f"h{place - 1}" if place % 3 else "m"))
    links.append(link("support", "h0 h4", "m"))
    links.append(link("undercut", "h2", "h0&h4>m"))
    return indexed(*claims, *links, title=" ".join(HOSTILE), summary=" ".join(HOSTILE))


def sample(seed: int, size: int) -> MapIndex:
    """A random map: a tree with joint premises, undercuts (also of undercuts) and repeats."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    claims = [claim("c0", _sentence(rng))]
    links: list[Link] = []
    taken: set[str] = set()
    while len(claims) < size:
        target = rng.choice(claims[-rng.choice((3, 10, 100)) :]).id
        kind = "rebuttal" if rng.random() < 0.4 else "support"
        if links and rng.random() < 0.15:
            target, kind = rng.choice(links).id, "undercut"
        premises = f"c{len(claims)}"
        claims.append(claim(premises, _sentence(rng), implicit=rng.random() < 0.1))
        if rng.random() < 0.15:
            claims.append(claim(f"c{len(claims)}", _sentence(rng)))
            premises += f" {claims[-1].id}"
        elif rng.random() < 0.05:
            premises = rng.choice(claims).id
        made = link(kind, premises, target)
        if made.id not in taken and premises != target:
            taken.add(made.id)
            links.append(made)
    return indexed(*claims, *links, title="A random map")


def tidy(size: int, heads: int, seed: int = 1) -> MapIndex:
    """A plain tree of `size` claims of about fifty characters each, filled level by level."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    claims = [claim("c0", "The city should make all bus travel free for everyone.")]
    links: list[Link] = []
    waiting = [("c0", heads)]
    while len(claims) < size:
        target, count = waiting.pop(0)
        for _ in range(min(count, size - len(claims))):
            text = ""
            while len(text) < 45:
                text += f"{rng.choice(_WORDS)} "
            name = f"c{len(claims)}"
            claims.append(claim(name, text.strip().capitalize() + "."))
            links.append(link("rebuttal" if rng.random() < 0.4 else "support", name, target))
            waiting.append((name, rng.randint(1, 3)))
    return indexed(*claims, *links)


def _sentence(rng: random.Random) -> str:
    return " ".join(rng.choice(_WORDS) for _ in range(rng.randint(2, 18))).capitalize() + "."


def woven(seed: int, size: int, extra: int) -> MapIndex:
    """A random map in which `extra` links make claims bear on several others, or on each other.

    Some of those links are joint with a claim that is stated elsewhere, some are undercut.
    """
    rng = random.Random(seed)  # noqa: S311 - no secret
    index = sample(seed, size)
    parts: list[Claim | Link] = [*index.map.claims, *index.map.links]
    names = list(index.claims)
    taken = set(index.links)
    for number in range(extra):
        premise, target = rng.sample(names, 2)
        kind = rng.choice(("support", "support", "rebuttal", "undercut"))
        if kind == "undercut":
            target = rng.choice(index.map.links).id
        premises = f"{premise} x{number}" if rng.random() < 0.2 else premise
        made = link(kind, premises, target)
        if made.id in taken or premise in made.target.split(">")[0].split("&"):
            continue
        taken.add(made.id)
        if len(made.premises) > 1:
            parts.append(claim(f"x{number}", _sentence(rng)))
        parts.append(made)
        if rng.random() < 0.1:
            parts += [claim(f"u{number}", _sentence(rng)), link("undercut", f"u{number}", made.id)]
    return indexed(*parts, title="A random map that is no tree")
