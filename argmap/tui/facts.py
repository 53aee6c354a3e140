"""What the line above the outline says of the map as a whole."""

from pathlib import PurePath

from argmap.errors import Severity
from argmap.model import Side
from argmap.text import count
from argmap.tui.commands import key_name
from argmap.tui.commands.view import Diagnostics
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
        if found := state.severities[severity]:
            line.append(Piece(severity.value, f"{count(found, severity.value)} "))
    if line:
        line.append(Piece("faint", f"({key_name(Diagnostics.keys[0])})  "))
    if search is not None and search.summary():
        line.append(Piece("match", f" {search.query.strip()[:20]}: {search.summary()} "))
        line.append(Piece("text", "  "))
    line.append(Piece("text", f"{count(len(state.index.claims), 'claim')}  "))
    on_side = state.claims_on_side
    line += [
        Piece("support", f"{on_side[Side.PRO]} pro  "),
        Piece("rebuttal", f"{on_side[Side.CON]} con  "),
    ]
    if on_side[Side.BOTH]:
        line.append(Piece("undercut", f"{on_side[Side.BOTH]} both  "))
    if state.rows:
        line.append(Piece("faint", f"{state.cursor + 1}/{len(state.rows)}"))
    return line
