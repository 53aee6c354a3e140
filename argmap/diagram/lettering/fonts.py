"""The bundled font: Roboto in two weights, as the wheel `font-roboto` brings it along.

Pictures look the same on every machine because this font is measured, drawn and embedded
wherever a format can carry one. No font of the machine is needed.
"""

from enum import IntEnum
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from argmap.errors import MissingComponent

FAMILY = "Roboto"


class Weight(IntEnum):
    """How heavy the strokes are; the value is the weight in CSS."""

    REGULAR = 400
    MEDIUM = 500


_FILES = {Weight.REGULAR: "Roboto-Regular.ttf", Weight.MEDIUM: "Roboto-Medium.ttf"}


@lru_cache(maxsize=1)
def folder() -> Path:
    """Where the font files are. Raises MissingComponent where the wheel is not installed."""
    spec = find_spec("font_roboto")
    places = spec.submodule_search_locations if spec is not None else None
    for place in places or ():
        found = Path(place) / "files"
        if all((found / name).is_file() for name in _FILES.values()):
            return found
    raise MissingComponent(
        "The font that diagrams are drawn with is not installed.",
        "Install it with: pip install font-roboto",
    )


def font_file(weight: Weight) -> Path:
    """The TrueType file of one weight."""
    return folder() / _FILES[weight]
