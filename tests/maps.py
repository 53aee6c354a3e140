"""Maps for tests: small ones by hand, random ones, and long ones."""

from itertools import pairwise

from hypothesis import strategies as st

from argmap.model import Basis, Citation, Claim, Link, LinkKind, Map, Sides, Source, link_id
from argmap.model.claim import Stance, Weigh
from argmap.text import clean

TEACHING = """\
argmap: 1
title: Free city buses
claims:
- id: free
  claim: The city should make buses free.
  short: Free buses
  supports:
  - id: traffic
    claim: It would take cars off the road.
    rebuttals:
    - id: walkers
      claim: Most new riders would have walked.
    undercuts:
    - id: ring
      claim: Most cars only pass through on the ring road.
  - joint:
    - id: poor
      claim: Fares keep poor residents at home.
    - id: ration
      claim: A city should not ration mobility by income.
      implicit: true
    warrant: Fairness outranks revenue.
  rebuttals:
  - id: cost
    claim: The city cannot afford it.
    supports:
    - ref: walkers
"""
"""A map with each kind of link and a claim that occurs twice."""

texts = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60).map(clean)
"""Any text that a map may hold."""

words = texts.filter(lambda text: bool(text.strip()))
shares = st.floats(0, 1).map(lambda number: round(number, 3))


@st.composite
def claims(draw: st.DrawFn, name: str) -> Claim:
    """A claim with any of its fields."""
    cites = draw(
        st.lists(st.builds(Citation, source=st.just("s1"), quote=texts, note=texts), max_size=2)
    )
    return Claim(
        id=name,
        claim=draw(words),
        short=draw(st.one_of(st.just(""), words.map(lambda text: text.split()[0]))),
        note=draw(st.one_of(st.just(""), texts)),
        speaker=draw(st.one_of(st.just(""), texts)),
        implicit=draw(st.booleans()),
        assumed=draw(st.booleans()),
        weight=draw(st.one_of(st.just(0.5), shares)),
        tags=tuple(draw(st.lists(words, max_size=2))),
        cites=tuple(cites),
        stance=draw(st.one_of(st.none(), st.sampled_from(Stance))),
        weigh=draw(st.one_of(st.none(), st.builds(Weigh, magnitude=words))),
    )


@st.composite
def maps(draw: st.DrawFn, most: int = 8) -> Map:
    """A map of any shape: trees, several parents, cycles, joint premises, undercuts."""
    names = [f"c{number}" for number in range(draw(st.integers(1, most)))]
    made: dict[str, Link] = {}
    kinds = st.sampled_from([LinkKind.SUPPORT, LinkKind.REBUTTAL, LinkKind.UNDERCUT])
    for _ in range(draw(st.integers(0, 2 * most))):
        kind = draw(kinds)
        targets = list(made) if kind is LinkKind.UNDERCUT else names
        if not targets:
            continue
        target = draw(st.sampled_from(targets))
        premises = tuple(
            draw(st.lists(st.sampled_from(names), min_size=1, max_size=3, unique=True))
        )
        attacked = made[target].premises if kind is LinkKind.UNDERCUT else ()
        name = link_id(premises, target)
        if target in premises or set(premises) == set(attacked) or name in made:
            continue
        made[name] = Link(
            id=name,
            kind=kind,
            premises=premises,
            target=target,
            strength=draw(st.one_of(st.just(1.0), shares)),
            warrant=draw(st.one_of(st.just(""), texts)),
            basis=draw(st.one_of(st.none(), st.sampled_from(Basis))),
        )
    return Map(
        title=draw(st.one_of(st.just(""), texts)),
        summary=draw(st.one_of(st.just(""), texts)),
        sides=draw(st.one_of(st.just(Sides()), st.builds(Sides, pro=words, con=words))),
        sources=(Source(id="s1", title=draw(texts)),),
        claims=tuple(draw(claims(name)) for name in names),
        links=tuple(made.values()),
    )


def chain(length: int) -> Map:
    """A map in which each claim supports the one before it."""
    names = [f"c{number}" for number in range(length)]
    links = [
        Link(
            id=link_id((premise,), target),
            kind=LinkKind.SUPPORT,
            premises=(premise,),
            target=target,
        )
        for target, premise in pairwise(names)
    ]
    return Map(
        title="A long chain",
        claims=tuple(Claim(id=name, claim=f"Step {name} of the chain.") for name in names),
        links=tuple(links),
    )
