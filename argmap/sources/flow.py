"""Lines that were broken to a width, and the paragraphs that they were broken out of.

A line end is soft where whoever broke the lines had no choice: the first word of the next line
would not have fitted on this one. That takes a width that all of the source keeps to; a source
without one keeps every line end. So do verse, addresses and tables within a source that has one,
as their lines end early. Only what is near an offset is read.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from argmap.sources.documents import Document
from argmap.sources.lines import MOST, Stretch, line_at, next_line, previous_line
from argmap.sources.sentences import ALONE, ITEM, QUOTED, is_blank
from argmap.text import width

UNIT = re.compile(
    "[「『（〈《【〔“‘]*[\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
    "[、。，．！？：；）〉》】〕」』”’ー々〻\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef]*"
    "|[^\\s\0\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"
)
"""What goes on the next line as a whole: a word, or an ideograph with the marks that keep to it."""

_WIDTHS = range(50, 121)
"""Cells that prose is broken to; narrower texts are verse and lists more often than not."""
_LONGEST = 2 * _WIDTHS.stop
"""Characters from which on a line was not broken to a width; a wide one has two cells each."""
_TABLE = re.compile(r"\t| {3}|\.{5}|^[|+]")
"""What only lines of tables have: columns, leaders, frames."""
_SAMPLES, _SAMPLE = 8, 4_000
"""How many places a source is looked at to learn its width, and how many characters at each."""
_LEAST = 3
"""Lines that must go on in the next for a source to have a width."""
_SHARE = 0.7
"""Share of the lines that must keep to it."""
_MOST_HANGING = 20
"""Lines of one item of a list."""
_KEPT = 10_000
"""Lines whose paragraphs are remembered."""


class _Fit(NamedTuple):
    """The widths in cells that would have broken a line here: from its own to one too few."""

    size: int
    too_few: int
    lone: bool
    """Whether the line is one word, which may be longer than any width."""
    capital: bool
    """Whether the next line starts with a capital, as the lines of most verse do."""


class Flow:
    """The paragraphs of one document, as far as they are asked for."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._paragraphs: dict[Stretch, Stretch] = {}

    @cached_property
    def width(self) -> int | None:
        """Cells that the lines were broken to; None where there is no such width."""
        fits = list(self._sampled())
        if len(fits) < _LEAST or 2 * sum(fit.capital for fit in fits) > len(fits):
            return None
        ends: Counter[int] = Counter()
        for fit in fits:
            ends[fit.size] += 1
            ends[fit.too_few + _slack(fit.too_few)] -= 1
        sizes = sorted(ends)
        kept = dict(zip(sizes, accumulate(ends[size] for size in sizes), strict=True))
        best = max((size for size in sizes if size in _WIDTHS), key=kept.__getitem__, default=0)
        return best if best and kept[best] >= _SHARE * len(fits) else None

    def paragraph_at(self, offset: int) -> Stretch:
        """The lines around an offset that belong together; without the last one's line end.

        A very long paragraph is cut about every `MOST` characters, always in the same places.
        """
        line = line_at(self.document.text, offset)
        if self.width is None:
            return line
        found = self._paragraphs.get(line)
        return self._gathered(line) if found is None else found

    def below(self, paragraph: Stretch) -> Stretch | None:
        """The paragraph below one that `paragraph_at` found; None below the last."""
        line = next_line(self.document.text, paragraph)
        return None if line is None else self.paragraph_at(line.start)

    def above(self, paragraph: Stretch) -> Stretch | None:
        """The paragraph above one that `paragraph_at` found; None above the first."""
        line = previous_line(self.document.text, paragraph)
        return None if line is None else self.paragraph_at(line.start)

    def _gathered(self, line: Stretch) -> Stretch:
        text, lines = self.document.text, [line]
        first = last = line
        while (above := previous_line(text, first)) and self._goes_on(above, first):
            lines.append(first := above)
        while (below := next_line(text, last)) and self._goes_on(last, below):
            lines.append(last := below)
        if len(self._paragraphs) > _KEPT:
            self._paragraphs.clear()
        found = Stretch(first.start, last.end)
        self._paragraphs.update(dict.fromkeys(lines, found))
        return found

    def _goes_on(self, above: Stretch, below: Stretch) -> bool:
        return self._soft(above, below) and not self._cut(above, below)

    def _cut(self, above: Stretch, below: Stretch) -> bool:
        """Whether a paragraph is cut here: at a multiple of `MOST` with no end of it near."""
        if above.start // MOST == below.start // MOST:
            return False
        text, first, last = self.document.text, above, below
        while (line := previous_line(text, first)) and self._soft(line, first):
            first = line
            if below.start - first.start > MOST:
                break
        else:
            return False
        while (line := next_line(text, last)) and self._soft(last, line):
            last = line
            if last.end - below.start > MOST:
                return True
        return False

    def _soft(self, above: Stretch, below: Stretch) -> bool:
        fit = self._fit(above, below)
        if fit is None or self.width is None:
            return False
        slack = _slack(self.width)
        if fit.size > self.width + 2 and not fit.lone:
            return False
        return 2 * fit.size > self.width and fit.too_few + slack > self.width

    def _fit(self, above: Stretch, below: Stretch) -> _Fit | None:
        """How two lines fit together; None where the line end means something."""
        text = self.document.text
        if above.end == below.start or max(map(_length, (above, below))) > _LONGEST:
            return None
        upper, lower = text[slice(*above)].rstrip(), text[slice(*below)].rstrip()
        word = UNIT.search(lower)
        if word is None or self._stands_alone(above, upper) or self._stands_alone(below, lower):
            return None
        lone = UNIT.fullmatch(upper.lstrip()) is not None
        spaced = self.document.markdown and text.startswith("  ", above.start + len(upper))
        if spaced or ITEM.match(lower) or (lone and word.end() == len(lower)):
            return None
        if word.start() and not self._hangs(above, word.start()):
            return None
        size = width(upper)
        capital = word[0][0].isupper() and not word[0][1:].isupper()
        return _Fit(size, size + 1 + width(word[0]), lone, capital)

    def _stands_alone(self, line: Stretch, text: str) -> bool:
        """Whether a line is none of a paragraph of prose, whatever its length."""
        special = ALONE.match(text) or QUOTED.match(text) or _TABLE.search(text.lstrip())
        return special is not None or is_blank(self.document, line)

    def _hangs(self, line: Stretch, indent: int) -> bool:
        """Whether what stands so far in below a line goes on with the item of a list there."""
        text = self.document.text
        for _ in range(_MOST_HANGING):
            if mark := ITEM.match(text, *line):
                begin = _indent(text, line)
                return begin < indent <= mark.end() - line.start + 2
            above = previous_line(text, line)
            if above is None or _indent(text, line) != indent:
                return False
            line = above
        return False

    def _sampled(self) -> Iterator[_Fit]:
        text = self.document.text
        step = max(_SAMPLE, len(text) // _SAMPLES)
        for start in range(0, len(text), step):
            line = line_at(text, start)
            while (below := next_line(text, line)) and line.start < start + _SAMPLE:
                fit = self._fit(line, below)
                if fit is not None:
                    yield fit
                line = below


def _slack(size: int) -> int:
    """Cells that a line may end early: some programs even out the ends, and people do too."""
    return size // 10


def _length(line: Stretch) -> int:
    return line.end - line.start


def _indent(text: str, line: Stretch) -> int:
    place = line.start
    while place < line.end and text[place] == " ":
        place += 1
    return place - line.start
