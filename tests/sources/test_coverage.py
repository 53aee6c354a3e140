"""Lines, paragraphs and sentences of a source, and which of them no passage touches."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.sources import Document
from argmap.sources.coverage import Cover, coverage, next_uncited, previous_uncited
from argmap.sources.lines import MOST, Stretch, line_at, next_line, previous_line
from argmap.sources.sentences import is_heading, paragraph_at, paragraphs, sentence_at, sentences

ARTICLE = """\
Free Buses: A Costly Promise
The council met in the U.S. embassy. The vote was 3.5 to one.

Fares bring in a third of what the network costs, and nobody has
offered to bring in the rest. Mr. J. Smith of the U.K. Treasury said:
“No!” and left. “Why not?” she asked.

Potential Cons:
- Cost: e.g. fares are lost
- Use: most would walk. They said so.
1. First things first
"""
MARKDOWN = """\
Buses
=====

# Who **pays**

> The city pays. Nobody
> else does.

```python
not.a_sentence()

nor.this()
```
* One *item*
"""


def said(text: str, *, markdown: bool = False) -> list[str]:
    document = Document("s", "s", text, markdown=markdown)
    return [text[slice(*found)] for found in coverage(document, Cover([])).uncited]


def test_sentences_of_an_article_without_its_headings() -> None:
    assert said(ARTICLE) == [
        "The council met in the U.S. embassy.",
        "The vote was 3.5 to one.",
        "Fares bring in a third of what the network costs, and nobody has\n"
        "offered to bring in the rest.",
        "Mr. J. Smith of the U.K. Treasury said:\n“No!” and left.",
        "“Why not?” she asked.",
        "Cost: e.g. fares are lost",
        "Use: most would walk.",
        "They said so.",
        "First things first",
    ]


def test_sentences_of_markdown_without_its_code() -> None:
    assert said(MARKDOWN, markdown=True) == ["The city pays.", "Nobody\n> else does.", "One *item*"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He moved to the U.S. The rest stayed. So be it.", 3),
        ("The U.S. Senate agreed. It was i.e. done, cf. Miller et al. 2010.", 2),
        ("It grew by 3.5 per cent. That was on p. 5, fig. 2.", 2),
        ("Wait… what? Really?! Yes. “So it is.” He left.", 5),
        ("这是第一句。这是第二句！真的吗？", 3),
        ("see example.org. now it goes on.", 1),
        ("Das heißt z.B. so. Über alles gilt Abs. 3 usw. hier.", 2),
    ],
)
def test_where_sentences_end(text: str, found: int) -> None:
    assert len(said(text)) == found


def test_what_a_passage_touches_is_cited() -> None:
    document = Document("s", "s", ARTICLE)
    start = ARTICLE.index("nobody has")
    cover = Cover([(start, start + 6), (ARTICLE.index("They said"), ARTICLE.index("1. First"))])
    found = coverage(document, cover)
    assert (found.sentences, found.cited) == (9, 2)
    assert found.share == pytest.approx(2 / 9)
    assert all("nobody has" not in ARTICLE[slice(*sentence)] for sentence in found.uncited)


def test_stepping_through_what_is_not_cited_visits_each_sentence_once() -> None:
    document = Document("s", "s", ARTICLE)
    cover = Cover([(0, 60)])
    expected = list(coverage(document, cover).uncited)
    forward, found = [], next_uncited(document, cover, -1)
    while found is not None:
        forward.append(found)
        found = next_uncited(document, cover, found.start)
    assert forward == expected
    backward, found = [], previous_uncited(document, cover, len(ARTICLE))
    while found is not None:
        backward.append(found)
        found = previous_uncited(document, cover, found.start)
    assert backward == expected[::-1]


def test_an_empty_document_is_covered() -> None:
    empty = coverage(Document("s", "s", ""), Cover([]))
    assert (empty.sentences, empty.share) == (0, 1.0)
    assert sentence_at(Document("s", "s", ""), 0) is None


def test_headings_are_told_from_sentences() -> None:
    document = Document("s", "s", ARTICLE)
    headings = [
        ARTICLE[slice(*found)] for found in paragraphs(document) if is_heading(document, found)
    ]
    assert headings == ["Free Buses: A Costly Promise", "Potential Cons:"]


def test_a_text_without_full_stops_is_not_all_headings() -> None:
    assert said("Notes\nfares are lost\nmost would walk\nthe city pays\nThe end\n") == [
        "fares are lost",
        "most would walk",
        "the city pays",
    ]


def test_the_sentence_around_an_offset() -> None:
    document = Document("s", "s", ARTICLE)
    for word in ("nobody", "offered", "rest."):
        found = sentence_at(document, ARTICLE.index(word))
        assert found is not None
        assert ARTICLE[slice(*found)].startswith("Fares bring")
        assert ARTICLE[slice(*found)].endswith("the rest.")


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9))), st.integers(0, 45))
def test_what_touches_is_found_as_by_looking_at_all(
    made: list[tuple[int, int]], start: int
) -> None:
    stretches = sorted((begin, begin + size) for begin, size in made)
    found = Cover(stretches).touching(start, start + 3)
    expected = [both for both in stretches if both[0] < start + 3 and both[1] > start]
    assert found == expected
    assert Cover(stretches).touches(start, start + 3) == bool(expected)


texts = st.text(st.sampled_from("ab. \n\r-#>A3…。漢"), max_size=80)


@given(texts, st.booleans())
def test_lines_and_paragraphs_cover_the_text_in_order(text: str, markdown: bool) -> None:
    document = Document("s", "s", text, markdown=markdown)
    lines: list[Stretch] = [line_at(text, 0)]
    while (line := next_line(text, lines[-1])) is not None:
        lines.append(line)
    assert "".join(text[slice(*line)] for line in lines).replace("\r", "") == (
        text.replace("\n", "").replace("\r", "")
    )
    for left, right in pairwise(lines):
        assert previous_line(text, right) == left
    found = list(paragraphs(document))
    for paragraph in found:
        for offset in range(paragraph.start, paragraph.end):
            assert paragraph_at(document, offset) == paragraph
        inside = sentences(document, paragraph)
        assert all(left.end <= right.start for left, right in pairwise(inside))
        assert all(paragraph.start <= one.start < one.end <= paragraph.end for one in inside)
    assert all(left.end <= right.start for left, right in pairwise(found))


@pytest.mark.parametrize("unit", ["word ", "漢字かな、", "x"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_line_without_end_is_taken_in_pieces_between_words(unit: str, line_end: str) -> None:
    text = unit * (4 * MOST // len(unit)) + line_end + "and then"
    pieces = [line_at(text, 0)]
    while (piece := next_line(text, pieces[-1])) is not None:
        pieces.append(piece)
    assert len(pieces) >= 4
    assert max(piece.end - piece.start for piece in pieces) <= 3 * MOST
    assert "".join(text[slice(*piece)] for piece in pieces) == text.replace(line_end, "")
    assert all(text[piece.start] in f"a{unit[0]}" for piece in pieces)
    for piece in pieces:
        for offset in {piece.start, piece.start + 7, (piece.start + piece.end) // 2, piece.end - 1}:
            assert line_at(text, offset) == piece
    for left, right in pairwise(pieces):
        assert previous_line(text, right) == left


@given(
    st.lists(st.integers(0, 25), min_size=1, max_size=12),
    st.sampled_from(["\n", "\r\n"]),
    st.integers(0, 100_000),
)
def test_a_line_is_the_same_from_each_of_its_offsets(
    lengths: list[int], line_end: str, start: int
) -> None:
    text = line_end.join("so it " * (400 * length) for length in lengths)
    line = line_at(text, start % (len(text) + 1))
    for offset in range(line.start, line.end, max(1, (line.end - line.start) // 9)):
        assert line_at(text, offset) == line
    below = next_line(text, line)
    assert below is None or previous_line(text, below) == line
