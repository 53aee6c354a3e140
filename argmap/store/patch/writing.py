"""From an edit to the new text of the file, read back and found to be what was meant."""

from itertools import chain
from typing import NamedTuple

from argmap.errors import Diagnostic, RefusedEdit
from argmap.model import MapIndex
from argmap.model.edits.edit import Edit
from argmap.model.same import equivalent
from argmap.store.load import Loaded, loads
from argmap.store.nodes import Mapping, Sequence
from argmap.store.patch.brackets import NeedsBlock, outermost, unfolded
from argmap.store.patch.composing import Composer, list_indent_of, nameable
from argmap.store.patch.contents import Contents
from argmap.store.patch.firm import firmer
from argmap.store.patch.ground import Ground
from argmap.store.patch.homes import Homes, Names
from argmap.store.patch.layout import layout_of
from argmap.store.patch.pen import Pen
from argmap.store.patch.script import Script
from argmap.store.patch.structure import Structure
from argmap.store.splices import Splice, difference
from argmap.store.write import write_map

_UNREADABLE = {
    "AM001": "a syntax error",
    "AM002": "text that is not UTF-8",
    "AM004": "more than can be read",
    "AM006": "something else than a map",
    "AM007": "a key that stands twice",
    "AM008": "anchors, aliases or tags",
}
"""What keeps a file from being edited: parts of it were not read, so they could be damaged."""
_MOST_STEPS = 100
_MOST_NAMINGS = 3


class Patch(NamedTuple):
    """What an edit does to the text of a file."""

    text: str
    """The new text, to be written as `Loaded.raw` was read."""
    splices: tuple[Splice, ...]
    """The stretches of the old text that differ, in order."""
    loaded: Loaded
    """The new text, read."""


def patched(loaded: Loaded, edit: Edit) -> Patch:
    """The text of a file with an edit written into it.

    Raises:
        RefusedEdit: the file has mistakes that keep it from being edited, or the edited map
            cannot be written down.
    """
    refuse_unreadable(loaded)
    new = MapIndex(edit.map)
    for base in chain((loaded,), firmer(loaded)):
        named: set[str] = set()
        for _ in range(_MOST_NAMINGS):
            text, splices = _written(base, new, edit, named)
            read = loads(text, loaded.path)
            if equivalent(read.index, new) or equivalent(read.index, new, _astray(read)):
                return Patch(
                    text, splices if base is loaded else difference(loaded.raw, text), read
                )
            mistaken = _mistaken(read, new) - named
            if not mistaken:
                break
            named |= mistaken
    raise RefusedEdit(
        "this edit could not be written into the file faithfully, so nothing was changed",
        "O opens your editor at the claim; please report what you were doing.",
    )


def prepare(loaded: Loaded) -> None:
    """Work out ahead what the next edit of a file needs, while nobody waits for it."""
    layout_of(loaded.traces)


def _astray(loaded: Loaded) -> set[str]:
    """Claims that count as roots only since they stand where no link can be drawn."""
    entries = layout_of(loaded.traces).entries
    return {found.claim for found in entries if found.states and found.owner and not found.link}


def _mistaken(read: Loaded, meant: MapIndex) -> set[str]:
    """Claims that the reader takes for others as long as the file does not state their ids."""
    known, unnamed = read.index.claims, read.unnamed
    wrong = {claim.id for claim in meant.claims.values() if known.get(claim.id) != claim}
    if not wrong:
        return set(unnamed & meant.claims.keys()) - nameable(meant, unnamed & meant.claims.keys())
    return wrong - nameable(meant, wrong & meant.claims.keys()) or wrong


def unreadable(loaded: Loaded) -> Diagnostic | None:
    """What keeps a file from being edited; None where it was understood in full."""
    return next((found for found in loaded.diagnostics if found.code in _UNREADABLE), None)


def refuse_unreadable(loaded: Loaded) -> None:
    """See that a file can be edited.

    Raises:
        RefusedEdit: it was not understood in full; the message says where.
    """
    found = unreadable(loaded)
    if found is not None:
        raise RefusedEdit(
            f"line {found.span.line} of the file has {_UNREADABLE[found.code]} "
            f"({found.code}), so edits cannot be written safely",
            "Mend it first: O opens your editor there.",
        )


def _written(
    loaded: Loaded, new: MapIndex, edit: Edit, named: set[str]
) -> tuple[str, tuple[Splice, ...]]:
    if loaded.traces.root is None:
        return _started(loaded, new, named)
    base = loaded
    for _ in range(_MOST_STEPS):
        try:
            text, splices = _step(base, new, edit, named)
        except NeedsBlock as need:
            base = loads(_without_brackets(base, need.node), loaded.path)
            continue
        return text, splices if base is loaded else difference(loaded.raw, text)
    raise RefusedEdit(
        "the entry stands too deep within brackets to be edited here",
        "O opens your editor at the claim.",
    )


def _step(
    base: Loaded, new: MapIndex, edit: Edit, named: set[str]
) -> tuple[str, tuple[Splice, ...]]:
    layout = layout_of(base.traces)
    names = Names(base.index, new, edit)
    homes = Homes(layout, names)
    pen = Pen(Script(Ground(base.raw)))
    composer = Composer(layout, names, homes, pen)
    contents = Contents(layout, names, pen)
    for claim in named:
        composer.name(claim)
        contents.name(claim)
    contents.write()
    Structure(layout, names, homes, pen, composer).write()
    return pen.script.result()


def _started(loaded: Loaded, new: MapIndex, named: set[str]) -> tuple[str, tuple[Splice, ...]]:
    """The first text of a file that holds nothing, or nothing but comments."""
    ground = Ground(loaded.raw)
    text = write_map(new.map, nameable(new, new.claims) - named).replace("\n", ground.newline)
    gap = ground.newline if ground.padded else ""
    return loaded.raw + gap + text, (Splice(len(loaded.raw), "", gap + text),)


def _without_brackets(base: Loaded, node: Sequence | Mapping) -> str:
    ground, root = Ground(base.raw), base.traces.root
    column = None
    if root is not None:
        node, column = outermost(root, node)
    if node.end is None:
        raise RefusedEdit(
            f"line {node.mark.line + 1} is laid out in a way that edits cannot follow",
            "Put each key on a line of its own; O opens your editor there.",
        )
    if column is None:
        column = int(node.mark.column)
    else:
        column += 2 if isinstance(node, Mapping) else list_indent_of(layout_of(base.traces))
    text = unfolded(ground, node, column)
    return text[: -len(ground.newline)] if ground.padded else text
