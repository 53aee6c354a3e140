"""The map as a Markdown handout: nested bullets with *because* and *but*, passages, sources.

Plain CommonMark; GitHub and Pandoc show it alike. Bullets nest eight deep. What lies deeper is
written in a part of its own further down, so that a chain of 5,000 claims makes many short parts
and not one margin of 10,000 spaces.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from argmap.formats import words
from argmap.formats.markdown_escape import escape_markdown
from argmap.model import Claim, Link, Role, Row, Source, outline
from argmap.sources import Opened
from argmap.text import ellipsis, one_line

_DEEPEST = 8
_LONGEST_PASSAGE = 600
_LEADS = {
    Role.MOTION: "motion:",
    Role.ROOT: "claim:",
    Role.SUPPORT: "because",
    Role.REBUTTAL: "but",
    Role.UNDERCUT: "undercut:",
    Role.PREMISE: "and",
}
_READING_AID = (
    "*because* gives a reason for the point above it, *but* an objection to it; an *undercut* "
    "grants the point above it and denies that it bears on what it is said to."
)


def generate_markdown(opened: Opened) -> str:
    """The handout, with one line end at its close."""
    return "\n".join(_Handout(opened).lines()) + "\n"


class _Handout:
    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self._rows = outline(opened.index)
        self._numbers = words.numbers(self._rows)
        self._repeats = words.repeats(self._rows, self._numbers)
        self._cited: list[words.Quoted] = []

    def lines(self) -> Iterator[str]:
        yield from self._head()
        yield from self._outline()
        yield from self._passages()
        yield from self._sources()

    def _head(self) -> Iterator[str]:
        shown = self._opened.map
        yield f"# {escape_markdown(shown.title) or 'Argument map'}"
        if one_line(shown.summary):
            yield from ("", escape_markdown(shown.summary))
        names = ((shown.sides.pro, "pro"), (shown.sides.con, "con"))
        sides = ", ".join(escape_markdown(words.named_side(name, side)) for name, side in names)
        yield from ("", f"Sides: {sides}.", "", _READING_AID)

    def _outline(self) -> Iterator[str]:
        tops = [place for place, row in enumerate(self._rows) if row.parent < 0]
        yield from ("", "## Outline", "")
        parts: deque[int] = deque()
        for top in tops:
            yield self._bullet(top, 0)
            yield from self._below(top, 1, parts, 0)
        if not tops:
            yield "No claims."
        written = 0
        while parts:
            place = parts.popleft()
            written += 1
            yield from ("", f"## Part {written}: below {self._named(place)}", "")
            yield from self._below(place, 0, parts, written)

    def _below(self, top: int, level: int, parts: deque[int], written: int) -> Iterator[str]:
        """The bullets under a row; `parts` takes up the rows whose own bullets wait."""
        place, end = top + 1, self._rows[top].end
        while place < end:
            row = self._rows[place]
            depth = level + row.depth - self._rows[top].depth - 1
            waits = depth + 1 >= _DEEPEST and row.end > place + 1
            if waits:
                parts.append(place)
            note = f" *(continued in part {written + len(parts)})*" if waits else ""
            yield self._bullet(place, depth) + note
            place = row.end if waits else place + 1

    def _bullet(self, place: int, depth: int) -> str:
        row = self._rows[place]
        link = self._opened.index.links.get(row.link or "")
        lead = f"{'  ' * depth}- **{self._numbers[place]}{self._lead(row)}**"
        if row.claim is None:
            return f"{lead} {_group(link)}"
        claim = self._opened.index.claims[row.claim]
        flags = words.link_flags(link) if link and row.role is not Role.PREMISE else []
        if place in self._repeats:
            again = f"{self._repeats[place]}: {escape_markdown(claim.label)}"
            return f"{lead} {again}{_flagged(flags)}"
        text = escape_markdown(words.statement(claim))
        return f"{lead} {text}{_flagged(words.claim_flags(claim) + flags)}{self._marks(claim)}"

    def _lead(self, row: Row) -> str:
        first_premise = row.role is Role.PREMISE and row.ordinal == 1
        return "" if first_premise else f" {_LEADS[row.role]}"

    def _named(self, place: int) -> str:
        row = self._rows[place]
        if row.claim is None:
            return self._numbers[place]
        label = escape_markdown(self._opened.index.claims[row.claim].label)
        return f"{self._numbers[place]}, {label}"

    def _marks(self, claim: Claim) -> str:
        """A mark such as ``[3]`` for each citation, which leads to its passage at the end."""
        marks = ""
        for number in range(len(claim.cites)):
            self._cited.append(words.quoted(self._opened, claim, number))
            marks += rf" \[{len(self._cited)}\]"
        return marks

    def _passages(self) -> Iterator[str]:
        if not self._cited:
            return
        yield from ("", "## Passages", "")
        for number, cited in enumerate(self._cited, 1):
            shown = escape_markdown(ellipsis(cited.words, _LONGEST_PASSAGE))
            quote = f": “{shown}”" if shown else ""
            source = escape_markdown(cited.source) or "no source"
            yield f"{number}. **{source}**{quote}{_flagged(cited.remarks)}"

    def _sources(self) -> Iterator[str]:
        sources = self._opened.map.sources
        if sources:
            yield from ("", "## Sources", "")
        for source in sources:
            yield f"- **{escape_markdown(source.id)}**: {_described(source)}".removesuffix(": ")


def _group(link: Link | None) -> str:
    return f"{words.group_words(link)}{_flagged(words.link_flags(link))}:" if link else ""


def _flagged(flags: Iterable[str]) -> str:
    text = escape_markdown("; ".join(flags))
    return f" *({text})*" if text else ""


def _described(source: Source) -> str:
    parts = [escape_markdown(part.rstrip(". ")) for part in words.source_words(source)]
    if source.url:
        parts.append(_address(source.url))
    return ". ".join(part for part in parts if part)


def _address(url: str) -> str:
    """A web address as a link; anything else, such as ``javascript:``, as plain text."""
    try:
        web = urlsplit(url).scheme in {"http", "https"}
    except ValueError:
        web = False
    if web and not any(sign.isspace() or sign in '<>"\\`' for sign in url):
        return f"<{url}>"
    return escape_markdown(url)
