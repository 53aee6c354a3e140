"""Markdown decks for Marp and for reveal.js: a slide for each page, with its picture beside it.

The two read different notes and place pictures differently, so each gets a file of its own.
Headings are there for readers of the text, for outlines and for screen readers; on the slide the
picture carries them.
"""

import json
import re
import string
from typing import Literal
from urllib.parse import quote

from argmap.diagram.look.theme import LIGHT, Theme
from argmap.diagram.pages.page import Deck, Page
from argmap.diagram.writers.svg import write_svg
from argmap.text import clean, one_line

Maker = Literal["marp", "reveal"]

_MEANINGFUL = re.compile(
    r"[\\`*_{}\[\]<>#$&|~^@]"
    r"|[.:](?=\S)|(?<=-)-|-(?=-)"  # addresses, :names: of pictures, long dashes
    r"|^[-+=]|^\d+[.)]|^notes?:",  # what a line begins with
    re.IGNORECASE,
)
_ENDS_COMMENT = re.compile(r"-(?=-*!?>)")
_UNSEEN = "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)"


def escape(text: str) -> str:
    """`text` on one line as Markdown that is shown as it reads."""
    return _MEANINGFUL.sub(_spelled, one_line(text))


def _spelled(found: re.Match[str]) -> str:
    return "".join(f"\\{sign}" if sign in string.punctuation else sign for sign in found[0])


def remark(text: str) -> str:
    """`text` as the inside of an HTML comment; what would end the comment is parted by a space."""
    return _ENDS_COMMENT.sub("- ", clean(text))


def write_markdown_deck(
    deck: Deck, name: str, theme: Theme = LIGHT, maker: Maker = "marp"
) -> dict[str, bytes]:
    """The Markdown ``NAME.md`` and the pictures ``NAME-1.svg`` and so on that it shows.

    Marp: ``marp NAME.md``; reveal.js: ``reveal-md NAME.md``.
    """
    files = {
        f"{name}-{number}.svg": write_svg(page.scene, theme).encode()
        for number, page in enumerate(deck.pages, 1)
    }
    slide, front = (_marp_slide, _marp_front) if maker == "marp" else (_reveal_slide, _reveal_front)
    slides = [
        slide(page, quote(picture, safe=""), theme)
        for page, picture in zip(deck.pages, files, strict=True)
    ]
    text = front(deck) + "\n\n---\n\n".join(slides) + "\n"
    return {f"{name}.md": text.encode(), **files}


def _title(deck: Deck) -> str:
    return f"title: {json.dumps(one_line(deck.title) or 'Argument map')}\n"


def _heading(page: Page) -> str:
    return f"# {escape(page.name) or 'Argument map'}"


# -- Marp ------------------------------------------------------------------------------------


def _marp_front(deck: Deck) -> str:
    scene = deck.pages[0].scene
    size = "4:3" if abs(scene.width / scene.height - 4 / 3) < 0.01 else "16:9"
    style = f'style: "section h1 {{ {_UNSEEN.replace(";", "; ")} }}"\n'
    return f'---\nmarp: true\nsize: "{size}"\n{_title(deck)}{style}---\n\n'


def _marp_slide(page: Page, picture: str, theme: Theme) -> str:
    parts = [
        f'<!-- _backgroundColor: "{theme.background}" -->',
        _heading(page),
        f"![bg contain]({picture})",
    ]
    if page.notes.strip():
        # The first line keeps Marp from taking notes like "style: …" for settings.
        parts.append(f"<!--\nNotes\n{_paragraphs(remark(page.notes))}\n-->")
    return "\n\n".join(parts)


def _paragraphs(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.splitlines() if line.strip())


# -- reveal.js -------------------------------------------------------------------------------


def _reveal_front(deck: Deck) -> str:
    scene = deck.pages[0].scene
    extent = f"  width: {scene.width:g}\n  height: {scene.height:g}\n  margin: 0\n"
    return f"---\n{_title(deck)}revealOptions:\n{extent}---\n\n"


def _reveal_slide(page: Page, picture: str, theme: Theme) -> str:
    parts = [
        f'<!-- .slide: data-background-image="{picture}" data-background-size="contain"'
        f' data-background-color="{theme.background}" -->',
        f'{_heading(page)} <!-- .element: style="{_UNSEEN}" -->',
    ]
    notes = [escape(line) for line in clean(page.notes).splitlines() if line.strip()]
    if notes:
        parts.append("Note:\n" + "\n\n".join(notes))
    return "\n\n".join(parts)
