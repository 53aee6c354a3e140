"""A source as it is read: rows and offsets, moves, selection, marks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import RefusedEdit
from argmap.sources import Document
from argmap.sources.coverage import coverage
from argmap.text import FORBIDDEN
from argmap.tui.source import moves
from argmap.tui.source.choice import EVERYTHING, TO_READ, SourceAct, choice_of
from argmap.tui.source.keys import key_lines
from argmap.tui.source.lines import SourceLines, said_of_place, state_line, title_line
from argmap.tui.source.reader import Cited, SourceReader
from argmap.tui.source.text import SourceText, Spot
from argmap.tui.written.marks import ASCII, UNICODE
from argmap.tui.written.pieces import Line, plain
from tests.hostile import TEXTS

TEXT = """\
The council asked whether free buses would pay for themselves. They would not.

Fares bring in a third of what the network costs. Nobody has offered the rest.
The “third” is an old figure.
"""


def reader_of(
    text: str = TEXT, *cited: tuple[str, str], cells: int = 30, window: int = 8
) -> SourceReader:
    passages = [
        Cited(text.index(words), text.index(words) + len(words), claim) for words, claim in cited
    ]
    reader = SourceReader(Document("s", "s.txt", text), passages)
    reader.resize(cells, window)
    return reader


def styles(lines: list[Line], style: str) -> str:
    return " ".join(piece.text for line in lines for piece in line if piece.style == style)


def on(reader: SourceReader) -> str:
    return reader.document.text[reader.cursor :]


# -- rows ----------------------------------------------------------------------------------------


@given(
    st.lists(st.one_of(st.sampled_from(TEXTS), st.text(max_size=20)), max_size=8).map("\n".join),
    st.integers(1, 40),
)
def test_rows_hold_every_word_once_and_none_is_too_wide(text: str, cells: int) -> None:
    laid_out = SourceText(Document("s", "s", text[:3000]), cells, len)
    text = laid_out.document.text
    spots = [laid_out.spot_at(0)]
    while (below := laid_out.step(spots[-1], 1)) != spots[-1]:
        spots.append(below)
    rows = [laid_out.stretch(spot) for spot in spots]
    assert all(left.end <= right.start for left, right in pairwise(rows))
    assert "".join("".join(text[slice(*row)].split()) for row in rows) == "".join(text.split())
    assert all(row.end - row.start <= max(cells, 12) for row in rows if cells >= 12)
    for spot, row in zip(spots, rows, strict=True):
        for offset in {row.start, max(row.start, row.end - 1)}:
            assert laid_out.spot_at(offset) == spot
            assert laid_out.offset(spot, laid_out.column(offset)) <= offset
    assert laid_out.step(spots[-1], -len(spots) - 5) == spots[0]
    assert laid_out.step(spots[0], len(spots) + 5) == spots[-1]
    assert laid_out.distance(spots[0], spots[-1], 10_000) == len(spots) - 1


def test_a_text_of_fifty_megabytes_in_one_line_shows_at_once() -> None:
    measured = 0

    def measure(text: str) -> int:
        nonlocal measured
        measured += len(text)
        return len(text)

    reader = SourceReader(Document("s", "s", "so it goes " * 4_500_000), [], measure)
    reader.resize(60, 20)
    reader.go(30_000_000)
    reader.page(3)
    assert "goes" in plain(SourceLines(reader, 60, measure).lines())
    assert measured < 100_000


def test_what_controls_a_terminal_is_shown_as_a_sign() -> None:
    text = "a\x1b[2Jb\tc\u202ed\r\ne"
    lines = plain(SourceLines(reader_of(text), 60).lines())
    assert not FORBIDDEN.search(lines.replace("\n", ""))
    assert "a\ufffd[2Jb c\ufffdd" in lines


# -- moves ---------------------------------------------------------------------------------------


def test_moving_by_words_sentences_and_paragraphs() -> None:
    reader = reader_of()
    reader.leap(moves.next_word)
    assert on(reader).startswith("council")
    reader.leap(moves.word_end)
    assert on(reader).startswith("l asked")
    reader.leap(moves.next_sentence)
    assert on(reader).startswith("They would not")
    reader.leap(moves.next_paragraph)
    assert on(reader).startswith("Fares bring")
    reader.leap(moves.previous_word)
    assert on(reader).startswith("not.")
    reader.leap(moves.previous_sentence)
    assert on(reader).startswith("They would")
    reader.leap(moves.previous_paragraph)
    assert reader.cursor == 0


@given(st.text(st.sampled_from("ab. \n漢\u0301-…"), max_size=40), st.integers(0, 40))
def test_moves_go_their_way_and_stay_in_the_text(text: str, start: int) -> None:
    document = Document("s", "s", text)
    offset = min(start, max(0, len(text) - 1))
    forward = (moves.next_word, moves.word_end)
    back = (moves.previous_word, moves.previous_sentence)
    for move in (*forward, moves.next_sentence, moves.next_paragraph):
        assert offset <= move(document, offset) <= len(text)
    for move in (*back, moves.previous_paragraph):
        assert 0 <= move(document, offset) <= offset


def test_rows_are_moved_over_in_one_column_and_stay_in_view() -> None:
    reader = reader_of(window=4)
    reader.go(TEXT.index("free"))
    column = reader.text.column(reader.cursor)
    seen = []
    for _ in range(12):
        reader.move(1)
        seen.append(reader.cursor)
        assert reader.text.spot_at(reader.cursor) in reader.rows()
        assert len(reader.rows()) == 4
    assert seen == sorted(seen)
    reader.move(-20)
    assert reader.text.column(reader.cursor) == column


def test_a_resize_keeps_the_cursor_in_view() -> None:
    reader = reader_of("word " * 3000, cells=40, window=10)
    reader.go(7000)
    for cells, window in ((12, 3), (90, 30), (1, 1), (40, 10)):
        reader.resize(cells, window)
        assert reader.cursor == 7000
        assert reader.text.spot_at(7000) in reader.rows()


def test_scrolling_takes_the_cursor_along_only_where_it_must() -> None:
    reader = reader_of("line\n" * 50, window=10)
    reader.scroll(3)
    assert reader.cursor == 15
    reader.go(40)
    reader.scroll(1)
    assert reader.cursor == 40
    reader.scroll(1000)
    assert len(reader.rows()) == 10


def test_a_selection_stays_while_one_looks_around() -> None:
    reader = reader_of("line\n" * 50, window=10)
    reader.hold()
    reader.go(12)
    selected = reader.selection
    reader.scroll(20)
    assert reader.selection == selected
    reader.scroll(-20)
    reader.move(1)
    assert reader.selection != selected
    assert reader.text.spot_at(reader.cursor) in reader.rows()


def test_an_empty_source_can_be_looked_at() -> None:
    reader = reader_of("")
    for move in (moves.next_word, moves.previous_paragraph, moves.next_sentence):
        reader.leap(move)
    reader.move(3)
    reader.page(-1)
    reader.hold()
    reader.hold_sentence()
    assert SourceLines(reader, 60).lines()
    assert reader.target is None
    assert not reader.seek_uncited(1)
    with pytest.raises(RefusedEdit):
        choice_of(reader, SourceAct.CITE)


# -- seeking -------------------------------------------------------------------------------------


def test_seeking_finds_words_over_line_ends_and_whatever_their_quotes() -> None:
    reader = reader_of()
    assert reader.seek('REST. the "third"', 0)
    assert on(reader).startswith("rest.\nThe")
    assert styles(SourceLines(reader, 60).lines(), "match")
    assert not reader.seek("nowhere", 0)
    assert reader.cursor == 0


def test_matches_are_stepped_through_both_ways_and_round() -> None:
    reader = reader_of("one two one two one" + " x" * 200_000 + " one")
    reader.seek("one", 0)
    places = [reader.cursor]
    for _ in range(4):
        reader.seek_again(1)
        places.append(reader.cursor)
    assert places == [0, 8, 16, len(reader.document.text) - 3, 0]
    back = []
    for _ in range(4):
        reader.seek_again(-1)
        back.append(reader.cursor)
    assert back == places[::-1][1:]


# -- selecting and citing ------------------------------------------------------------------------


def test_the_sentence_under_the_cursor_is_cited_unless_words_are_selected() -> None:
    reader = reader_of()
    reader.go(TEXT.index("third of"))
    choice = choice_of(reader, SourceAct.CITE)
    assert choice.words == "Fares bring in a third of what the network costs."
    assert choice.offset == TEXT.index("Fares")
    assert choice.citation is not None
    assert (choice.citation.source, choice.citation.start) == ("s", "Fares bring in")
    reader.hold()
    reader.leap(moves.next_word)
    reader.leap(moves.next_word)
    assert choice_of(reader, SourceAct.CITE).words == "third of what"
    reader.swap_ends()
    reader.leap(moves.previous_word)
    assert choice_of(reader, SourceAct.CITE).words == "a third of what"


def test_sentences_are_selected_one_more_each_time() -> None:
    reader = reader_of()
    reader.go(TEXT.index("bring"))
    reader.hold_sentence()
    reader.hold_sentence()
    assert choice_of(reader, SourceAct.CLAIM).words == (
        "Fares bring in a third of what the network costs. Nobody has offered the rest."
    )


def test_what_is_not_cited_is_stepped_through() -> None:
    reader = reader_of(TEXT, ("They would not.", "no"), ("Nobody has", "nobody"))
    found = []
    reader.seek_uncited(-1)
    while reader.seek_uncited(1):
        found.append(on(reader)[:5])
    assert found == ["Fares", "The “"]
    assert reader.seek_uncited(-1)
    assert on(reader).startswith("Fares")


# -- drawing -------------------------------------------------------------------------------------


def test_passages_selection_and_cursor_are_marked() -> None:
    reader = reader_of(TEXT, ("free buses", "free"), ("They would not.", "no"), cells=56)
    reader.go(TEXT.index("would pay"))
    reader.hold()
    reader.leap(moves.next_word)
    lines = SourceLines(reader, 60).lines()
    assert styles(lines, "passage") == "free buses They would not."
    assert styles(lines, "selected") == "would  ay"
    assert styles(lines, "caret") == "p"
    reader.hold()
    assert styles(SourceLines(reader, 60).lines(), "aimed").startswith("The council asked whether")


@pytest.mark.parametrize(
    ("cells", "named"), [(60, "2 │"), (80, "… +1 │"), (120, "free-buses +1 │")]
)
def test_the_gutter_names_who_cites(cells: int, named: str) -> None:
    reader = reader_of(TEXT, ("free buses", "free-buses"), ("pay for", "they-pay"))
    drawing = SourceLines(reader, cells)
    reader.resize(drawing.cells, 5)
    first, second = plain(drawing.lines()).split("\n")[:2]
    assert named in first
    assert "│" not in second[: drawing.gutter + 1] or "pay for" in second
    assert (
        plain(SourceLines(reader, cells, marks=ASCII).lines())
        .split("\n")[0]
        .replace(TEXT[:20], "")
        .isascii()
    )


def test_the_bars_say_where_one_is_and_what_is_cited() -> None:
    reader = reader_of(TEXT, ("They would not.", "no"))
    found = coverage(reader.document, reader.cover)
    labels = {"no": "It would not pay", "me": "Mine"}
    reader.go(TEXT.index("would not"))
    assert said_of_place(reader, labels, "me", UNICODE) == "cited by It would not pay"
    reader.hold()
    reader.leap(moves.next_word)
    assert said_of_place(reader, labels, "me", UNICODE) == "2 words selected for Mine"
    wide = plain([state_line("so", found, 80, UNICODE)])
    assert wide.endswith("1 of 5 sentences cited (20 %)")
    narrow = state_line("so " * 50, found, 60, UNICODE)
    assert len(plain([narrow])) <= 60
    assert plain([title_line(reader, "A title", "", 40, UNICODE)]).endswith("line 1  39 %")


def test_keys_fit_and_only_those_of_what_may_be_done_show() -> None:
    narrow = key_lines(60, EVERYTHING.acts)
    assert "Esc back" in plain(narrow)
    assert len(plain(narrow)) <= 60
    everything = plain(key_lines(60, EVERYTHING.acts, whole=True))
    assert "sentences" in everything
    assert all(len(line) <= 60 for line in everything.split("\n"))
    assert {"cite", "support", "rebut"} <= {*everything.split()}
    to_read = {*plain(key_lines(60, TO_READ.acts, whole=True)).split()}
    assert not to_read & {"cite", "support", "rebut", "Enter"}
    assert {"search", "Esc", "its"} <= to_read


def test_a_spot_is_where_its_row_is() -> None:
    reader = reader_of()
    spot = reader.text.spot_at(TEXT.index("themselves"))
    assert isinstance(spot, Spot)
    row = reader.rows().index(spot)
    assert reader.offset_at(row, 0) == reader.text.stretch(spot).start
    assert reader.offset_at(99, 999) == reader.text.stretch(reader.rows()[-1]).end - 1
