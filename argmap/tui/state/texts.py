"""The words of a map as a search compares them: without the differences of case and accent."""

import unicodedata
from collections import Counter
from collections.abc import Mapping

from argmap.model import Claim, MapIndex
from argmap.sources import Opened
from argmap.tui.written.pieces import Span


class _Marks(dict[int, int | None]):
    """Which characters combine with the one before them; worked out when first met."""

    def __missing__(self, character: int) -> int | None:
        found = None if unicodedata.combining(chr(character)) else character
        self[character] = found
        return found


_MARKS = _Marks()


def folded(text: str) -> str:
    """`text` without the differences of case and accent."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text).casefold()
    return plain if plain.isascii() else plain.translate(_MARKS)


def hits(text: str, query: str) -> list[Span]:
    """Where the words of a query stand in a text, in characters of the text."""
    flat, origins = text.lower(), None
    if not text.isascii():
        folds = [folded(character) for character in text]
        flat = "".join(folds)
        origins = [place for place, fold in enumerate(folds) for _ in fold]
    found = []
    for word in folded(query).split():
        at = flat.find(word)
        while at >= 0:
            end = at + len(word)
            if origins is None:
                found.append(Span(at, end, "match"))
            else:
                found.append(Span(origins[at], origins[end - 1] + 1, "match"))
            at = flat.find(word, end)
    return found


def claim_texts(opened: Opened, index: MapIndex) -> dict[str, str]:
    """For each claim everything that a search looks through, folded.

    That is all that the claim says of itself, its passages, and the sources that it cites; but a
    source that most claims cite tells none from another, and its title is left out.
    """
    passages: dict[str, list[str]] = {}
    for (claim, _), passage in opened.passages.items():
        passages.setdefault(claim, []).append(passage.text)
    names = _telling_sources(index)
    none: list[str] = []
    return {
        name: folded("\n".join((*_said(claim, names), *passages.get(name, none))))
        for name, claim in index.claims.items()
    }


def _telling_sources(index: MapIndex) -> dict[str, str]:
    """Id and title of each source that not most claims cite."""
    citing: Counter[str] = Counter()
    for claim in index.claims.values():
        if claim.cites:
            citing.update({cite.source for cite in claim.cites})
    return {
        name: f"{name}\n{index.sources[name].title}" if name in index.sources else name
        for name, times in citing.items()
        if 2 * times <= len(index.claims)
    }


def _said(claim: Claim, names: Mapping[str, str]) -> list[str]:
    words = [claim.claim, claim.short, claim.say, claim.id, claim.speaker, claim.kind, claim.note]
    words += claim.tags
    for cite in claim.cites:
        words += (cite.quote, cite.start, cite.end, cite.note, names.get(cite.source, ""))
    return words
