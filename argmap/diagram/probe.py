"""What `argmap doctor` asks: which engines are there, and does text really reach every format."""

from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from io import BytesIO
from typing import NamedTuple
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from argmap.diagram import graphviz
from argmap.diagram.compose import compose
from argmap.diagram.draw import FORMATS, Format
from argmap.diagram.look.theme import LIGHT
from argmap.diagram.pages.page import Deck, Page
from argmap.diagram.scene import Scene
from argmap.diagram.view import Cell, Kind, Node, View
from argmap.diagram.writers.dot import write_dot
from argmap.diagram.writers.mermaid import write_mermaid
from argmap.diagram.writers.pdf import write_pdf
from argmap.diagram.writers.png import write_png
from argmap.diagram.writers.svg import write_svg
from argmap.errors import MissingComponent
from argmap.model import Map, MapIndex

_PACKAGES = {
    "resvg": "resvg-py",
    "reportlab": "reportlab",
    "fontTools": "fonttools",
    "Roboto": "font-roboto",
}
_WORDS = "Text reaches the picture"


class Probe(NamedTuple):
    """What came of drawing a tiny map in one format."""

    format: Format
    ok: bool
    detail: str
    extra: bool = False
    """Whether it does not come out only for want of a package that not everybody needs."""


def engines() -> dict[str, str | None]:
    """Versions of what pictures are made with; None for what is not on the machine."""
    found: dict[str, str | None] = {name: _installed(name) for name in _PACKAGES}
    found["Graphviz dot"] = graphviz.version()
    return found


def _installed(name: str) -> str | None:
    try:
        return version(_PACKAGES[name])
    except PackageNotFoundError:
        return None


def probe() -> list[Probe]:
    """Draw one box in every format and look for its text in the result."""
    return [_probe(to) for to in FORMATS]


def _probe(to: Format) -> Probe:
    try:
        ok = _CHECKS[to](_tiny())
    except MissingComponent as error:
        detail = f"{error.message} {error.remedy}"
        return Probe(to, ok=False, detail=detail, extra=to in _EXTRAS)
    except (ImportError, ValueError) as error:
        return Probe(to, ok=False, detail=str(error))
    return Probe(to, ok, "text is drawn" if ok else "the picture has no text in it")


_VIEW = View("", "", (Node(Kind.MOTION, "", -1, (Cell(_WORDS),)),))


def _tiny() -> Scene:
    return compose(_VIEW)


def _dot_has_text(scene: Scene) -> bool:
    return _WORDS in write_dot(scene)


def _svg_has_text(scene: Scene) -> bool:
    drawn = ET.fromstring(write_svg(scene))  # noqa: S314 - our own
    return any(_WORDS in "".join(each.itertext()) for each in drawn.iter() if _is_text(each))


def _is_text(element: ET.Element) -> bool:
    return element.tag.endswith("}text")


def _png_has_text(scene: Scene) -> bool:
    """Without its font a renderer draws boxes and leaves the text out, and says nothing."""
    return write_png(scene)[0] != write_png(_without_text(scene))[0]


def _without_text(scene: Scene) -> Scene:
    box = scene.boxes[0]
    blank = tuple(cell._replace(text=cell.text._replace(lines=("",))) for cell in box.cells)
    return scene._replace(boxes=(box._replace(cells=blank),))


def _pdf_has_text(scene: Scene) -> bool:
    drawn = write_pdf(scene)[0]
    return b"/FontFile2" in drawn and len(drawn) > len(write_pdf(_without_text(scene))[0])


def _pptx_has_text(scene: Scene) -> bool:
    from argmap.diagram.writers.pptx import write_pptx  # noqa: PLC0415 - an extra, slow to import

    with ZipFile(BytesIO(write_pptx(_deck(scene), LIGHT)[0])) as written:
        return _WORDS in written.read("ppt/slides/slide1.xml").decode()


def _html_has_text(scene: Scene) -> bool:
    from argmap.diagram.writers.html import write_html  # noqa: PLC0415 - only for this format

    return _WORDS in write_html(_deck(scene), MapIndex(Map()))


def _deck(scene: Scene) -> Deck:
    return Deck("", "", (Page(scene, "", "p1"),))


def _tikz_has_text(scene: Scene) -> bool:
    from argmap.diagram.writers.tikz import write_tikz  # noqa: PLC0415 - only for this format

    return _WORDS in write_tikz(_deck(scene))[0]


def _mermaid_has_text(_scene: Scene) -> bool:
    return _WORDS in write_mermaid(_VIEW)[0]


_EXTRAS = {"pptx"}
_CHECKS: dict[Format, Callable[[Scene], bool]] = {
    "dot": _dot_has_text,
    "svg": _svg_has_text,
    "png": _png_has_text,
    "pdf": _pdf_has_text,
    "pptx": _pptx_has_text,
    "html": _html_has_text,
    "tikz": _tikz_has_text,
    "mermaid": _mermaid_has_text,
}
