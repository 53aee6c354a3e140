"""Which lines and comments of a map file an edit has to leave as they are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from argmap.model import Link
from argmap.model.edits import LINK_FIELDS, Edit
from argmap.store.load import Loaded
from argmap.store.nodes import Mapping
from argmap.store.patch.layout import Entry, Layout

_LISTS = ("supports", "rebuttals", "undercuts", "joint", "claims")
_COMMENT = re.compile(r"(?:^|\s)(# (?:above|behind|the end) \d+)\s*$")


@dataclass(frozen=True)
class Line:
    """One line of a file that says something, without what may change around it."""

    text: str
    comment: str
    key: str
    """The key that it belongs to; empty for a plain line."""
    owners: tuple[Entry, ...]
    """The entry that it belongs to, with those in its brackets; none for the head of the file."""


class Side:
    """A file before or after an edit; what is what on the other side."""

    def __init__(self, loaded: Loaded, claims: dict[str, str], links: dict[str, str]) -> None:
        self.index, self.layout = loaded.index, Layout(loaded.traces)
        self._claims, self._links, self._unnamed = claims, links, loaded.unnamed
        self.lines = list(self._lines(re.split(r"\r\n|\n", loaded.raw)))

    @property
    def brackets(self) -> bool:
        """Whether some entries stand within brackets."""
        return any(
            entry.items.end is not None or getattr(entry.node, "end", None) is not None
            for entry in self.layout.entries
            if isinstance(entry.node, Mapping) or entry.items.end is not None
        )

    # -- what has to be on the other side ------------------------------------------------

    def lasting(self, other: "Side") -> list[Line]:
        """The lines that have to be there too."""
        return [line for line in self.lines if line.text and self._lasts(line, other)]

    def lasting_comments(self, other: "Side") -> list[str]:
        """The comments that have to be there too."""
        return [
            line.comment for line in self.lines if line.comment and self._comment_lasts(line, other)
        ]

    def _lasts(self, line: Line, other: "Side") -> bool:
        if line.key in (*_LISTS, "id"):
            return False
        if not line.owners:
            return self._head_lasts(line.key, other)
        return all(self._entry_lasts(entry, line, other) for entry in line.owners)

    def _head_lasts(self, key: str, other: "Side") -> bool:
        mine, others = self.index.map, other.index.map
        return bool(getattr(mine, key, "") == getattr(others, key, ""))

    def _entry_lasts(self, entry: Entry, line: Line, other: "Side") -> bool:
        alone = len(line.owners) == 1 and getattr(entry.node, "end", None) is None
        now = self._claims.get(entry.claim, entry.claim)
        said_alike = self.index.claims.get(entry.claim) == other.index.claims.get(now)
        link = self.index.links.get(entry.link)
        link_now = self._link_now(entry, other)
        step_alike = (link is None) == (link_now is None) and all(
            getattr(link, key, "") == getattr(link_now, key, "") for key in LINK_FIELDS
        )
        if not alone:
            named = entry.claim not in self._unnamed
            return named and said_alike and link == link_now and self._unmoved(entry, other)
        if entry.states and line.key not in LINK_FIELDS:
            return said_alike and now in other.index.claims
        if line.key == "ref":
            return bool(link and said_alike and link == link_now and self._unmoved(entry, other))
        return step_alike and link_now is not None

    def _link_now(self, entry: Entry, other: "Side") -> Link | None:
        if entry.link not in self._links and entry.link in self._links.values():
            return None
        return other.index.links.get(self._links.get(entry.link, entry.link))

    def _unmoved(self, entry: Entry, other: "Side") -> bool:
        """Whether its claim is stated at the same link, and nothing hangs there that did not."""
        mine, others = self.layout.stating.get(entry.claim), other.layout.stating.get(entry.claim)
        if mine is None or others is None or mine.link != others.link:
            return False
        hanging = [
            (index.links_onto(entry.claim), index.undercuts_of(entry.link))
            for index in (self.index, other.index)
        ]
        return hanging[0] == hanging[1]

    def _comment_lasts(self, line: Line, other: "Side") -> bool:
        if not line.owners:
            return line.key != "sources" or self._head_lasts("sources", other)
        holder = line.owners[0]
        now = self._claims.get(holder.claim, holder.claim)
        of_link = line.key in (*LINK_FIELDS, "undercuts")
        if holder.states and not of_link:
            mine, others = self.index.claims.get(holder.claim), other.index.claims.get(now)
            key = "" if line.key == "id" else line.key
            return others is not None and getattr(mine, key, "") == getattr(others, key, "")
        if holder.claim and now not in other.index.claims:
            return False
        link = self._link_now(holder, other)
        if link is None or (holder.member and not link.joint):
            return False
        return holder.joint or now in link.premises

    # -- whose lines are whose -----------------------------------------------------------

    def _lines(self, lines: list[str]) -> Iterator[Line]:
        starts: dict[int, Entry] = {}
        within: dict[int, list[Entry]] = {}
        for entry in self.layout.entries:
            holder = entry
            while holder.owner is not None and holder.items.end is not None:
                holder = holder.owner
            within.setdefault(id(holder), []).append(entry)
            if entry.items.end is None:
                starts[_dash_line(entry, lines)] = entry
        latest: Entry | None = None
        for number, whole in enumerate(lines):
            latest = starts.get(number, latest)
            owner = _owner(latest, whole) if number not in starts else latest
            if whole.lstrip().startswith("#"):
                owner = _below(lines, number, starts) or owner
            elif whole.strip():
                latest = owner
            comment = _COMMENT.search(whole)
            bare = _bare(whole[: comment.start()] if comment else whole)
            owners = tuple(within[id(owner)]) if owner is not None else ()
            node = owner.node if owner is not None else self.layout.root
            above = "" if bare else whole[: whole.find("#")]
            following = next((line for line in lines[number + 1 :] if line.strip()), "")
            above = "" if following.lstrip().startswith("-") else above
            key = _key_at(node, number, above) if isinstance(node, Mapping) else ""
            yield Line(bare, comment[1] if comment else "", key, owners)


def sides(before: Loaded, edit: Edit, after: Loaded) -> tuple[Side, Side]:
    """The file before an edit, and after it."""
    old, new = before.index, after.index
    claims = {one: other for one, other in edit.claims.items() if one in old.claims}
    links = {one: other for one, other in edit.links.items() if other in new.links}
    back = {other: one for one, other in claims.items()}, {b: a for a, b in links.items()}
    return Side(before, claims, links), Side(after, *back)


def _dash_line(entry: Entry, lines: list[str]) -> int:
    number, column = int(entry.node.mark.line), int(entry.items.mark.column)
    while lines[number][column : column + 1] != "-" or lines[number][:column].strip():
        number -= 1
    return number


def _owner(latest: Entry | None, line: str) -> Entry | None:
    """The entry that a line behind the first line of `latest` belongs to, by its margin."""
    margin = len(line) - len(line.lstrip(" "))
    while latest is not None and line.strip() and margin <= latest.items.mark.column:
        latest = latest.owner
    return latest


def _below(lines: list[str], number: int, starts: dict[int, Entry]) -> Entry | None:
    """The entry that a comment stands right above."""
    margin = len(lines[number]) - len(lines[number].lstrip(" "))
    while number < len(lines) - 1 and (not lines[number] or lines[number].lstrip()[:1] == "#"):
        number += 1
    entry = starts.get(number)
    return entry if entry is not None and entry.items.mark.column == margin else None


def _key_at(node: Mapping, number: int, margin: str) -> str:
    """The key that a line belongs to; a comment as deep as the keys belongs to the next one."""
    if margin and len(margin) == node.mark.column:
        return next((key for key, mark in node.keys.items() if mark.mark.line > number), "")
    before = [key for key, mark in node.keys.items() if mark.mark.line <= number]
    return before[-1] if before else ""


def _bare(line: str) -> str:
    text = line.strip()
    while re.match(r"-( |$)", text):
        text = text[1:].lstrip()
    return re.sub(r"([|>])[-+]?$", r"\1", text.removeprefix("claim: "))
