"""The words next to a place, which tell apart places that read the same."""

import re

from argmap.sources.documents import Document
from argmap.sources.find import cuts_word
from argmap.sources.folding import fold

_OUTER_NON_WORD = re.compile(r"^\W+|\W+$")
_SLACK = 200


def precedes(document: Document, words: str, offset: int) -> bool:
    """Whether the words just before `offset` are `words`, spelling and punctuation aside."""
    if not words.strip():
        return True
    begin = max(0, offset - 2 * len(words) - _SLACK)
    return any(
        before.endswith(wanted) and not cuts_word(before, len(before) - len(wanted))
        for before, wanted in _comparable(document, document.text[begin:offset], words)
    )


def follows(document: Document, words: str, offset: int) -> bool:
    """Whether the words just behind `offset` are `words`, spelling and punctuation aside."""
    if not words.strip():
        return True
    behind = document.text[offset : offset + 2 * len(words) + _SLACK]
    return any(
        after.startswith(wanted) and not cuts_word(after, len(wanted))
        for after, wanted in _comparable(document, behind, words)
    )


def _comparable(document: Document, text: str, words: str) -> list[tuple[str, str]]:
    wanted = fold(words).text.strip()
    forms = [fold(text).text.strip()]
    if document.markdown:
        forms.append(fold(text, without_markup=True).text.strip())
    core = _core(wanted)
    return [(_core(form), core) if core else (form, wanted) for form in forms]


def _core(text: str) -> str:
    return _OUTER_NON_WORD.sub("", text)
