"""The documents of a map: those that its `file:` keys name, and those that the user names."""

from collections.abc import Mapping
from pathlib import Path

from argmap.errors import Diagnostic, FileError, Span, UsageError
from argmap.model import Source
from argmap.sources.documents import Document, read_document
from argmap.store import Loaded
from argmap.text import nearest


def gather(
    loaded: Loaded, source_files: Mapping[str, str]
) -> tuple[dict[str, Document], list[Diagnostic]]:
    """The documents that can be read, by source id, and what is the matter with others.

    `source_files` gives paths by source id; they win over the map's own `file:` keys, and may
    lead anywhere. What the map names itself must lie below its folder.

    Raises:
        UsageError: the map has no source of that id.
        FileError: one of `source_files` cannot be read.
    """
    documents: dict[str, Document] = {}
    diagnostics: list[Diagnostic] = []
    for source, path in source_files.items():
        if source not in loaded.index.sources:
            raise _unknown(source, loaded)
        documents[source] = read_document(source, path)
    for named in loaded.map.sources:
        if named.file and named.id not in documents:
            found = _below_folder(named, loaded)
            if isinstance(found, Document):
                documents[named.id] = found
            else:
                diagnostics.append(found)
    return documents, diagnostics


def _below_folder(source: Source, loaded: Loaded) -> Document | Diagnostic:
    span = loaded.spans.sources.get(source.id, Span(loaded.path))
    option = f"--source {source.id}=PATH"
    folder = Path(loaded.path).parent
    if not _is_below(folder, source.file):
        return Diagnostic(
            "AM308",
            f"the file of `{source.id}` is outside the map's folder: {source.file}",
            span,
            f"Move it below that folder, or name it with `{option}`.",
        )
    try:
        return read_document(source.id, folder / source.file)
    except FileError as problem:
        remedy = f"{problem.remedy} `{option}` names another file."
        return Diagnostic("AM309", problem.message, span, remedy)


def _is_below(folder: Path, name: str) -> bool:
    """Whether a path, all links followed, stays below `folder`; impossible paths do not."""
    try:
        return (folder / name).resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):
        return False


def _unknown(source: str, loaded: Loaded) -> UsageError:
    known = list(loaded.index.sources)
    meant = nearest(source, known)
    remedy = f"Its sources are: {', '.join(known)}." if known else "It lists no sources."
    if meant:
        remedy = f"Did you mean `{meant}`? {remedy}"
    return UsageError(f"the map has no source `{source}`", remedy)
