"""Drawing what shows as a picture, and having it opened. Nothing here knows a screen."""

from argmap.errors import FileError
from argmap.model import MapIndex
from argmap.text import slug
from argmap.tui.outside import folder_for_views, show_file
from argmap.tui.state.browse import BrowseState


def export_view(state: BrowseState) -> str:
    """Draw the map, or the branch that shows, as an SVG; what became of it, in a sentence.

    Raises:
        FileError: the picture cannot be written.
    """
    from argmap.diagram import draw  # noqa: PLC0415 - when wanted

    picture = draw(_shown(state), "svg")
    try:
        path = folder_for_views() / f"{slug(state.opened.map.title or 'map')}.svg"
        path.write_bytes(picture.data)
    except OSError as error:
        raise FileError(f"the picture cannot be written: {error.strerror}") from None
    done = "Opened" if show_file(path) else "No program here opens pictures; it is at"
    return f"{done} {path}. argmap export draws it in other formats."


def _shown(state: BrowseState) -> MapIndex:
    """The whole map, or the branch that alone shows."""
    from argmap.diagram.view import Choice, chosen  # noqa: PLC0415 - when wanted

    start, _ = state.branch
    claim = state.rows[start].claim if state.is_zoomed else None
    return chosen(state.index, Choice(focus=claim or ""))
