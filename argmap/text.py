"""Cleaning, measuring and wrapping of user text for a screen of fixed-width cells.

Text from a map may hold anything. `forbidden` names what must never reach a terminal or a
picture; `clean` takes it out. Widths are in terminal cells (Unicode East Asian Width, emoji
sequences), as computed by the `wcwidth` package.
"""

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable

# C0 and C1 controls but tab and line feeds, bidi and invisible format characters, line and
# paragraph separators (YAML 1.1 counts them as line ends), surrogates and noncharacters.
# ZWJ and ZWNJ stay: emoji sequences, Persian and Indic scripts need them.
_FORBIDDEN_CLASS = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    "\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufffe\uffff"
)
FORBIDDEN = re.compile(f"[{_FORBIDDEN_CLASS}]")
"""One character that may stand in no map: controls, bidi and invisible characters."""

REPLACEMENT = "\ufffd"
_SPACES = re.compile(r"\s+")

Measure = Callable[[str], int]


def clean(text: str) -> str:
    """`text` with every forbidden character replaced by U+FFFD."""
    return FORBIDDEN.sub(REPLACEMENT, text)


def one_line(text: str) -> str:
    """`text` cleaned, with each run of white space folded to one space, and stripped."""
    return _SPACES.sub(" ", clean(text)).strip()


def character_name(character: str) -> str:
    """A name for one character: ``U+202E RIGHT-TO-LEFT OVERRIDE``."""
    name = unicodedata.name(character, "control character")
    return f"U+{ord(character):04X} {name}"


def width(text: str) -> int:
    """Cells that one line of `text` takes on a terminal."""
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth  # noqa: PLC0415 - most maps never need the tables

    cells: int = wcswidth(text)
    return cells if cells >= 0 else len(text)


def wrap(text: str, cells: int, measure: Measure = width) -> list[str]:
    """Lines of `text`, none wider than `cells`, broken at spaces; over-long words are cut.

    At least one line is returned. A character wider than `cells` gets a line of its own.
    """
    cells = max(1, cells)
    lines: list[str] = []
    line, used = "", 0
    for word in one_line(text).split(" "):
        size = measure(word)
        # A word may begin with a mark that only takes a cell of its own behind a space.
        behind = 1 + size if word.isascii() else measure(f" {word}")
        if line and used + behind <= cells:
            line, used = f"{line} {word}", used + behind
            continue
        if line:
            lines.append(line)
        if size <= cells:
            line, used = word, size
        else:
            *full, line = _cut(word, cells, measure)
            lines.extend(full)
            used = measure(line)
    lines.append(line)
    return lines


def _cut(word: str, cells: int, measure: Measure) -> list[str]:
    if word.isascii():
        return [word[at : at + cells] for at in range(0, len(word), cells)] or [""]
    pieces: list[str] = []
    piece, used = "", 0
    for cluster in clusters(word):
        size = measure(cluster)
        if piece and used + size > cells:
            pieces.append(piece)
            piece, used = "", 0
        piece += cluster
        used += size
    pieces.append(piece)
    return pieces


def clusters(text: str) -> Iterable[str]:
    """`text` in pieces that must not be cut: a base character with all that joins it."""
    cluster = ""
    for character in text:
        joins = (
            character == "\u200d"
            or cluster.endswith("\u200d")
            or unicodedata.category(character) in {"Mn", "Mc", "Me", "Cf"}
            or "\U0001f3fb" <= character <= "\U0001f3ff"
        )
        if cluster and not joins:
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster


def ellipsis(text: str, cells: int, measure: Measure = width) -> str:
    """`text` on one line, cut to `cells` with a closing ``…`` where it is longer."""
    text = one_line(text)
    if measure(text) <= cells:
        return text
    kept, used = "", 0
    for cluster in clusters(text):
        size = measure(cluster)
        if used + size > cells - 1:
            break
        kept += cluster
        used += size
    return kept.rstrip() + "…"


def slug(text: str, words: int = 5) -> str:
    """A lower-case id made of the first `words` words of `text`; ``claim`` where it has none."""
    found = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text.lower()))
    return "-".join(found[:words])[:48].strip("-") or "claim"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The one of `known` that `word` was probably meant to be, if any is near."""
    found = difflib.get_close_matches(word.lower(), list(known), n=1, cutoff=0.6)
    return found[0] if found else None


def count(number: int, noun: str, plural: str | None = None) -> str:
    """``1 claim``, ``2 claims``, ``1,200 claims``."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
