"""How a diagnostic looks in text."""

from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import Diagnostic, Span, format_diagnostic
from argmap.text import FORBIDDEN, width


def carets(text: str) -> tuple[str, str]:
    """The excerpt's line and its carets, without the gutter."""
    line, below = text.splitlines()[1:3]
    return line.partition("| ")[2], below.partition("| ")[2]


def test_carets_stand_under_what_they_mean() -> None:
    found = Diagnostic("AM104", "m", Span("a.yaml", 3, 5, 4), "r")
    line, below = carets(format_diagnostic(found, "    clam: One."))
    assert line[below.index("^") : below.rindex("^") + 1] == "clam"


def test_carets_count_cells_not_characters() -> None:
    found = Diagnostic("AM104", "m", Span("a.yaml", 3, 4, 2))
    _, below = carets(format_diagnostic(found, "漢字：clam"))
    assert below == " " * width("漢字：") + "^^"


def test_long_line_is_cut_around_the_place() -> None:
    found = Diagnostic("AM104", "m", Span("a.yaml", 1, 5001, 4))
    text = format_diagnostic(found, "x" * 5000 + "clam" + "y" * 5000)
    line, below = carets(text)
    assert line[below.index("^") : below.rindex("^") + 1] == "clam"
    assert all(width(line) < 120 for line in text.splitlines())


@given(st.text(max_size=200), st.integers(1, 210), st.integers(1, 50))
def test_nothing_reaches_the_terminal_raw(line: str, column: int, length: int) -> None:
    found = Diagnostic("AM104", line, Span(line.replace("\n", ""), 1, column, length), line)
    text = format_diagnostic(found, line.replace("\n", " "))
    assert not FORBIDDEN.search(text.replace("\n", ""))
    assert "\n" in text or not line.strip()
