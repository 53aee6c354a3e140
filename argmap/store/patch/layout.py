"""The entries of a file as a tree: what each states or draws, and which list it stands in."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from argmap.store.assemble import Traces
from argmap.store.entries import CHILD_KEYS
from argmap.store.nodes import Mapping, Node, Scalar, Sequence


@dataclass(slots=True, eq=False)
class Entry:
    """One item under `claims`, `supports`, `rebuttals`, `undercuts` or `joint`."""

    node: Node
    items: Sequence
    """The list that it is an item of."""
    place: int
    key: str
    """The key that the list stands under."""
    owner: "Entry | None"
    claim: str = ""
    """The claim that it states or refers to; empty for a joint group."""
    link: str = ""
    """The link that it draws; of a member of a joint group, that of the group."""
    states: bool = False
    """Whether it states its claim, rather than refers to it."""
    lists: dict[str, list["Entry"]] = field(default_factory=dict)

    @property
    def joint(self) -> bool:
        """Whether it is a joint group."""
        return isinstance(self.node, Mapping) and "joint" in self.node.values

    @property
    def member(self) -> bool:
        """Whether it is a member of a joint group."""
        return self.key == "joint"

    @property
    def depth(self) -> int:
        """How many entries it hangs under."""
        depth, owner = 0, self.owner
        while owner is not None:
            depth, owner = depth + 1, owner.owner
        return depth


class Layout:
    """All entries of a file that have to do with its claims and links, in the file's order."""

    def __init__(self, traces: Traces) -> None:
        self.root = traces.root
        self.entries: list[Entry] = []
        self.top: list[Entry] = []
        self.stating: dict[str, Entry] = {}
        """For each claim the entry that states it."""
        self.drawing: dict[str, Entry] = {}
        """For each link the entry that draws it."""
        claims = self.root.values.get("claims") if self.root is not None else None
        if isinstance(claims, Sequence):
            self._read(claims, traces)

    def _read(self, claims: Sequence, traces: Traces) -> None:
        stack = list(_entries_of(claims, "claims", None))[::-1]
        while stack:
            entry = stack.pop()
            self._identify(entry, traces)
            self.entries.append(entry)
            if entry.owner is None:
                self.top.append(entry)
            else:
                entry.owner.lists.setdefault(entry.key, []).append(entry)
            if isinstance(entry.node, Mapping):
                below = [
                    child
                    for key, value in entry.node.values.items()
                    if (key in CHILD_KEYS or key == "joint") and isinstance(value, Sequence)
                    for child in _entries_of(value, key, entry)
                ]
                stack.extend(reversed(below))

    def _identify(self, entry: Entry, traces: Traces) -> None:
        claims, links = traces.claims, traces.links
        node = entry.node
        if isinstance(node, Mapping) and "joint" in node.values:
            entry.link = links.get(id(node.keys["joint"]), "")
        elif isinstance(node, Mapping) and "ref" in node.values:
            named = node.values["ref"]
            entry.claim = named.value if isinstance(named, Scalar) else ""
            entry.link = links.get(id(named), "")
        else:
            entry.claim = claims.get(id(node), "")
            entry.states = bool(entry.claim)
            entry.link = links.get(id(node), "")
        if entry.states:
            self.stating[entry.claim] = entry
        if entry.link:
            self.drawing[entry.link] = entry
        elif entry.member and entry.owner is not None:
            entry.link = entry.owner.link


_known: WeakKeyDictionary[Traces, Layout] = WeakKeyDictionary()


def layout_of(traces: Traces) -> Layout:
    """The layout of a file, worked out once."""
    found = _known.get(traces)
    if found is None:
        found = _known[traces] = Layout(traces)
    return found


def _entries_of(items: Sequence, key: str, owner: Entry | None) -> Iterator[Entry]:
    for place, node in enumerate(items.items):
        if not isinstance(node, Sequence):
            yield Entry(node, items, place, key, owner)
