"""Citations and sources as HTML: the passage with the words around it, where it stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from argmap.diagram.writers.goals import address
from argmap.diagram.writers.svg import escape
from argmap.formats.words import locating_words, source_words
from argmap.model import Citation, Claim, Source
from argmap.sources import Document, Passage, in_context
from argmap.sources.check import Place
from argmap.text import count, ellipsis, one_line

_LONGEST_PASSAGE = 2_000


@dataclass(frozen=True)
class Cited:
    """The sources of a map, and what was found in them."""

    sources: Mapping[str, Source]
    passages: Mapping[Place, Passage]
    documents: Mapping[str, Document]
    anchors: dict[str, str] = field(init=False)
    """Of each source in the list of sources."""

    def __post_init__(self) -> None:
        anchors = {source: f"s{place}" for place, source in enumerate(self.sources, 1)}
        object.__setattr__(self, "anchors", anchors)

    def citations(self, claim: Claim) -> str:
        """All citations of a claim, folded away behind one line that counts them."""
        if not claim.cites:
            return ""
        shown = "".join(
            self._citation(citation, (claim.id, number))
            for number, citation in enumerate(claim.cites)
        )
        return (
            f'<details class="cites"><summary>{count(len(claim.cites), "citation")}</summary>'
            f"{shown}</details>"
        )

    def _citation(self, citation: Citation, place: Place) -> str:
        where = self._where(citation, place)
        return f"<figure>{self._quote(citation, place)}<figcaption>{where}</figcaption></figure>"

    def _quote(self, citation: Citation, place: Place) -> str:
        passage = self.passages.get(place)
        document = self.documents.get(citation.source)
        if passage is None:
            words = _shown(locating_words(citation))
            return f"<blockquote><q>{words}</q></blockquote>" if words else ""
        if document is None:
            return f"<blockquote><mark>{_shown(passage.text)}</mark></blockquote>"
        before, within, behind = in_context(document, passage)
        return (
            f"<blockquote>{escape(before)}<mark>{_shown(within)}</mark>"
            f"{escape(behind)}</blockquote>"
        )

    def _where(self, citation: Citation, place: Place) -> str:
        source = self.sources.get(citation.source)
        name = _shown(source.title if source and source.title else citation.source) or "no source"
        parts = [f'<a href="#{self.anchors[source.id]}">{name}</a>' if source else name]
        if citation.page.strip():
            parts.append(f"page {_shown(citation.page)}")
        if citation.note.strip():
            parts.append(_shown(citation.note))
        if citation.source in self.documents and place not in self.passages:
            parts.append("not found in the source")
        if source and address(source.url):
            parts.append(link(source.url, "open"))
        return ", ".join(parts)

    def list_of_sources(self) -> Iterator[str]:
        """The sources with all that is known of them."""
        if not self.sources:
            return
        yield '<section id="sources" aria-labelledby="sources-title">'
        yield '<h2 id="sources-title">Sources</h2><ol>'
        for name, source in self.sources.items():
            words = ". ".join(_shown(part.rstrip(". ")) for part in source_words(source))
            where = link(source.url, source.url) if source.url else ""
            shown = ". ".join(filter(None, (words or _shown(name), where)))
            yield f'<li id="{self.anchors[name]}">{shown}</li>'
        yield "</ol></section>"


def link(to: str, words: str) -> str:
    """A link to an address on the web; to anything else there is none, just the words."""
    web = address(to)
    if not web:
        return _shown(words)
    return f'<a href="{escape(web)}" target="_blank" rel="noopener noreferrer">{_shown(words)}</a>'


def _shown(text: str) -> str:
    return escape(ellipsis(one_line(text), _LONGEST_PASSAGE, len))
