"""The passage that a citation means, and how it is shown to a reader."""

from dataclasses import dataclass

from argmap.sources.documents import Document
from argmap.sources.find import cuts_word
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


def in_context(
    document: Document, passage: Passage, before: int = 160, after: int = 160
) -> tuple[str, str, str]:
    """A passage between the text around it, each on one line and safe to print.

    Up to `before` and `after` characters are taken, cut between words and marked with ``…``
    where the text goes on. The three parts joined read as one text.
    """
    text, start, end = document.text, passage.start, passage.end
    first, last = max(0, start - before), min(len(text), end + after)
    while first < start and cuts_word(text, first):
        first += 1
    while last > end and cuts_word(text, last):
        last -= 1
    lead = "… " if text[:first].strip() else ""
    tail = " …" if text[last:].strip() else ""
    return (
        _spaced(lead + text[first:start].lstrip(_LOOSE if lead else None), left=False),
        one_line(text[start:end]),
        _spaced(text[end:last].rstrip() + tail, left=True),
    )


def _spaced(text: str, *, left: bool) -> str:
    """On one line, but still set off from the passage where it was."""
    line = one_line(text)
    if left:
        return f" {line}" if text[:1].isspace() and line else line
    return f"{line} " if text[-1:].isspace() and line else line
