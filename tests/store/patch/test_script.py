"""Small changes put together: order at one place, changes within lines that move."""

from collections.abc import Callable

import pytest

from argmap.store.patch.ground import Ground, Stretch
from argmap.store.patch.script import Script
from argmap.store.splices import spliced

TEXT = "a\n  b\n  c\nd\n"


def script_of(text: str = TEXT) -> Script:
    return Script(Ground(text))


def test_changes_are_told_in_the_order_of_the_text() -> None:
    script = script_of()
    script.replace(10, 11, "D")
    script.insert(1, 2, lambda: ["  new"])
    text, splices = script.result()
    assert text == "a\n  new\n  b\n  c\nD\n"
    assert [splice.at for splice in splices] == [2, 10]
    assert spliced(TEXT, splices) == text


def test_what_stands_deeper_comes_first_and_then_what_ranks_lower() -> None:
    script = script_of()
    script.insert(3, 0, lambda: ["last"])
    script.insert(3, 2, lambda: ["  third"], rank=5)
    script.insert(3, 2, lambda: ["  second"], rank=1)
    script.insert(3, 4, lambda: ["    first"])
    assert script.result()[0] == "a\n  b\n  c\n    first\n  second\n  third\nlast\nd\n"


def test_lines_move_with_the_changes_within_them() -> None:
    script = script_of()
    branch = Stretch(0, 3, 0)
    script.insert(4, 0, lambda: script.moved(branch))
    script.cut(branch)
    script.replace(4, 5, "B")
    script.insert(3, 2, lambda: ["  new"])
    assert script.result()[0] == "d\na\n  B\n  c\n  new\n"


def test_what_is_put_in_behind_lines_that_go_stays_unless_it_is_part_of_them() -> None:
    script = script_of()
    script.cut(Stretch(0, 3, 0))
    script.insert(3, 0, lambda: ["beside"])
    script.insert(3, 2, lambda: ["  under"])
    assert script.result()[0] == "beside\nd\n"


def test_cuts_that_overlap_take_out_all_they_cover() -> None:
    script = script_of("a\n\nb\n\nc\n")
    script.cut(Stretch(0, 2, 0))
    script.cut(Stretch(1, 3, 0))
    assert script.result()[0] == "\nc\n"


def test_changes_that_change_nothing_are_none() -> None:
    script = script_of()
    script.replace(0, 1, "a")
    assert script.result() == (TEXT, ())


@pytest.mark.parametrize(
    ("change", "after"),
    [
        (lambda script: script.insert(2, 0, lambda: ["c"]), "a\nb\nc"),
        (lambda script: script.cut(Stretch(1, 2, 0)), "a"),
        (lambda script: script.cut(Stretch(0, 2, 0)), ""),
        (lambda script: script.replace(0, 1, "A"), "A\nb"),
    ],
)
def test_a_file_without_a_line_end_at_its_end_gets_none(
    change: Callable[[Script], None], after: str
) -> None:
    script = script_of("a\nb")
    change(script)
    text, splices = script.result()
    assert text == after
    assert spliced("a\nb", splices) == after
