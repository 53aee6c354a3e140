"""Which part of a map a picture shows."""

from collections.abc import Iterable
from dataclasses import dataclass

from argmap.diagram.view.part import Part, PartIndex
from argmap.errors import UsageError
from argmap.model import MapIndex, Role, Side, sides
from argmap.text import ellipsis, nearest


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


_EVERYTHING = Choice()


def chosen(index: MapIndex, choice: Choice) -> MapIndex:
    """The part of a map that is chosen, with the title of the map.

    What is asked for together must all hold; levels are counted in what the rest leaves. Joint
    premises come all or none: they lead to a chosen claim together, and go with the first of
    them that may not be shown. An undercut comes with the link that it attacks.

    Raises:
        UsageError: a claim or tag is not in the map, a depth is negative, or nothing is left.
    """
    if choice == _EVERYTHING:
        return index
    _check(index, choice)
    part = Part(index, (choice.focus,) if choice.focus else ())
    if choice.without:
        part.keep_admitted(lambda claim: choice.without.isdisjoint(index.claims[claim].tags))
    if choice.only or choice.side:
        part.keep_above(_wanted(index, choice, part.claims))
    if choice.path_to:
        part.keep_path(choice.path_to)
    if choice.depth is not None:
        part.keep_levels(choice.depth)
    if not part.claims:
        raise UsageError(f"There is nothing to draw: {_reason(choice)}.", "Choose less narrowly.")
    against = bool(choice.focus) and _stands_against(index, choice.focus)
    return PartIndex(part.map(), index, part.tops, part.left_out, against=against)


def _wanted(index: MapIndex, choice: Choice, among: Iterable[str]) -> list[str]:
    wanted = list(among)
    if choice.only:
        wanted = [one for one in wanted if not choice.only.isdisjoint(index.claims[one].tags)]
    if choice.side:
        of = sides(index)
        wanted = [one for one in wanted if of.get(one) in {choice.side, Side.BOTH}]
    return wanted


def _stands_against(index: MapIndex, claim: str) -> bool:
    """Whether a claim works against the motion where the whole map's outline has it first."""
    rows = index.rows
    place = next(at for at, row in enumerate(rows) if row.claim == claim and row.repeat is None)
    against = False
    while place >= 0:
        against ^= rows[place].role in {Role.REBUTTAL, Role.UNDERCUT}
        place = rows[place].parent
    return against


def _check(index: MapIndex, choice: Choice) -> None:
    for claim in filter(None, (choice.focus, choice.path_to)):
        if claim not in index.claims:
            raise UsageError(
                f"The map has no claim `{ellipsis(claim, 60)}`.",
                _meant(claim, index.claims, "`argmap show MAP` prints the id of every claim."),
            )
    tags = sorted({tag for claim in index.claims.values() for tag in claim.tags})
    for tag in sorted(choice.only | choice.without):
        if tag not in tags:
            listed = f"Its tags are: {ellipsis(', '.join(tags), 200)}." if tags else "It has none."
            raise UsageError(
                f"The map has no tag `{ellipsis(tag, 60)}`.", _meant(tag, tags, listed)
            )
    if choice.depth is not None and choice.depth < 0:
        raise UsageError(f"There are no {choice.depth} levels.", "0 shows the top alone.")


def _meant(word: str, known: Iterable[str], otherwise: str) -> str:
    guess = nearest(word, known)
    return f"Did you mean `{ellipsis(guess, 60)}`?" if guess else otherwise


def _reason(choice: Choice) -> str:
    """Why nothing is left, as far as one can tell from what was asked for."""
    asked = []
    if choice.focus:
        asked.append(f"under `{choice.focus}`")
    if choice.only:
        asked.append(f"tagged {' or '.join(sorted(choice.only))}")
    if choice.without:
        asked.append(f"not tagged {' or '.join(sorted(choice.without))}")
    if choice.side:
        asked.append(f"on the side {choice.side.value}")
    if choice.path_to:
        asked.append(f"on the way to `{choice.path_to}`")
    return f"no claim is {' and '.join(asked)}" if asked else "the map has no claims"
