"""The canonical form of a map as YAML, for new files.

Each claim is stated at its first place in reading order and referred to elsewhere. What hangs
deeper than `MAX_NESTING` claims is stated at the top level, so that deep maps stay readable and
within the limits of the reader. Values that are the default are left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.model import Citation, Claim, Link, LinkKind, Map, MapIndex, Sides, Source
from argmap.store.quoting import block, quote

MAX_NESTING = 12
_KEYS = {
    LinkKind.SUPPORT: "supports",
    LinkKind.REBUTTAL: "rebuttals",
    LinkKind.UNDERCUT: "undercuts",
}


def write_map(argument_map: Map) -> str:
    """`argument_map` as the text of a map file. Reading it back gives an equal graph."""
    lines = [*_header(argument_map), "claims:", *_Writer(MapIndex(argument_map)).lines()]
    if not argument_map.claims:
        lines[-1] = "claims: []"
    return "\n".join(lines) + "\n"


def _header(argument_map: Map) -> Iterator[str]:
    yield "argmap: 1"
    for key in ("title", "summary", "motion"):
        value = getattr(argument_map, key)
        if value:
            yield f"{key}: {block(value, 0)}"
    if argument_map.sides != Sides():
        sides = argument_map.sides
        yield f"sides: {{pro: {quote(sides.pro, flow=True)}, con: {quote(sides.con, flow=True)}}}"
    if argument_map.sources:
        yield "sources:"
        for source in argument_map.sources:
            yield from _source(source)


def _source(source: Source) -> Iterator[str]:
    fields = [(key, value) for key, value in source if value and key != "id"]
    if not fields:
        yield f"  {source.id}: {{}}"
        return
    yield f"  {source.id}:"
    for key, value in fields:
        yield f"    {key}: {block(value, 4)}"


@dataclass(slots=True)
class _Item:
    """One entry to be written: a claim at an indent, with the links that put it there."""

    claim: str
    indent: int
    nesting: int
    link: Link | None = None
    member: bool = False
    """Whether it is a member of a joint group, whose link fields stand at the group."""


@dataclass(slots=True)
class _Group:
    """A `joint:` entry to be written."""

    link: Link
    indent: int
    nesting: int


class _Writer:
    """Writes entries with a stack of its own; texts on the stack are finished lines."""

    def __init__(self, index: MapIndex) -> None:
        self._index = index
        self._stated: set[str] = set()
        self._postponed: list[str] = []

    def lines(self) -> Iterator[str]:
        for claim in (*self._index.roots, *self._index.claims):
            yield from self._tree(claim)
            while self._postponed:
                yield from self._tree(self._postponed.pop(0))

    def _tree(self, claim: str) -> Iterator[str]:
        if claim in self._stated:
            return
        stack: list[_Item | _Group | str] = [_Item(claim, 0, 0)]
        while stack:
            top = stack.pop()
            if isinstance(top, str):
                yield top
            elif isinstance(top, _Group):
                stack.extend(reversed(list(self._group(top))))
            else:
                stack.extend(reversed(list(self._entry(top))))

    def _entry(self, item: _Item) -> Iterator[_Item | _Group | str]:
        margin = " " * item.indent
        own_link = None if item.member else item.link
        undercuts = self._index.undercuts_of(own_link.id) if own_link else []
        if item.claim in self._stated or item.nesting > MAX_NESTING:
            if item.claim not in self._stated:
                self._postponed.append(item.claim)
            yield f"{margin}- ref: {quote(item.claim)}"
            yield from _link_fields(own_link, item.indent)
        else:
            self._stated.add(item.claim)
            yield from _claim_fields(self._index.claims[item.claim], item.indent)
            yield from _link_fields(own_link, item.indent)
            yield from self._children(self._index.links_onto(item.claim), item)
        yield from self._children(undercuts, item)

    def _group(self, group: _Group) -> Iterator[_Item | _Group | str]:
        yield " " * group.indent + "- joint:"
        for premise in group.link.premises:
            yield _Item(premise, group.indent + 2, group.nesting, group.link, member=True)
        yield from _link_fields(group.link, group.indent)
        holder = _Item("", group.indent, group.nesting)
        yield from self._children(self._index.undercuts_of(group.link.id), holder)

    def _children(self, links: list[Link], under: _Item) -> Iterator[_Item | _Group | str]:
        for kind in dict.fromkeys(link.kind for link in links):
            yield " " * (under.indent + 2) + f"{_KEYS[kind]}:"
            for link in links:
                if link.kind is kind and link.joint:
                    yield _Group(link, under.indent + 2, under.nesting + 1)
                elif link.kind is kind:
                    yield _Item(link.premises[0], under.indent + 2, under.nesting + 1, link)


def _claim_fields(claim: Claim, indent: int) -> Iterator[str]:
    margin = " " * (indent + 2)
    yield f"{' ' * indent}- id: {quote(claim.id)}"
    yield f"{margin}claim: {block(claim.claim, indent + 2)}"
    for key in ("short", "say", "kind", "speaker", "note"):
        value = getattr(claim, key)
        if value:
            yield f"{margin}{key}: {block(value, indent + 2)}"
    for key in ("implicit", "assumed"):
        if getattr(claim, key):
            yield f"{margin}{key}: true"
    if claim.weight != 0.5:
        yield f"{margin}weight: {claim.weight!r}"
    if claim.stance is not None:
        yield f"{margin}stance: {claim.stance.value}"
    if claim.tags:
        yield f"{margin}tags: [{', '.join(quote(tag, flow=True) for tag in claim.tags)}]"
    if claim.weigh is not None:
        yield f"{margin}weigh: {_flow(dict(claim.weigh))}"
    if claim.cites:
        yield f"{margin}cites:"
        yield from (f"{margin}- {_flow(_citation_fields(cite))}" for cite in claim.cites)


def _citation_fields(cite: Citation) -> dict[str, str]:
    return dict(cite)


def _flow(fields: dict[str, str]) -> str:
    parts = (f"{key}: {quote(value, flow=True)}" for key, value in fields.items() if value)
    return "{" + ", ".join(parts) + "}"


def _link_fields(link: Link | None, indent: int) -> Iterator[str]:
    if link is None:
        return
    margin = " " * (indent + 2)
    if link.strength != 1.0:
        yield f"{margin}strength: {link.strength!r}"
    for key in ("warrant", "scheme"):
        value = getattr(link, key)
        if value:
            yield f"{margin}{key}: {block(value, indent + 2)}"
    if link.basis is not None:
        yield f"{margin}basis: {link.basis.value}"
