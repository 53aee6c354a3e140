"""Drawing a map: the one function that the command line calls."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, get_args

from argmap.diagram import graphviz
from argmap.diagram.compose import compose
from argmap.diagram.decks import Drawn, drawn, shortened, shown
from argmap.diagram.look.theme import LIGHT
from argmap.diagram.look.themes import DARK
from argmap.diagram.options import Options
from argmap.diagram.writers.dot import write_dot
from argmap.diagram.writers.mermaid import write_mermaid
from argmap.diagram.writers.pdf import write_pdf
from argmap.diagram.writers.png import write_png
from argmap.diagram.writers.svg import write_svg
from argmap.errors import UsageError
from argmap.model import MapIndex
from argmap.sources import Opened

Format = Literal["dot", "svg", "png", "pdf", "pptx", "html", "tikz", "mermaid"]

FORMATS: tuple[Format, ...] = get_args(Format)

_SLIDES: dict[Format, str] = {"pptx": "16:9", "tikz": "16:9"}
"""Formats that are nothing but slides, and the canvas that is meant where none is named."""
_PAGED_FROM = 1000
"""Boxes from which a picture in HTML is spread over pages: nobody finds their way in more."""
_ENLARGED = 12
"""Points on such pages: readers enlarge them."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn map."""

    files: tuple[bytes, ...]
    """One for each page, in formats whose files hold a page; else one."""
    warnings: tuple[str, ...] = ()
    """What the picture does not show as it should, each a sentence."""

    @property
    def data(self) -> bytes:
        """The first file."""
        return self.files[0]


_Written = tuple[tuple[bytes, ...], list[str]]


def draw(
    index: MapIndex,
    to: Format,
    options: Options | None = None,
    opened: Opened | None = None,
) -> Picture:
    """Draw a map, or the part of it that is asked for, in one format.

    `opened` gives the cited passages, where the format shows them.

    Raises:
        MissingComponent: the font, a package, or the engine that was asked for, is not there.
        UsageError: the map has nothing of what is asked for, or a size makes no sense.
    """
    options = options or Options()
    if options.dpi < 1:
        raise UsageError(f"A picture cannot have {options.dpi} dpi.", "Use 72 or more.")
    if to == "dot":
        text, warnings = _dot(index, options)
        return Picture((text.encode(),), warnings)
    if options.engine == "dot" and to in _BY_GRAPHVIZ:
        text, warnings = _dot(index, options)
        return Picture((graphviz.render(text, to, dpi=options.dpi),), warnings)
    slide = _SLIDES.get(to, "")
    if to == "html" and not options.slide and len(index.claims) > _PAGED_FROM:
        slide, options = "16:9", replace(options, min_pt=_ENLARGED)
    made = drawn(index, options, slide)
    files, more = _WRITERS[to](made, options, opened)
    return Picture(files, (*made.warnings, *more))


def _dot(index: MapIndex, options: Options) -> tuple[str, tuple[str, ...]]:
    """The map in one picture: with its places, or (for Graphviz to arrange) without stubs."""
    _, found, setting = shown(index, options)
    loose = options.engine == "dot"
    scene = compose(found, setting, loose=loose)
    text = write_dot(scene, options.colours, placed=not loose)
    return text, (*options.theme.warnings, *shortened(found))


def _svg(made: Drawn, _options: Options, _opened: Opened | None) -> _Written:
    pages = made.deck.pages
    return tuple(write_svg(page.scene, made.theme).encode() for page in pages), []


def _png(made: Drawn, options: Options, _opened: Opened | None) -> _Written:
    found = [
        write_png(page.scene, options.dpi, made.theme, width=options.width)
        for page in made.deck.pages
    ]
    return tuple(data for data, _ in found), [said for _, more in found for said in more]


def _pdf(made: Drawn, _options: Options, _opened: Opened | None) -> _Written:
    data, warnings = write_pdf(made.deck, made.theme)
    return (data,), warnings


def _pptx(made: Drawn, _options: Options, _opened: Opened | None) -> _Written:
    from argmap.diagram.writers.pptx import write_pptx  # noqa: PLC0415 - an extra, slow to import

    data, warnings = write_pptx(made.deck, made.theme)
    return (data,), warnings


def _html(made: Drawn, options: Options, opened: Opened | None) -> _Written:
    from argmap.diagram.writers.html import write_html  # noqa: PLC0415 - only for this format

    passages, documents = (opened.passages, opened.documents) if opened else ({}, {})
    dark = replace(options, theme=DARK).colours if options.theme is LIGHT else None
    text = write_html(made.deck, made.part, passages, documents, theme=made.theme, dark=dark)
    return (text.encode(),), []


def _tikz(made: Drawn, _options: Options, _opened: Opened | None) -> _Written:
    from argmap.diagram.writers.tikz import write_tikz  # noqa: PLC0415 - only for this format

    text, warnings = write_tikz(made.deck, made.theme)
    return (text.encode(),), warnings


def _mermaid(made: Drawn, _options: Options, _opened: Opened | None) -> _Written:
    text, warnings = write_mermaid(made.view, made.theme)
    return (text.encode(),), warnings


_WRITERS: dict[Format, Callable[[Drawn, Options, Opened | None], _Written]] = {
    "svg": _svg,
    "png": _png,
    "pdf": _pdf,
    "pptx": _pptx,
    "html": _html,
    "tikz": _tikz,
    "mermaid": _mermaid,
}
_BY_GRAPHVIZ = {"svg", "png", "pdf"}
