"""Where in a file something stands, and what is the matter with it."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from argmap.errors.catalogue import CATALOGUE
from argmap.text import clean, ellipsis, width


class Severity(StrEnum):
    """How bad a diagnostic is. Only errors make a command fail."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Span(NamedTuple):
    """A stretch of a file. Lines and columns count from 1, columns in Unicode code points."""

    path: str
    line: int = 1
    column: int = 1
    length: int = 1
    """Code points on the first line, for the carets under the excerpt."""


class Diagnostic(NamedTuple):
    """One thing that is the matter with a map, where it is, and what to do about it."""

    code: str
    message: str
    span: Span
    remedy: str = ""

    @property
    def name(self) -> str:
        """The code in words: ``duplicate-id``."""
        return CATALOGUE[self.code].name

    @property
    def severity(self) -> Severity:
        """As the catalogue has it."""
        return Severity(CATALOGUE[self.code].severity)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of them is an error."""
    return any(found.severity is Severity.ERROR for found in diagnostics)


def in_reading_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sorted by place in the file, several at one place by code."""
    return sorted(diagnostics, key=lambda found: (found.span, found.code, found.message))


def format_diagnostic(found: Diagnostic, source_line: str | None = None) -> str:
    """The diagnostic as text: place and message, the line with carets, the remedy.

    `source_line` is the line of the file that the span names; without it there is no excerpt.
    Nothing in the result can steer a terminal.
    """
    span = found.span
    place = f"{clean(span.path)}:{span.line}:{span.column}"
    lines = [f"{place}: {found.severity.value}[{found.code} {found.name}]: {clean(found.message)}"]
    if source_line is not None and source_line.strip():
        lines += _excerpt(source_line, span)
    if found.remedy:
        lines.append(f"  {clean(found.remedy)}")
    return "\n".join(lines)


_EXCERPT_CELLS = 96
_LEAD = 40


def _excerpt(source_line: str, span: Span) -> list[str]:
    start = span.column - 1
    cut = max(0, start - _LEAD) if len(source_line) > _EXCERPT_CELLS else 0
    lead = "…" if cut else ""
    before = lead + clean(source_line[cut:start]).replace("\t", " ")
    shown = lead + clean(source_line[cut : cut + 4 * _EXCERPT_CELLS]).replace("\t", " ")
    marked = clean(source_line[start : start + min(span.length, _EXCERPT_CELLS)])
    room = max(1, _EXCERPT_CELLS - width(before))
    carets = "^" * max(1, min(width(marked), room))
    gutter = str(span.line)
    return [
        f"  {gutter} | {_cut(shown)}",
        f"  {' ' * len(gutter)} | {' ' * width(before)}{carets}",
    ]


def _cut(shown: str) -> str:
    """Like `ellipsis`, but indentation stays."""
    body = shown.lstrip(" ")
    indent = len(shown) - len(body)
    return " " * indent + ellipsis(body, max(8, _EXCERPT_CELLS - indent))
