"""Rules about the shape of the argument: one named function each, over a map that was read."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from argmap.errors import Span
from argmap.model import LinkKind, MapIndex
from argmap.store.assemble import Spans
from argmap.text import count


class Finding(NamedTuple):
    """What a rule found: a code, a message, a place if there is one, a remedy."""

    code: str
    message: str
    span: Span | None
    remedy: str = ""


Rule = Callable[[MapIndex, Spans], Iterator[Finding]]


def several_roots(index: MapIndex, spans: Spans) -> Iterator[Finding]:
    """AM204: more than one claim stands on its own and the motion is not named."""
    if index.map.motion or len(index.roots) < 2:
        return
    first, second = index.roots[:2]
    yield Finding(
        "AM204",
        f"{count(len(index.roots), 'claim')} stand on their own; `{first}` is taken as the motion",
        spans.claims.get(second),
        f"Write `motion: {first}` at the top, or link `{second}` to a claim.",
    )


def support_and_rebuttal(index: MapIndex, spans: Spans) -> Iterator[Finding]:
    """AM203: the same premise is on both sides of one target."""
    for claim in index.claims:
        onto = index.links_onto(claim)
        if len(onto) < 2:
            continue
        backing = {p for link in onto if link.kind is LinkKind.SUPPORT for p in link.premises}
        for link in onto:
            if link.kind is LinkKind.REBUTTAL:
                for premise in backing.intersection(link.premises):
                    yield Finding(
                        "AM203",
                        f"`{premise}` both supports and rebuts `{claim}`",
                        spans.links.get(link.id),
                        "Remove one of the two, or state them as two claims.",
                    )


def duplicate_link(index: MapIndex, spans: Spans) -> Iterator[Finding]:
    """AM206: the same premises stand twice under one target."""
    seen: set[tuple[str, frozenset[str], str]] = set()
    for link in index.links.values():
        place = (link.kind.value, frozenset(link.premises), link.target)
        if place in seen:
            yield Finding(
                "AM206",
                f"`{', '.join(link.premises)}` stands here already",
                spans.links.get(link.id),
                "Remove it here.",
            )
        seen.add(place)


def cycles(index: MapIndex, spans: Spans) -> Iterator[Finding]:
    """AM202: following the links leads back; each way back is named once."""
    for path in find_cycles(index):
        named = " → ".join(path)
        yield Finding(
            "AM202",
            f"this claim leads back to itself: {_shortened(named, path)}",
            spans.claims.get(path[0]),
            "Mend it if it is an oversight; views cut the cycle here.",
        )


def _shortened(named: str, path: list[str]) -> str:
    if len(path) <= 12:
        return named
    return f"{' → '.join(path[:5])} → … {len(path) - 8} more … → {' → '.join(path[-3:])}"


def find_cycles(index: MapIndex) -> Iterator[list[str]]:
    """One path ``[a, b, …, a]`` of claims for each way back met by a search in file order.

    Every cycle of the graph holds at least one of them; an acyclic map has none. Linear time.
    """
    if _leads_up_only(index):
        return
    state: dict[str, int] = {}
    for start in index.claims:
        if start in state:
            continue
        path: list[str] = []
        position: dict[str, int] = {}
        stack: list[tuple[str, Iterator[str]]] = []
        _enter(index, start, path, position, stack)
        while stack:
            place, onward = stack[-1]
            step = next(onward, None)
            if step is None:
                stack.pop()
                path.pop()
                del position[place]
                state[place] = 1
            elif step in position:
                around = [at for at in path[position[step] :] if at in index.claims]
                yield [*around, around[0]]
            elif step not in state:
                _enter(index, step, path, position, stack)


def _leads_up_only(index: MapIndex) -> bool:
    """Whether each claim bears on claims before it only, as in a map without `ref`: no cycles."""
    order = {claim: place for place, claim in enumerate(index.claims)}
    for link in index.links.values():
        target = order.get(link.target)
        if target is None:
            target = order.get(index.claim_at_stake(link.id) or "", -1)
        for premise in link.premises:
            if order.get(premise, -1) <= target:
                return False
    return True


def _enter(
    index: MapIndex,
    place: str,
    path: list[str],
    position: dict[str, int],
    stack: list[tuple[str, Iterator[str]]],
) -> None:
    position[place] = len(path)
    path.append(place)
    stack.append((place, _onward(index, place)))


def _onward(index: MapIndex, place: str) -> Iterator[str]:
    """What a claim or link bears on: claims lead to their links, links to their targets."""
    if place in index.links:
        return iter((index.links[place].target,))
    return iter([link.id for link in index.links_from(place)])


RULES: tuple[Rule, ...] = (several_roots, support_and_rebuttal, duplicate_link, cycles)
"""All rules, in the order in which they run."""
