"""The marks that the screen draws around a claim, in Unicode and in plain ASCII."""

from typing import NamedTuple

from argmap.model import Role
from argmap.model.outline import SIGNS


class Marks(NamedTuple):
    """Every mark of our own making; each is one cell wide except `again` and `dots`."""

    guide: str
    deep: str
    """Stands before the depth where a row hangs deeper than can be indented."""
    unfolded: str
    folded: str
    again: str
    cycle: str
    dots: str
    dot: str
    step: str
    """Between the parts of a path."""
    rule: str
    opening: str
    closing: str
    root: str

    def sign(self, role: Role) -> str:
        """The sign of a role: what colour says is always said by this too."""
        return self.root if role in {Role.MOTION, Role.ROOT} else SIGNS[role]

    def own(self, text: str) -> str:
        """`text` of our own making, such as a title or a message, drawn in these marks."""
        return text.translate(_PLAIN) if self is ASCII else text


_PLAIN = str.maketrans(
    {"…": "...", "‘": "'", "’": "'", "“": '"', "”": '"', "·": "-", "–": "-", "●": "*"}
)

UNICODE = Marks(
    guide="│",
    deep="┆",
    unfolded="▾",
    folded="▸",
    again="→",
    cycle="↻",
    dots="…",
    dot="·",
    step="›",
    rule="─",
    opening="»",
    closing="«",
    root=SIGNS[Role.MOTION],
)
ASCII = Marks(
    guide="|",
    deep=":",
    unfolded="v",
    folded=">",
    again="->",
    cycle="@",
    dots="...",
    dot="-",
    step=">",
    rule="-",
    opening=">>",
    closing="<<",
    root="*",
)
