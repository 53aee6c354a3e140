"""The keys of an entry as lines of YAML: their order, their values, which are left out."""

from collections.abc import Iterator

from argmap.model import Citation, Claim, Link, Source, Weigh
from argmap.store.quoting import block, quote

CLAIM_ORDER = (
    *("claim", "short", "say", "kind", "speaker", "note", "implicit", "assumed"),
    *("weight", "stance", "tags", "weigh", "cites"),
)
LINK_ORDER = ("strength", "warrant", "scheme", "basis")
ENTRY_ORDER = (
    *("id", "ref", "joint", *CLAIM_ORDER, *LINK_ORDER),
    *("supports", "rebuttals", "undercuts"),
)
"""All keys of an entry, in the order in which they are written."""


def is_left_out(thing: Claim | Link | Source, key: str) -> bool:
    """Whether a field has the value that it has where the file says nothing."""
    return bool(getattr(thing, key) == type(thing).model_fields[key].default)


def claim_lines(claim: Claim, indent: int) -> Iterator[str]:
    """The fields of a claim but its id, a key each, at an indent."""
    for key in CLAIM_ORDER:
        if key == "claim" or not is_left_out(claim, key):
            yield from field_lines(key, getattr(claim, key), indent)


def link_lines(link: Link | None, indent: int) -> Iterator[str]:
    """What an entry says of its link to the claim above, at an indent."""
    for key in LINK_ORDER:
        if link is not None and not is_left_out(link, key):
            yield from field_lines(key, getattr(link, key), indent)


def field_lines(key: str, value: object, indent: int) -> list[str]:
    """One key and its value as lines at an indent; a list of citations takes a line for each."""
    margin = " " * indent
    if key == "cites" and isinstance(value, tuple):
        return [f"{margin}cites:", *(f"{margin}- {flow(cite)}" for cite in value)]
    return f"{margin}{key}: {value_text(value, indent)}".split("\n")


def value_text(value: object, indent: int) -> str:
    """A value as it stands behind its key at `indent`; several lines where it has line breaks."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return repr(value)
    if isinstance(value, str):
        return block(str(value), indent)
    return flow(value)


def flow(value: object) -> str:
    """A value within brackets and braces, on one line."""
    if isinstance(value, bool | float):
        return value_text(value, 0)
    if isinstance(value, tuple):
        return f"[{', '.join(map(flow, value))}]"
    if isinstance(value, Citation | Weigh):
        parts = (f"{key}: {quote(words, flow=True)}" for key, words in value if words)
        return "{" + ", ".join(parts) + "}"
    return quote(str(value), flow=True)
