"""From a passage to the citation that means it: no more of another's words than locate it.

Every citation made here was tried: it resolves to the passage it was made for, and to no other.
"""

import re
from collections.abc import Iterator
from itertools import islice

from argmap.errors import RefusedEdit
from argmap.model import Citation
from argmap.sources.documents import Document
from argmap.sources.find import cuts_word, places
from argmap.sources.folding import without_markup
from argmap.sources.lines import Stretch
from argmap.sources.passage import Passage
from argmap.sources.resolve import Problem, resolve
from argmap.sources.snap import snapped
from argmap.text import FORBIDDEN

_FEW = 3
"""Words that `start` and `end` have if they need no more."""
_MANY = 8
"""Words up to which a passage is quoted whole, and the most that `start` and `end` may have."""
_QUOTED = 80
"""Characters up to which a passage of few words is quoted whole."""
_LONGEST = 400
"""Characters that a part of a citation may have; only endless words need so many."""
_NEIGHBOURS = ((1, 0), (2, 0), (4, 0), (0, 1), (0, 2), (0, 4), (8, 0), (0, 8), (8, 8))
"""Words of `prefix` and `suffix` that are tried, in this order."""
_NEAR = 600
"""Characters in which neighbouring words are looked for."""
_FAR = 10_000
"""Characters at either end of a passage in which its first and last words are looked for."""
_COMMON = 2_000
"""Words that stand more often than this are not told apart by their neighbours: it takes long."""
_LONG_WORD, _PART = 20, 4
"""A word longer than this is taken in parts of so many letters, in scripts without spaces."""
_UNSEEN = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff\xad]")
_SPACES = re.compile(r"\s+")
_WORD = re.compile(rf"(?:(?!{FORBIDDEN.pattern})\S)+")


def anchor(document: Document, start: int, end: int, source: str) -> Citation:
    """The shortest citation that means the words from `start` to `end`, and nothing else.

    The stretch is first grown to whole words, see `snapped`.

    Raises:
        RefusedEdit: there are no words, or nothing short tells the place from others.
    """
    passage = snapped(document, start, end)
    if passage is None:
        raise RefusedEdit("There are no words in the selection.", "Select some words to cite.")
    words = _outer_words(document.text, passage)
    short = len(words) <= _MANY and passage.end - passage.start <= _QUOTED
    found = _quote(document, passage, source) if short else None
    found = found or _start_and_end(document, passage, words, source)
    found = found or _quote(document, passage, source)
    if found is None:
        raise RefusedEdit(
            "No few words tell this passage from the rest of the source.",
            "Select a little more or less, so that it begins and ends with words that stand out.",
        )
    return found


def _means(found: Passage | Problem | None, passage: Stretch) -> bool:
    return isinstance(found, Passage) and (found.start, found.end) == passage


# -- quoting whole -----------------------------------------------------------------------------


def _quote(document: Document, passage: Stretch, source: str) -> Citation | None:
    if passage.end - passage.start > _LONGEST:
        return None
    for quote in _spellings(document, passage):
        for context in _contexts(document, passage, document.text[slice(*passage)]):
            citation = Citation(source=source, quote=quote, **context)
            if _means(resolve(citation, document), passage):
                return citation
    return None


# -- first and last words ----------------------------------------------------------------------


def _start_and_end(
    document: Document, passage: Stretch, words: list[Stretch], source: str
) -> Citation | None:
    if len(words) < 2:
        return None
    for context in _contexts(document, passage, document.text[slice(*words[0])]):
        found = _grown(document, words, Citation(source=source, **context))
        if found is not None:
            return found
    return None


def _grown(document: Document, words: list[Stretch], bare: Citation) -> Citation | None:
    """With as few first words as stand nowhere else, and as few last words as close it there."""
    begin, close = words[0].start, words[-1].end
    most = min(_MANY, len(words) // 2)
    heads = [_without_comma(document, begin, word.end) for word in words[:most]]
    start = _telling_start(document, _by_size(document, heads), bare)
    if start is None:
        return None
    tails = [Stretch(words[-number].start, close) for number in range(1, most + 1)]
    for tail in _by_size(document, tails):
        for end in _spellings(document, tail):
            citation = bare.model_copy(update={"start": start, "end": end})
            if _means(resolve(citation, document), Stretch(begin, close)):
                return citation
    return None


def _without_comma(document: Document, start: int, end: int) -> Stretch:
    bare = document.text[start:end].rstrip(",;:")
    return Stretch(start, start + len(bare) if bare else end)


def _by_size(document: Document, growing: list[Stretch]) -> list[Stretch]:
    """In the order in which they are tried: from a few words on; fewer, if a few cannot be."""
    usual = growing[_FEW - 1 :] or growing[-1:]
    return usual if _spellings(document, usual[0]) else growing[: _FEW - 1][::-1]


def _telling_start(document: Document, heads: list[Stretch], bare: Citation) -> str | None:
    spelled = [(head, start) for head in heads for start in _spellings(document, head)]
    if bare.suffix:
        return spelled[0][1] if spelled else None
    for head, start in spelled:
        alone = Citation(source=bare.source, quote=start, prefix=bare.prefix)
        if _means(resolve(alone, document), head):
            return start
    return None


# -- words -------------------------------------------------------------------------------------


def _spellings(document: Document, stretch: Stretch) -> list[str]:
    """How a stretch may be written in a map: as one reads it, else as it stands in the source."""
    text = document.text[slice(*stretch)]
    forms = [without_markup(text), text] if document.markdown else [text]
    plain = [_SPACES.sub(" ", _UNSEEN.sub("", form)).strip() for form in forms]
    return [
        form
        for form in dict.fromkeys(plain)
        if form and len(form) <= _LONGEST and not FORBIDDEN.search(form)
    ]


def _contexts(document: Document, passage: Stretch, first: str) -> Iterator[dict[str, str]]:
    """Ever more neighbouring words, as fields of a citation; none first."""
    yield {}
    if sum(1 for _ in islice(places(document.text, first), _COMMON)) == _COMMON:
        return
    text, start, end = document.text, passage.start, passage.end
    words_before = _words(text, max(0, start - _NEAR), start)
    words_behind = _words(text, end, min(len(text), end + _NEAR))
    for before, behind in _NEIGHBOURS:
        fields = {
            "prefix": _spelled(document, words_before[-before:] if before else []),
            "suffix": _spelled(document, words_behind[:behind]),
        }
        if any(fields.values()):
            yield fields


def _spelled(document: Document, words: list[Stretch]) -> str:
    if not words:
        return ""
    return next(iter(_spellings(document, Stretch(words[0].start, words[-1].end))), "")


def _outer_words(text: str, passage: Stretch) -> list[Stretch]:
    """The words of a passage; of a very long one, those near its ends."""
    start, end = passage
    if end - start <= 2 * _FAR:
        return _words(text, start, end)
    return _words(text, start, start + _FAR) + _words(text, end - _FAR, end)


def _words(text: str, start: int, end: int) -> list[Stretch]:
    """The words of a stretch; in scripts without spaces, parts of the length of words."""
    found: list[Stretch] = []
    for match in _WORD.finditer(text, start, end):
        begin, close = match.span()
        if close - begin > _LONG_WORD:
            for place in range(begin + 1, close):
                if place - begin >= _PART and not cuts_word(text, place):
                    found.append(Stretch(begin, place))
                    begin = place
        found.append(Stretch(begin, close))
    return found
