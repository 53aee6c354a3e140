"""The presentation around the slides: its size, master, notes and links from slide to slide."""

from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from argmap.diagram.look.theme import Theme
from argmap.diagram.pages.page import Deck, Page
from argmap.diagram.writers import goals
from argmap.diagram.writers.pptx import markup
from argmap.diagram.writers.pptx.look import themed
from argmap.diagram.writers.pptx.moving import moved
from argmap.diagram.writers.pptx.slide import shapes_of
from argmap.diagram.writers.pptx.zipped import zipped_anew
from argmap.errors import MissingComponent
from argmap.text import clean

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.slide import Slide, SlideLayout

LONGEST_SIDE = 4032.0
"""Points, 56 inches. PowerPoint has no larger slides."""
_SHORTEST_SIDE = 72.0
_EPOCH = datetime(2000, 1, 1)
_LONGEST_PROPERTY = 255
_TITLE_ONLY = 5
"""Which of the layouts of the template has a title and nothing else."""
_JUMP = "ppaction://hlinksldjump"


def write_pptx(deck: Deck, theme: Theme) -> tuple[bytes, list[str]]:
    """A deck as PowerPoint slides, the same bytes for the same deck, and warnings.

    There is a slide for each page, as large as the largest; smaller pages stand in its middle.
    Raises MissingComponent where python-pptx is not installed.
    """
    presentation = _template()
    wide = max((page.scene.width for page in deck.pages), default=960)
    high = max((page.scene.height for page in deck.pages), default=540)
    scale = min(1.0, LONGEST_SIDE / max(wide, high))
    size = max(wide * scale, _SHORTEST_SIDE), max(high * scale, _SHORTEST_SIDE)
    _prepare(presentation, deck, size)
    layout = presentation.slide_layouts[0]
    slides = [_empty_slide(presentation, layout) for _ in deck.pages]
    slide_of: dict[str, Slide] = {}
    for page, slide in zip(deck.pages, slides, strict=True):
        slide_of.setdefault(page.anchor, slide)
    for page, slide in zip(deck.pages, slides, strict=True):
        scene = page.scene
        corner = (size[0] - scene.width * scale) / 2, (size[1] - scene.height * scale) / 2
        placed = page._replace(scene=moved(scene, corner, scale))
        _fill(slide, placed, theme, _clicks(slide, slide_of), size[0])
    written = BytesIO()
    presentation.save(written)
    return zipped_anew(written.getvalue(), {"ppt/theme/theme1.xml": themed(theme)}), _warned(scale)


def _warned(scale: float) -> list[str]:
    if scale == 1:
        return []
    return [
        f"The picture is larger than a slide may be; it was shrunk to {scale:.0%}."
        " --slide 16:9 spreads it over slides that can be read."
    ]


def _template() -> "Presentation":
    try:
        from pptx import Presentation  # noqa: PLC0415 - an extra
    except ImportError:
        raise MissingComponent(
            "PowerPoint slides need python-pptx, which is not installed.",
            "Install it with: pip install 'argmap[slides]'",
        ) from None
    return Presentation()


def _prepare(presentation: "Presentation", deck: Deck, size: tuple[float, float]) -> None:
    """The template without what belongs to somebody else, in the size of the deck."""
    from pptx.opc.constants import RELATIONSHIP_TYPE as RT  # noqa: PLC0415

    part = presentation.part
    package = part.package
    for link in list(package.iter_rels()):
        if link.reltype in {RT.THUMBNAIL, RT.EXTENDED_PROPERTIES}:
            package.drop_rel(link.rId)
    for link in list(part.rels.values()):
        if link.reltype == RT.PRINTER_SETTINGS:
            part.drop_rel(link.rId)
    kept = presentation.slide_layouts[_TITLE_ONLY]
    for layout in [layout for layout in presentation.slide_layouts if layout != kept]:
        presentation.slide_layouts.remove(layout)
    before = presentation.element.sldSz.cx, presentation.element.sldSz.cy
    after = round(size[0] * markup.EMU), round(size[1] * markup.EMU)
    presentation.slide_width, presentation.slide_height = after  # type: ignore[assignment]
    presentation.element.sldSz.attrib.pop("type", None)
    _stretch_master(presentation, (after[0] / before[0], after[1] / before[1]))
    about = presentation.core_properties
    about.title = clean(deck.title or "Argument map")[:_LONGEST_PROPERTY]
    about.subject = clean(deck.summary)[:_LONGEST_PROPERTY]
    about.author = about.last_modified_by = about.comments = ""
    about.created = about.modified = _EPOCH


def _stretch_master(presentation: "Presentation", shares: tuple[float, float]) -> None:
    across, down = shares
    for shape in presentation.slide_master.placeholders:
        left, top, width, height = shape.left, shape.top, shape.width, shape.height
        shape.left, shape.width = round(left * across), round(width * across)
        shape.top, shape.height = round(top * down), round(height * down)
    for size in presentation.slide_master.element.xpath(
        "p:txStyles/p:titleStyle/a:lvl1pPr/a:defRPr"
    ):
        size.set("sz", "2400")
        size.getparent().set("algn", "l")


def _empty_slide(presentation: "Presentation", layout: "SlideLayout") -> "Slide":
    slide: Slide = presentation.slides.add_slide(layout)
    for shape in list(slide.shapes):
        shape.element.getparent().remove(shape.element)
    return slide


def _clicks(slide: "Slide", slide_of: "dict[str, Slide]") -> Callable[[str], str]:
    """What spells the link to a goal: another slide, or an address; anything else is none."""
    from pptx.opc.constants import RELATIONSHIP_TYPE as RT  # noqa: PLC0415

    def click(goal: str) -> str:
        target = slide_of.get(goals.page(goal, slide_of))
        if target is slide:
            return ""
        if target is not None:
            number = slide.part.relate_to(target.part, RT.SLIDE)
            return f'<a:hlinkClick r:id="{number}" action="{_JUMP}"/>'
        leads = goals.address(goal)
        if not leads:
            return ""
        number = slide.part.relate_to(leads, RT.HYPERLINK, is_external=True)
        return f'<a:hlinkClick r:id="{number}"/>'

    return click


def _fill(
    slide: "Slide", page: Page, theme: Theme, click: Callable[[str], str], width: float
) -> None:
    from pptx.oxml import parse_xml  # noqa: PLC0415 - an extra

    title = page.name or page.scene.title or "Argument map"
    spelled = shapes_of(page.scene, theme, title, click, width)
    shapes = parse_xml(f"<p:spTree {markup.NAMESPACES}>{spelled}</p:spTree>")
    slide.shapes.element.extend(list(shapes))
    if page.notes:
        _say(slide, page.notes)


def _say(slide: "Slide", notes: str) -> None:
    """The notes of a slide, a paragraph for each line."""
    from pptx.oxml import parse_xml  # noqa: PLC0415 - an extra

    frame = slide.notes_slide.notes_text_frame
    if frame is None:
        return
    body = frame.paragraphs[0]._p.getparent()  # noqa: SLF001
    written = "".join(markup.paragraph(line, "<a:rPr/>") for line in notes.splitlines())
    paragraphs = parse_xml(f"<p:txBody {markup.NAMESPACES}>{written}</p:txBody>")
    for paragraph in frame.paragraphs:
        body.remove(paragraph._p)  # noqa: SLF001
    body.extend(list(paragraphs))
