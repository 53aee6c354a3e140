"""argmap: arguments as plain text, browsed in the terminal, drawn for slides.

The names below are the whole public interface; each is imported when it is first used, so that
``import argmap`` costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.errors import Diagnostic, Severity, Span
    from argmap.model import Citation, Claim, Link, LinkKind, Map, MapIndex, Source
    from argmap.store import Loaded, load, loads
    from argmap.store.write import write_map

__version__ = "0.1.0"

_HOMES = {
    "Citation": "argmap.model",
    "Claim": "argmap.model",
    "Diagnostic": "argmap.errors",
    "Link": "argmap.model",
    "LinkKind": "argmap.model",
    "Loaded": "argmap.store",
    "Map": "argmap.model",
    "MapIndex": "argmap.model",
    "Severity": "argmap.errors",
    "Source": "argmap.model",
    "Span": "argmap.errors",
    "load": "argmap.store",
    "loads": "argmap.store",
    "write_map": "argmap.store.write",
}

__all__ = [
    "Citation",
    "Claim",
    "Diagnostic",
    "Link",
    "LinkKind",
    "Loaded",
    "Map",
    "MapIndex",
    "Severity",
    "Source",
    "Span",
    "load",
    "loads",
    "write_map",
]


def __getattr__(name: str) -> object:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'argmap' has no attribute {name!r}")
