"""Reading back what argmap writes: the outline of `argmap show`, and the Markdown handout.

Rows are put where their numbers say, which hold also where indentation has ended. What an
outline cannot carry over, remarks and second occurrences, is counted.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from argmap.formats.paste_entries import MOST_LEVELS, Entry
from argmap.model.link import LinkKind

_KINDS = {
    "support": LinkKind.SUPPORT, "rebuttal": LinkKind.REBUTTAL, "undercut": LinkKind.UNDERCUT,
    "because": LinkKind.SUPPORT, "but": LinkKind.REBUTTAL, "undercut:": LinkKind.UNDERCUT,
}  # fmt: skip
_NUMBER = r"((?:…|\.\.\.)?)(\d{1,9}(?:\.\d{1,9})*)"
_ROW = re.compile(
    rf"(\s*)[●*+\-!&] {_NUMBER} (joint )?(motion|claim|support|rebuttal|undercut|premise): ?(.*)"
)
_BULLET = re.compile(
    r"(\s*)- \*\*(?:…?\d+(?:\.\d+)*)(?: (motion:|claim:|because|but|undercut:|and))?\*\* ?(.*)"
)
_PART = re.compile(r"## Part (\d+): below ")
_CONTINUED = re.compile(r" \*\(continued in part (\d+)\)\*$")
_MARK = re.compile(r" \\\[\d+\\\]")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_TOGETHER = re.compile(r"\d[\d,]* premises? that only work together\b")
_ELSEWHERE = re.compile(r"(?:see|back to) (?:…|\.\.\.)?\d+(?:\.\d+)*: ")
_ID = re.compile(r"\s\[[^\[\]\s]+\]$")
_BRACKETED = re.compile(r"(.*\S) \(([^()]+)\)$", re.DOTALL)
_REMARK = re.compile(
    r"implicit|assumed|conceded by the other side|kicked: given up|said by .+|weight [\d.e-]+|"
    r"link stated by the source|link inferred|link strength [\d.e-]+|scheme: .+"
)

Left = Counter[str]
"""What was left out, and how often: ``remarks``, ``elsewhere``."""


def looks_own(lines: Sequence[str]) -> bool:
    """Whether lines are an outline that argmap wrote."""
    return any(_ROW.match(line) or _BULLET.match(line) for line in lines)


def read_own(lines: Sequence[str], left: Left) -> list[Entry]:
    """The entries of an outline that argmap wrote."""
    if any(_ROW.match(line) for line in lines):
        return _Rows(left).read(lines)
    return _Bullets(left).read(lines)


class _Rows:
    """Reads `argmap show`: rows by their signs, lines that go on, details passed over."""

    def __init__(self, left: Left) -> None:
        self._left = left
        self._entries: list[Entry] = []
        self._trail: list[tuple[int, int]] = []
        """Ordinal and entry of the latest row at each level; the entry is -1 if it is left out."""

    def read(self, lines: Sequence[str]) -> list[Entry]:
        for row, text in _whole_rows(lines):
            dots, number, joint, role = row.group(2, 3, 4, 5)
            above = self._climb([int(part) for part in number.split(".")], short=bool(dots))
            self._trail[-1] = (self._trail[-1][0], self._put(role, text, above, joint=bool(joint)))
        return self._entries

    def _climb(self, ordinals: list[int], *, short: bool) -> int:
        """Make the trail that of a row with this number; returns the entry above it."""
        last = ordinals[-1]
        if not short:
            del self._trail[len(ordinals) - 1 :]
            while len(self._trail) < len(ordinals) - 1:
                above = self._trail[-1][1] if self._trail else _TOP
                self._trail.append((ordinals[len(self._trail)], above))
        elif last > 1:
            levels = range(len(self._trail) - 1, -1, -1)[:MOST_LEVELS]
            found = (level for level in levels if self._trail[level][0] == last - 1)
            del self._trail[next(found, len(self._trail)) :]
        above = self._trail[-1][1] if self._trail else _TOP
        self._trail.append((last, above))
        return above

    def _put(self, role: str, text: str, above: int, *, joint: bool) -> int:
        if above == _LEFT_OUT or _ELSEWHERE.match(text):
            self._left["elsewhere"] += above != _LEFT_OUT
            return _LEFT_OUT
        words = "" if joint and _TOGETHER.match(text) else self._bare(text)
        grouped = above >= 0 and not self._entries[above].text
        premise = role == "premise" and not grouped
        self._entries.append(Entry(words, above, _KINDS.get(role), premise))
        return len(self._entries) - 1

    def _bare(self, text: str) -> str:
        """A claim without its id, and without the remarks behind it."""
        text = _ID.sub("", text)
        found = _BRACKETED.fullmatch(text)
        if found is None:
            return text
        known = any(_REMARK.fullmatch(part) for part in found[2].split("; "))
        if not known and found[1][-1] not in ".!?":
            return text
        self._left["remarks"] += 1
        return found[1]


_TOP = -1
_LEFT_OUT = -2


def _whole_rows(lines: Sequence[str]) -> Iterator[tuple[re.Match[str], str]]:
    """Each row with all its text, which goes on below itself at a certain indentation."""
    row: re.Match[str] | None = None
    parts: list[str] = []
    going_on = False
    for line in lines:
        found = _ROW.match(line)
        if found is not None:
            if row is not None:
                yield row, " ".join(parts)
            row, parts, going_on = found, [found[6]], True
        elif row is not None and going_on:
            indent = len(line) - len(line.lstrip())
            going_on = bool(line.strip()) and indent == len(row[1]) + 2
            if going_on:
                parts.append(line.strip())
    if row is not None:
        yield row, " ".join(parts)


class _Bullets:
    """Reads the Markdown handout: bullets by their indentation, and parts below their rows."""

    def __init__(self, left: Left) -> None:
        self._left = left
        self._entries: list[Entry] = []
        self._trail: list[int] = []
        self._base = _TOP
        self._waiting: dict[str, int] = {}

    def read(self, lines: Sequence[str]) -> list[Entry]:
        for line in lines:
            part = _PART.match(line)
            bullet = _BULLET.match(line)
            if part:
                self._base = self._waiting.get(part[1], _TOP)
                self._trail = []
            elif bullet:
                del self._trail[len(bullet[1]) // 2 :]
                above = self._trail[-1] if self._trail else self._base
                self._trail.append(self._put(bullet[2] or "", bullet[3], above))
        return self._entries

    def _put(self, lead: str, text: str, above: int) -> int:
        place = len(self._entries)
        continued = _CONTINUED.search(text)
        if continued:
            text = text[: continued.start()]
            self._waiting[continued[1]] = place
        if above == _LEFT_OUT or _ELSEWHERE.match(text):
            self._left["elsewhere"] += above != _LEFT_OUT
            if continued:
                self._waiting[continued[1]] = _LEFT_OUT
            return _LEFT_OUT
        group = _TOGETHER.match(text)
        bare = "" if group else self._bare(text)
        grouped = above >= 0 and not self._entries[above].text
        self._entries.append(Entry(bare, above, _KINDS.get(lead), lead == "and" and not grouped))
        return place

    def _bare(self, text: str) -> str:
        while text.endswith("\\]") and _MARK.fullmatch(text, text.rfind(" ")):
            text = text[: text.rfind(" ")]
        # Stars of the claim itself are escaped.
        flags = text.find(" *(") if text.endswith(")*") else -1
        if flags >= 0:
            self._left["remarks"] += 1
            text = text[:flags]
        return _ESCAPE.sub(r"\1", text)
