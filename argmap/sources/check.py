"""The citations of a whole map: the passages they mean, and what is the matter with the others."""

from collections.abc import Collection, Iterator, Mapping

from argmap.errors import Diagnostic, Span
from argmap.model import Citation
from argmap.sources.documents import Document
from argmap.sources.passage import Passage
from argmap.sources.resolve import Problem, ProblemKind, incomplete, resolve
from argmap.store import Loaded
from argmap.store.report import Report
from argmap.text import count, nearest

Place = tuple[str, int]
"""The id of a claim, and the index of a citation in its `cites`."""

_CODES = {
    ProblemKind.MISSING: "AM303",
    ProblemKind.AMBIGUOUS: "AM304",
    ProblemKind.OVERLAP: "AM305",
    ProblemKind.INCOMPLETE: "AM307",
}


def check_citations(
    loaded: Loaded, documents: Mapping[str, Document]
) -> tuple[dict[Place, Passage], list[Diagnostic]]:
    """Look up every citation in the document of its source, as far as that is at hand."""
    report = Report(loaded.path)
    passages: dict[Place, Passage] = {}
    unchecked: dict[str, int] = {}
    cited: set[str] = set()
    sources = loaded.index.sources
    for place, citation in _citations(loaded):
        span = loaded.spans.cites.get(place, Span(loaded.path))
        if citation.source not in sources:
            report.add_at("AM301", *_unknown_source(citation, sources, span))
            continue
        cited.add(citation.source)
        document = documents.get(citation.source)
        found = _look_up(citation, document)
        if isinstance(found, Passage):
            passages[place] = found
        elif found is not None:
            report.add_at(_CODES[found.kind], found.message, span, found.remedy)
        elif document is None and (citation.quote or citation.start):
            unchecked[citation.source] = unchecked.get(citation.source, 0) + 1
    for source in sources:
        if source not in cited:
            _report_unused(loaded, source, report)
    if unchecked:
        _report_unchecked(loaded, unchecked, report)
    return passages, report.diagnostics()


def _citations(loaded: Loaded) -> Iterator[tuple[Place, Citation]]:
    for claim in loaded.map.claims:
        for number, citation in enumerate(claim.cites):
            yield (claim.id, number), citation


def _look_up(citation: Citation, document: Document | None) -> Passage | Problem | None:
    if document is not None:
        return resolve(citation, document)
    words = citation.quote + citation.start + citation.end + citation.prefix + citation.suffix
    if citation.page and not words:
        return None
    return incomplete(citation)


def _unknown_source(
    citation: Citation, sources: Collection[str], span: Span
) -> tuple[str, Span, str]:
    if not citation.source:
        return "the citation names no source", span, "Add `source:` with the id of a source."
    meant = nearest(citation.source, sources)
    remedy = f"List it under `sources:`, as `{citation.source}: {{title: …}}`."
    if meant:
        remedy = f"Did you mean `{meant}`? Otherwise list it under `sources:`."
    return f"there is no source `{citation.source}`", span, remedy


def _report_unused(loaded: Loaded, source: str, report: Report) -> None:
    report.add_at(
        "AM302",
        f"no citation points into `{source}`",
        loaded.spans.sources.get(source, Span(loaded.path)),
        "Cite it under a claim, or remove it.",
    )


def _report_unchecked(loaded: Loaded, unchecked: Mapping[str, int], report: Report) -> None:
    number = sum(unchecked.values())
    named = " and ".join(f"`{source}`" for source in unchecked)
    texts = "text is" if len(unchecked) == 1 else "texts are"
    verb = "was" if number == 1 else "were"
    first = next(iter(unchecked))
    options = " ".join(f"--source {source}=PATH" for source in unchecked)
    report.add_at(
        "AM306",
        f"{count(number, 'citation')} of {named} {verb} not looked up: the {texts} not at hand",
        loaded.spans.sources.get(first, Span(loaded.path)),
        f"Add `{options}` with the file to look in.",
    )
