"""The line that says what part of a map shows: the path to a branch, and the filter."""

from argmap.text import Measure, ellipsis, width
from argmap.tui.state.browse import BrowseState
from argmap.tui.written.captions import label
from argmap.tui.written.marks import UNICODE, Marks
from argmap.tui.written.pieces import Line, Piece

_CRUMB = 24
_LEAST = 12
"""Cells that the path has in any case."""


def narrowed(
    state: BrowseState, cells: int, measure: Measure = width, marks: Marks = UNICODE
) -> Line:
    """The path from the root to the branch that shows, then the filter; empty for a whole map.

    Of a path that is too long the ends stay. Each step of it leads there when clicked.
    """
    room = cells - 1
    chosen: Line = []
    if state.filter is not None:
        told = f" {state.matching()} "
        room -= measure(told)
        words = _cut(state.filter.line, room - 2 - _LEAST * state.is_zoomed, measure, marks)
        chosen = [Piece("match", f" {words} "), Piece("text", told)]
        room -= measure(words) + 4
    path = _path(state, room, measure, marks) if room >= _LEAST - 2 else []
    gap = [Piece("text", "  ")] if path and chosen else []
    return [Piece("text", " "), *path, *gap, *chosen] if path or chosen else []


def _cut(text: str, cells: int, measure: Measure, marks: Marks) -> str:
    """`text`, no wider than so many cells also where the dots take three of them."""
    spare = 0 if measure(text) <= cells else measure(marks.dots) - 1
    return marks.own(ellipsis(text, max(1, cells - spare), measure))


def _path(state: BrowseState, cells: int, measure: Measure, marks: Marks) -> Line:
    top = state.places.get(state.zoomed)
    if top is None:
        return []
    above = state.path(top)
    step = Piece("faint", f" {marks.step} ")
    # What is near the branch matters most: steps are added upwards as long as there is room.
    last = _cut(label(state, top), min(cells, 2 * _CRUMB), measure, marks)
    line = [Piece("strong", last, top)]
    for distance, place in enumerate(reversed(above), 1):
        name = _cut(label(state, place), _CRUMB, measure, marks)
        longer = [Piece("faint", name, place), step, *line]
        dots = [] if distance == len(above) else [Piece("faint", marks.dots), step]
        if sum(measure(piece.text) for piece in [*dots, *longer]) > cells:
            cut = [Piece("faint", marks.dots), step, *line]
            return cut if sum(measure(piece.text) for piece in cut) <= cells else line
        line = longer
    return line
