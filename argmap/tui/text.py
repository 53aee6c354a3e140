"""The door between text of a map and Textual.

Nothing of a map reaches Textual but through here: cleaned of what could steer a terminal, and as
`Content` or segments, never as a string that Textual would read as markup.
"""

from collections.abc import Iterable

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.strip import Strip
from textual.widget import Widget

from argmap.text import clean
from argmap.tui.pieces import STYLES, Piece

STYLE_CLASSES = {f"lines--{style}" for style in (*STYLES, "cursor", "idle", "bar")}
"""Component classes of every screen whose widgets draw pieces.

They belong to the screen, because Textual works them out anew for each node that has them.
"""

measure = cell_len
"""Cells of a text as Textual counts them; what is wrapped must be measured the same way."""


def safe(text: str) -> str:
    """`text` on one line, with nothing in it that could steer a terminal."""
    return clean(text.replace("\n", " ").replace("\t", " "))


def content(text: str) -> Content:
    """`text` as it is, lines kept, for Textual."""
    return Content(clean(text.replace("\t", " ")))


def strip(widget: Widget, pieces: Iterable[Piece], cells: int, *over: str) -> Strip:
    """Pieces as one line of a widget, filled or cut to a width.

    `over` names component classes that lie over all of the line, such as a cursor's.
    """
    screen = widget.screen
    segments = []
    for style, text, goto in pieces:
        look = screen.get_component_rich_style(f"lines--{style}", *over)
        if goto is not None:
            look += Style(meta={"goto": goto})
        segments.append(Segment(safe(text), look))
    ground = screen.get_component_rich_style("lines--text", *over)
    return Strip(segments).adjust_cell_length(cells, ground)
