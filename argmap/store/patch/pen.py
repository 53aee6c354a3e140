"""Setting and removing the keys of one mapping, in the way in which the file is written."""

from collections.abc import Container
from collections.abc import Sequence as Items
from dataclasses import dataclass
from itertools import groupby, pairwise

from argmap.model import Weigh
from argmap.store.fields import ENTRY_ORDER, field_lines, flow, value_text
from argmap.store.nodes import Mapping, Node, Scalar, Sequence
from argmap.store.patch.brackets import COMMENT, NeedsBlock
from argmap.store.patch.ground import Stretch
from argmap.store.patch.items import set_items, set_parts
from argmap.store.patch.script import Lines, Script
from argmap.store.quoting import quote, quoted_as


@dataclass(slots=True)
class _PlainLine:
    """What becomes of an entry that is nothing but a text."""

    lines: list[str]
    words: str | None = None
    name: str = ""
    opened: bool = False

    def text(self, newline: str, margin: str) -> str:
        """The entry behind its dash."""
        lines = self.lines if self.words is None else [self.words]
        if not self.opened:
            return newline.join(lines)
        first = f"{self.name}{newline}{margin}" if self.name else ""
        return newline.join([f"{first}claim: {lines[0]}", *(f"  {line}" for line in lines[1:])])


