"""Reading outlines that people and other programs write: bullets, numbers, headings, indents."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from argmap.formats.paste_entries import Entry
from argmap.formats.paste_kinds import SIGNS, heading_kind, told
from argmap.model.link import LinkKind

_BULLETS = {"*": "*", "+": "+", "!": "!", "&": "&"} | dict.fromkeys("-–—−", "-")
"""Signs that are bullets where white space follows, by what they count as."""
_SURE_BULLETS = frozenset("•◦‣▪▫▸►●○■□➢➤→∙·")
"""Signs that no sentence starts with."""
_CHECKBOX = re.compile(r"\[[ xX]\]\s+")
_HEADING = re.compile(r"(#{1,6})\s+(.*)")
_NUMBERED = re.compile(
    r"(?:\(?\d{1,3}(?:\.\d{1,3})*[.)]+|\(?(?:[A-Za-z]|[ivxlc]{2,6}|[IVXLC]{2,6})\))\s+(?=\S)"
)
_MAYBE_NUMBERED = re.compile(
    r"(?:(?P<bare>\d{1,3}(?:\.\d{1,3})+)|(?P<lower>(?:[a-z]|[ivxlc]{2,6})\.)|(?P<upper>(?:[A-Z]|[IVXLC]{2,6})\.))\s+(?=\S)"
)
_NUMBER_PARTS = re.compile(r"\d+")

_WORD = re.compile(r"\w")
_LETTER, _BULLET = 8, 9
"""Ranks of letters and of bullets beside numbers: ``1.``, ``1.1``, ``a)``, ``-`` nest in turn."""

Position = tuple[int, int, int]
"""Where an item stands: its indent, whether it has a bullet, and how its bullet ranks.

What has a greater one hangs under it.
"""


@dataclass(slots=True)
class _Item:
    """One item of the outline before it is known what it hangs under."""

    position: Position
    sign: str
    text: str
    text_column: int


class Foreign:
    """Reads one outline."""

    def __init__(self) -> None:
        self.uneven = 0
        """How many items stand at an indentation of their own, which was mended."""
        self.unclear_signs = False
        """Whether there is + and -, but never at one level, so that both are only bullets."""

    def read(self, lines: Sequence[str]) -> list[Entry]:
        """The entries of the outline."""
        items = list(_items(lines))
        entries, depths = self._nested(items)
        clear = False
        for item, entry in zip(items, entries, strict=True):
            _tell(entry, item)
            clear = clear or entry.joint or entry.kind is not None
        if self._signs_speak(items, depths, clear=clear):
            for item, entry in zip(items, entries, strict=True):
                entry.kind = entry.kind or SIGNS.get(item.sign)
        return entries

    def _nested(self, items: list[_Item]) -> tuple[list[Entry], list[int]]:
        entries: list[Entry] = []
        depths: list[int] = []
        stack: list[int] = []
        for place, item in enumerate(items):
            left = None
            while stack and items[stack[-1]].position >= item.position:
                left = items[stack.pop()].position[0]
            self.uneven += left is not None and left != item.position[0]
            entries.append(Entry(item.text, stack[-1] if stack else -1))
            depths.append(len(stack))
            stack.append(place)
        return entries, depths

    def _signs_speak(self, items: list[_Item], depths: list[int], *, clear: bool) -> bool:
        """Whether + and - mean support and rebuttal: where they stand at one level.

        At different levels they may be bullets, unless the outline says of some claim what it
        does (`clear`).
        """
        signs: dict[int, set[str]] = defaultdict(set)
        for item, depth in zip(items, depths, strict=True):
            if item.sign in {"+", "-"}:
                signs[depth].add(item.sign)
        both = len(set().union(*signs.values())) == 2
        speak = both and (clear or any(len(found) == 2 for found in signs.values()))
        self.unclear_signs = both and not speak
        return speak


def _tell(entry: Entry, item: _Item) -> None:
    """Note what an entry says of itself; its first word says more than its sign."""
    section = heading_kind(entry.text)
    if section is not None:
        entry.kind, entry.heading = section, True
        return
    found = told(entry.text)
    entry.text = found.text
    entry.kind = found.kind or (LinkKind.UNDERCUT if item.sign == "!" else None)
    entry.joint = found.joint or item.sign == "&"


def _items(lines: Sequence[str]) -> Iterator[_Item]:
    """The items of an outline; a line that goes on at the text of a bullet belongs to it."""
    counted = Counter(_style(line) for line in lines)
    held: _Item | None = None
    parts: list[str] = []
    open_ended = False
    for line in lines:
        words = line.strip()
        if not _WORD.search(words):
            open_ended = False
            continue
        indent = len(line) - len(line.lstrip())
        item = _item(words, indent, counted)
        plain = item.position[1] == 0 and item.position[0] >= 0
        if open_ended and plain and held is not None and indent == held.text_column:
            parts.append(words)
            continue
        if held is not None:
            held.text = " ".join(parts)
            yield held
        held, parts = item, [item.text]
        open_ended = item.text_column > indent
    if held is not None:
        held.text = " ".join(parts)
        yield held


def _style(line: str) -> str:
    """What kind of bullet a line has that only counts as one where others have it too."""
    found = _MAYBE_NUMBERED.match(line.strip())
    return found.lastgroup or "" if found is not None else ""


def _item(words: str, indent: int, counted: Counter[str]) -> _Item:
    heading = _HEADING.match(words)
    if heading is not None:
        return _Item((len(heading[1]) - 10, 0, 0), "", _heading_text(heading[2]), indent)
    sign, rank, text = _without_bullet(words, counted)
    bulleted = text != words
    column = indent + len(words) - len(text)
    box = _CHECKBOX.match(text) if bulleted else None
    text = text[box.end() :] if box is not None else text
    return _Item((indent, int(bulleted), rank), sign, text, column)


def _heading_text(words: str) -> str:
    """A heading without the signs that may close it."""
    bare = words.rstrip("#")
    return bare.rstrip() if bare[-1:].isspace() else words


def _without_bullet(words: str, counted: Counter[str]) -> tuple[str, int, str]:
    """The sign, rank and text of an item."""
    first, rest = words[0], words[1:]
    if first in _SURE_BULLETS or (first in "o§" and rest[:2] == "  "):
        return "", _BULLET, rest.lstrip()
    if first in _BULLETS and rest[:1].isspace():
        return _BULLETS[first], _BULLET, rest.lstrip()
    found = _NUMBERED.match(words)
    if found is None:
        maybe = _MAYBE_NUMBERED.match(words)
        found = maybe if maybe is not None and counted[maybe.lastgroup or ""] > 1 else None
    if found is None:
        return "", 0, words
    return "", len(_NUMBER_PARTS.findall(found[0])) or _LETTER, words[found.end() :]
