"""Spans, diagnostics, the catalogue of their codes, and the exceptions that argmap raises."""

from argmap.errors.catalogue import CATALOGUE, Entry
from argmap.errors.diagnostic import (
    Diagnostic,
    Severity,
    Span,
    format_diagnostic,
    has_errors,
    in_reading_order,
)
from argmap.errors.exceptions import (
    ArgmapError,
    ChangedOnDisk,
    DiskChange,
    FileError,
    MissingComponent,
    RefusedEdit,
    UsageError,
    WriteProtected,
)

__all__ = [
    "CATALOGUE",
    "ArgmapError",
    "ChangedOnDisk",
    "Diagnostic",
    "DiskChange",
    "Entry",
    "FileError",
    "MissingComponent",
    "RefusedEdit",
    "Severity",
    "Span",
    "UsageError",
    "WriteProtected",
    "format_diagnostic",
    "has_errors",
    "in_reading_order",
]