class Pen:
    """Writes into the mappings of one text, by way of a script."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.ground = script.ground
        self._opened: dict[int, _PlainLine] = {}
        self._added_to: set[int] = set()

    # -- setting -------------------------------------------------------------------------

    def set_value(
        self, node: Mapping, key: str, value: object, order: Items[str] = ENTRY_ORDER
    ) -> None:
        """Give a key a value, whether it is there or not."""
        if key not in node.values:
            self._add(node, key, value, order)
            return
        old = node.values[key]
        if isinstance(old, Sequence) and isinstance(value, tuple):
            set_items(self, old, value)
        elif isinstance(old, Mapping) and isinstance(value, Weigh):
            set_parts(self, old, value)
        else:
            self._set_inline(node, key, old, value)

    def _set_inline(self, node: Mapping, key: str, old: Node, value: object) -> None:
        start, end = int(old.mark.index), self.ground.end_of(old)
        text = self._styled(node, key, old, value).replace("\n", self.ground.newline)
        if isinstance(old, Scalar) and not old.quoted and not old.value:
            text = f" {text}"
        self.script.replace(start, max(start, end), text)

    def _styled(self, node: Mapping, key: str, old: Node, value: object) -> str:
        """The value as text, quoted as the old one was, with the comment that stood in it."""
        sign = self.ground.raw[old.mark.index : old.mark.index + 1]
        if not isinstance(value, str):
            return flow(value)
        plain = str(value)
        if sign in {'"', "'"}:
            return quoted_as(plain, sign)
        if node.end is not None:
            return flow(value)
        if isinstance(old, Scalar) and old.quoted and sign in "|>":
            head = self.ground.content(old.mark.line)[old.mark.column :]
            comment = head.partition("#")[2]
            text = quote(plain) if comment else value_text(plain, int(node.mark.column))
            return f"{text}  #{comment}" if comment else text
        if self._comment_behind(old):
            return quote(plain)
        return value_text(plain, int(node.keys[key].mark.column))

    def _column(self, offset: int) -> int:
        return offset - self.ground.starts[self.ground.line_of(offset)]

    # -- adding --------------------------------------------------------------------------

    def _add(self, node: Mapping, key: str, value: object, order: Items[str]) -> None:
        if node.end is None:
            lines = field_lines(key, value, int(node.mark.column))
            self.add_lines(node, key, lambda: lines, order)
            return
        brace = int(node.end.index) - 1
        before = self.ground.raw[node.mark.index : brace].rstrip()
        follows = bool(node.values) or id(node) in self._added_to
        self._added_to.add(id(node))
        comma = "," if follows and not before.endswith(",") else ""
        gap = " " if follows else ""
        at = int(node.mark.index) + len(before)
        self.script.replace(at, at, f"{comma}{gap}{key}: {flow(value)}")

    def add_lines(
        self, node: Mapping, key: str, lines: Lines, order: Items[str] = ENTRY_ORDER
    ) -> None:
        """Add a key with the lines that state it, at its place in the usual order of keys."""
        if node.end is not None:
            raise NeedsBlock(node)
        rank = order.index(key)
        before = [known for known in node.keys if known in order and order.index(known) < rank]
        if not before:
            name, first = next(iter(node.keys.items()))
            if not self.opens_item(node, name):
                self.script.insert(int(first.mark.line), int(node.mark.column), lines, rank)
                return
            start, margin = int(first.mark.index), " " * int(node.mark.column)
            text = self.ground.newline.join(lines()).lstrip(" ")
            self.script.replace(start, start, f"{text}{self.ground.newline}{margin}")
            return
        last = max(before, key=lambda known: int(node.keys[known].mark.index))
        column = int(node.mark.column)
        self.script.insert(self.ground.key(node, last).behind, column, lines, rank)

    # -- plain lines ---------------------------------------------------------------------

    def restate(self, node: Scalar, text: str, *, flowing: bool) -> None:
        """Give an entry that is a plain line, or a text within brackets, other words."""
        self._plain_line(node).words = self._requoted(node, text, flowing=flowing)

    def _requoted(self, node: Scalar, text: str, *, flowing: bool) -> str:
        sign = self.ground.raw[node.mark.index]
        return quoted_as(text, sign) if sign in {'"', "'"} else quote(text, flow=flowing)

    def open_line(self, node: Scalar, column: int, key: str, lines: Lines) -> None:
        """Add a key to a plain line, which becomes the `claim:` of a mapping."""
        self._plain_line(node).opened = True
        rank = ENTRY_ORDER.index(key)
        at = self.ground.last_line(node) + 1
        if key == "id":
            self._plain_line(node).name = lines()[0].strip()
        else:
            self.script.insert(at, column + 2, lines, rank)

    def _plain_line(self, node: Scalar) -> "_PlainLine":
        found = self._opened.get(id(node))
        if found is None:
            start, end = int(node.mark.index), self.ground.end_of(node)
            found = _PlainLine(self.ground.split(self.ground.raw[start:end]) or [""])
            self._opened[id(node)] = found
            made, end_of_line = found, self.ground.newline
            margin = " " * int(node.mark.column)
            self.script.replace(start, end, lambda: made.text(end_of_line, margin))
        return found

    # -- removing ------------------------------------------------------------------------

    def remove(self, node: Mapping, key: str, *, comment: bool = True, count: int = 1) -> None:
        """Take a key and its value out, but leave the comment behind it.

        If the key stands within brackets, or behind a dash, so that `count` keys go from there.
        """
        if node.end is not None:
            self._remove_inline(node, key, count)
        elif self.opens_item(node, key):
            names = list(node.keys)
            if count == len(names):
                raise NeedsBlock(node)
            start, end = node.keys[key].mark.index, node.keys[names[count]].mark.index
            comments = self._comments_staying(node, names[: count + 1], own=comment)
            gap = f"{self.ground.newline}{' ' * int(node.mark.column)}"
            self.script.replace(
                int(start), int(end), "".join(text + gap for text in comments if text)
            )
        else:
            stretch = self.ground.key(node, key)
            self.script.cut(stretch)
            _, words = self.comment_of(node, key)
            if comment and words:
                line = " " * stretch.column + words
                self.script.insert(stretch.first, stretch.column, lambda: [line])

    def remove_all(self, node: Mapping, keys: Container[str]) -> None:
        """Take several keys out; the comments behind them stay."""
        for goes, run in groupby(list(node.keys), keys.__contains__):
            names = list(run)
            if goes and (node.end is not None or self.opens_item(node, names[0])):
                self.remove(node, names[0], count=len(names))
            elif goes:
                for name in names:
                    self.remove(node, name)

    def empty(self, node: Mapping, key: str) -> None:
        """Leave a key with nothing but braces in the place of its keys and values."""
        inner = node.values[key]
        if not isinstance(inner, Mapping) or inner.end is not None:
            self.script.replace(int(inner.mark.index), self.ground.end_of(inner), "{}")
            return
        colon = int(node.keys[key].end.index) + 1
        self.script.replace(colon, colon, " {}")
        for name in inner.values:
            self.script.cut(self.ground.key(inner, name))

    def is_on_one_line(self, node: Mapping, key: str) -> bool:
        """Whether a key of a mapping that has a line for each ends on the line it begins on."""
        value, line = node.values[key], int(node.keys[key].mark.line)
        return node.end is None and self.ground.last_line(value) == line

    def remove_heading(self, node: Mapping, key: str) -> None:
        """Take out the line of a key whose value, on the lines below, is gone."""
        mark = node.keys[key].mark
        if node.end is not None:
            raise NeedsBlock(node)
        line = int(mark.line)
        if self.opens_item(node, key):
            colon = int(node.keys[key].end.index) + 1
            dash = self.ground.raw[: mark.index].rstrip(" ")
            self.script.replace(len(dash), colon, "")
            return
        _, comment = self.comment_of(node, key)
        start, end = int(mark.index), self.ground.starts[line + 1]
        if comment:
            self.script.replace(start, end, comment + self.ground.newline)
        else:
            self.script.cut(Stretch(line, line + 1, int(node.mark.column)))

    def comment_of(self, node: Mapping, key: str) -> tuple[int, str]:
        """The comment behind a key's value, or behind the key if the value has lines of its own.

        Its line comes first. The comment is empty where there is none.
        """
        value = node.values[key]
        if isinstance(value, Scalar) or value.end is not None:
            opens_lines = self.ground.raw[value.mark.index : value.mark.index + 1] in {"|", ">"}
            line = int(value.mark.line) if opens_lines else self.ground.last_line(value)
            return line, self._comment_behind(value)
        mark = node.keys[key].end
        behind = self.ground.content(mark.line)[mark.column + 1 :].lstrip()
        return int(mark.line), behind if behind.startswith("#") else ""

    def _comments_staying(self, node: Mapping, names: Items[str], *, own: bool) -> list[str]:
        """The comments right above the last of these keys; if `own`, also those of the others."""
        found = []
        for name, following in pairwise(names):
            if own:
                found.append(self.comment_of(node, name)[1])
            if own or following == names[-1]:
                between = range(self.ground.key(node, name).behind, node.keys[following].mark.line)
                lines = (line for line in between if self.ground.comment_column(line) is not None)
                found += [self.ground.content(line).strip() for line in lines]
        return found

    def _comment_behind(self, node: Node) -> str:
        """The comment on the line on which a value ends, or a block of lines is announced."""
        if isinstance(node, Scalar) and self.ground.raw[node.mark.index : node.end.index][:1] in {
            *"|>"
        }:
            head = self.ground.content(node.mark.line)[node.mark.column :]
            return head[head.index("#") :] if "#" in head else ""
        end = self.ground.end_of(node)
        behind = self.ground.content(self.ground.line_of(end))[self._column(end) :].lstrip()
        return behind if behind.startswith("#") else ""

    def opens_item(self, node: Mapping, key: str) -> bool:
        """Whether the key stands behind the dash of an item."""
        mark = node.keys[key].mark
        before = self.ground.content(mark.line)[: mark.column]
        return bool(before.strip())

    def _remove_inline(self, node: Mapping, key: str, count: int) -> None:
        names = list(node.keys)
        place = names.index(key)
        behind = place + count
        start = int(node.keys[key].mark.index)
        end = self.ground.end_of(node.values[names[behind - 1]])
        if behind < len(names):
            end = int(node.keys[names[behind]].mark.index)
        elif place:
            start = self.ground.end_of(node.values[names[place - 1]])
        if self._has_comment(node, start, end):
            raise NeedsBlock(node)
        self.script.replace(start, end, "")

    def _has_comment(self, node: Mapping, start: int, end: int) -> bool:
        """Whether a comment stands between the values of a mapping, in a stretch of the text."""
        ends = [self.ground.end_of(value) for value in node.values.values()]
        starts = [int(key.mark.index) for key in node.keys.values()]
        gaps = zip([start, *ends], [*starts, end], strict=True)
        return any(
            COMMENT.search(self.ground.raw[max(at, start) : min(until, end)]) for at, until in gaps
        )
