"""What of a source is not yet in the map: the sentences that no passage touches."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, chain

from argmap.sources.documents import Document
from argmap.sources.lines import Stretch
from argmap.sources.sentences import (
    is_heading,
    paragraph_at,
    paragraphs,
    paragraphs_before,
    sentences,
)

_FENCES = ("```", "~~~")


class Cover:
    """Stretches of a document, to be asked which of them touch another stretch."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        self._sorted = sorted(Stretch(*stretch) for stretch in stretches)
        self._starts = [stretch.start for stretch in self._sorted]
        self._reach = list(accumulate((stretch.end for stretch in self._sorted), max))

    def touching(self, start: int, end: int) -> list[Stretch]:
        """Those that share a character with a stretch, in reading order."""
        found = []
        place = bisect_left(self._starts, end) - 1
        while place >= 0 and self._reach[place] > start:
            if self._sorted[place].end > start:
                found.append(self._sorted[place])
            place -= 1
        return found[::-1]

    def touches(self, start: int, end: int) -> bool:
        """Whether any of them shares a character with a stretch."""
        place = bisect_left(self._starts, end) - 1
        return place >= 0 and self._reach[place] > start


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a document the passages of a map touch."""

    sentences: int
    uncited: tuple[Stretch, ...]

    @property
    def cited(self) -> int:
        """Number of sentences that a passage touches."""
        return self.sentences - len(self.uncited)

    @property
    def share(self) -> float:
        """Share of the sentences that a passage touches, 0 to 1; 1 where there are none."""
        return self.cited / self.sentences if self.sentences else 1.0


def coverage(document: Document, cover: Cover) -> Coverage:
    """How much of the document is touched. Linear in its length: seconds for the largest."""
    number, uncited = 0, []
    for sentence in _statements(document, paragraphs(document)):
        number += 1
        if not cover.touches(*sentence):
            uncited.append(sentence)
    return Coverage(number, tuple(uncited))


def next_uncited(document: Document, cover: Cover, offset: int) -> Stretch | None:
    """The first sentence that starts behind an offset and that nothing touches."""
    for sentence in _statements(document, paragraphs(document, offset)):
        if sentence.start > offset and not cover.touches(*sentence):
            return sentence
    return None


def previous_uncited(document: Document, cover: Cover, offset: int) -> Stretch | None:
    """The last sentence that ends before an offset and that nothing touches."""
    here = paragraph_at(document, offset)
    for paragraph in chain([here], paragraphs_before(document, offset)):
        for sentence in reversed(list(_statements(document, [paragraph]))):
            if sentence.end <= offset and not cover.touches(*sentence):
                return sentence
    return None


def _statements(document: Document, found: Iterable[Stretch]) -> Iterator[Stretch]:
    """The sentences that may say something: no headings, no code."""
    fenced: bool | None = None
    for paragraph in found:
        if document.markdown:
            if fenced is None:
                fenced = _is_fenced(document.text, paragraph.start)
            marks = sum(document.text.count(fence, *paragraph) for fence in _FENCES)
            fenced ^= marks % 2 == 1
            if fenced or marks:
                continue
        if not is_heading(document, paragraph):
            yield from sentences(document, paragraph)


def _is_fenced(text: str, offset: int) -> bool:
    return sum(text.count(f"\n{fence}", 0, offset) for fence in _FENCES) % 2 == 1
