"""Plain text that stays plain text in Markdown."""

import re

from argmap.text import one_line

# CommonMark's own signs, and those of GitHub and Pandoc: ~ ^ (deleted, raised), $ (formulas),
# | (tables), { (attributes), : before // and . behind www (bare links), @ (mail addresses).
_SIGNS = re.compile(r"[\\`*_\[\]<>#&~^$|{@]|:(?=//)|(?<=www)\.", re.IGNORECASE)
_BLOCK_START = re.compile(r"^(?:[-+=:]|\d+(?=[.)](?:\s|$)))")


def escape_markdown(text: str) -> str:
    """`text` on one line, such that Markdown shows it as it is, wherever in a line it stands."""
    escaped = _SIGNS.sub(r"\\\g<0>", one_line(text))
    return _BLOCK_START.sub(_escape_block_start, escaped)


def _escape_block_start(found: re.Match[str]) -> str:
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"
