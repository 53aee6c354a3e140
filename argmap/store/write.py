"""The canonical form of a map as YAML, for new files.

Each claim is stated at its first place in reading order and referred to elsewhere. What hangs
deeper than `MAX_NESTING` claims is stated at the top level, so that deep maps stay readable and
within the limits of the reader. Values that are the default are left out.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from argmap.model import Link, LinkKind, Map, MapIndex, Sides, Source
from argmap.store.fields import claim_lines, link_lines
from argmap.store.quoting import block, quote

MAX_NESTING = 12
KEYS = {
    LinkKind.SUPPORT: "supports",
    LinkKind.REBUTTAL: "rebuttals",
    LinkKind.UNDERCUT: "undercuts",
}
"""The key under which the premises of a kind of link stand."""


def write_map(argument_map: Map, unnamed: Collection[str] = ()) -> str:
    """`argument_map` as the text of a map file. Reading it back gives an equal graph.

    Claims that are `unnamed` get no `id:`, since the reader makes the same of their words.
    """
    writer = EntryWriter(MapIndex(argument_map), unnamed=unnamed)
    lines = [*_header(argument_map), "claims:", *writer.lines()]
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


class EntryWriter:
    """Writes entries with a stack of its own; texts on the stack are finished lines.

    Claims that are `stated` elsewhere are referred to. Those that are `unnamed` are written
    without an id, and as a plain line where there is nothing else to say of them. Items of a
    list stand `list_indent` cells right of its key.
    """

    def __init__(
        self,
        index: MapIndex,
        *,
        stated: Collection[str] = (),
        unnamed: Collection[str] = (),
        list_indent: int = 0,
    ) -> None:
        self._index = index
        self.stated = set(stated)
        self.postponed: list[str] = []
        """Claims that hang too deep: referred to so far, and still to be stated."""
        self.unnamed = set(unnamed)
        self._list_indent = list_indent

    def lines(self) -> Iterator[str]:
        """The whole map: the roots first, then what only cycles hold."""
        for claim in (*self._index.roots, *self._index.claims):
            yield from self.claim(claim)
            while self.postponed:
                yield from self.claim(self.postponed.pop(0))

    def claim(self, claim: str) -> Iterator[str]:
        """A claim at the left margin with all that hangs under it, unless it is stated."""
        if claim not in self.stated:
            yield from self._written(_Item(claim, 0, 0))

    def link(self, link: Link, indent: int, nesting: int) -> Iterator[str]:
        """The entry that draws a link, its dash at an indent, with all that hangs under it."""
        if link.joint:
            yield from self._written(_Group(link, indent, nesting))
        else:
            yield from self._written(_Item(link.premises[0], indent, nesting, link))

    def member(self, claim: str, indent: int, nesting: int) -> Iterator[str]:
        """A premise as a member of a joint group, its dash at an indent."""
        yield from self._written(_Item(claim, indent, nesting, member=True))

    def _written(self, start: _Item | _Group) -> Iterator[str]:
        stack: list[_Item | _Group | str] = [start]
        while stack:
            top = stack.pop()
            if isinstance(top, str):
                yield top
            elif isinstance(top, _Group):
                stack.extend(reversed(list(self._group(top))))
            else:
                stack.extend(reversed(list(self._entry(top))))

    def _entry(self, item: _Item) -> Iterator[_Item | _Group | str]:
        own_link = None if item.member else item.link
        undercuts = self._index.undercuts_of(own_link.id) if own_link else []
        below: list[_Item | _Group | str] = []
        if item.claim in self.stated or item.nesting > MAX_NESTING:
            if item.claim not in self.stated:
                self.postponed.append(item.claim)
            said = [f"ref: {quote(item.claim)}"]
        else:
            self.stated.add(item.claim)
            said = self._statement(item.claim, item.indent + 2)
            below += self._children(self._index.links_onto(item.claim), item)
        below = [*link_lines(own_link, item.indent + 2), *below, *self._children(undercuts, item)]
        margin = " " * item.indent
        if len(said) == 1 and not below and said[0].startswith("claim: "):
            said = [said[0].removeprefix("claim: ")]
        yield f"{margin}- {said[0]}"
        yield from said[1:]
        yield from below

    def _statement(self, claim: str, indent: int) -> list[str]:
        """The claim's fields, the first without its margin."""
        lines = list(claim_lines(self._index.claims[claim], indent))
        if claim not in self.unnamed:
            lines.insert(0, f"{' ' * indent}id: {quote(claim)}")
        return [lines[0].lstrip(" "), *lines[1:]]

    def _group(self, group: _Group) -> Iterator[_Item | _Group | str]:
        yield " " * group.indent + "- joint:"
        for premise in group.link.premises:
            place = group.indent + 2 + self._list_indent
            yield _Item(premise, place, group.nesting, group.link, member=True)
        yield from link_lines(group.link, group.indent + 2)
        holder = _Item("", group.indent, group.nesting)
        yield from self._children(self._index.undercuts_of(group.link.id), holder)

    def _children(self, links: list[Link], under: _Item) -> Iterator[_Item | _Group | str]:
        for kind in dict.fromkeys(link.kind for link in links):
            yield " " * (under.indent + 2) + f"{KEYS[kind]}:"
            place = under.indent + 2 + self._list_indent
            for link in links:
                if link.kind is kind and link.joint:
                    yield _Group(link, place, under.nesting + 1)
                elif link.kind is kind:
                    yield _Item(link.premises[0], place, under.nesting + 1, link)
