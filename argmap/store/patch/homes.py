"""Where each claim of the edited map is to be stated: at one of its links, or at the top."""

from argmap.model import Link, LinkKind, MapIndex
from argmap.model.edits.edit import Edit
from argmap.store.patch.layout import Entry, Layout

TOP = ""
"""The home of claims that are stated at the top level, not where a link is drawn."""
ASTRAY = " "
"""The home of claims that are stated where a link should be drawn, but by mistake is not."""


class Names:
    """Which claim and link of the map before is which of the edited one."""

    def __init__(self, old: MapIndex, new: MapIndex, edit: Edit) -> None:
        self.old, self.new = old, new
        self._claims = {
            before: after
            for before, after in edit.claims.items()
            if before in old.claims and after in new.claims and after not in old.claims
        }
        self._claims_back = {after: before for before, after in self._claims.items()}
        links = {
            before: after
            for before, after in edit.links.items()
            if before in old.links and after in new.links
        }
        taken = set(links.values())
        self._links = {
            before: links.get(before, before)
            for before in old.links
            if before in links or (before in new.links and before not in taken)
        }
        self._links_back: dict[str, str] = {}
        for before, after in self._links.items():
            self._links_back.setdefault(after, before)

    def claim_now(self, claim: str) -> str:
        """The id that a claim of the map before has now; empty where it is gone."""
        now = self._claims.get(claim, claim)
        return now if now in self.new.claims else ""

    def claim_before(self, claim: str) -> str:
        """The id that a claim had before; empty where it is new."""
        before = self._claims_back.get(claim, claim)
        return before if before in self.old.claims else ""

    def link_now(self, link: str) -> Link | None:
        """What a link of the map before is now."""
        now = self._links.get(link, "")
        return self.new.links[now] if now and self._links_back[now] == link else None

    def link_before(self, link: str) -> str:
        """The id that a link had before; empty where it is new."""
        return self._links_back.get(link, "")


class Homes:
    """Decides where claims are stated: where they are, as long as that place stays."""

    def __init__(self, layout: Layout, names: Names) -> None:
        self._layout, self._names = layout, names
        self._flat = self._is_flat()
        self.of: dict[str, str] = {claim: self._home(claim) for claim in names.new.claims}
        """For each claim the link at which it is stated, or `TOP`."""
        self._break_circles()

    def _is_flat(self) -> bool:
        """Whether most claims that bear on others are stated at the top level all the same."""
        old = self._names.old
        apart = sum(bool(old.links_from(entry.claim)) for entry in self._layout.top if entry.states)
        return apart * 2 > len(old.claims) - len(old.roots) > 0

    def _home(self, claim: str) -> str:
        new, names = self._names.new, self._names
        before = names.claim_before(claim)
        entry = self._layout.stating.get(before)
        if entry is None:
            return next((link.id for link in new.links_from(claim)), TOP)
        link = names.link_now(entry.link) if entry.link else None
        if link is not None and claim in link.premises:
            return TOP if self._is_within(link, entry) else link.id
        if self._is_astray(entry) and (names.old.links_from(before) or not new.links_from(claim)):
            return ASTRAY
        if entry.owner is None and (names.old.links_from(before) or self._flat):
            return TOP
        onward = (link.id for link in new.links_from(claim) if self._may_hold(link, entry))
        return next(onward, TOP)

    def _is_astray(self, entry: Entry) -> bool:
        """Whether an entry that stays draws no link though it hangs under something."""
        above: Entry | None = entry
        while above is not None and not above.link:
            if above.owner is None:
                stays = above.joint or bool(self._names.claim_now(above.claim))
                return above is not entry and stays
            if above is not entry and above.states and not self._names.claim_now(above.claim):
                return False
            above = above.owner
        return above is not None and above is not entry and self._stays_drawn(above)

    def _stays_drawn(self, entry: Entry) -> bool:
        return self._names.link_now(entry.link) is not None

    def _may_hold(self, link: Link, entry: Entry) -> bool:
        """Whether a claim that was stated elsewhere can be stated at a link."""
        return self.host(link) is not None and not self._is_within(link, entry)

    def _break_circles(self) -> None:
        """Have a claim stated at the top where several would be stated within one another."""
        done = {TOP}
        for claim in self.of:
            path: dict[str, None] = {}
            at = claim
            while at not in done:
                if at in path:
                    self.of[at] = TOP
                    break
                path[at] = None
                at = self._around(at)
            done.update(path)

    def _around(self, claim: str) -> str:
        """The claim within whose entry a claim is to be stated; `TOP` if there is none."""
        links = self._names.new.links
        link = links.get(self.of[claim])
        while link is not None and link.kind is LinkKind.UNDERCUT:
            link = links.get(link.target)
        return link.target if link is not None else TOP

    def host(self, link: Link) -> Entry | None:
        """The entry whose list a link stands in; None where the target is new itself."""
        if link.kind is LinkKind.UNDERCUT:
            return self._layout.drawing.get(self._names.link_before(link.target))
        return self._layout.stating.get(self._names.claim_before(link.target))

    def _is_within(self, link: Link, entry: Entry) -> bool:
        """Whether a link would be drawn within the very entry that is to move there."""
        if self._layout.drawing.get(self._names.link_before(link.id)) is entry and (
            self._stays(link, entry)
        ):
            return False
        above = self.host(link)
        while above is not None:
            if above is entry:
                return True
            above = above.owner
        return False

    def _stays(self, link: Link, entry: Entry) -> bool:
        owner = entry.owner
        if owner is None:
            return False
        if link.kind is LinkKind.UNDERCUT:
            return self._names.link_now(owner.link) is self._names.new.links.get(link.target)
        return self._names.claim_now(owner.claim) == link.target
