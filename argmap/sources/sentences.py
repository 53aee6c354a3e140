"""Paragraphs and sentences of a document, found around an offset.

A paragraph is what a reader would take as one: lines that were broken to a width belong
together, headings and items of lists stand for themselves. Only the lines that matter are read.
"""

import re
from collections.abc import Iterator
from itertools import islice

from argmap.sources.documents import Document
from argmap.sources.lines import Stretch, line_at, next_line, previous_line

_BROKEN = range(30, 121)
"""Lengths of lines that were broken to a width; shorter and longer ones end where they end."""
_MOST_LINES = 400
_HEADING_WORDS = 10

ITEM = re.compile(r"[ \t]*(?:>[ \t]*)*(?:[-*+•–]|\d{1,3}[.)]|[A-Za-z][.)])[ \t]+(?=\S)")
"""What an item of a list starts with."""
_HEADING = re.compile(r"[ \t]*#{1,6}[ \t]+")
_FENCE = re.compile(r"[ \t]*(?:`{3}|~{3})")
ALONE = re.compile(f"{_FENCE.pattern}|{_HEADING.pattern}")
"""What stands at the start of a line that no other belongs to."""
_UNDERLINE = re.compile(r"[ \t]*(?:=+|-+)[ \t\r]*")
QUOTED = re.compile(r"[ \t]*(?:>[ \t]*)+")
"""What lines of a quotation start with."""
_CLOSING = "\"'”’»)]*_`"
_STOP = re.compile(rf"[.!?…]+[{re.escape(_CLOSING)}]*(?=\s)|[。！？]+[」』”’）]*")
_TERMINAL = ".!?…;,。！？；，"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ABBREVIATIONS = _words(
    "mr mrs ms dr prof st mt vs cf al fig figs no nos vol pp p ed eds jr sr inc ltd co corp gov "
    "sen rep gen col sgt capt lt hon rev pres approx dept est ca ch sec art para jan feb mar apr "
    "jun jul aug sep sept oct nov dec bzw usw nr abs bspw vgl"
)
_DOTTED = re.compile(r"(?:\w\.)+\w")
_BEGINNINGS = _words(
    "the this that these those it its in on at by for from with but and or so yet a an he she we "
    "they you i if when while as since because although however there here what who why how not "
    "no some many most all both each one moreover furthermore instead still then now after before "
    "his her their our your"
)
"""Words that, with a capital, start a sentence also behind ``U.S.``."""


def paragraph_at(document: Document, offset: int) -> Stretch:
    """The paragraph around an offset; on a blank line, that line."""
    text = document.text
    first = last = line_at(text, offset)
    for _ in range(_MOST_LINES):
        above = previous_line(text, first)
        if above is None or not _joined(document, above, first):
            break
        first = above
    return Stretch(first.start, _last_line(document, last).end)


def _last_line(document: Document, line: Stretch) -> Stretch:
    for _ in range(_MOST_LINES):
        below = next_line(document.text, line)
        if below is None or not _joined(document, line, below):
            break
        line = below
    return line


def paragraphs(document: Document, offset: int = 0) -> Iterator[Stretch]:
    """The paragraphs from the one around an offset on; blank lines are left out."""
    found = paragraph_at(document, offset)
    while True:
        if not is_blank(document, found):
            yield found
        line = next_line(document.text, line_at(document.text, found.end))
        if line is None:
            return
        found = Stretch(line.start, _last_line(document, line).end)


def paragraphs_before(document: Document, offset: int) -> Iterator[Stretch]:
    """The paragraphs before the one around an offset, the nearest first."""
    found = paragraph_at(document, offset)
    while found.start:
        found = paragraph_at(document, found.start - 1)
        if not is_blank(document, found):
            yield found


def is_blank(document: Document, stretch: Stretch) -> bool:
    """Whether there is nothing to read: no letter, no digit, and no fence around code."""
    if document.markdown and _FENCE.match(document.text, *stretch):
        return False
    return not any(map(str.isalnum, document.text[slice(*stretch)]))


def is_heading(document: Document, paragraph: Stretch) -> bool:
    """Whether a paragraph is a heading: marked as one, or one short line that is no sentence.

    Where such lines follow one another they are what the text is made of, and no headings.
    """
    text = document.text[slice(*paragraph)]
    if document.markdown:
        below = next_line(document.text, line_at(document.text, paragraph.end))
        if _HEADING.match(text) or (below and _UNDERLINE.fullmatch(document.text, *below)):
            return True
    if not _is_title_like(document, paragraph):
        return False
    above = next(paragraphs_before(document, paragraph.start), None)
    behind = next(islice(paragraphs(document, paragraph.start), 1, None), None)
    neighbours = [near for near in (above, behind) if near is not None]
    return len(neighbours) < 2 or not all(_is_title_like(document, near) for near in neighbours)


def _is_title_like(document: Document, paragraph: Stretch) -> bool:
    text = document.text[slice(*paragraph)]
    if ITEM.match(text) or "\n" in text:
        return False
    words = text.rstrip().rstrip(_CLOSING)
    most = _HEADING_WORDS if words.endswith(":") else 2 * _HEADING_WORDS
    return words[-1:] not in _TERMINAL and len(words.split()) <= most


def sentences(document: Document, paragraph: Stretch) -> list[Stretch]:
    """The sentences of a paragraph, without the marks of lists and the space between them."""
    text = document.text
    start = paragraph.start
    for mark in (QUOTED, _HEADING, ITEM):
        if found := mark.match(text, start, paragraph.end):
            start = found.end()
    made = []
    for stop in _STOP.finditer(text, start, paragraph.end):
        if _ends_sentence(text, start, stop, paragraph.end):
            made.append(_trimmed(text, start, stop.end()))
            start = stop.end()
    made.append(_trimmed(text, start, paragraph.end))
    return [found for found in made if not is_blank(document, found)]


def sentence_at(document: Document, offset: int) -> Stretch | None:
    """The sentence around an offset, or the next one of its paragraph; None on a blank line."""
    found = sentences(document, paragraph_at(document, offset))
    here = (sentence for sentence in found if offset < sentence.end)
    return next(here, found[-1] if found else None)


def _joined(document: Document, above: Stretch, below: Stretch) -> bool:
    """Whether a line goes on in the next: it was broken only to fit a width."""
    text = document.text
    if above.end == below.start:
        return False
    if is_blank(document, above) or is_blank(document, below) or ITEM.match(text, *below):
        return False
    if document.markdown:
        return not any(ALONE.match(text, *line) for line in (above, below))
    length, length_below = above.end - above.start, below.end - below.start
    first_word = len(text[below.start : below.end].split(None, 1)[0])
    return (
        length in _BROKEN
        and length_below <= _BROKEN.stop
        and length + 1 + first_word > length_below
    )


def _ends_sentence(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    behind = text[stop.end() : min(end, stop.end() + 80)].lstrip().lstrip("\"'“‘«([*_`")
    if behind[:1].islower():
        return False
    if stop[0][0] != "." or stop[0].startswith(".."):
        return True
    before = text[max(start, stop.start() - 40) : stop.start()].split()
    word = before[-1].lstrip("(\"'“‘«[*_`") if before else ""
    if word.isdigit() and not text[start : stop.start()].strip(" \t*_").strip(word):
        return False
    if _DOTTED.fullmatch(word):
        return re.split(r"\W", behind, maxsplit=1)[0].lower() in _BEGINNINGS
    return word.lower() not in _ABBREVIATIONS and not (len(word) == 1 and word.isupper())


def _trimmed(text: str, start: int, end: int) -> Stretch:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Stretch(start, end)
