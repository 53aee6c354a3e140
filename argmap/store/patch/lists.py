"""Having a list of the file hold given entries in a given order; what stays is not touched."""

from dataclasses import dataclass
from functools import partial

from argmap.store.nodes import Mapping, Node, Scalar, Sequence
from argmap.store.patch.brackets import NeedsBlock
from argmap.store.patch.composing import Composer, Composing
from argmap.store.patch.contents import TOP_ORDER
from argmap.store.patch.ground import Stretch, shifted
from argmap.store.patch.layout import Entry, Layout
from argmap.store.patch.order import longest_in_order
from argmap.store.patch.pen import Pen
from argmap.store.patch.remarks import require_block
from argmap.store.write import KEYS


@dataclass(slots=True, eq=False)
class Slot:
    """One place of a list as it shall be: an entry that stays there, or lines that come."""

    entry: Entry | None = None
    comes: Composing | None = None
    brings: tuple[Entry, ...] = ()
    """Entries of the file that come along: nothing can stay where it is within them."""


@dataclass(slots=True)
class _Count:
    """What becomes of one list of the file."""

    holder: Entry | None
    key: str
    left: int
    filled: bool = False


class Lists:
    """Arranges the lists of one file, and removes those that end up empty."""

    def __init__(self, layout: Layout, pen: Pen, composer: Composer) -> None:
        self._layout, self._pen, self._composer = layout, pen, composer
        self._script, self._ground = pen.script, pen.ground
        self._counts: dict[int, _Count] = {}
        self._cut: set[int] = set()
        self._gone: set[int] = set()
        """Of those that are cut, the ones that do not come in elsewhere."""

    # -- putting in ----------------------------------------------------------------------

    def arrange(self, slots: list[Slot], holder: Entry | None, key: str) -> None:
        """Have the list under a key of an entry (of the file, if None) hold the slots."""
        kept = self._keep(slots)
        coming: list[Composing] = []
        above: Entry | None = None
        for slot in slots:
            if slot.entry is not None and id(slot) in kept:
                if coming and above is None:
                    self._insert_above(slot.entry, coming)
                elif coming and above is not None:
                    self._insert_below(above, coming)
                above, coming = slot.entry, []
            elif slot.comes is not None:
                coming.append(slot.comes)
        if coming and above is not None:
            self._insert_below(above, coming)
        elif coming:
            self._insert_alone(holder, key, coming)

    def _keep(self, slots: list[Slot]) -> set[int]:
        """Which slots stay where they are; others that have an entry are made to come."""
        moving = {id(entry) for slot in slots for entry in slot.brings}
        having = [slot for slot in slots if slot.entry is not None]
        staying = [slot for slot in having if not (moving and _is_within(slot.entry, moving))]
        ranks = [_rank(slot.entry) for slot in staying if slot.entry is not None]
        kept = {id(staying[place]) for place in longest_in_order(ranks)}
        for slot in having:
            if id(slot) not in kept and slot.entry is not None:
                slot.comes = self._composer.whole(slot.entry)
                self.take_out(slot.entry, moved=True)
        return kept

    def _insert_below(self, entry: Entry, coming: list[Composing]) -> None:
        stretch = self._lines_of(entry)
        spaced = self._is_spaced(entry.items)
        ends_blank = self._ground.is_blank(stretch.behind - 1)

        def lines() -> list[str]:
            found: list[str] = []
            for compose in coming:
                is_apart = found[-1] == "" if found else ends_blank
                found += [*([""] if spaced and not is_apart else []), *compose(stretch.column)]
            return found[:-1] if found[-1] == "" and self._ground.is_gap(stretch.behind) else found

        self._script.insert(stretch.behind, stretch.column, lines)
        self._count_of(entry).filled = True

    def _insert_above(self, entry: Entry, coming: list[Composing]) -> None:
        stretch = self._ground.with_lead(self._lines_of(entry))
        spaced = self._is_spaced(entry.items)

        def lines() -> list[str]:
            found: list[str] = []
            for compose in coming:
                found += compose(stretch.column)
                found += [""] if spaced and found[-1] else []
            return found

        self._script.insert(stretch.first, stretch.column, lines)
        self._count_of(entry).filled = True

    def _insert_alone(self, holder: Entry | None, key: str, coming: list[Composing]) -> None:
        """Put entries into a list that keeps none of those it knows, or is not there yet."""
        node = self._layout.root if holder is None else holder.node
        if holder is not None:
            require_block(holder)
        items = node.values.get(key) if isinstance(node, Mapping) else None
        if isinstance(node, Mapping) and isinstance(items, Sequence) and items.items:
            if node.end is not None or items.end is not None:
                raise NeedsBlock(node if node.end is not None else items)
            last = self._ground.item(items, len(items.items) - 1)
            column = int(items.mark.column)
            self._script.insert(
                last.behind, column, lambda: [line for make in coming for line in make(column)]
            )
            self._count(items, holder, key).filled = True
            return
        if isinstance(node, Mapping) and key in node.values:
            if self._pen.is_on_one_line(node, key):
                self._fill(node, key, coming)
                return
            self._pen.remove(node, key)
        self._open_list(holder, node, key, coming)

    def _fill(self, node: Mapping, key: str, coming: list[Composing]) -> None:
        """Put entries under a key that has no value, or `[]`."""
        column = int(node.mark.column)
        indent = column + (self._composer.list_indent if node is not self._layout.root else 0)
        colon = int(node.keys[key].end.index) + 1
        self._script.replace(colon, max(colon, self._ground.end_of(node.values[key])), "")
        self._script.insert(
            int(node.keys[key].mark.line) + 1,
            indent,
            lambda: [line for make in coming for line in make(indent)],
        )

    def _open_list(
        self, holder: Entry | None, node: Node | None, key: str, coming: list[Composing]
    ) -> None:
        is_line = isinstance(node, Scalar) and holder is not None
        column = int(node.mark.column) if node is not None else 0
        if is_line and holder is not None:
            column = int(holder.items.mark.column) + 2
        indent = column + (self._composer.list_indent if holder is not None else 0)

        def lines_at(place: int) -> list[str]:
            inner = place + indent - column
            return [f"{' ' * place}{key}:", *(line for make in coming for line in make(inner))]

        def lines() -> list[str]:
            leaves = holder is not None and self._composer.leaves(holder, key)
            return [] if leaves else lines_at(column)

        if holder is not None:
            self._composer.opened[id(holder), key] = lines_at
        if isinstance(node, Scalar):
            self._pen.open_line(node, column - 2, key, lines)
        elif isinstance(node, Mapping) and holder is None:
            self._pen.add_lines(node, key, lines, TOP_ORDER)
        elif isinstance(node, Mapping):
            self._pen.add_lines(node, key, lines)

    # -- writing anew --------------------------------------------------------------------

    def rewrite(self, entry: Entry, compose: Composing) -> None:
        """Put other lines in the place of an entry's."""
        stretch = self._lines_of(entry)
        self._script.insert(stretch.first, stretch.column, partial(compose, stretch.column))
        self._script.cut(stretch)
        self._cut.add(id(entry))
        self._composer.rewritten.add(id(entry))
        self._count_of(entry).filled = True

    # -- taking out ----------------------------------------------------------------------

    def is_out(self, entry: Entry) -> bool:
        """Whether an entry is taken out already, or goes with one that holds it."""
        if id(entry) in self._cut:
            return True
        above = entry.owner
        while above is not None and id(above) not in self._cut:
            above = above.owner
        return above is not None and id(above) in self._gone

    def take_out(self, entry: Entry, *, moved: bool = False) -> None:
        """Take an entry's lines out; a comment right above goes along if it is `moved`."""
        if id(entry) in self._cut:
            return
        self._cut.add(id(entry))
        if not moved:
            self._gone.add(id(entry))
        self._count_of(entry).left -= 1
        bare = self._lines_of(entry)
        lines = self._ground.with_lead(bare)
        if moved or lines == bare:
            self._script.cut(self._with_blanks(entry, lines))
        elif entry.owner is None or not isinstance(entry.owner.node, Mapping):
            self._script.cut(bare)
        else:
            self._leave_comment(entry, entry.owner.node, lines, bare)

    def _leave_comment(self, entry: Entry, holder: Mapping, lines: Stretch, bare: Stretch) -> None:
        """Cut an entry but not the comment above it, which stays with the holder in the end.

        As deep as it stands it could be taken for part of a text above.
        """
        deeper = int(bare.column - holder.mark.column)
        if not deeper:
            self._script.cut(bare)
            return
        count = self._count_of(entry)
        words = [self._ground.content(line) for line in range(lines.first, bare.first)]

        def comment() -> list[str]:
            return shifted(words, 0 if count.left > 0 or count.filled else -deeper)

        self._script.cut(lines)
        self._script.insert(lines.first, bare.column, comment)

    def _with_blanks(self, entry: Entry, lines: Stretch) -> Stretch:
        """With the blank lines that set an entry off from the one before, or the next."""
        if entry.place:
            above = self._ground.item(entry.items, entry.place - 1).behind
            blank = lines.first - self._ground.blanks_above(lines.first)
            return lines._replace(first=min(lines.first, max(blank, above)))
        if len(entry.items.items) > 1:
            following = self._ground.with_lead(self._ground.item(entry.items, 1)).first
            if following - self._ground.blanks_above(following) == lines.behind:
                return lines._replace(behind=following)
        return lines

    def _lines_of(self, entry: Entry) -> Stretch:
        require_block(entry)
        return self._ground.item(entry.items, entry.place)

    def _count_of(self, entry: Entry) -> _Count:
        return self._count(entry.items, entry.owner, entry.key)

    def _count(self, items: Sequence, holder: Entry | None, key: str) -> _Count:
        return self._counts.setdefault(id(items), _Count(holder, key, len(items.items)))

    def drop_empty(self) -> None:
        """Remove the keys of lists that have lost all their entries."""
        counts = [count for count in self._counts.values() if not count.filled]
        for count in counts:
            holder, root = count.holder, self._layout.root
            if count.left > 0:
                continue
            if holder is None and root is not None:
                colon = int(root.keys[count.key].end.index) + 1
                self._script.replace(colon, colon, " []")
            elif holder is not None and (holder.states or not self.is_out(holder)):
                self._drop_key(holder, count.key)

    def _drop_key(self, holder: Entry, key: str) -> None:
        node = holder.node
        if not isinstance(node, Mapping):
            return
        self._pen.remove_heading(node, key)
        others = [other for other in KEYS.values() if other != key and other in node.values]
        if holder.owner is None and not holder.states and not others:
            self.take_out(holder)

    def _is_spaced(self, items: Sequence) -> bool:
        """Whether blank lines stand between the items of a list."""
        if len(items.items) < 2 or items.end is not None:
            return False
        second = self._ground.with_lead(self._ground.item(items, 1))
        ends = self._ground.item(items, 0).behind
        return ends < second.first and self._ground.blanks_above(second.first) > 0


def _is_within(entry: Entry | None, holders: set[int]) -> bool:
    while entry is not None and id(entry) not in holders:
        entry = entry.owner
    return entry is not None


def _rank(entry: Entry) -> tuple[int, int]:
    """The place of an entry in the file."""
    return int(entry.node.mark.line), int(entry.node.mark.column)
