"""A part of a map under way: claims and links that stay, narrowed step by step.

Each step costs no more than a walk through what it starts from.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from argmap.model import Link, LinkKind, Map, MapIndex, Role
from argmap.model.submap import reached


class PartIndex(MapIndex):
    """The look-ups of a part of a map; knows the whole, and what was left out of it."""

    def __init__(
        self,
        part: Map,
        whole: MapIndex,
        tops: tuple[str, ...],
        left_out: Mapping[str, int],
        *,
        against: bool,
    ) -> None:
        super().__init__(part)
        self.whole = whole
        self.left_out = left_out
        """By claim, or by link for its undercuts: how many claims hang under it and are left out
        because of their level."""
        self.against = against
        """Whether what stands at the top works against the motion of the whole."""
        self._tops = tops

    @cached_property
    def motion(self) -> str | None:
        """The claim under debate, where it stands at the top."""
        return self.whole.motion if self.whole.motion in self._tops else None

    @cached_property
    def roots(self) -> tuple[str, ...]:
        """What stands at the top."""
        return self._tops


class Part:
    """What of a map stays."""

    def __init__(self, index: MapIndex, tops: tuple[str, ...] = ()) -> None:
        self.index = index
        self.claims: set[str] = set(index.claims)
        self.left_out: dict[str, int] = {}
        self._links: set[str] = set(index.links)
        self._countable = self._links
        """Links that count as left out where they do not show."""
        self._tops = tops or tuple(
            row.claim for row in index.rows if row.parent < 0 and row.claim is not None
        )
        if tops:
            self._keep(*self._reached(tops))

    @property
    def tops(self) -> tuple[str, ...]:
        """What stands at the top, of what stays."""
        return tuple(top for top in self._tops if top in self.claims)

    def map(self) -> Map:
        """The part as a map; all else is that of the whole."""
        whole = self.index.map
        return whole.model_copy(
            update={
                "claims": tuple(claim for claim in whole.claims if claim.id in self.claims),
                "links": tuple(link for link in whole.links if link.id in self._links),
            }
        )

    # -- leaving out without a word ----------------------------------------------------------

    def keep_admitted(self, admitted: Callable[[str], bool]) -> None:
        """Only claims that are reached from the top through admitted ones."""
        self._keep(*self._reached(filter(admitted, self.tops), admitted))

    def keep_above(self, wanted: Iterable[str]) -> None:
        """Only these claims, and what leads to them."""
        _, claims, links = self._ways_up(wanted)
        self._keep(claims, links)

    def _keep(self, claims: set[str], links: set[str]) -> None:
        self.claims, self._links, self._countable = claims, links, links

    def _reached(
        self, tops: Iterable[str], admitted: Callable[[str], bool] = lambda _: True
    ) -> tuple[set[str], set[str]]:
        """What hangs under some claims; a link with a premise that is not admitted does not."""

        def leads(link: Link) -> bool:
            return link.id in self._links and all(map(admitted, link.premises))

        return reached(self.index, tops, leads)

    def _ways_up(self, wanted: Iterable[str]) -> tuple[set[str], set[str], set[str]]:
        """The claims on all ways up; the same with their joint premises; the links."""
        passed: set[str] = set()
        beside: set[str] = set()
        links: set[str] = set()
        pending = list(wanted)
        while pending:
            claim = pending.pop()
            if claim in passed:
                continue
            passed.add(claim)
            steps = [link for link in self.index.links_from(claim) if link.id in self._links]
            while steps:
                step = steps.pop()
                if step.id in links:
                    continue
                links.add(step.id)
                beside.update(step.premises)
                if step.kind is LinkKind.UNDERCUT:
                    steps.append(self.index.links[step.target])
                else:
                    pending.append(step.target)
        return passed, passed | beside, links

    # -- leaving out what is counted ---------------------------------------------------------

    def keep_path(self, goal: str) -> None:
        """Only what leads to one claim, from the motion if it can, and what is beside that way."""
        if self.index.motion in self.tops and self.index.motion is not None:
            below = self._reached([self.index.motion])
            if goal in below[0]:
                self._keep(*below)
        path, claims, links = self._ways_up({goal} & self.claims)
        for place in path | links:
            for link in self._onto(place):
                links.add(link.id)
                claims.update(link.premises)
        self._fold(claims, links)

    def keep_levels(self, depth: int) -> None:
        """Only boxes that hang no more than so many levels below the top.

        The outline has a claim where it first comes. If that is so far down that something would
        be lost that hangs higher elsewhere, each claim is shown only where it stands highest, or
        later.
        """
        highest = self._levels(depth)
        claims, links = self._within(depth, highest, strict=False)
        if len(claims) < len(highest):
            claims, links = self._within(depth, highest, strict=True)
        self._fold(claims, links)

    def _levels(self, depth: int) -> dict[str, int]:
        """For each claim down to a depth the level on which it stands highest."""
        found: dict[str, int] = {}
        level: list[str] = list(self.tops)
        at = 0
        while level and at <= depth:
            below: list[str] = []
            for place in level:
                if place in found:
                    continue
                if place in self.index.claims:
                    found[place] = at
                for link in self._onto(place):
                    below += [*link.premises, link.id]
            level = below
            at += 1
        return found

    def _within(
        self, depth: int, highest: Mapping[str, int], *, strict: bool
    ) -> tuple[set[str], set[str]]:
        """What the outline has down to a depth; if `strict`, no claim first far down."""
        claims: set[str] = set()
        links: set[str] = set()
        pending: list[tuple[str | Link, int]] = [(top, 0) for top in reversed(self.tops)]
        while pending:
            step, at = pending.pop()
            if isinstance(step, str):
                if step not in claims:
                    claims.add(step)
                    if at < depth:
                        pending += [(link, at + 1) for link in reversed(self._onto(step))]
                continue
            lower = (
                premise not in claims and highest.get(premise, at) < at for premise in step.premises
            )
            if strict and all(lower):
                continue
            links.add(step.id)
            if at < depth:
                pending += [(under, at + 1) for under in reversed(self._onto(step.id))]
            pending += [(premise, at) for premise in reversed(step.premises)]
        return claims, links

    def _fold(self, claims: set[str], links: set[str]) -> None:
        """Keep these, and count what is left out under each of them.

        What hangs under several places is counted where the outline has it first; what hangs
        directly under a place is counted there in any case.
        """
        self.claims, self._links = claims, links
        self.left_out = {}
        counted = set(claims)
        for place in self._in_order():
            hidden = [link for link in self._onto(place, self._countable) if link.id not in links]
            if hidden:
                self.left_out[place] = self._count(hidden, counted)

    def _in_order(self) -> Iterator[str]:
        for row in self.index.rows:
            if row.claim is not None and row.repeat is None and row.claim in self.claims:
                yield row.claim
            if row.link is not None and row.role is not Role.PREMISE and row.link in self._links:
                yield row.link

    def _count(self, hidden: list[Link], counted: set[str]) -> int:
        direct = {premise for link in hidden for premise in link.premises}
        total = len(direct)
        pending = list(hidden)
        while pending:
            link = pending.pop()
            pending += self._onto(link.id, self._countable)
            for premise in link.premises:
                if premise not in counted:
                    counted.add(premise)
                    total += premise not in direct
                    pending += self._onto(premise, self._countable)
        return total

    def _onto(self, place: str, among: set[str] | None = None) -> list[Link]:
        """Links onto a claim, or undercuts of a link, that stay."""
        links = self._links if among is None else among
        found = self.index.undercuts_of(place) or self.index.links_onto(place)
        return [link for link in found if link.id in links]
