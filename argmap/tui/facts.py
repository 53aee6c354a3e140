"""What the line above the outline says of the map as a whole."""

from pathlib import PurePath

from argmap.errors import Severity
from argmap.model import Side
from argmap.text import count
from argmap.tui.pieces import Line, Piece
from argmap.tui.search import Search
from argmap.tui.state import BrowseState


def title(state: BrowseState) -> str:
    """The map's title; where it has none, the name of its file."""
    return state.opened.map.title or PurePath(state.opened.loaded.path).name


def facts(state: BrowseState, search: Search | None = None, instead: str = "") -> Line:
    """What is the matter, what the search found, how many claims there are, where one is."""
    if instead:
        return [Piece("note", instead)]
    line: Line = []
    for severity in (Severity.ERROR, Severity.WARNING):
        found = sum(diagnostic.severity is severity for diagnostic in state.opened.diagnostics)
        if found:
            line.append(Piece(severity.value, f"{count(found, severity.value)}  "))
    if search is not None and search.summary():
        line.append(Piece("match", f" {search.query.strip()[:20]}: {search.summary()} "))
        line.append(Piece("text", "  "))
    line.append(Piece("text", f"{count(len(state.index.claims), 'claim')}  "))
    line += [
        Piece("support", f"{_on(state, Side.PRO)} pro  "),
        Piece("rebuttal", f"{_on(state, Side.CON)} con  "),
    ]
    if both := _on(state, Side.BOTH):
        line.append(Piece("undercut", f"{both} both  "))
    if state.rows:
        line.append(Piece("faint", f"{state.cursor + 1}/{len(state.rows)}"))
    return line


def _on(state: BrowseState, side: Side) -> int:
    return sum(
        state.sides.get(claim) is side
        for claim in state.index.claims
        if claim != state.index.motion
    )
