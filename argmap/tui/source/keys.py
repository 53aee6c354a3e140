"""The keys of a source, as they are shown: the most important ones in a line, or all of them."""

from collections.abc import Container
from typing import NamedTuple

from argmap.text import Measure, width
from argmap.tui.source.choice import SourceAct
from argmap.tui.written.pieces import Line, Piece


class Key(NamedTuple):
    """A key, what it does, and which act that is, if it is one."""

    name: str
    word: str
    act: SourceAct | None = None


KEYS = (
    Key("Enter", "cite", SourceAct.CITE),
    Key("v", "select"),
    Key("s", "support", SourceAct.SUPPORT),
    Key("r", "rebut", SourceAct.REBUTTAL),
    Key("?", "keys"),
    Key("Esc", "back"),
    Key("a", "new claim", SourceAct.CLAIM),
    Key("u", "next uncited"),
    Key("g", "to its claim", SourceAct.GOTO),
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
    cells: int, acts: Container[SourceAct], *, whole: bool = False, measure: Measure = width
) -> list[Line]:
    """As many keys as fit on one line; if `whole`, all of them, on as many lines as it takes.

    Of those that act on a passage, only the keys of these `acts`.
    """
    keys = (*KEYS, *MORE_KEYS) if whole else KEYS
    lines: list[Line] = [[]]
    used = 0
    for key in (key for key in keys if key.act is None or key.act in acts):
        name, word = f" {key.name} ", f"{key.word} "
        size = measure(name + word)
        if lines[-1] and used + size > cells:
            if not whole:
                break
            lines.append([])
            used = 0
        lines[-1] += [Piece("heading", name), Piece("text", word)]
        used += size
    return lines
