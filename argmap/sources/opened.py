"""A map with everything that could be read around it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from argmap.errors import Diagnostic, in_reading_order
from argmap.model import Map, MapIndex
from argmap.sources.check import Place, check_citations
from argmap.sources.documents import Document
from argmap.sources.gather import gather
from argmap.sources.passage import Passage
from argmap.store import Loaded, load


@dataclass(frozen=True)
class Opened:
    """A loaded map, the documents of its sources, and the passages that its citations mean."""

    loaded: Loaded
    documents: dict[str, Document]
    passages: dict[Place, Passage]
    """By claim id and index in the claim's `cites`; only those that were found."""
    diagnostics: tuple[Diagnostic, ...]
    """Of loading and of citations, in reading order."""

    @property
    def map(self) -> Map:
        """The argument map."""
        return self.loaded.map

    @property
    def index(self) -> MapIndex:
        """The look-ups of the map."""
        return self.loaded.index


def open_map(
    path: str | Path,
    source_files: Mapping[str, str] | None = None,
    progress: Callable[[float], None] | None = None,
) -> Opened:
    """Load a map and look up its citations.

    `source_files` gives paths of documents by source id, and wins over `file:` keys of the map.

    Raises:
        FileError: the map or one of `source_files` cannot be read.
        UsageError: `source_files` names a source that the map does not have.
    """
    return with_sources(load(path, progress), source_files)


def with_sources(loaded: Loaded, source_files: Mapping[str, str] | None = None) -> Opened:
    """Look up the citations of a map that is loaded already; raises like `open_map`."""
    documents, unread = gather(loaded, source_files or {})
    passages, found = check_citations(loaded, documents)
    diagnostics = tuple(in_reading_order([*loaded.diagnostics, *unread, *found]))
    return Opened(loaded, documents, passages, diagnostics)
