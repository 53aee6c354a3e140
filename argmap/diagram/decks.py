"""From a map and what is asked of its picture to pages."""

from typing import NamedTuple

from argmap.diagram.compose import compose
from argmap.diagram.look.colouring import colouring
from argmap.diagram.look.theme import Theme
from argmap.diagram.options import Options
from argmap.diagram.pages.notes import spoken
from argmap.diagram.pages.page import Deck, Page
from argmap.diagram.pages.paging import Canvas, on_pages
from argmap.diagram.pages.sheets import sheet_named
from argmap.diagram.pages.steps import in_steps
from argmap.diagram.setting import Setting
from argmap.diagram.view import LONGEST_TEXT, View, view
from argmap.diagram.view.choice import chosen
from argmap.model import MapIndex
from argmap.text import one_line

READABLE = 14
"""Points. Smaller text is hard to read from the back of a room."""


class Drawn(NamedTuple):
    """A map drawn, before it is written in a format."""

    part: MapIndex
    """The part of the map that is shown."""
    view: View
    setting: Setting
    deck: Deck
    theme: Theme
    warnings: tuple[str, ...]
    """What the pictures do not show as they should, each a sentence."""


def shortened(view: View) -> list[str]:
    """What was cut because no picture can hold it, each in a sentence."""
    return [
        f"Claim {claim} is longer than {LONGEST_TEXT:,} characters and was cut in the picture."
        for claim in view.cut
    ]


def shown(index: MapIndex, options: Options) -> tuple[MapIndex, View, Setting]:
    """The part of a map that is asked for, as boxes, and what stands around them.

    Raises:
        UsageError: the map has nothing of what is asked for.
    """
    part = chosen(index, options.choice)
    found = view(part, options.labels, sources=options.sources)
    title = found.title if options.title is None else one_line(options.title)
    colours = colouring(part, options.colour_by)
    caption = one_line(options.caption)
    return part, found, Setting(options.layout, title, caption, options.legend, colours)


def drawn(index: MapIndex, options: Options, slide: str = "") -> Drawn:
    """A map on pages; `slide` is the canvas where the options name none.

    Raises:
        UsageError: the map has nothing of what is asked for, or there is no such canvas.
    """
    part, found, setting = shown(index, options)
    warnings = [*options.theme.warnings, *shortened(found)]
    canvas = options.slide or slide
    if canvas:
        deck, more = on_pages(found, part, Canvas(sheet_named(canvas), options.min_pt), setting)
        warnings += more
        if options.slide and options.min_pt < READABLE:
            warnings.append(
                f"Text of less than {READABLE} points is hard to read from the back of a room."
            )
    else:
        notes = spoken(found.nodes, part)
        page = Page(compose(found, setting), setting.title, "p1", notes)
        deck = Deck(setting.title, found.summary, (page,))
    if options.build:
        deck = in_steps(deck, part)
    return Drawn(part, found, setting, deck, options.colours, tuple(warnings))
