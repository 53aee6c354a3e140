"""PDF: vectors and embedded letters, each page as large as its picture.

Every page has a bookmark and a name that links lead to; bookmarks hang under that of the page
which a page's way back leads to.
"""

from collections.abc import Collection
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from argmap.diagram.lettering import metrics
from argmap.diagram.lettering.fonts import Weight, font_file
from argmap.diagram.look.theme import LIGHT, Theme
from argmap.diagram.pages.page import Deck, Page
from argmap.diagram.scene import Scene
from argmap.diagram.writers import goals
from argmap.diagram.writers.pdf_page import Link, Painter, font_name
from argmap.text import count, one_line

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

LONGEST_SIDE = 14_400.0
"""Points. Viewers refuse larger pages."""
_DEEPEST = 8
"""Bookmarks hang no deeper; some readers refuse long chains of them."""


def write_pdf(shown: Deck | Scene, theme: Theme = LIGHT) -> tuple[bytes, list[str]]:
    """A deck, or a single scene, as PDF, the same bytes for the same pictures; and warnings."""
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - slow to import

    deck = _deck_of(shown) if isinstance(shown, Scene) else shown
    _register_fonts()
    written = BytesIO()
    canvas = Canvas(
        written,
        invariant=1,
        pageCompression=1,
        initialFontName=font_name(Weight.REGULAR),  # type: ignore[arg-type]
    )
    canvas.setTitle(deck.title or "Argument map")
    canvas.setSubject(deck.summary)
    canvas.setAuthor("")
    canvas.setCreator("argmap")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    anchors = frozenset(page.anchor for page in deck.pages)
    _name_pages(canvas, {page.anchor: _add(canvas, page, anchors, theme) for page in deck.pages})
    for level, page in _bookmarks(deck):
        canvas.addOutlineEntry(one_line(page.name), page.anchor, level)
    canvas.save()
    return written.getvalue(), _warnings(deck)


def _deck_of(scene: Scene) -> Deck:
    return Deck(scene.title, scene.summary, (Page(scene, scene.title, "p1"),))


def _scale(scene: Scene) -> float:
    return min(1.0, LONGEST_SIDE / max(scene.width, scene.height))


def _add(canvas: "Canvas", page: Page, anchors: frozenset[str], theme: Theme) -> object:
    """Add a page; where it is, as a goal of links."""
    scene, scale = page.scene, _scale(page.scene)
    canvas.setPageSize((scene.width * scale, scene.height * scale))
    place: object = canvas.bookmarkPage(page.anchor)
    canvas.saveState()
    canvas.scale(scale, scale)
    painter = Painter(canvas, scene, theme)
    painter.paint()
    canvas.restoreState()
    for link in painter.links:
        _link(canvas, link, scale, anchors)
    canvas.showPage()
    return place


def _link(canvas: "Canvas", link: Link, scale: float, anchors: frozenset[str]) -> None:
    area = (link.left * scale, link.bottom * scale, link.right * scale, link.top * scale)
    page, address = goals.page(link.goal, anchors), goals.address(link.goal)
    if page:
        canvas.linkAbsolute("", page, area, addtopage=1, thickness=0)
    elif address:
        canvas.linkURL(address, area, thickness=0)


def _bookmarks(deck: Deck) -> list[tuple[int, Page]]:
    """The pages that have a name of their own, each behind the page above it, with levels."""
    below: dict[str, list[Page]] = {"": []}
    before = ("", "")
    for page in deck.pages:
        above = _above(page, below)
        if page.name and (above, page.name) != before:
            below[above].append(page)
            below[page.anchor] = []
        before = (above, page.name)
    found: list[tuple[int, Page]] = []
    waiting = [(0, page) for page in reversed(below[""])]
    while waiting:
        level, page = waiting.pop()
        found.append((min(level, _DEEPEST), page))
        waiting += [(level + 1, under) for under in reversed(below[page.anchor])]
    return found


def _above(page: Page, earlier: Collection[str]) -> str:
    """The earlier page that the last step of the way back leads to."""
    steps = [goals.page(text.goal, earlier) for text in page.scene.around if text.goal]
    return next((step for step in reversed(steps) if step), "")


def _name_pages(canvas: "Canvas", places: dict[str, object]) -> None:
    """Let other documents lead to pages by their anchors, as in ``file.pdf#p3``."""
    from reportlab.pdfbase.pdfdoc import PDFDictionary  # noqa: PLC0415

    canvas._doc.Catalog.Dests = PDFDictionary(places)  # type: ignore[attr-defined]  # noqa: SLF001


def _warnings(deck: Deck) -> list[str]:
    warnings = []
    scales = [_scale(page.scene) for page in deck.pages]
    shrunk = [scale for scale in scales if scale < 1]
    if shrunk:
        which = "The picture is" if len(scales) == 1 else f"{count(len(shrunk), 'page')} are"
        warnings.append(
            f"{which} larger than a PDF page may be; it was shrunk to {min(shrunk):.0%}."
        )
    texts = (text for page in deck.pages for text in page.scene.texts())
    missing = metrics.uncovered(line for text in texts for line in text.lines)
    if missing:
        warnings.append(
            "The font in the PDF lacks these characters, so they cannot be seen there:"
            f" {' '.join(missing)}. SVG keeps them."
        )
    return warnings


@lru_cache(maxsize=1)
def _register_fonts() -> None:
    from reportlab.pdfbase.pdfmetrics import registerFont  # noqa: PLC0415
    from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415

    for weight in Weight:
        registerFont(TTFont(font_name(weight), str(font_file(weight))))
