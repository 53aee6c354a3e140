"""A citation that is changed: seen to mean a passage, where the text of its source is at hand."""

from collections.abc import Mapping

from argmap.errors import RefusedEdit
from argmap.model import Citation
from argmap.sources.documents import Document
from argmap.sources.resolve import Problem, ProblemKind, incomplete, resolve

LOCATING = ("source", "quote", "start", "end", "prefix", "suffix")
"""The fields of a citation that say which passage it means."""
_NO_NEIGHBOURS = {"prefix": "", "suffix": ""}


def amended(
    citation: Citation, changes: Mapping[str, str], document: Document | None = None
) -> Citation:
    """The citation with other values in some fields; `document` is what it then points into.

    A `quote` takes the place of `start` and `end`, and they take its place. Neighbouring words
    that stood by the old passage go if the new one is found without them only.

    Raises:
        RefusedEdit: it would mean no passage, or more than one.
    """
    after = citation.model_copy(update={**_outdone(changes), **changes})
    if all(getattr(after, name) == getattr(citation, name) for name in LOCATING):
        return after
    problem = _problem(after, document)
    if problem is not None and not _NO_NEIGHBOURS.keys() & changes.keys():
        alone = after.model_copy(update=_NO_NEIGHBOURS)
        if _problem(alone, document) is None:
            return alone
    _refuse(problem)
    return after


def check_start(words: str, document: Document | None) -> None:
    """See that a passage can start with some words, before anybody says how it ends.

    Raises:
        RefusedEdit: they are not in the document, or not only once.
    """
    if document is not None:
        # What comes behind the first place of these words does not matter yet.
        problem = resolve(Citation(source=document.id, start=words, end=words), document)
        if isinstance(problem, Problem) and problem.kind is not ProblemKind.OVERLAP:
            _refuse(problem)


def _outdone(changes: Mapping[str, str]) -> dict[str, str]:
    if changes.get("quote"):
        return {"start": "", "end": ""}
    return {"quote": ""} if changes.get("start") or changes.get("end") else {}


def _problem(citation: Citation, document: Document | None) -> Problem | None:
    if document is not None:
        found = resolve(citation, document)
        return found if isinstance(found, Problem) else None
    words = any(getattr(citation, name) for name in LOCATING[1:])
    return incomplete(citation) if words or not citation.page else None


def _refuse(problem: Problem | None) -> None:
    if problem is None:
        return
    remedy = problem.remedy
    if problem.kind is ProblemKind.AMBIGUOUS:
        remedy = "Add words, or leave this and select the passage in the source."
    raise RefusedEdit(f"{problem.message[0].upper()}{problem.message[1:]}.", remedy)
