"""Where things stand in the text of a map file: ends of nodes, lines of items and of keys.

Lines count from 0; offsets are in code points. A stretch of lines is given by its first line and
the line behind its last.
"""

import re
from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

from argmap.errors import RefusedEdit
from argmap.store.nodes import Mapping, Node, Scalar, Sequence

_LINE_END = re.compile(r"\r\n|\r|\n")


class Stretch(NamedTuple):
    """Some lines of the text, and the column of the dash or key that they belong to."""

    first: int
    behind: int
    column: int


class Ground:
    """The text, and questions about it. It ends with a line end, even if the file does not."""

    def __init__(self, raw: str) -> None:
        found = _LINE_END.search(raw)
        self.newline = found.group() if found else "\n"
        self.padded = bool(raw) and not raw.endswith(("\n", "\r"))
        """Whether the last line end was added here."""
        self.raw = raw + self.newline if self.padded else raw
        self.starts = _line_starts(self.raw)

    # -- lines ---------------------------------------------------------------------------

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return len(self.starts) - 1

    def line_of(self, offset: int) -> int:
        """The line on which an offset lies."""
        return min(bisect_right(self.starts, offset) - 1, max(0, self.lines - 1))

    def content(self, line: int) -> str:
        """A line without its end."""
        return self.raw[self.starts[line] : self.starts[line + 1]].rstrip("\r\n")

    def is_blank(self, line: int) -> bool:
        """Whether there is nothing on the line."""
        return not self.content(line).strip()

    def is_gap(self, line: int) -> bool:
        """Whether the line, which may lie behind the last one, is there and blank."""
        return line < self.lines and self.is_blank(line)

    def comment_column(self, line: int) -> int | None:
        """The column of the comment that is all there is on the line; None where it is not."""
        text = self.content(line)
        bare = text.lstrip(" ")
        return len(text) - len(bare) if bare.startswith("#") else None

    def split(self, text: str) -> list[str]:
        """The lines of a text without their ends; a last line end opens no other line."""
        lines = _LINE_END.split(text)
        return lines[:-1] if lines[-1] == "" else lines

    # -- nodes ---------------------------------------------------------------------------

    def end_of(self, node: Node) -> int:
        """The offset just behind a node's last character; comments behind it do not count."""
        while True:
            if isinstance(node, Scalar):
                return self._end_of_text(node)
            if node.end is not None:
                return int(node.end.index)
            if isinstance(node, Sequence):
                if not node.items:
                    return int(node.mark.index) + 1
                node = node.items[-1]
            else:
                node = next(reversed(node.values.values()))

    def _end_of_text(self, node: Scalar) -> int:
        end = int(node.end.index)
        if not node.quoted or self.raw[node.mark.index] not in "|>":
            return end
        text = self.raw[node.mark.index : end]
        header = self.content(node.mark.line)[node.mark.column :]
        if "+" in header.partition("#")[0]:
            bare = text.rstrip("\r\n") if not text.strip() else text.removesuffix(self.newline)
            return int(node.mark.index) + len(bare)
        return int(node.mark.index) + len(text.rstrip())

    def last_line(self, node: Node) -> int:
        """The line on which a node ends."""
        end = self.end_of(node)
        ends_blank = self.raw[end - 1 : end] in {"\n", "\r"}
        return self.line_of(max(end if ends_blank else end - 1, int(node.mark.index)))

    def item(self, items: Sequence, place: int) -> Stretch:
        """The lines of an item, with the comments that are indented into it."""
        node, column = items.items[place], int(items.mark.column)
        return self._with_tail(self._dash_line(node, column), self.last_line(node), column)

    def _dash_line(self, node: Node, column: int) -> int:
        line = int(node.mark.line)
        while line >= 0:
            text = self.content(line)
            if text[column : column + 1] == "-" and not text[:column].strip():
                return line
            line -= 1
        raise RefusedEdit(
            f"line {node.mark.line + 1} is laid out in a way that edits cannot follow",
            "Put each entry on a line of its own; O opens your editor there.",
        )

    def key(self, mapping: Mapping, key: str) -> Stretch:
        """The lines of a key and its value, with the comments that are indented into it."""
        node = mapping.keys[key]
        last = max(self.last_line(mapping.values[key]), int(node.mark.line))
        return self._with_tail(int(node.mark.line), last, int(node.mark.column))

    def _with_tail(self, first: int, last: int, column: int) -> Stretch:
        line = last + 1
        while line < self.lines:
            comment = self.comment_column(line)
            if comment is not None and comment > column:
                last = line
            elif not self.is_blank(line):
                break
            line += 1
        return Stretch(first, last + 1, column)

    def with_lead(self, stretch: Stretch) -> Stretch:
        """The lines of an item, with the comment right above it that stands as deep as it."""
        first = stretch.first
        while first > 0 and self.comment_column(first - 1) == stretch.column:
            first -= 1
        return stretch._replace(first=first)

    def blanks_above(self, line: int) -> int:
        """How many blank lines stand right above a line."""
        found = 0
        while line - found > 0 and self.is_blank(line - found - 1):
            found += 1
        return found


def _line_starts(text: str) -> list[int]:
    """Where each line of a text begins that has a line end at its end; and where the text ends."""
    if text.count("\r") != text.count("\r\n"):
        return [0, *(found.end() for found in _LINE_END.finditer(text))]
    lines = text.split("\n")
    return [0, *accumulate(len(line) + 1 for line in lines[:-1])]


def shifted(lines: list[str], cells: int) -> list[str]:
    """Lines moved to the right, or to the left as far as they are indented."""
    if cells >= 0:
        return [" " * cells + line if line else line for line in lines]
    return [line[min(-cells, len(line) - len(line.lstrip(" "))) :] for line in lines]
