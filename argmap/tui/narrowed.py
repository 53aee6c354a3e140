"""The line that says what part of a map shows: the path to a branch, and the filter."""

from argmap.text import Measure, ellipsis, width
from argmap.tui.captions import label
from argmap.tui.marks import UNICODE, Marks
from argmap.tui.pieces import Line, Piece
from argmap.tui.state import BrowseState

_CRUMB = 24
_LEAST = 12
"""Cells that the path has in any case."""


def narrowed(
    state: BrowseState, cells: int, measure: Measure = width, marks: Marks = UNICODE
) -> Line:
    """The path from the root to the branch that shows, then the filter; empty for a whole map.

    Of a path that is too long the ends stay. Each step of it leads there when clicked.
    """
    chosen: Line = []
    if state.filter is not None:
        room = max(_LEAST, cells // 2)
        words = marks.own(ellipsis(state.filter.line, room - 2, measure))
        chosen = [Piece("match", f" {words} "), Piece("text", f" {state.matching()} ")]
    used = sum(measure(piece.text) for piece in chosen)
    path = _path(state, max(_LEAST, cells - used - 2), measure, marks)
    gap = [Piece("text", " ")]
    return [*gap, *path, *(gap * 2 if path and chosen else []), *chosen] if path or chosen else []


def _path(state: BrowseState, cells: int, measure: Measure, marks: Marks) -> Line:
    top = state.places.get(state.zoomed)
    if top is None:
        return []
    above = state.path(top)
    step = Piece("faint", f" {marks.step} ")
    # What is near the branch matters most: steps are added upwards as long as there is room.
    last = marks.own(ellipsis(label(state, top), min(cells, 2 * _CRUMB), measure))
    line = [Piece("strong", last, top)]
    for distance, place in enumerate(reversed(above), 1):
        name = marks.own(ellipsis(label(state, place), _CRUMB, measure))
        longer = [Piece("faint", name, place), step, *line]
        dots = [] if distance == len(above) else [Piece("faint", marks.dots), step]
        if sum(measure(piece.text) for piece in [*dots, *longer]) > cells:
            cut = [Piece("faint", marks.dots), step, *line]
            return cut if sum(measure(piece.text) for piece in cut) <= cells else line
        line = longer
    return line
