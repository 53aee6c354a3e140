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
from argmap.errors import UsageError

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


def write_png(
    scene: Scene, dpi: int = 144, theme: Theme = LIGHT, *, width: int | None = None
) -> tuple[bytes, list[str]]:
    """The scene as PNG, and warnings.

    Its size is told by `dpi`, pixels per inch of the scene's points, or by `width` in pixels; very
    large pictures get fewer.

    Raises:
        UsageError: there would be no pixels, or more across than programs open.
    """
    _check(dpi, width)
    zoom, warnings = _zoom(scene, dpi, width)
    missing = metrics.uncovered(line for text in scene.texts() for line in text.lines)
    spell = _speller(missing) if missing else escape
    svg = write_svg(scene, replace(theme, font=""), embed=False, spell=spell)
    across = max(1, round(scene.width * zoom))
    return _render(svg, across, system_fonts=bool(missing)), warnings + _unknown(missing)


def _check(dpi: int, width: int | None) -> None:
    if width is None and dpi < 1:
        raise UsageError(f"A picture cannot have {dpi} dpi.", "Use 72 or more.")
    if width is not None and width < 1:
        raise UsageError(f"A picture cannot be {width} pixels wide.", "Slides take 1920.")
    if width is not None and width > LONGEST_SIDE:
        raise UsageError(
            f"A PNG of {width:,} pixels across is more than many programs open.",
            f"Use {LONGEST_SIDE:,} or fewer, or SVG, which is sharp at any size.",
        )


def _zoom(scene: Scene, dpi: int, width: int | None) -> tuple[float, list[str]]:
    wanted = dpi / 72 if width is None else width / scene.width
    largest = _largest_zoom(scene)
    if wanted <= largest:
        return wanted, []
    asked, given = f"{dpi} dpi", f"{max(1, int(largest * 72))} dpi"
    if width is not None:
        asked, given = f"{width:,} pixels across", f"{int(largest * scene.width):,} pixels"
    return largest, [
        f"At {asked} the picture would be too large; it was drawn at {given}."
        " SVG has no such limit."
    ]


def _largest_zoom(scene: Scene) -> float:
    side = LONGEST_SIDE / max(scene.width, scene.height)
    return min(side, math.sqrt(MOST_PIXELS / (scene.width * scene.height)))


def _render(svg: str, width: int, *, system_fonts: bool) -> bytes:
    import resvg_py  # noqa: PLC0415 - only PNG needs it

    options: dict[str, Any] = {"dpi": 72.0, "width": width}
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
    return _render(svg, 40, system_fonts=True)
