"""Maps for tests: small ones by hand, random ones, and long ones."""

from itertools import pairwise

from hypothesis import strategies as st

from argmap.model import Basis, Citation, Claim, Link, LinkKind, Map, Sides, Source, link_id
from argmap.model.claim import Stance, Weigh
from argmap.text import clean
from tests.hostile import TEXTS

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
phrases = st.sampled_from([text for found in TEXTS if (text := clean(found)[:60]).strip()])
"""Texts that are known for trouble; to be had more quickly than `words`."""

shares = st.floats(0, 1).map(lambda number: round(number, 3))


# Made once: what is made anew with each draw takes most of a test's time.
_maybe_texts = st.one_of(st.just(""), texts)
_maybe_phrases = st.one_of(st.just(""), phrases)
_claim_fields = st.fixed_dictionaries(
    {
        "claim": words,
        "short": _maybe_phrases.map(lambda text: (text.split() or [""])[0]),
        "note": _maybe_texts,
        "speaker": _maybe_phrases,
        "implicit": st.booleans(),
        "assumed": st.booleans(),
        "weight": st.one_of(st.just(0.5), shares),
        "tags": st.lists(phrases, max_size=2).map(tuple),
        "cites": st.lists(
            st.builds(Citation, source=st.just("s1"), quote=texts, note=phrases), max_size=2
        ).map(tuple),
        "stance": st.one_of(st.none(), st.sampled_from(Stance)),
        "weigh": st.one_of(st.none(), st.builds(Weigh, magnitude=phrases)),
    }
)
_link_fields = st.fixed_dictionaries(
    {
        "strength": st.one_of(st.just(1.0), shares),
        "warrant": _maybe_phrases,
        "basis": st.one_of(st.none(), st.sampled_from(Basis)),
    }
)
_map_fields = st.fixed_dictionaries(
    {
        "title": _maybe_texts,
        "summary": _maybe_texts,
        "sides": st.one_of(st.just(Sides()), st.builds(Sides, pro=phrases, con=phrases)),
        "sources": st.builds(Source, id=st.just("s1"), title=texts).map(lambda made: (made,)),
    }
)
_kinds = st.sampled_from([LinkKind.SUPPORT, LinkKind.REBUTTAL, LinkKind.UNDERCUT])
_numbers = st.integers(0, 1_000)
_premises = st.lists(_numbers, min_size=1, max_size=3)


@st.composite
def claims(draw: st.DrawFn, name: str) -> Claim:
    """A claim with any of its fields."""
    return Claim(id=name, **draw(_claim_fields))


@st.composite
def maps(draw: st.DrawFn, most: int = 8) -> Map:
    """A map of any shape: trees, several parents, cycles, joint premises, undercuts."""
    names = [f"c{number}" for number in range(draw(st.integers(1, most)))]
    made: dict[str, Link] = {}
    for _ in range(draw(st.integers(0, 2 * most))):
        kind = draw(_kinds)
        targets = list(made) if kind is LinkKind.UNDERCUT else names
        if not targets:
            continue
        target = targets[draw(_numbers) % len(targets)]
        chosen = (names[number % len(names)] for number in draw(_premises))
        premises = tuple(dict.fromkeys(chosen))
        attacked = made[target].premises if kind is LinkKind.UNDERCUT else ()
        name = link_id(premises, target)
        if target in premises or set(premises) == set(attacked) or name in made:
            continue
        fields = draw(_link_fields)
        made[name] = Link(id=name, kind=kind, premises=premises, target=target, **fields)
    return Map(
        **draw(_map_fields),
        claims=tuple(Claim(id=name, **draw(_claim_fields)) for name in names),
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
