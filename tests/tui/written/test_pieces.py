from hypothesis import given
from hypothesis import strategies as st

from argmap.text import one_line
from argmap.tui.written.pieces import Piece, Span, joined, paragraph, plain, styled, wrapped
from tests.maps import texts


def test_pieces_join_with_one_space_and_keep_their_styles() -> None:
    text, spans = joined(
        [Piece("faint", "1.2 "), Piece("text", ""), Piece("strong", " Fares\n go")]
    )
    assert text == "1.2 Fares go"
    assert [(text[span.start : span.end], span.style) for span in spans] == [
        ("1.2", "faint"),
        ("Fares go", "strong"),
    ]


def test_pieces_that_are_not_spaced_keep_the_spaces_they_have() -> None:
    text, spans = joined(
        [Piece("faint", "He said "), Piece("passage", "»no«"), Piece("faint", ". Then")],
        spaced=False,
    )
    assert text == "He said »no«. Then"
    assert text[spans[1].start : spans[1].end] == "»no«"


@given(texts, st.integers(1, 30))
def test_wrapped_lines_are_stretches_of_the_text_that_miss_only_spaces(
    text: str, cells: int
) -> None:
    line = one_line(text)
    lines = wrapped(line, cells)
    assert "".join(line[start:end] for start, end in lines) in {line, line.replace(" ", "")} or (
        "".join(line[start:end] for start, end in lines).replace(" ", "") == line.replace(" ", "")
    )
    assert lines[-1][1] == len(line)


def test_of_overlapping_styles_the_later_wins() -> None:
    spans = [Span(0, 9, "text"), Span(4, 6, "match")]
    assert list(styled("some words", 2, 10, spans)) == [
        Piece("text", "me"),
        Piece("match", " w"),
        Piece("text", "ord"),
        Piece("text", "s"),
    ]


def test_a_paragraph_hangs_under_the_end_of_its_lead() -> None:
    lines = paragraph([Piece("text", "one two three")], 9, lead=Piece("support", "+ "))
    assert plain(lines) == "+ one two\n  three"


def test_a_link_leads_from_every_line_of_it() -> None:
    lines = paragraph([Piece("text", "one two three")], 8, goto=7)
    assert [piece.goto for line in lines for piece in line] == [7, 7]
