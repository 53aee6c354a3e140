"""The lines of entries that come or move: texts of the file where it has them, new ones else.

What an entry will consist of is settled when it is asked for; its lines are made when its column
is known and all changes within it are.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import takewhile

from argmap.model import Link, MapIndex
from argmap.store.fields import ENTRY_ORDER, LINK_ORDER, field_lines, is_left_out
from argmap.store.nodes import Mapping, Sequence
from argmap.store.patch.brackets import NeedsBlock
from argmap.store.patch.ground import shifted
from argmap.store.patch.homes import TOP, Homes, Names
from argmap.store.patch.layout import Entry, Layout
from argmap.store.patch.pen import Pen
from argmap.store.patch.remarks import OF_LINK, member_referring, require_block
from argmap.store.quoting import quote
from argmap.store.write import EntryWriter
from argmap.text import slug

Composing = Callable[[int], list[str]]
"""Makes the lines of an entry, its dash at a column."""


class Composer:
    """Composes entries of the edited map out of those of the file."""

    def __init__(self, layout: Layout, names: Names, homes: Homes, pen: Pen) -> None:
        self._layout, self._names, self._homes, self._pen = layout, names, homes, pen
        self._script, self._ground = pen.script, pen.ground
        self.list_indent = list_indent_of(layout)
        self.opened: dict[tuple[int, str], Composing] = {}
        """Lists that entries did not have before, by the entry and their key."""
        self._drained: set[int] = set()
        self.rewritten: set[int] = set()
        """Entries that others take the place of: the comment above them stays there."""
        new = names.new
        known = {claim for claim in new.claims if names.claim_before(claim) in layout.stating}
        self._writer = EntryWriter(
            new,
            stated=known,
            unnamed=nameable(new, new.claims.keys() - known),
            list_indent=self.list_indent,
        )

    def leaves(self, entry: Entry, key: str) -> bool:
        """Whether a new list goes with what an entry says of its link, to another entry."""
        return key in OF_LINK and id(entry) in self._drained

    def name(self, claim: str) -> None:
        """Have a new claim written with its id, even if that can be made of its words."""
        self._writer.unnamed.discard(claim)

    @property
    def postponed(self) -> list[str]:
        """New claims that hang too deep to be stated there."""
        return self._writer.postponed

    def link(self, link: Link, entry: Entry | None, *, in_place: bool = False) -> Composing:
        """The entry that draws a link; `entry` is the one that draws it so far, if any.

        A comment above an entry that is written anew `in_place` stays where it is.
        """
        if link.joint or (entry is not None and entry.joint and not self.was_joint(entry)):
            return self._group(link, entry, in_place=in_place)
        premise = link.premises[0]
        stating = self._statement(premise, link.id)
        if stating is None and self._is_written_here(premise, link.id):
            lines = list(self._writer.link(link, 0, self._nesting(link)))
            return lambda column: shifted(lines, column)
        if entry is not None and (stating is entry or self._refers(entry, premise)):
            return self.whole(entry)
        if stating is not None:
            return self._statement_with(stating, entry, link)
        member = member_referring(self._names, entry, premise)
        if member is not None:
            return self._statement_with(member, entry, link)
        tail = self._tail(link, entry)
        return lambda column: [f"{' ' * column}- ref: {quote(premise)}", *tail(column + 2)]

    def member(self, premise: str, home: str, *, stays: Entry | None = None) -> Composing:
        """A claim as a member of a joint group, or at the top level.

        A comment above the entry that `stays` where it is does not come along.
        """
        stating = self._statement(premise, home)
        if stating is not None:
            if not stating.member:
                self._strip(stating)
            return self.whole(stating, lead=stating is not stays)
        if self._is_written_here(premise, home):
            lines = list(self._writer.member(premise, 0, 0))
            return lambda column: shifted(lines, column)
        return lambda column: [f"{' ' * column}- ref: {quote(premise)}"]

    def whole(self, entry: Entry, *, lead: bool = True) -> Composing:
        """An entry as it is, with the changes within it, and the comment right above it."""
        require_block(entry)
        bare = self._ground.item(entry.items, entry.place)

        def lines(column: int) -> list[str]:
            stays = not lead or id(entry) in self.rewritten
            stretch = bare if stays else self._ground.with_lead(bare)
            return shifted(self._script.moved(stretch), column - stretch.column)

        return lines

    def was_joint(self, group: Entry) -> bool:
        """Whether a `joint:` had more than the one premise that it may be left with."""
        return self._names.old.links[group.link].joint

    def _refers(self, entry: Entry, claim: str) -> bool:
        """Whether an entry is a reference to a claim, and the claim is stated elsewhere."""
        if entry.states or not entry.claim or self._homes.of[claim] == self._now(entry):
            return False
        return self._names.claim_now(entry.claim) in {claim, ""}

    def _now(self, entry: Entry) -> str:
        link = self._names.link_now(entry.link)
        return link.id if link is not None else TOP

    # -- parts ---------------------------------------------------------------------------

    def _statement(self, claim: str, home: str) -> Entry | None:
        """The entry that states a claim so far, if the claim is to be stated at `home`."""
        if self._homes.of[claim] != home:
            return None
        return self._layout.stating.get(self._names.claim_before(claim))

    def _is_written_here(self, claim: str, home: str) -> bool:
        belongs = self._homes.of[claim] == home or (home == TOP and claim in self.postponed)
        return belongs and claim not in self._writer.stated

    def _nesting(self, link: Link) -> int:
        host = self._homes.host(link)
        return host.depth + 1 if host is not None else 0

    def _group(self, link: Link, entry: Entry | None, *, in_place: bool) -> Composing:
        if entry is not None and entry.joint:
            return self.whole(entry)
        tail = self._tail(link, entry)
        stays = entry if in_place else None
        members = []
        for premise in link.premises:
            if entry is not None and self._refers(entry, premise):
                self._strip(entry)
                members.append(self.whole(entry, lead=not in_place))
            else:
                members.append(self.member(premise, link.id, stays=stays))

        def lines(column: int) -> list[str]:
            place = column + 2 + self.list_indent
            inside = [line for member in members for line in member(place)]
            return [f"{' ' * column}- joint:", *inside, *tail(column + 2)]

        return lines

    def _statement_with(self, stating: Entry, entry: Entry | None, link: Link) -> Composing:
        """A statement from elsewhere, with what is said of the link here."""
        if not stating.member:
            self._strip(stating)
        require_block(stating)
        column = self._ground.item(stating.items, stating.place).column
        for key, lines in self._tail_by_key(link, entry):
            placed = _at(lines, column + 2)
            if isinstance(stating.node, Mapping):
                self._pen.add_lines(stating.node, key, placed)
            elif not isinstance(stating.node, Sequence):
                self._pen.open_line(stating.node, column, key, placed)
        return self.whole(stating)

    def _strip(self, entry: Entry) -> None:
        """Take out what an entry says of the link that it draws no more."""
        node = entry.node
        if not isinstance(node, Mapping) or not entry.link:
            return
        goes_along = self._names.link_now(entry.link) is not None
        first = list(takewhile(OF_LINK.__contains__, node.values))
        if first and self._pen.opens_item(node, first[0]):
            self._pen.remove(node, first[0], comment=not goes_along, count=len(first))
        else:
            first = []
        for key in OF_LINK:
            if key not in node.values or key in first:
                continue
            if goes_along and node.end is None:
                self._script.cut(self._ground.with_lead(self._ground.key(node, key)))
            else:
                self._pen.remove(node, key, comment=not goes_along)

    def _tail(self, link: Link, entry: Entry | None) -> Composing:
        parts = list(self._tail_by_key(link, entry))
        return lambda column: [line for _, lines in parts for line in lines(column)]

    def _tail_by_key(self, link: Link, entry: Entry | None) -> Iterator[tuple[str, Composing]]:
        """What is said of a link: the lines of its entry so far, else new ones."""
        node = entry.node if entry is not None and entry.link and not entry.member else None
        known = node if isinstance(node, Mapping) else None
        if known is not None and known.end is not None and known.keys.keys() & set(OF_LINK):
            raise NeedsBlock(known)
        if entry is not None:
            self._drained.add(id(entry))
        for key in sorted(OF_LINK, key=ENTRY_ORDER.index):
            if known is not None and key in known.values:
                yield key, self._key(known, key)
            elif entry is not None and key == "undercuts":
                yield key, self._opened(entry, key)
            elif known is None and key in LINK_ORDER and not is_left_out(link, key):
                yield key, _shifting(field_lines(key, getattr(link, key), 0))

    def _opened(self, entry: Entry, key: str) -> Composing:
        def lines(column: int) -> list[str]:
            compose = self.opened.get((id(entry), key))
            return compose(column) if compose is not None else []

        return lines

    def _key(self, node: Mapping, key: str) -> Composing:
        stretch = self._ground.key(node, key)
        if not self._pen.opens_item(node, key):
            stretch = self._ground.with_lead(stretch)
            return lambda column: shifted(self._script.moved(stretch), column - stretch.column)

        def lines(column: int) -> list[str]:
            first, *others = self._script.moved(stretch)
            first = " " * stretch.column + first[stretch.column :]
            return shifted([first, *others], column - stretch.column)

        return lines


def _at(compose: Composing, column: int) -> Callable[[], list[str]]:
    return lambda: compose(column)


def _shifting(lines: list[str]) -> Composing:
    return lambda column: shifted(lines, column)


def nameable(index: MapIndex, among: Iterable[str]) -> set[str]:
    """Claims that need no id in the file: a reader makes it of their words, and nothing refers."""
    return {
        claim
        for claim in among
        if slug(index.claims[claim].label) == claim and len(index.links_from(claim)) < 2
    }


def list_indent_of(layout: Layout) -> int:
    """How far the file indents the items of a list from its key: as the first list has it."""
    for entry in layout.entries:
        owner = entry.owner
        if owner is not None and entry.items.end is None and isinstance(owner.node, Mapping):
            key = owner.node.keys[entry.key]
            return max(0, int(entry.items.mark.column - key.mark.column))
    return 0
