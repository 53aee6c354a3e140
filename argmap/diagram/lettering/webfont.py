"""The letters that a picture uses, as fonts to embed."""

import base64
from collections.abc import Iterable
from functools import lru_cache
from io import BytesIO

from argmap.diagram.lettering.fonts import FAMILY, Weight, font_file
from argmap.diagram.scene import Text

_ALWAYS = "".join(map(chr, range(0x20, 0x7F))) + "‘’“”–—…"
"""Letters that are embedded in any case, so that the text can be edited."""


def font_faces(texts: Iterable[Text]) -> str:
    """CSS that embeds what these texts use of the bundled font. The same texts give the same."""
    letters: dict[Weight, list[str]] = {}
    for text in texts:
        letters.setdefault(text.weight, [_ALWAYS]).extend(text.lines)
    return "".join(
        _font_face(weight, "".join(sorted(set("".join(letters[weight])))))
        for weight in sorted(letters)
    )


def _font_face(weight: Weight, letters: str) -> str:
    data = base64.b64encode(subset_font(weight, letters)).decode("ascii")
    return (
        f"@font-face{{font-family:{FAMILY};font-weight:{weight.value};"
        f"src:url(data:font/ttf;base64,{data})}}"
    )


@lru_cache(maxsize=8)
def subset_font(weight: Weight, letters: str) -> bytes:
    """A TrueType font with just these letters, without kerning, ligatures and hinting."""
    from fontTools import subset  # noqa: PLC0415 - slow to import
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    options = subset.Options(
        layout_features=[], hinting=False, name_IDs=[1, 2], recalc_timestamp=False
    )
    options.drop_tables += ["GSUB", "GPOS", "GDEF"]
    with TTFont(font_file(weight), lazy=True, recalcTimestamp=False) as font:
        subsetter = subset.Subsetter(options)
        subsetter.populate(text=letters)
        subsetter.subset(font)
        written = BytesIO()
        font.save(written, reorderTables=True)
    return written.getvalue()
