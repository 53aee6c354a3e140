"""Changing the lists of values within an entry: its citations and its tags."""

from difflib import SequenceMatcher
from functools import partial
from typing import TYPE_CHECKING

from argmap.model import Citation, Weigh
from argmap.store.fields import flow
from argmap.store.nodes import Mapping, Node, Scalar, Sequence
from argmap.store.patch.brackets import COMMENT, NeedsBlock
from argmap.store.quoting import quoted_as

if TYPE_CHECKING:
    from argmap.store.patch.pen import Pen


def set_items(pen: "Pen", old: Sequence, value: tuple[object, ...]) -> None:
    """Have a list of the file hold other values; those that it holds are not written anew."""
    if len(old.items) == len(value) > 0:
        for item, said in zip(old.items, value, strict=True):
            if _text_of(item) != _said(said):
                _set_item(pen, item, said)
    elif old.end is None:
        _set_lines(pen, old, value)
    elif COMMENT.search(pen.ground.raw[old.mark.index : old.end.index]):
        raise NeedsBlock(old)
    else:
        texts = {_text_of(item): _flat(pen, item) for item in old.items}
        items = ", ".join(texts.get(_said(said)) or flow(said) for said in value)
        pen.script.replace(int(old.mark.index), int(old.end.index), f"[{items}]")


def set_parts(pen: "Pen", node: Mapping, value: Citation | Weigh) -> None:
    """Change those parts of a citation, or of how a claim weighs, that differ."""
    order = tuple(type(value).model_fields)
    for key, words in value:
        known = node.values.get(key)
        if words and not (isinstance(known, Scalar) and known.value == words):
            pen.set_value(node, key, words, order)
    pen.remove_all(node, {key for key, words in value if not words})


def _flat(pen: "Pen", node: Node) -> str:
    """A node as it is written, if that is on one line."""
    text = pen.ground.raw[node.mark.index : pen.ground.end_of(node)]
    return "" if "\n" in text or "\r" in text else text


def _set_item(pen: "Pen", item: Node, value: object) -> None:
    """Put another value in the place of an item of a list, or change what differs in it."""
    if isinstance(item, Mapping) and isinstance(value, Citation):
        set_parts(pen, item, value)
        return
    start = int(item.mark.index)
    sign = pen.ground.raw[start]
    is_quoted = isinstance(value, str) and sign in {'"', "'"}
    text = quoted_as(str(value), sign) if is_quoted else flow(value)
    pen.script.replace(start, pen.ground.end_of(item), text)


def _set_lines(pen: "Pen", old: Sequence, value: tuple[object, ...]) -> None:
    """Change a list of a line per item: items that stay are not touched."""
    before = [_text_of(item) for item in old.items]
    after = [_said(item) for item in value]
    column = int(old.mark.column)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for what, first, behind, new_first, new_behind in matcher.get_opcodes():
        if what == "equal":
            continue
        for place in range(first, behind):
            pen.script.cut(pen.ground.item(old, place))
        lines = [f"{' ' * column}- {flow(value[n])}" for n in range(new_first, new_behind)]
        at = pen.ground.item(old, first).first if first < len(old.items) else None
        if at is None:
            at = pen.ground.item(old, len(old.items) - 1).behind
        pen.script.insert(at, column, partial(list, lines))


def _text_of(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Mapping):
        return tuple(sorted((key, _text_of(value)) for key, value in node.values.items()))
    return tuple(_text_of(item) for item in node.items)


def _said(item: object) -> object:
    """An item in the form of `_text_of`, fields that say nothing left out."""
    if isinstance(item, Citation):
        return tuple(sorted((key, words) for key, words in item if words))
    return item
