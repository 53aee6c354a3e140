"""What `argmap doctor` asks: which engines are there, and does text really reach every format."""

from importlib.metadata import PackageNotFoundError, version
from typing import NamedTuple
from xml.etree import ElementTree as ET

from argmap.diagram import graphviz
from argmap.diagram.compose import compose
from argmap.diagram.draw import FORMATS, Format
from argmap.diagram.scene import Scene
from argmap.diagram.view import Cell, Kind, Node, View
from argmap.diagram.writers.dot import write_dot
from argmap.diagram.writers.pdf import write_pdf
from argmap.diagram.writers.png import write_png
from argmap.diagram.writers.svg import write_svg
from argmap.errors import MissingComponent

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
        scene = _tiny()
        ok = _CHECKS[to](scene)
    except (MissingComponent, ImportError, ValueError) as error:
        return Probe(to, ok=False, detail=str(error))
    return Probe(to, ok, "text is drawn" if ok else "the picture has no text in it")


def _tiny() -> Scene:
    return compose(View("", "", (Node(Kind.MOTION, "", -1, (Cell(_WORDS),)),)))


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


_CHECKS = {
    "dot": _dot_has_text,
    "svg": _svg_has_text,
    "png": _png_has_text,
    "pdf": _pdf_has_text,
}
