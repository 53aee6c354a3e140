"""Writing a list or mapping that stands within brackets on lines of its own."""

import re

from argmap.store.nodes import Mapping, Node, Scalar, Sequence
from argmap.store.patch.ground import Ground
from argmap.store.quoting import quote

_COMMENT_BEHIND = re.compile(r" +#[^\r\n]*")
COMMENT = re.compile(r"(?:^|\s)(#[^\r\n]*)")


class NeedsBlock(Exception):  # noqa: N818 - a step on the way, not an error
    """A list or mapping within brackets must first be written on lines of its own."""

    def __init__(self, node: Sequence | Mapping) -> None:
        super().__init__("within brackets")
        self.node = node


def unfolded(ground: Ground, node: Sequence | Mapping, column: int) -> str:
    """The text of the file with the bracketed `node` in block style, its lines at a column.

    Values stay as they are written. Comments within the brackets stand above what follows them.
    """
    raw, end = ground.raw, int(node.end.index) if node.end is not None else 0
    start = int(node.mark.index)
    before = raw[:start]
    lines: list[str] = []
    for comments, text in _parts(ground, node):
        lines += [*comments, *ground.split(text)]
    lines = lines or [raw[start:end]]
    behind = _COMMENT_BEHIND.match(raw, end)
    comment, end = (behind.group(), behind.end()) if behind else ("", end)
    margin = " " * column
    behind_dash = before.rstrip(" ").endswith("-")
    if behind_dash:
        gap = before[len(before.rstrip(" ")) :]
        lines[0] += comment
        body = f"{ground.newline}{margin}".join(lines)
        return f"{before.rstrip(' ')}{gap or ' '}{body}{raw[end:]}"
    body = "".join(f"{ground.newline}{margin}{line}" for line in lines)
    return f"{before.rstrip(' ')}{comment}{body}{raw[end:]}"


def _parts(ground: Ground, node: Sequence | Mapping) -> list[tuple[list[str], str]]:
    """Each item or key with its value as lines, and the comments that stand before it."""
    found, at = [], int(node.mark.index) + 1
    if isinstance(node, Sequence):
        pairs: list[tuple[Scalar | None, Node]] = [(None, item) for item in node.items]
    else:
        pairs = [(node.keys[key], value) for key, value in node.values.items()]
    for key, value in pairs:
        start = int((key or value).mark.index)
        lead = "- " if key is None else f"{_text(ground, key)}:"
        text = _text(ground, value)
        gap = " " if key is not None and text else ""
        found.append((COMMENT.findall(ground.raw[at:start]), f"{lead}{gap}{text}"))
        at = max(at, ground.end_of(value))
    last = int(node.end.index) - 1 if node.end is not None else at
    rest = COMMENT.findall(ground.raw[at:last])
    return [*found, *([([], ground.newline.join(rest))] if rest else [])]


def outermost(root: Mapping, node: Sequence | Mapping) -> tuple[Sequence | Mapping, int | None]:
    """The outermost list or mapping within brackets that holds a node, or is it.

    With the column of the key that it stands under; None where it is an item of a list.
    """
    above: dict[int, tuple[Sequence | Mapping, int | None]] = {}
    stack: list[Sequence | Mapping] = [root]
    while stack:
        holder = stack.pop()
        below: list[tuple[Node, int | None]] = []
        if isinstance(holder, Mapping):
            keys = holder.keys
            below += [(value, int(keys[key].mark.column)) for key, value in holder.values.items()]
        else:
            below += [(item, None) for item in holder.items]
        for child, column in below:
            if not isinstance(child, Scalar):
                above[id(child)] = holder, column
                stack.append(child)
    found, at = node, node
    while id(at) in above:
        at, _ = above[id(at)]
        found = at if at.end is not None else found
    return found, above[id(found)][1] if id(found) in above else None


def _text(ground: Ground, node: Node) -> str:
    text = ground.raw[node.mark.index : ground.end_of(node)]
    if isinstance(node, Scalar):
        if not node.quoted and not node.value:
            return ""
        if "\n" in text or "\r" in text:
            return quote(node.value)
    return text
