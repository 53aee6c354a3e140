"""The keys of a source, as they are shown: the most important ones in a line, or all of them."""

from typing import NamedTuple

from argmap.text import Measure, width
from argmap.tui.written.pieces import Line, Piece


class Key(NamedTuple):
    """A key, what it does, and whether that needs a claim to do it for."""

    name: str
    word: str
    for_claim: bool = False


KEYS = (
    Key("Enter", "cite", for_claim=True),
    Key("v", "select"),
    Key("s", "support", for_claim=True),
    Key("r", "rebut", for_claim=True),
    Key("?", "keys"),
    Key("Esc", "back"),
    Key("a", "new claim"),
    Key("u", "next uncited"),
    Key("g", "to its claim"),
    Key("/", "search"),
    Key("Tab", "other source"),
)
"""The most important first: a narrow screen shows only the first few."""

MORE_KEYS = (
    Key("w b e", "words"),
    Key("( )", "sentences"),
    Key("{ }", "paragraphs"),
    Key("j k", "rows"),
    Key("PgUp PgDn", "pages"),
    Key("Home End", "begin and end"),
    Key("V", "select a sentence"),
    Key("o", "other end"),
    Key("n N", "next, previous match"),
    Key("U", "previous uncited"),
    Key("mouse", "drag to select"),
)


def key_lines(
    cells: int, *, for_claim: bool, whole: bool = False, measure: Measure = width
) -> list[Line]:
    """As many keys as fit on one line; if `whole`, all of them, on as many lines as it takes."""
    lines: list[Line] = [[]]
    used = 0
    for key in (*KEYS, *MORE_KEYS) if whole else KEYS:
        name, word = f" {key.name} ", f"{key.word} "
        size = measure(name + word)
        if lines[-1] and used + size > cells:
            if not whole:
                break
            lines.append([])
            used = 0
        usable = for_claim or not key.for_claim
        lines[-1] += [
            Piece("heading" if usable else "off", name),
            Piece("text" if usable else "off", word),
        ]
        used += size
    return lines
