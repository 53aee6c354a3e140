"""PNG: the SVG rendered by resvg, with the bundled font files and nothing of the machine.

Characters that the font lacks are asked of the fonts of the machine, by families that usually
have them; what none has comes out as an empty box, and a warning names it.
"""

import math
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from argmap.diagram.lettering import metrics
from argmap.diagram.lettering.fonts import Weight, font_file
from argmap.diagram.look.theme import LIGHT, Theme
from argmap.diagram.scene import Scene
from argmap.diagram.writers.svg import escape, write_svg

LONGEST_SIDE = 16_384
"""Pixels. Many programs refuse larger pictures."""

MOST_PIXELS = 40_000_000
"""Keeps the memory that rendering takes to some hundred megabytes."""

_MOST_TRIED = 200
"""Characters that are looked up one by one for the warning."""

_CJK = (
    "Noto Sans CJK SC, Noto Sans CJK JP, Noto Sans SC, Source Han Sans SC, PingFang SC, "
    "Hiragino Sans, Microsoft YaHei, Yu Gothic, Malgun Gothic, WenQuanYi Micro Hei, sans-serif"
)
_EMOJI = "Noto Emoji, Segoe UI Emoji, Apple Color Emoji, Noto Color Emoji, Symbola, sans-serif"
_OTHER = "DejaVu Sans, Noto Sans, Segoe UI, Arial Unicode MS, Arial, sans-serif"


def write_png(scene: Scene, dpi: int = 144, theme: Theme = LIGHT) -> tuple[bytes, list[str]]:
    """The scene as PNG, and warnings.

    `dpi` is pixels per inch of the scene's points; very large pictures get fewer.
    """
    zoom = dpi / 72
    fitting = _largest_zoom(scene)
    warnings = []
    if zoom > fitting:
        warnings.append(
            f"At {dpi} dpi the picture would be too large; it was drawn at"
            f" {max(1, int(fitting * 72))} dpi. SVG has no such limit."
        )
        zoom = fitting
    missing = metrics.uncovered(line for text in scene.texts() for line in text.lines)
    spell = _speller(missing) if missing else escape
    svg = write_svg(scene, replace(theme, font=""), embed=False, spell=spell)
    return _render(svg, zoom, system_fonts=bool(missing)), warnings + _unknown(missing)


def _largest_zoom(scene: Scene) -> float:
    side = LONGEST_SIDE / max(scene.width, scene.height)
    return min(side, math.sqrt(MOST_PIXELS / (scene.width * scene.height)))


def _render(svg: str, zoom: float, *, system_fonts: bool) -> bytes:
    import resvg_py  # noqa: PLC0415 - only PNG needs it

    options: dict[str, Any] = {"dpi": 72.0, "zoom": zoom}
    fonts = [str(font_file(weight)) for weight in Weight]
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg, skip_system_fonts=not system_fonts, font_files=fonts, **options
        )
    )


def _families(character: str) -> str:
    if character >= "\U0001f000":
        return _EMOJI
    return _CJK if "\u2e80" <= character <= "\uffdc" else _OTHER


def _speller(missing: list[str]) -> Callable[[str], str]:
    """Escapes text and sets runs of characters that the font lacks in another font."""
    groups: dict[str, list[str]] = {}
    for character in missing:
        groups.setdefault(_families(character), []).append(re.escape(character))
    runs = [
        (re.compile(f"([{''.join(found)}]+)"), rf'<tspan font-family="{families}">\1</tspan>')
        for families, found in groups.items()
    ]

    def spell(text: str) -> str:
        text = escape(text)
        for run, marked in runs:
            text = run.sub(marked, text)
        return text

    return spell


def _unknown(missing: list[str]) -> list[str]:
    """A warning that names the characters that no font here can draw."""
    blank = {}
    unknown = []
    for character in missing[:_MOST_TRIED]:
        families = _families(character)
        if families not in blank:
            blank[families] = _one("\U0010fffd", families)
        if _one(character, families) == blank[families]:
            unknown.append(character)
    if not unknown:
        return []
    return [f"No font on this machine was found to draw: {' '.join(unknown)}"]


def _one(character: str, families: str) -> bytes:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="40pt" height="20pt">'
        f'<text x="4" y="15" font-size="12" font-family="{families}">{escape(character)}</text>'
        "</svg>"
    )
    return _render(svg, 1.0, system_fonts=True)
