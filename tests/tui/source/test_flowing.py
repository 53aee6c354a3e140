"""A source whose lines were broken to a width: shown in the width of the pane, cited as it is."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.sources import Document
from argmap.sources.passage import Passage
from argmap.sources.resolve import resolve
from argmap.text import clean, clusters, width
from argmap.tui.source.choice import SourceAct, choice_of
from argmap.tui.source.lines import SourceLines
from argmap.tui.source.reader import Cited, SourceReader
from argmap.tui.source.text import SourceText, Spot, drawn, shown
from argmap.tui.written.pieces import Line, plain
from tests.hostile import TEXTS

PROSE = (
    "the council asked whether free buses would pay for themselves, and the auditors said that "
    "they would not; fares bring in a third of what the network costs to run, and nobody has "
    "offered the rest of the money, although three committees were asked in turn"
)
WRAPPED = textwrap.fill(PROSE, 72)
CJK = "市议会询问免费公交车是否能够收回成本。他们说不会，因为票价只占网络成本的三分之一。"

words = st.sampled_from(
    [*PROSE.split(), "e\u0301te\u0301", "x" * 90, "漢字かな", "third”", "-", "👩‍👩‍👧"]
)
pieces = st.one_of(
    st.lists(words, min_size=1, max_size=60).map(lambda made: textwrap.fill(" ".join(made), 72)),
    st.lists(words, min_size=1, max_size=60).map(
        lambda made: textwrap.fill("- " + " ".join(made), 72, subsequent_indent="  ")
    ),
    st.integers(1, 9).map(lambda times: "\n".join(textwrap.wrap(CJK * times, 36))),
    st.sampled_from([*TEXTS, WRAPPED, "Old Town\n12 Market Street", "# Heading", "    code"]),
)
sources = st.tuples(st.lists(pieces, max_size=6), st.sampled_from(["\n", "\r\n"])).map(
    lambda made: "\n\n".join([*made[0], WRAPPED, WRAPPED])[:6000].replace("\n", made[1])
)


def spots_of(laid_out: SourceText) -> list[Spot]:
    spots = [laid_out.spot_at(0)]
    while (below := laid_out.step(spots[-1], 1)) != spots[-1]:
        spots.append(below)
    return spots


def rows_of(text: str, cells: int) -> list[str]:
    laid_out = SourceText(Document("s", "s", text), cells)
    return [drawn(shown(text[slice(*laid_out.stretch(spot))])) for spot in spots_of(laid_out)]


def reader_of(text: str, *cited: Cited, cells: int = 50) -> SourceReader:
    reader = SourceReader(Document("s", "s", text), list(cited))
    reader.resize(cells, 40)
    return reader


def styled_as(lines: list[Line], style: str) -> str:
    return " ".join("".join(piece.text for piece in line if piece.style == style) for line in lines)


@pytest.mark.parametrize("cells", [20, 50, 60, 71, 80, 96])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_broken_lines_show_as_if_they_had_never_been_broken(cells: int, line_end: str) -> None:
    text = f"{WRAPPED}\n\n{WRAPPED}".replace("\n", line_end)
    assert rows_of(text, cells) == [*textwrap.wrap(PROSE, cells), "", *textwrap.wrap(PROSE, cells)]


def test_ideographs_fill_their_rows_and_keep_their_marks() -> None:
    text = "\n".join(textwrap.wrap(CJK * 6, 36)) + "\n"
    rows = rows_of(text, 50)
    assert all(46 <= width(row) <= 50 for row in rows[:-2])
    assert not any(row.startswith(("。", "，")) for row in rows)


@given(sources, st.integers(12, 96))
def test_what_shows_is_the_text_with_its_breaks_as_spaces(text: str, cells: int) -> None:
    laid_out = SourceText(Document("s", "s", text), cells)
    made, end = "", 0
    for spot in spots_of(laid_out):
        row = laid_out.stretch(spot)
        words = drawn(shown(text[slice(*row)]))
        assert width(words) <= cells or len(list(clusters(words.strip()))) == 1
        made += (" " if row.start > end else "") + words
        end = row.end
    assert made.split() == clean(text).split()


@given(sources.filter(lambda text: "🇩🇪" not in text), st.integers(12, 96))
def test_every_offset_that_shows_is_found_again(text: str, cells: int) -> None:
    laid_out = SourceText(Document("s", "s", text), cells)
    for spot in spots_of(laid_out):
        row = laid_out.stretch(spot)
        offset, column = row.start, 0
        for cluster in clusters(shown(text[slice(*row)])):
            assert laid_out.spot_at(offset) == spot
            if size := width(drawn(cluster)):
                assert laid_out.column(offset) == column
                assert laid_out.offset(spot, column) == offset
                assert laid_out.offset(spot, column + size - 1) == offset
            offset, column = offset + len(cluster), column + size


def test_a_pointer_meets_the_character_that_is_drawn() -> None:
    reader = reader_of(f"{WRAPPED}\n\n{WRAPPED}\n".replace("\n", "\r\n"))
    drawing = SourceLines(reader, 54)
    for number, line in enumerate(plain(drawing.lines()).split("\n")):
        for column, sign in enumerate(line[drawing.gutter :]):
            there = reader.document.text[reader.offset_at(number, column)]
            assert (" " if there.isspace() else there) == sign


def test_marks_go_over_line_ends_that_do_not_show() -> None:
    start, end = WRAPPED.index("auditors said"), WRAPPED.index("nobody has")
    assert WRAPPED[start:end].count("\n") == 1
    reader = reader_of(f"{WRAPPED}\n\nelsewhere\n", Cited(start, end, "a"))
    reader.go(len(WRAPPED) + 1)
    drawing = SourceLines(reader, 54)
    assert styled_as(drawing.lines(), "passage").split() == WRAPPED[start:end].split()
    assert reader.seek("and the auditors said", 0)
    assert styled_as(drawing.lines(), "match").split() == ["nd", "the", "auditors", "said"]
    assert styled_as(drawing.lines(), "caret").strip() == "a"


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_what_is_cited_over_a_line_end_is_what_stands_in_the_source(line_end: str) -> None:
    text = f"{WRAPPED}\n\nsomething else\n".replace("\n", line_end)
    reader = reader_of(text)
    reader.go(text.index("auditors"))
    reader.hold()
    reader.go(text.index("network"))
    choice = choice_of(reader, SourceAct.CITE)
    assert choice.words == PROSE[PROSE.index("auditors") : PROSE.index(" costs")]
    assert reader.target is not None
    assert line_end in text[slice(*reader.target)]
    assert choice.citation is not None
    found = resolve(choice.citation, reader.document)
    assert isinstance(found, Passage)
    assert (found.start, found.end) == reader.target


def test_the_cursor_shows_also_on_the_rest_of_a_line_end() -> None:
    text = f"{WRAPPED}\n\n{WRAPPED}\n".replace("\n", "\r\n")
    reader = reader_of(text, cells=80)
    reader.put(text.index("\n"))
    first, *others = SourceLines(reader, 84).lines()
    assert [piece.text for piece in first if piece.style == "caret"] == [" "]
    assert not styled_as(others, "caret").strip()
