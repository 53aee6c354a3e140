"""Bringing the entries of a file into the shape of an edited map: what stays, moves, comes, goes.

Each link of the edited map is drawn by one entry. An entry whose link still hangs under the same
claim stays where it is; others are taken out with their lines and put in elsewhere.
"""

from argmap.model import Link, LinkKind
from argmap.store.patch.composing import Composer, Composing
from argmap.store.patch.homes import ASTRAY, TOP, Homes, Names
from argmap.store.patch.layout import Entry, Layout
from argmap.store.patch.lists import Lists, Slot
from argmap.store.patch.pen import Pen
from argmap.store.patch.remarks import comments_of
from argmap.store.write import KEYS

_Place = tuple[str, LinkKind]
"""The claim or link that links aim at, and their kind: one list, as readers see it."""


class Structure:
    """Writes the difference in structure between two maps into a script."""

    def __init__(
        self, layout: Layout, names: Names, homes: Homes, pen: Pen, composer: Composer
    ) -> None:
        self._layout, self._names, self._homes = layout, names, homes
        self._composer, self._pen = composer, pen
        self._lists = Lists(layout, pen, composer)
        self._dissolved = {id(entry) for entry in layout.entries if self._dissolves(entry)}

    def write(self) -> None:
        """Arrange every list whose entries are not those that it has."""
        for place in self._changed_places():
            self._arrange_links(place)
        for entry in self._layout.entries:
            link = self._names.link_now(entry.link) if entry.joint else None
            if link is not None and (link.joint or not self._composer.was_joint(entry)):
                self._arrange_members(entry, link)
        self._arrange_top()
        self._remove_rest()
        self._lists.drop_empty()

    # -- what becomes of an entry --------------------------------------------------------

    def _dissolves(self, entry: Entry) -> bool:
        """Whether an entry's own lines vanish, so that what hangs in its lists has to move."""
        if entry.states:
            return not self._names.claim_now(entry.claim)
        if entry.member:
            return False
        if entry.owner is None:
            return not self._names.claim_now(entry.claim)
        link = self._names.link_now(entry.link)
        return link is None or self._becomes_statement(entry, link)

    def _becomes_statement(self, entry: Entry, link: Link) -> bool:
        if entry.states or entry.joint or link.joint:
            return False
        return self._homes.of[link.premises[0]] == link.id

    def _in_place(self, entry: Entry, link: Link) -> bool:
        """Whether an entry stands under the claim, and the key, where its link belongs."""
        owner = entry.owner
        if owner is None or entry.key != KEYS[link.kind]:
            return False
        if link.kind is LinkKind.UNDERCUT:
            hit = self._names.link_now(owner.link) if not owner.member else None
            return hit is not None and hit.id == link.target and self._carries_undercuts(owner)
        if id(owner) in self._dissolved or owner.joint:
            return False
        return self._names.claim_now(owner.claim) == link.target

    def _carries_undercuts(self, owner: Entry) -> bool:
        """Whether what is said of the owner's link stays with it, even if written anew."""
        return id(owner) not in self._dissolved or self._names.link_now(owner.link) is not None

    def _keeps_form(self, entry: Entry, link: Link) -> bool:
        """Whether an entry is joint or not, a statement or a reference, as it has to be."""
        if entry.joint or link.joint:
            return entry.joint and (link.joint or not self._composer.was_joint(entry))
        premise = link.premises[0]
        stated_here = self._homes.of[premise] == link.id
        if entry.states:
            return stated_here and self._names.claim_now(entry.claim) == premise
        return not stated_here

    # -- links ---------------------------------------------------------------------------

    def _changed_places(self) -> list[_Place]:
        found: dict[_Place, None] = {}
        ranks = {id(entry): rank for rank, entry in enumerate(self._layout.entries)}
        last: dict[_Place, int] = {}
        for link in self._names.new.links.values():
            place = link.target, link.kind
            entry = self._drawing(link)
            if entry is None or not (self._in_place(entry, link) and self._keeps_form(entry, link)):
                found[place] = None
                continue
            rank = ranks[id(entry)]
            if rank < last.get(place, -1):
                found[place] = None
            last[place] = rank
        return list(found)

    def _drawing(self, link: Link) -> Entry | None:
        """The entry that draws a link so far."""
        return self._layout.drawing.get(self._names.link_before(link.id))

    def _arrange_links(self, place: _Place) -> None:
        target, kind = place
        index = self._names.new
        found = index.undercuts_of if kind is LinkKind.UNDERCUT else index.links_onto
        links = [link for link in found(target) if link.kind is kind]
        host = self._homes.host(links[0]) if links else None
        if host is None:
            return  # the target is new, and is written with all that hangs under it
        self._lists.arrange([self._slot(link) for link in links], host, KEYS[kind])

    def _slot(self, link: Link) -> Slot:
        entry = self._drawing(link)
        if entry is None:
            comes = self._composer.link(link, None)
            return Slot(comes=comes, brings=(*self._stated_at(link),))
        if self._in_place(entry, link):
            if not self._keeps_form(entry, link):
                compose = self._composer.link(link, entry, in_place=True)
                self._lists.rewrite(entry, self._with_comments(entry, link, compose, lead=False))
            return Slot(entry)
        comes = self._composer.link(link, entry)
        self._lists.take_out(entry, moved=True)
        comes = self._with_comments(entry, link, comes, lead=True)
        return Slot(comes=comes, brings=(entry, *self._stated_at(link)))

    def _stated_at(self, link: Link) -> list[Entry]:
        """The entries that state premises of a link so far, if these are to be stated there."""
        here = (premise for premise in link.premises if self._homes.of[premise] == link.id)
        found = (self._layout.stating.get(self._names.claim_before(premise)) for premise in here)
        return [entry for entry in found if entry is not None]

    def _with_comments(
        self, entry: Entry, link: Link, compose: Composing, *, lead: bool
    ) -> Composing:
        """Lines below the comments of a group, or a reference, that becomes a statement."""
        dissolves = entry.joint and self._composer.was_joint(entry)
        if link.joint or not (dissolves or self._becomes_statement(entry, link)):
            return compose
        return self._below(comments_of(self._pen, self._names, entry, lead=lead), compose)

    @staticmethod
    def _below(comments: list[str], compose: Composing) -> Composing:
        return lambda column: [*(" " * column + line for line in comments), *compose(column)]

    def _arrange_members(self, entry: Entry, link: Link) -> None:
        """Bring a joint group to the premises that it has now."""
        members = entry.lists.get("joint", [])
        fitting: dict[str, Entry] = {}
        for member in members:
            now = self._names.claim_now(member.claim)
            if now in link.premises and not self._is_unwanted(member):
                fitting.setdefault(now, member)
        if tuple(fitting) == link.premises:
            return
        unfit = {self._names.claim_now(member.claim): member for member in members}
        slots: list[Slot] = []
        for premise in link.premises:
            if premise in fitting:
                slots.append(Slot(fitting[premise]))
                continue
            comes = self._composer.member(premise, link.id)
            if premise in unfit and not unfit[premise].states:
                comments = comments_of(self._pen, self._names, unfit[premise], lead=False)
                comes = self._below(comments, comes)
            slots.append(Slot(comes=comes))
        self._lists.arrange(slots, entry, "joint")

    # -- the top level -------------------------------------------------------------------

    def _arrange_top(self) -> None:
        """The roots in their order; behind all entries what is stated there for other reasons."""
        new, homes = self._names.new, self._homes.of
        wanted = [entry for entry in self._layout.top if not self._is_unwanted(entry)]
        stated = {self._names.claim_now(entry.claim): entry for entry in wanted if entry.states}
        slots = [self._top_slot(claim, stated) for claim in new.roots if homes[claim] == TOP]
        others = [claim for claim, home in homes.items() if home == TOP and new.links_from(claim)]
        last = [self._top_slot(claim, {}) for claim in others if claim not in stated]
        for claim in self._composer.postponed:  # which grows as these are written
            last.append(self._top_slot(claim, {}))  # noqa: PERF401
        if wanted and last:
            self._lists.arrange(slots, None, "claims")
            self._lists.arrange([Slot(wanted[-1]), *last], None, "claims")
        else:
            self._lists.arrange([*slots, *last], None, "claims")

    def _top_slot(self, claim: str, stated: dict[str, Entry]) -> Slot:
        if claim in stated:
            return Slot(stated[claim])
        return Slot(comes=self._composer.member(claim, TOP))

    # -- what goes -----------------------------------------------------------------------

    def _remove_rest(self) -> None:
        """Take out the entries that nothing keeps: of removed links, claims and premises."""
        for entry in self._layout.entries:
            if not self._is_unwanted(entry):
                continue
            survives = entry.states and bool(self._names.claim_now(entry.claim))
            if survives or not self._lists.is_out(entry):
                self._lists.take_out(entry, moved=survives)

    def _is_unwanted(self, entry: Entry) -> bool:
        now = self._names.claim_now(entry.claim)
        if entry.member and entry.link:
            return self._is_unwanted_member(entry, now)
        if entry.link:
            return self._names.link_now(entry.link) is None
        if entry.owner is not None:
            return entry.states and (not now or self._homes.of[now] != ASTRAY)
        return bool(entry.claim) and (not now or (entry.states and self._homes.of[now] != TOP))

    def _is_unwanted_member(self, entry: Entry, now: str) -> bool:
        link = self._names.link_now(entry.link)
        if link is None or entry.owner is None:
            return entry.states and bool(now)  # the group goes, but what moves is cut out of it
        if not entry.claim:
            return False
        if not link.joint and self._composer.was_joint(entry.owner):
            return False
        if now not in link.premises:
            return True
        stated_here = self._homes.of[now] == link.id
        if entry.states:
            return not stated_here
        stating = self._layout.stating.get(self._names.claim_before(now))
        return stated_here and (stating is None or stating.owner is not entry.owner)
