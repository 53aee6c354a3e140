"""Writing one text as a YAML scalar: the escape function of the map format."""

import re

from argmap.text import FORBIDDEN

# What a plain scalar must not begin with, hold, or end with, so that every YAML reader takes it
# for the text it is (YAML 1.1, section 9.1.3).
_STARTS = re.compile(r"[\s\-?:,\[\]{}#&*!|>'\"%@`=<]|\.\.\.|~$")
_HOLDS = re.compile(r": |:$| #|[\t\n\r]|^\s|\s$")
_FLOW_SIGNS = re.compile(r"[,\[\]{}:?]")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPED = re.compile(r'[\\"\n\r\t]')
# Words that other YAML readers would turn into something that is no text.
_TYPED = re.compile(
    r"(?:y|n|yes|no|true|false|on|off|null|[-+]?[\d.][\d_.,:xXoOeE+\-a-fA-F]*|\d{4}-\d\d-\d\d.*)",
    re.IGNORECASE,
)


def quote(text: str, *, flow: bool = False) -> str:
    """`text` as a YAML scalar on one line, without quotes where it can do without.

    `flow` is for texts within brackets and braces. Forbidden characters, which no loaded map
    holds, are written as escapes, so that the loader can name them.
    """
    if _is_plain(text, flow=flow):
        return text
    return quoted_as(text, "'" if set(text) & set('"\\') else '"')


def quoted_as(text: str, sign: str) -> str:
    """`text` in the quotes that stood there, where they can hold it."""
    if sign == "'" and not FORBIDDEN.search(text) and not set(text) & set("\n\r\t"):
        single = text.replace("'", "''")
        return f"'{single}'"
    return _escaped(text)


def _escaped(text: str) -> str:
    escaped = _ESCAPED.sub(lambda found: _ESCAPES[found.group()], text)
    return f'"{FORBIDDEN.sub(_numeric, escaped)}"'


def _is_plain(text: str, *, flow: bool) -> bool:
    if not text or _STARTS.match(text) or _HOLDS.search(text) or FORBIDDEN.search(text):
        return False
    if flow and _FLOW_SIGNS.search(text):
        return False
    return not _TYPED.fullmatch(text)


def _numeric(found: re.Match[str]) -> str:
    code = ord(found.group())
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def block(text: str, indent: int) -> str:
    """`text` as a value behind a key at `indent`: one line, or a literal block for several."""
    lines = text.split("\n")
    literal = (
        len(lines) > 1
        and all((lines[0], lines[-1]))
        and not any(line[:1].isspace() or line[-1:].isspace() for line in lines)
        and not FORBIDDEN.search(text)
        and "\r" not in text
    )
    if not literal:
        return quote(text)
    margin = " " * (indent + 2)
    return "\n".join(["|-", *(margin + line if line else "" for line in lines)])
