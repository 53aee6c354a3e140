"""Indented outlines, from anywhere, as claims to be added to a map.

What hangs under what is told by indentation (spaces or tabs), bullets, numbers and headings;
what a claim does by signs and words::

    Buses should be free
      + They take cars off the road.
        - Most riders would have walked.
      con: The city cannot afford it.

``+`` and ``-`` mean support and rebuttal where both stand at one level, or where anything else
tells that the outline is an argument; one of them alone is a bullet. ``!`` undercuts; ``&`` only
works together with the claim before it. What argmap itself writes as text or Markdown comes back
as it was.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from argmap.formats.paste_entries import MOST_LEVELS, Entry, capped, count_claims, grow
from argmap.formats.paste_foreign import Foreign
from argmap.formats.paste_own import Left, looks_own, read_own
from argmap.model.edits.add import Sprout
from argmap.text import FORBIDDEN, clean, count, one_line

_TAB = 4
_LINE_END = re.compile(r"\r\n|\r|\n")


class Pasted(NamedTuple):
    """What an outline comes to."""

    sprouts: tuple[Sprout, ...]
    """The claims at its top, with all that hangs under them."""
    claims: int
    """How many claims there are in all."""
    marked: bool
    """Whether the outline says of a claim at its top what it does."""
    notes: tuple[str, ...]
    """What was mended or left out, in sentences."""


def parse_outline(text: str) -> Pasted:
    """Read an outline; any text at all is one, if only of claims without anything under them."""
    forbidden = len(FORBIDDEN.findall(text))
    lines = [line.expandtabs(_TAB) for line in _LINE_END.split(clean(text))]
    left: Left = Counter()
    foreign = Foreign()
    entries = read_own(lines, left) if looks_own(lines) else foreign.read(lines)
    for entry in entries:
        entry.text = one_line(entry.text)
    too_deep = capped(entries)
    sprouts = grow(entries)
    return Pasted(
        sprouts,
        count_claims(sprouts),
        any(_is_marked(entry, entries) for entry in entries),
        tuple(_notes(forbidden, foreign, left, too_deep)),
    )


def _is_marked(entry: Entry, entries: list[Entry]) -> bool:
    if entry.kind is None:
        return False
    return entry.parent < 0 or (entries[entry.parent].heading and entries[entry.parent].parent < 0)


def _notes(forbidden: int, foreign: Foreign, left: Left, too_deep: int) -> Iterator[str]:
    if forbidden:
        yield f"{count(forbidden, 'character')} that cannot be shown became \ufffd."
    if foreign.uneven:
        yield f"The indentation of {count(foreign.uneven, 'line')} was uneven; look where it went."
    if foreign.unclear_signs:
        yield "+ and - never stand at one level here, so both were read as bullets."
    if left["elsewhere"]:
        places = count(left["elsewhere"], "second place", "second places")
        yield f"{places} of claims were left out; link the claims there again."
    if left["remarks"]:
        yield f"The remarks in brackets behind {count(left['remarks'], 'claim')} were left out."
    if too_deep:
        yield f"{count(too_deep, 'claim')} nested deeper than {MOST_LEVELS:,} levels moved up."
