"""Source documents, and the passages that citations point at."""

from argmap.sources.check import check_citations
from argmap.sources.documents import Document, read_document
from argmap.sources.opened import Opened, open_map, with_sources
from argmap.sources.passage import Passage, in_context, reading_text
from argmap.sources.resolve import Problem, ProblemKind, resolve

__all__ = [
    "Document",
    "Opened",
    "Passage",
    "Problem",
    "ProblemKind",
    "check_citations",
    "in_context",
    "open_map",
    "read_document",
    "reading_text",
    "resolve",
    "with_sources",
]
