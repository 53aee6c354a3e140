"""Footnotes: the sources of the claims that a picture shows, numbered as they come up."""

import re
from collections.abc import Iterable

from argmap.diagram.view.nodes import Footnote
from argmap.model import Citation, MapIndex, Source
from argmap.text import ellipsis, one_line

_LONGEST = 300
_ISO_DATE = re.compile(r"(\d{4})-\d\d(-\d\d)?")
_WEB = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


class Footnotes:
    """Numbers sources; the same place in the same source has one number."""

    def __init__(self, index: MapIndex) -> None:
        self._sources = index.sources
        self._numbers: dict[tuple[str, str], int] = {}

    def numbers(self, cites: Iterable[Citation]) -> tuple[int, ...]:
        """The numbers of what a claim cites, each once, from 1."""
        found: dict[int, None] = {}
        for cite in cites:
            key = (cite.source, one_line(cite.page))
            found[self._numbers.setdefault(key, len(self._numbers) + 1)] = None
        return tuple(sorted(found))

    def notes(self) -> tuple[Footnote, ...]:
        """All footnotes so far, by number."""
        return tuple(
            self._note(number, source, page) for (source, page), number in self._numbers.items()
        )

    def _note(self, number: int, name: str, page: str) -> Footnote:
        source = self._sources.get(name) or Source(id=name)
        date = _ISO_DATE.fullmatch(source.issued)
        parts = [
            source.author,
            source.title or source.id or "unnamed source",
            date[1] if date else source.issued,
            source.publisher,
            f"p. {page}" if page.isdecimal() else page,
            source.url,
        ]
        text = ", ".join(filter(None, (one_line(part).strip() for part in parts)))
        web = source.url.strip()
        return Footnote(f"{number} {ellipsis(text, _LONGEST)}", web if _WEB.fullmatch(web) else "")
