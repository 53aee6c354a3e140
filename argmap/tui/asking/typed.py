"""What becomes of a text that was typed or pasted: nothing that a map may not hold gets in."""

import re
from typing import NamedTuple

from argmap.text import FORBIDDEN, REPLACEMENT, count
from argmap.tui.asking.prompts import MOST_CHARACTERS

MOST_IN_LINES = 200_000
"""The same for a text of many lines: an outline is more than one statement."""

_LINE_END = re.compile(r"\r\n?")
_BREAK = re.compile(r"\s*\n\s*|\t")


class Fitted(NamedTuple):
    """A text as it may stand in a prompt, and what had to be done to it, in words."""

    text: str
    told: str = ""


def fitted(text: str, used: int = 0, *, lines: bool = False) -> Fitted:
    """Make a text fit for a prompt in which so many characters are used up.

    Forbidden characters are replaced, and what is too long is cut; both are told. Line ends and
    tabs become spaces, unless `lines` belong to the text.
    """
    text = _LINE_END.sub("\n", text)
    if not lines:
        text = _BREAK.sub(" ", text)
    text, replaced = FORBIDDEN.subn(REPLACEMENT, text)
    told = []
    if replaced:
        told.append(f"Replaced {count(replaced, 'character')} that no map may hold.")
    most = MOST_IN_LINES if lines else MOST_CHARACTERS
    if len(text) > most - used:
        told.append(f"Cut: a text may have {count(most, 'character')} here.")
        text = text[: max(0, most - used)]
    return Fitted(text, " ".join(told))
