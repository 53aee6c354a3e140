"""What the line above the outline says of the map as a whole."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import NamedTuple

from argmap.errors import DiskChange, Severity
from argmap.model.counts import Counts
from argmap.text import Measure, count, width
from argmap.tui.commands.view import Diagnostics
from argmap.tui.keys.keymap import STANDARD, Keymap
from argmap.tui.state.browse import BrowseState
from argmap.tui.state.search import Search
from argmap.tui.written.marks import UNICODE, Marks
from argmap.tui.written.pieces import Line, Piece

_GAP = "  "
_CONFLICTS = {
    DiskChange.CHANGED: "file changed on disk",
    DiskChange.VANISHED: "file gone",
    DiskChange.FOLDER: "file now a folder",
}


class Fact(NamedTuple):
    """Something to say where there is room for it."""

    rank: int
    """0 is always said; of the others, the higher go first where room is scarce."""
    piece: Piece


def title(state: BrowseState) -> str:
    """The map's title; where it has none, the name of its file."""
    return state.opened.map.title or PurePath(state.opened.loaded.path).name


def facts(
    state: BrowseState,
    search: Search | None = None,
    instead: str = "",
    *,
    unsaved: bool = False,
    conflict: DiskChange | None = None,
    marks: Marks = UNICODE,
    keymap: Keymap = STANDARD,
) -> list[Fact]:
    """What is unsaved, the matter, or found; then the figures of the map, and where one is.

    `instead` is said alone, while the map is being read; `conflict` is what became of the file
    while there are unsaved edits.
    """
    if instead:
        return [Fact(0, Piece("note", instead))]
    said = [Fact(0, Piece("warning", f"{marks.root} unsaved"))] if unsaved else []
    said += [Fact(0, Piece("error", _CONFLICTS[conflict]))] if conflict is not None else []
    problems = [
        (severity.value, count(found, severity.value))
        for severity in (Severity.ERROR, Severity.WARNING)
        if (found := state.severities[severity])
    ]
    said += [Fact(0, Piece(style, words)) for style, words in problems]
    if problems and keymap.keys(Diagnostics):
        style, words = problems[-1]
        said[-1] = Fact(0, Piece(style, f"{words} ({keymap.name(Diagnostics)})"))
    if search is not None and search.summary():
        said.append(Fact(0, Piece("match", f" {search.query.strip()[:20]}: {search.summary()} ")))
    if state.figures is not None:
        said += _figures(state, state.figures)
    if state.rows:
        said.append(Fact(1, Piece("faint", f"{state.cursor + 1}/{len(state.rows)}")))
    return said


def _figures(state: BrowseState, found: Counts) -> list[Fact]:
    said = [
        Fact(4, Piece("text", count(found.claims, "claim"))),
        Fact(2, Piece("support", f"{found.pro:,} pro")),
        Fact(2, Piece("rebuttal", f"{found.con:,} con")),
    ]
    if found.both:
        said.append(Fact(2, Piece("undercut", f"{found.both:,} both")))
    if found.unanswered:
        said.append(Fact(3, Piece("text", f"{found.unanswered:,} unanswered")))
    if found.uncited and state.index.sources:
        said.append(Fact(5, Piece("text", f"{found.uncited:,} uncited")))
    said.append(Fact(6, Piece("faint", count(found.words, "word"))))
    return said


def fitted(said: Sequence[Fact], cells: int, measure: Measure = width) -> Line:
    """The facts with gaps between them, those of the highest ranks left out until they fit."""
    for most in range(max((fact.rank for fact in said), default=0), -1, -1):
        line = [
            piece
            for fact in said
            if fact.rank <= most
            for piece in (Piece("text", _GAP), fact.piece)
        ][1:]
        if most == 0 or sum(measure(piece.text) for piece in line) <= cells:
            return line
    return []
