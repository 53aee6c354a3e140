"""The door between text of a map and Textual.

Nothing of a map reaches Textual but through here: cleaned of what could steer a terminal, and as
`Content` or segments, never as a string that Textual would read as markup.
"""

from collections.abc import Iterable
from functools import lru_cache

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.strip import Strip
from textual.widget import Widget

from argmap.text import clean
from argmap.tui.written.pieces import STYLES, Piece

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


def strip(widget: Widget, pieces: Iterable[Piece], cells: int, over: str = "") -> Strip:
    """Pieces as one line of a widget, filled or cut to a width.

    `over` names a style that lies over all of the line, such as a cursor's.
    """
    styles = widget.screen.get_component_rich_style
    layer = styles(f"lines--{over}") if over else None
    segments = []
    for style, text, goto in pieces:
        look = _layered(styles(f"lines--{style}"), layer, marked=style == "match")
        if goto is not None:
            look += Style(meta={"goto": goto})
        segments.append(Segment(safe(text), look))
    ground = _layered(styles("lines--text"), layer, marked=False)
    return Strip(segments).adjust_cell_length(cells, ground)


@lru_cache(maxsize=256)
def _layered(look: Style, layer: Style | None, *, marked: bool) -> Style:
    """A style on the ground of the layer over it; marks keep their own ground."""
    if layer is None or (marked and not layer.reverse):
        return look
    return look + Style(bgcolor=layer.bgcolor, reverse=layer.reverse)
