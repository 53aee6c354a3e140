"""The XML of shapes. Text from a map only ever becomes character data or an attribute's value.

Lengths are in EMU, 12,700 to the point; angles in 60,000ths of a degree.
"""

import re
from collections.abc import Iterable, Sequence

from argmap.diagram.scene import Point
from argmap.diagram.writers.pptx.bends import Bend
from argmap.diagram.writers.svg import escape

EMU = 12_700
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)

_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_BREAKS = re.compile(r"\r\n|[\r\n]")
_SILENT = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
_SITES = "".join(
    f'<a:cxn ang="{angle}"><a:pos {place}/></a:cxn>'
    for angle, place in (
        (16_200_000, 'x="hc" y="t"'),
        (10_800_000, 'x="l" y="vc"'),
        (5_400_000, 'x="hc" y="b"'),
        (0, 'x="r" y="vc"'),
    )
)
"""The middles of the sides, in the order in which a rectangle has them."""


def run(text: str, properties: str) -> str:
    """A piece of text; what looks like an escape (``_x0041_``) is cut so that none decodes it."""
    pieces = _ESCAPED.sub("_\0", _BREAKS.sub(" ", text)).split("\0")
    return "".join(f"<a:r>{properties}<a:t>{escape(piece)}</a:t></a:r>" for piece in pieces)


def paragraph(text: str, properties: str, layout: str = "") -> str:
    """A paragraph; a line break in `text` becomes a space."""
    return f"<a:p>{layout}{run(text, properties)}</a:p>"


def attribute(text: str) -> str:
    """`text` as the value of an attribute, on one line."""
    return escape(_BREAKS.sub(" ", text))


def about(
    number: int, name: str, *, described: str = "", silent: bool = False, click: str = ""
) -> str:
    """Id and name of a shape, what a screen reader says of it, and where a click on it leads."""
    said = f' descr="{attribute(described)}"' if described else ""
    inner = click + (_SILENT if silent else "")
    return f'<p:cNvPr id="{number}" name="{attribute(name)}"{said}>{inner}</p:cNvPr>'


def frame(x: float, y: float, width: float, height: float, turn: str = "") -> str:
    """Place and extent, in points."""
    return f"<a:xfrm{turn}><a:off {_place(x, y)}/><a:ext {_extent(width, height)}/></a:xfrm>"


def group_frame(x: float, y: float, width: float, height: float) -> str:
    """The same of a group whose members count from the corner of the slide."""
    place, extent = _place(x, y), _extent(width, height)
    inner = f"<a:chOff {place}/><a:chExt {extent}/>"
    return f"<a:xfrm><a:off {place}/><a:ext {extent}/>{inner}</a:xfrm>"


RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'


def outline(points: Sequence[Point], *, closed: bool) -> str:
    """A freeform through these points in points; one that is closed can be glued to."""
    left, top = min(x for x, _ in points), min(y for _, y in points)
    wide = _emu(max(x for x, _ in points) - left)
    high = _emu(max(y for _, y in points) - top)
    steps = ""
    for number, (x, y) in enumerate(points):
        tag = "lnTo" if number else "moveTo"
        steps += f'<a:{tag}><a:pt x="{_emu(x - left)}" y="{_emu(y - top)}"/></a:{tag}>'
    kept, end = ("", "<a:close/>") if closed else ('fill="none" ', "")
    return (
        f"<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst>{_SITES if closed else ''}"
        f'</a:cxnLst><a:rect l="l" t="t" r="r" b="b"/><a:pathLst><a:path {kept}w="{wide}"'
        f' h="{high}">{steps}{end}</a:path></a:pathLst></a:custGeom>'
    )


def preset(bent: Bend) -> str:
    """The geometry of a connector."""
    guides = "".join(
        f'<a:gd name="adj{number}" fmla="val {share}"/>'
        for number, share in enumerate(bent.adjustments, 1)
    )
    return f'<a:prstGeom prst="{bent.preset}"><a:avLst>{guides}</a:avLst></a:prstGeom>'


def turned(bent: Bend) -> str:
    """The attributes of a connector's frame."""
    turn = ' rot="16200000"' if bent.turned else ""
    turn += ' flipH="1"' if bent.flip_across else ""
    return turn + (' flipV="1"' if bent.flip_down else "")


def fill(colour: str, strength: int = 100) -> str:
    """A solid fill, transparent where its `strength` is less than 100; no colour: none."""
    if not colour:
        return "<a:noFill/>"
    clear = f'<a:alpha val="{strength * 1000}"/>' if strength < 100 else ""
    return f'<a:solidFill><a:srgbClr val="{colour.lstrip("#")}">{clear}</a:srgbClr></a:solidFill>'


def stroke(colour: str, width: float = 1.0, dashes: Sequence[float] = ()) -> str:
    """A border or a line; `dashes` are told as the nearest pattern that PowerPoint has."""
    if not colour:
        return "<a:ln><a:noFill/></a:ln>"
    pattern = ""
    if dashes:
        pattern = f'<a:prstDash val="{"sysDot" if dashes[0] < 2 * width else "dash"}"/>'
    return f'<a:ln w="{_emu(width)}">{fill(colour)}{pattern}<a:miter lim="800000"/></a:ln>'


def glued(tag: str, shape: int, site: int) -> str:
    """What one end of a connector (`stCxn` or `endCxn`) is glued to."""
    return f'<a:{tag} id="{shape}" idx="{site}"/>'


def body(
    paragraphs: Iterable[str],
    insets: tuple[float, float, float],
    *,
    wrapped: bool,
    shrinks: bool = False,
) -> str:
    """The text of a shape; insets are at the left, at the top and at the right, in points.

    A text that `shrinks` is made smaller by the program where it does not fit.
    """
    fit = "<a:normAutofit/>" if shrinks else "<a:noAutofit/>"
    left, top, right = map(_emu, insets)
    wrap = "square" if wrapped else "none"
    return (
        f'<p:txBody><a:bodyPr wrap="{wrap}" lIns="{left}" tIns="{top}" rIns="{right}" bIns="0"'
        f' rtlCol="0" anchor="t">{fit}</a:bodyPr><a:lstStyle/>{"".join(paragraphs)}'
        "</p:txBody>"
    )


def _emu(points: float) -> int:
    return round(points * EMU)


def _place(x: float, y: float) -> str:
    return f'x="{_emu(x)}" y="{_emu(y)}"'


def _extent(width: float, height: float) -> str:
    return f'cx="{max(_emu(width), 0)}" cy="{max(_emu(height), 0)}"'
