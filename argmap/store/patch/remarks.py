"""The comments of entries that change their form, and which lines of an entry are its own."""

from collections.abc import Iterator

from argmap.store.fields import LINK_ORDER
from argmap.store.nodes import Mapping, Sequence
from argmap.store.patch.brackets import NeedsBlock
from argmap.store.patch.ground import Ground, Stretch
from argmap.store.patch.homes import Names
from argmap.store.patch.layout import Entry
from argmap.store.patch.pen import Pen

OF_LINK = (*LINK_ORDER, "undercuts")
"""The keys of an entry that belong to its link."""


def comments_of(pen: Pen, names: Names, entry: Entry, *, lead: bool) -> list[str]:
    """The comments of an entry that go with nothing else in it.

    Those of what hangs there, and of what is said of its link, do. With those right above
    the entry if they are to be in the `lead`.
    """
    ground, node = pen.ground, entry.node
    require_block(entry)
    whole = ground.item(entry.items, entry.place)
    found = {whole.first: ground.content(whole.first)[whole.column + 1 :].lstrip()}
    whole = ground.with_lead(whole) if lead else whole
    for line in range(whole.first, whole.behind):
        if ground.comment_column(line) is not None:
            found[line] = ground.content(line).lstrip()
    if isinstance(node, Mapping):
        for line, comment in (pen.comment_of(node, key) for key in node.values):
            found[line] = comment or found.get(line, "")
    for part in _parts_of(pen.ground, names, entry):
        for line in range(part.first, part.behind):
            found.pop(line, None)
    return [found[line] for line in sorted(found) if found[line].startswith("#")]


def _parts_of(ground: Ground, names: Names, entry: Entry) -> Iterator[Stretch]:
    """The lines of an entry that go with something else than the entry."""
    now = names.link_now(entry.link)
    referring = member_referring(names, entry, now.premises[0]) if now is not None else None
    for below in (other for others in entry.lists.values() for other in others):
        if below.items.end is not None:
            continue
        stretch = ground.item(below.items, below.place)
        comes = not below.member or below is referring
        if below.states:
            comes = bool(names.claim_now(below.claim))
        yield ground.with_lead(stretch) if comes else stretch
    for key in OF_LINK:
        if isinstance(entry.node, Mapping) and key in entry.node.values:
            yield ground.with_lead(ground.key(entry.node, key))


def member_referring(names: Names, entry: Entry | None, claim: str) -> Entry | None:
    """The member of a joint group that refers to a claim."""
    members = entry.lists.get("joint", []) if entry is not None else []
    for member in members:
        if not member.states and names.claim_now(member.claim) == claim:
            return member
    return None


def require_block(entry: Entry) -> None:
    """Make sure that an entry has lines of its own."""
    outermost: Mapping | Sequence | None = None
    above: Entry | None = entry
    while above is not None:
        within = above.node if isinstance(above.node, Mapping) and above is not entry else None
        if within is not None and within.end is not None:
            outermost = within
        if above.items.end is not None:
            outermost = above.items
        above = above.owner
    if outermost is not None:
        raise NeedsBlock(outermost)
