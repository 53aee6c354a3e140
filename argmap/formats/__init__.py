"""Other forms of a map: one file per format, and the registry that finds them."""

from argmap.formats.map_json import generate_json
from argmap.formats.markdown_escape import escape_markdown
from argmap.formats.outline_markdown import generate_markdown
from argmap.formats.outline_text import generate_outline
from argmap.formats.registry import TEXT_FORMATS, Format, format_for, format_named

__all__ = [
    "TEXT_FORMATS",
    "Format",
    "escape_markdown",
    "format_for",
    "format_named",
    "generate_json",
    "generate_markdown",
    "generate_outline",
]
