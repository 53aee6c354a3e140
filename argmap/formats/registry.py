"""The forms in which a map can be written, and how they are found by name or by file suffix.

Pictures live on a later floor; whoever puts all forms together adds them as further records.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from argmap.errors import UsageError
from argmap.formats.map_json import generate_json
from argmap.formats.outline_markdown import generate_markdown
from argmap.formats.outline_text import generate_outline
from argmap.sources import Opened
from argmap.store.write import write_map
from argmap.text import nearest

Content = str | bytes | tuple[bytes, ...] | Mapping[str, bytes]
"""What a format gives: text to be encoded as UTF-8, the bytes of one file, those of a file for
each page, or files by their names, which stand in one folder."""


@dataclass(frozen=True, slots=True)
class Format:
    """One form of a map."""

    name: str
    suffixes: tuple[str, ...]
    """Lower-case file suffixes with their dot; the first is the usual one. Empty: to be named."""
    description: str
    generate: Callable[[Opened], Content]


def _text_outline(opened: Opened) -> str:
    return "\n".join(generate_outline(opened, width=100, details=True)) + "\n"


TEXT_FORMATS = (
    Format("json", (".json",), "all of the map for other programs", generate_json),
    Format("markdown", (".md", ".markdown"), "a handout with passages", generate_markdown),
    Format("text", (".txt",), "an indented outline with all details", _text_outline),
    Format(
        "yaml",
        (".yaml", ".yml"),
        "the map file, written anew",
        lambda opened: write_map(opened.map),
    ),
)
"""The forms that are pure text, by name."""


def format_named(formats: Iterable[Format], name: str) -> Format:
    """The format of that name, or of that suffix without its dot.

    Raises:
        UsageError: there is none.
    """
    known = {form.name: form for form in formats}
    by_suffix = {suffix[1:]: form for form in known.values() for suffix in form.suffixes}
    wanted = name.lower()
    found = known.get(wanted) or by_suffix.get(wanted)
    if found is None:
        meant = nearest(wanted, known)
        remedy = f"The formats are: {', '.join(known)}."
        if meant:
            remedy = f"Did you mean `{meant}`? {remedy}"
        raise UsageError(f"there is no format `{name}`", remedy)
    return found


def format_for(formats: Iterable[Format], path: str | Path) -> Format:
    """The format that the suffix of a file stands for.

    Raises:
        UsageError: the suffix is missing or stands for none.
    """
    by_suffix = {suffix: form for form in formats for suffix in form.suffixes}
    suffix = Path(path).suffix.lower()
    found = by_suffix.get(suffix)
    if found is None:
        what = f"the suffix `{suffix}`" if suffix else "a name without suffix"
        raise UsageError(
            f"{path}: {what} does not say which format to write",
            f"Name the format with --to, or use one of {' '.join(by_suffix)}.",
        )
    return found
