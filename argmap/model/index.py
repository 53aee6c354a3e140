"""Look-ups over a map, built once: what a claim rests on, what it serves, what starts a tree."""

from functools import cached_property
from typing import TYPE_CHECKING

from argmap.model.claim import Claim, Source
from argmap.model.link import Link, LinkKind
from argmap.model.map import Map

if TYPE_CHECKING:
    from argmap.model.outline import Row


class MapIndex:
    """The look-ups of one map.

    Links to a claim come supports and rebuttals as in the file; links whose ends are not in
    the map are left out, so every id found here can be looked up.
    """

    def __init__(self, argument_map: Map) -> None:
        self.map = argument_map
        self.claims: dict[str, Claim] = {claim.id: claim for claim in argument_map.claims}
        self.links: dict[str, Link] = {link.id: link for link in argument_map.links}
        self.sources: dict[str, Source] = {source.id: source for source in argument_map.sources}
        self._onto: dict[str, list[Link]] = {}
        self._undercuts: dict[str, list[Link]] = {}
        self._leaving: dict[str, list[Link]] = {}
        for link in argument_map.links:
            if all(premise in self.claims for premise in link.premises):
                self._file(link)

    def _file(self, link: Link) -> None:
        if link.kind is LinkKind.UNDERCUT:
            if link.target not in self.links:
                return
            self._undercuts.setdefault(link.target, []).append(link)
        elif link.target in self.claims:
            self._onto.setdefault(link.target, []).append(link)
        else:
            return
        for premise in dict.fromkeys(link.premises):
            self._leaving.setdefault(premise, []).append(link)

    def links_onto(self, claim: str) -> list[Link]:
        """Supports and rebuttals of a claim, in the order of the file."""
        return self._onto.get(claim, [])

    def undercuts_of(self, link: str) -> list[Link]:
        """Undercuts of a link, in the order of the file."""
        return self._undercuts.get(link, [])

    def links_from(self, claim: str) -> list[Link]:
        """Links in which a claim is a premise, in the order of the file."""
        return self._leaving.get(claim, [])

    def claim_at_stake(self, link: str) -> str | None:
        """The claim that a link bears on in the end: an undercut's is that of the link it hits."""
        seen: set[str] = set()
        while link in self.links and link not in seen:
            seen.add(link)
            found = self.links[link]
            if found.kind is not LinkKind.UNDERCUT:
                return found.target
            link = found.target
        return None

    def parents(self, claim: str) -> list[str]:
        """The claims that a claim bears on, each once."""
        found = (self.claim_at_stake(link.id) for link in self.links_from(claim))
        return list(dict.fromkeys(parent for parent in found if parent is not None))

    @cached_property
    def roots(self) -> tuple[str, ...]:
        """Claims that no link starts from, in the order of the file."""
        return tuple(claim for claim in self.claims if claim not in self._leaving)

    @cached_property
    def motion(self) -> str | None:
        """The claim under debate: as named, else the first root, else the first claim."""
        if self.map.motion in self.claims:
            return self.map.motion
        return next(iter(self.roots), next(iter(self.claims), None))

    @cached_property
    def rows(self) -> "list[Row]":
        """The outline of the map, worked out once for all who show it."""
        from argmap.model.outline import outline  # noqa: PLC0415 - it looks things up here

        return outline(self)
