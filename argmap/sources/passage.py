"""The passage that a citation means, and how it is shown to a reader."""

from dataclasses import dataclass

from argmap.sources.documents import Document
from argmap.sources.find import cuts_word
from argmap.sources.folding import without_markup
from argmap.text import one_line

_LOOSE = " \t\r\n.,;:!?)"


@dataclass(frozen=True, slots=True)
class Passage:
    """What a citation points at: offsets in code points of `Document.text`, and the text there.

    `exact` says that the document has the words just as the citation spells them. The text is
    as in the document and may hold line breaks and control characters.
    """

    start: int
    end: int
    text: str
    exact: bool


def reading_text(document: Document, passage: Passage) -> str:
    """The passage for a reader: on one line, without Markdown's markup, safe to print."""
    return one_line(_as_read(document, passage.text))


def in_context(
    document: Document, passage: Passage, before: int = 160, after: int = 160
) -> tuple[str, str, str]:
    """A passage between the text around it, each for a reader as `reading_text` has it.

    Up to `before` and `after` characters are taken, cut between words and marked with ``…``
    where the text goes on. The three parts joined read as one text.
    """
    text, start, end = document.text, passage.start, passage.end
    first, last = max(0, start - before), min(len(text), end + after)
    while first < start and cuts_word(text, first):
        first += 1
    while last > end and cuts_word(text, last):
        last -= 1
    lead, tail = _as_read(document, text[first:start]), _as_read(document, text[end:last])
    if text[:first].strip():
        lead = f"… {lead.lstrip(_LOOSE)}"
    if text[last:].strip():
        tail = f"{tail.rstrip()} …"
    space_before = " " if lead[-1:].isspace() else ""
    space_behind = " " if tail[:1].isspace() else ""
    return (
        one_line(lead) + space_before,
        reading_text(document, passage),
        space_behind + one_line(tail),
    )


def _as_read(document: Document, text: str) -> str:
    return without_markup(text) if document.markdown else text
