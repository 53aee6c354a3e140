"""What becomes of a text that was typed or pasted: nothing that a map may not hold gets in."""

import re
from typing import NamedTuple

from argmap.text import FORBIDDEN, REPLACEMENT, count
from argmap.tui.prompts import MOST_CHARACTERS

_LINE_END = re.compile(r"\r\n?")
_BREAK = re.compile(r"\s*\n\s*|\t")


class Fitted(NamedTuple):
    """A text as it may stand in a prompt, and what had to be done to it, in words."""

    text: str
    told: str = ""


def fitted(text: str, room: int, *, lines: bool = False) -> Fitted:
    """Make a text fit for a prompt that has room for so many characters.

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
    if len(text) > room:
        told.append(f"Cut: a text may have {count(MOST_CHARACTERS, 'character')}.")
        text = text[: max(0, room)]
    return Fitted(text, " ".join(told))
