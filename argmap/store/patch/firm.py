"""Texts that read like that of a file, but keep their meaning wherever their parts are moved.

A block of lines (`|`, `>`) says how it goes on behind its last line: with `+` blank lines belong
to it, and at the very end of a file that has no line end it has none either.
"""

import re
from collections.abc import Iterator

from argmap.store.load import Loaded, loads
from argmap.store.nodes import Mapping, Node, Scalar, Sequence
from argmap.store.patch.ground import Ground
from argmap.store.quoting import quote

_HEAD = re.compile(r"([|>]\d?)(\+?)([ \t]+#[^\r\n]*)?(?=\s)")


def firmer(loaded: Loaded) -> Iterator[Loaded]:
    """The same map as other texts, to be tried one after the other where the file's own fails."""
    raw, ground = loaded.raw, Ground(loaded.raw)
    blocks = [node for node in _scalars(loaded.traces.root) if _HEAD.match(raw, node.mark.index)]
    if ground.padded:
        firm = raw
        if blocks and int(blocks[-1].end.index) >= len(raw):
            firm = _without_last_end(raw, blocks[-1])
            yield loads(firm, loaded.path)
        yield loads(firm + ground.newline, loaded.path)
    firm = _on_one_line(ground, blocks)
    if firm != raw:
        yield loads(firm, loaded.path)


def _without_last_end(raw: str, node: Scalar) -> str:
    start = int(node.mark.index)
    return raw[:start] + _HEAD.sub(r"\1-\3", raw[start:], count=1)


def _on_one_line(ground: Ground, blocks: list[Scalar]) -> str:
    """The text with each block that blank lines belong to written in quotes."""
    text = ground.raw if not ground.padded else ground.raw[: -len(ground.newline)]
    for node in reversed(blocks):
        start = int(node.mark.index)
        head = _HEAD.match(text, start)
        if head is None or not head[2]:
            continue
        end = start + len(text[start : node.end.index].rstrip())
        text = f"{text[:start]}{quote(node.value)}{head[3] or ''}{text[end:]}"
    return text


def _scalars(root: Node | None) -> Iterator[Scalar]:
    """All texts of a file that are values or items, in their order."""
    stack = [root] if root is not None else []
    while stack:
        node = stack.pop()
        if isinstance(node, Scalar):
            yield node
        elif isinstance(node, Sequence):
            stack.extend(reversed(node.items))
        elif isinstance(node, Mapping):
            stack.extend(reversed(node.values.values()))
