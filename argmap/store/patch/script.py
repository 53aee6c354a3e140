"""A list of small changes to a text, and what the text is after them.

Changes name places of the text as it was. Lines that move are put in by a change that renders
them, with the changes within them, when all are known.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from argmap.store.patch.ground import Ground, Stretch
from argmap.store.splices import Splice

Lines = Callable[[], list[str]]
_INLINE = 1_000_000
"""Deeper than any column: what changes within a line belongs to whatever stands there."""


class _Change(NamedTuple):
    start: int
    end: int
    column: int
    """Of what is put in: what stands deeper belongs to what ends here, so it comes first."""
    rank: int
    made: int
    text: Callable[[], str]

    @property
    def order(self) -> tuple[int, bool, int, int, int]:
        return self.start, self.end > self.start, -self.column, self.rank, self.made

    @property
    def is_cut(self) -> bool:
        """Whether it only takes out lines; what another takes out of them makes no difference."""
        return self.text is str

    def is_part_of(self, start: int, end: int, column: int) -> bool:
        """Whether it changes a stretch of lines that belong to a dash or key at a column.

        What is put in right before the stretch is not; right behind, if it stands deeper.
        """
        if self.start < start or self.end > end or (self.start, self.end) == (start, end):
            return False
        if self.start != self.end or self.column == _INLINE:
            return True
        return self.start > start and (self.end < end or self.column > column)


class Script:
    """Collects changes to one text."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self._changes: list[_Change] = []

    def _add(self, start: int, end: int, column: int, rank: int, text: Callable[[], str]) -> None:
        self._changes.append(_Change(start, end, column, rank, len(self._changes), text))

    def replace(self, start: int, end: int, text: str | Callable[[], str]) -> None:
        """Put a text in the place of a stretch within a line or over some."""
        self._add(start, end, _INLINE, 0, text if callable(text) else lambda: text)

    def insert(self, line: int, column: int, lines: Lines, rank: int = 0) -> None:
        """Put lines, which start at a column, in front of a line.

        Of several in front of the same line the deepest come first; then those of lower rank.
        """
        at, end = self.ground.starts[line], self.ground.newline
        self._add(at, at, column, rank, lambda: "".join(text + end for text in lines()))

    def cut(self, stretch: Stretch) -> None:
        """Take lines out; what is changed within them only shows where they are `moved` to."""
        starts = self.ground.starts
        self._add(starts[stretch.first], starts[stretch.behind], stretch.column, 0, str)

    def moved(self, stretch: Stretch) -> list[str]:
        """Some lines as they are after the changes within them."""
        starts = self.ground.starts
        start, end = starts[stretch.first], starts[stretch.behind]
        parts = [made for made in self._changes if made.is_part_of(start, end, stretch.column)]
        splices = self._effective(parts)
        return self.ground.split(_spliced(self.ground.raw, splices, start, end))

    def result(self) -> tuple[str, tuple[Splice, ...]]:
        """The whole text after all changes, and the stretches that differ from before."""
        ground = self.ground
        splices = self._effective(self._changes)
        end = len(ground.raw)
        if ground.padded:
            end -= len(ground.newline)
            splices = _without_padding(splices, ground, end)
        return _spliced(ground.raw, splices, 0, end), tuple(splices)

    def _effective(self, changes: Iterable[_Change]) -> list[Splice]:
        """Changes that are not within a larger one, in order, joined where they meet."""
        found: list[Splice] = []
        at, cut = 0, None
        for change in sorted(changes, key=lambda change: change.order):
            inside = cut is not None and change.start == change.end == cut.end
            start = max(change.start, at) if change.is_cut else change.start
            if start < at or change.end < at or (at == change.end > change.start):
                continue
            if inside and cut is not None and change.column > cut.column:
                continue
            old, new = self.ground.raw[start : change.end], change.text()
            if found and start == found[-1].at + len(found[-1].old):
                last = found.pop()
                found.append(Splice(last.at, last.old + old, last.new + new))
            else:
                found.append(Splice(start, old, new))
            at = change.end
            cut = change if change.end > change.start else cut
        return [splice for splice in found if splice.old != splice.new]


def _without_padding(splices: list[Splice], ground: Ground, length: int) -> list[Splice]:
    """The same for the file that has no line end at its end, before and after."""
    if not splices or splices[-1].at + len(splices[-1].old) <= length:
        return splices
    *others, last = splices
    end = ground.newline
    if last.at > length:
        last = Splice(length, "", end + last.new.removesuffix(end))
    elif last.new.endswith(end):
        last = Splice(last.at, last.old[: length - last.at], last.new.removesuffix(end))
    else:
        start = max(0, last.at - len(end))
        last = Splice(start, ground.raw[start:length], last.new)
    return [*others, last]


def _spliced(text: str, splices: Iterable[Splice], start: int, end: int) -> str:
    parts, at = [], start
    for splice in splices:
        parts += [text[at : splice.at], splice.new]
        at = splice.at + len(splice.old)
    return "".join([*parts, text[at:end]])
