"""Any edit of any map as people write them: what it means is written, and nothing else changes."""

import os
import re
from collections import Counter
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.errors import RefusedEdit
from argmap.model import MapIndex
from argmap.model.edits import Edit
from argmap.model.same import equivalent
from argmap.store import loads
from argmap.store.load import Loaded
from argmap.store.patch import patched
from argmap.store.patch.layout import Layout
from argmap.store.splices import inverted, spliced
from tests.store.patch.changing import random_edit
from tests.store.patch.handwritten import Handwritten
from tests.store.patch.lasting import Side, sides

_EXAMPLES = 2000 if os.environ.get("ARGMAP_EXPLORE") else 150
_STAYING = (
    *("set ", "cite ", "change citation ", "change the citation "),
    *("add ", "name ", "reword ", "rename ", "remove a "),
)
"""How the names of edits begin that move nothing."""


@given(st.integers(0, 2**32), st.integers(1, 14), st.lists(st.integers(0, 2**32), max_size=6))
@settings(max_examples=_EXAMPLES)
def test_edits_are_written_and_the_rest_stays(file: int, size: int, steps: list[int]) -> None:
    loaded = loads(Handwritten(Random(file), size).text())  # noqa: S311 - no secret
    for step in steps:
        edit = random_edit(loaded, Random(step))  # noqa: S311 - no secret
        if edit is not None:
            loaded = _checked(loaded, edit)


def _checked(before: Loaded, edit: Edit) -> Loaded:
    """The file after an edit, which is as it should be."""
    try:
        text, splices, after = patched(before, edit)
    except RefusedEdit:
        # What made no sense before may make some now, which no edit can foresee.
        assert any(found.code == "AM201" for found in before.diagnostics)
        return before
    assert equivalent(loads(text).index, MapIndex(edit.map), _astray(after))
    assert spliced(before.raw, splices) == text
    assert spliced(text, inverted(splices)) == before.raw
    old, new = sides(before, edit, after)
    if _keeps_blank_lines(before.raw) == _keeps_blank_lines(text):
        _check_lines(old, new)
    if not old.brackets and _keeps_blank_lines(before.raw) == _keeps_blank_lines(text):
        _check_lines(new, old)
    _check_comments(old, new)
    _check_line_ends(before.raw, text)
    if edit.name.startswith(_STAYING) and not edit.links:
        _check_order(old, new)
    return after


def _keeps_blank_lines(text: str) -> int:
    """How many blocks of lines include the blank lines behind; some have to be put in quotes."""
    return len(re.findall(r"[|>]\+\s", text))


def _astray(loaded: Loaded) -> set[str]:
    """Claims that are roots only since the file states them where no link can be drawn."""
    entries = Layout(loaded.traces).entries
    return {entry.claim for entry in entries if entry.owner is not None and not entry.link}


def _check_lines(one: Side, other: Side) -> None:
    lost = Counter(line.text for line in one.lasting(other))
    lost -= Counter(line.text for line in other.lines)
    assert not lost


def _check_comments(old: Side, new: Side) -> None:
    kept = Counter(line.comment for line in new.lines if line.comment)
    assert [comment for comment in old.lasting_comments(new) if comment not in kept] == []
    assert [comment for comment, times in kept.items() if times > 1] == []


def _check_line_ends(before: str, after: str) -> None:
    assert "\r" in before or "\r" not in after
    assert "\r\n" not in before or "\n" not in after.replace("\r\n", "")
    if "\n" in before and before.endswith("\n") != after.endswith("\n"):
        assert not equivalent(loads(after).index, loads(after.rstrip("\r\n")).index)


def _check_order(old: Side, new: Side) -> None:
    texts = [line.text for line in old.lasting(new)]
    other = [line.text for line in new.lines]
    once = {text for text in texts if texts.count(text) == 1 == other.count(text)}
    assert [text for text in texts if text in once] == [text for text in other if text in once]
