"""Text as it is compared: quotes, dashes, white space and case look alike; offsets lead back.

A citation is typed by hand, its source was typeset: curly quotes, long dashes, no-break spaces,
soft hyphens and line breaks differ though the words agree. `fold` brings both to one form. For
Markdown, markup that a reader does not see can be left out as well.
"""

import re
from bisect import bisect_right
from functools import cache

_SINGLE_QUOTES = "‘’‚‛′`´‹›"
_DOUBLE_QUOTES = "“”„‟″«»"
_DASHES = "‐‑‒–—―−"
_SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_ALIKE = str.maketrans(
    dict.fromkeys(_SINGLE_QUOTES, "'")
    | dict.fromkeys(_DOUBLE_QUOTES, '"')
    | dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_SPACES, " ")
)

_INVISIBLE = r"[\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+"
# Letters that case folding turns into several, such as ß and the ligature ﬁ.
_WIDENING = r"[\xdf\u0130\u0149\u01f0\u0390\u03b0\u0587\u1e96-\u1e9e\u1f50-\u1fff\ufb00-\ufb17]"
_DASH = rf"[\-{_DASHES}]"
_COMMON = rf"(?P<dash>\s*{_DASH}(?:{_DASH}|\s)+|\s+{_DASH})|(?P<dots>…)|(?P<wide>{_WIDENING})"

_PLAIN = rf"{_COMMON}|(?P<space>\s{{2,}})|(?P<drop>{_INVISIBLE})"

_LINE_MARK = (
    r"(?:>|[-*+](?=\s)|\d{1,9}[.)](?=\s)|\#{1,6}(?=\s)"  # quotes, bullets, numbers, headings
    r"|(?:=+|-+|[*_]{3,})[ \t\r]*$"  # underlines and rules
    r"|(?:`{3}|~{3})[^\n]*)"  # fences, with the language they name
)
_LINE_START = rf"^[ \t]*{_LINE_MARK}(?:[ \t]*{_LINE_MARK})*"
_INLINE_MARKUP = (
    r"\*+|`+|~~"
    r"|(?<![^\W_])_+|_+(?![^\W_])"  # an underscore within a word is a letter
    r"|!?\[(?=[^\[\]]*\][(\[])"
    r"|\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*){0,3}\)|\[[^\[\]]*\])"
    r"|\[\^[^\[\]\s]+\]"
)
_MARKDOWN = (
    rf"(?P<space>(?:{_LINE_START}|\n|\s(?=\s))(?:{_LINE_START}|\s)*)"
    rf"|(?P<escape>\\[!-/:-@\[-`{{-~])|{_COMMON}|(?P<drop>{_INVISIBLE}|{_INLINE_MARKUP})"
)
_REPLACEMENTS = {"dash": "-", "dots": "...", "space": " ", "drop": ""}


class Folded:
    """A folded text, and for each place in it the place in the original."""

    def __init__(self, text: str, at: list[int], begins: list[int], ends: list[int]) -> None:
        self.text = text
        self._at = at
        self._begins = begins
        self._ends = ends

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Offsets into the original of a stretch of the folded text that is not empty."""
        return self._span_of(start)[0], self._span_of(end - 1)[1]

    def _span_of(self, offset: int) -> tuple[int, int]:
        piece = bisect_right(self._at, offset) - 1
        begin, end = self._begins[piece], self._ends[piece]
        next_piece = self._at[piece + 1] if piece + 1 < len(self._at) else len(self.text)
        if next_piece - self._at[piece] != end - begin:
            return begin, end
        place = begin + offset - self._at[piece]
        return place, place + 1


class _Builder:
    """Collects pieces: stretches that fold letter by letter, and others that fold as a whole."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._at: list[int] = []
        self._begins: list[int] = []
        self._ends: list[int] = []
        self._length = 0
        self._spaced = False

    def add(self, text: str, begin: int, end: int) -> None:
        if self._spaced and text.startswith(" "):
            text, begin = text[1:], begin + 1
        if not text:
            return
        self._texts.append(text)
        self._at.append(self._length)
        self._begins.append(begin)
        self._ends.append(end)
        self._length += len(text)
        self._spaced = text.endswith(" ")

    def folded(self) -> Folded:
        return Folded("".join(self._texts), self._at, self._begins, self._ends)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compiled when first needed: most commands never fold a text."""
    return re.compile(pattern, re.MULTILINE)


def fold(text: str, *, without_markup: bool = False) -> Folded:
    """`text` in the form in which texts are compared; with Markdown's markup left out if asked."""
    pattern = _compiled(_MARKDOWN if without_markup else _PLAIN)
    builder = _Builder()
    done = 0
    for match in pattern.finditer(text):
        begin, end = match.span()
        if begin > done:
            builder.add(_letters(text[done:begin]), done, begin)
        replacement = _REPLACEMENTS.get(match.lastgroup or "")
        if replacement is None:
            replacement = _letters(_as_read(match))
        builder.add(replacement, begin, end)
        done = end
    builder.add(_letters(text[done:]), done, len(text))
    return builder.folded()


def without_markup(text: str) -> str:
    """Markdown as a reader sees it: markup left out, line ends and runs of space as one space."""
    return _compiled(_MARKDOWN).sub(_as_read, text)


def _as_read(match: re.Match[str]) -> str:
    if match.lastgroup in {"space", "drop"}:
        return _REPLACEMENTS[match.lastgroup]
    return match[0].removeprefix("\\") or "\\"


def _letters(text: str) -> str:
    return text.translate(_ALIKE).casefold()
