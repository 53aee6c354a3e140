"""The file as a whole: a head that allows nothing but what is in it, pictures, outline, script."""

import base64
import hashlib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files

from argmap.diagram.lettering.webfont import font_faces
from argmap.diagram.look.theme import LIGHT, Theme
from argmap.diagram.pages.page import Deck, Page
from argmap.diagram.writers.html.cited import Cited
from argmap.diagram.writers.html.colours import declarations, in_variables
from argmap.diagram.writers.html.outline import OPEN_AT_ONCE, Outline
from argmap.diagram.writers.html.picture import Pictures
from argmap.diagram.writers.svg import escape
from argmap.model import MapIndex
from argmap.model.outline import first_rows
from argmap.sources import Document, Passage
from argmap.sources.check import Place
from argmap.text import ellipsis, one_line

_EARLY = "document.documentElement.classList.add('js')"
"""Run before anything is drawn, so that a page that is not looked at is never laid out."""

_SCRIPTS = ("pages", "sight", "mouse", "search", "folding", "keys")
"""In the order in which they build on each other; they share one scope."""


def write_html(
    deck: Deck,
    index: MapIndex,
    passages: Mapping[Place, Passage] | None = None,
    documents: Mapping[str, Document] | None = None,
    *,
    theme: Theme = LIGHT,
    dark: Theme | None = None,
) -> str:
    """A map as one HTML file that needs no network, and no script for what it says.

    The pages of `deck` stand beside the outline of `index`. `passages` and the `documents` they
    are in are shown with the citations. `dark` are the colours where a reader wants a dark
    screen; without it there are those of `theme` alone. The same input gives the same text.
    """
    cited = Cited(index.sources, passages or {}, documents or {})
    pictures = Pictures(
        in_variables(theme), first_rows(index.rows), frozenset(page.anchor for page in deck.pages)
    )
    drawn = [_page(page, pictures) for page in deck.pages]
    outline = Outline(index, cited, pictures.drawn)
    summary = escape(one_line(deck.summary))
    style, script = _style(deck, theme, dark), _script()
    return "".join(
        [
            _head(deck, style, script, large=len(index.claims) > OPEN_AT_ONCE),
            _header(deck, switch=dark is not None),
            '<main>\n<section id="pictures" aria-label="Pictures">\n',
            *drawn,
            "</section>\n",
            '<section id="outline" aria-labelledby="outline-title">\n',
            '<h2 id="outline-title">Outline</h2>\n',
            f"<p>{summary}</p>\n" if summary else "",
            *outline.html(),
            *cited.list_of_sources(),
            "</section>\n</main>\n",
            f"<script>{script}</script>\n</body>\n</html>\n",
        ]
    )


def _head(deck: Deck, style: str, script: str, *, large: bool) -> str:
    size = ' class="large"' if large else ""
    policy = (
        "default-src 'none'; "
        f"style-src '{_hash(style)}'; script-src '{_hash(_EARLY)}' '{_hash(script)}'; "
        "img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
    )
    return (
        f'<!DOCTYPE html>\n<html lang="en"{size}>\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f'<meta name="description" content="{escape(one_line(deck.summary))}">\n'
        f"<title>{_title(deck)}</title>\n<style>{style}</style>\n"
        f"<script>{_EARLY}</script>\n</head>\n<body>\n"
    )


def _title(deck: Deck) -> str:
    return escape(one_line(deck.title)) or "Argument map"


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _header(deck: Deck, *, switch: bool) -> str:
    return (
        '<a class="skip" href="#outline">To the outline</a>\n'
        f"<header>\n<h1>{_title(deck)}</h1>\n"
        '<div id="tools" hidden>\n' + "".join(_tools(deck, switch=switch)) + "</div>\n</header>\n"
    )


def _tools(deck: Deck, *, switch: bool) -> Iterator[str]:
    if len(deck.pages) > 1:
        yield '<div role="group" aria-label="Pages">'
        yield _button("back", "‹", "Page before")
        yield '<select id="pages" aria-label="Page">'
        for number, page in enumerate(deck.pages, 1):
            yield f"<option>{number}. {escape(ellipsis(page.name, 80, len))}</option>"
        yield "</select>"
        yield _button("on", "›", "Next page")
        yield "</div>\n"
    yield '<div role="group" aria-label="Size">'
    yield _button("out", "−", "Smaller (-)") + _button("fit", "Fit", "Whole picture (0)")
    yield _button("in", "+", "Larger (+)") + "</div>\n"
    yield '<div role="search"><input id="find" type="search" placeholder="Search (/)"'
    yield ' aria-label="Search the claims" autocomplete="off" spellcheck="false">'
    yield '<output id="found" aria-live="polite"></output>'
    yield _button("up", "↑", "Match before (Shift+Enter)")
    yield _button("down", "↓", "Next match (Enter)") + "</div>\n"
    yield '<div role="group" aria-label="Outline">'
    yield _button("fold", "Fold", "Fold the outline") + _button("open", "Unfold", "Unfold it all")
    yield _button("aside", "Outline", "Show the outline", pressed="true") + "</div>\n"
    if switch:
        yield _button("dark", "Dark", "Dark colours", pressed="false") + "\n"


def _button(name: str, shown: str, what: str, pressed: str = "") -> str:
    state = f' aria-pressed="{pressed}"' if pressed else ""
    return f'<button type="button" id="do-{name}" title="{what}"{state}>{shown}</button>'


def _page(page: Page, pictures: Pictures) -> str:
    anchor, name = escape(page.anchor), escape(one_line(page.name))
    notes = page.notes.strip()
    said = f"<details><summary>Notes</summary><p>{escape(notes)}</p></details>" if notes else ""
    return (
        f'<figure class="page" id="{anchor}">\n'
        f'<div class="view">{pictures.svg(page)}</div>\n'
        f'<figcaption><span class="name">{name}</span>{said}</figcaption>\n</figure>\n'
    )


def _style(deck: Deck, theme: Theme, dark: Theme | None) -> str:
    light = f":root{{{declarations(theme)}font-family:{theme.families}}}\n"
    night = ""
    if dark is not None:
        colours = declarations(dark)
        night = (
            "@media screen and (prefers-color-scheme:dark)"
            f"{{:root:not([data-look=light]){{{colours}}}}}\n"
            f"@media screen{{:root[data-look=dark]{{{colours}}}}}\n"
        )
    fonts = font_faces(text for page in deck.pages for text in page.scene.texts())
    return f"\n{light}{night}{_packaged('style.css')}{fonts}\n"


@lru_cache(maxsize=1)
def _script() -> str:
    parts = "\n".join(_packaged(f"script/{name}.js") for name in _SCRIPTS)
    return f'\n"use strict";\n{{\n{parts}}}\n'


@lru_cache(maxsize=1 + len(_SCRIPTS))
def _packaged(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8")
