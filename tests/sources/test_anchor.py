"""From passages to citations: what is made is short, and means the passage and nothing else."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.errors import RefusedEdit
from argmap.model import Citation
from argmap.sources import Document, Passage, resolve
from argmap.sources.anchor import anchor
from argmap.sources.snap import snapped
from argmap.text import FORBIDDEN
from tests.conftest import examples

TEXT = """\
# The bus network

The council asked whether “free” buses would pay for themselves. They would not: fares
bring in a third of what the network costs, and nobody has offered to bring in the rest.

- Cost: the fares bring in a third. See [the **full** report](https://example.org/r).
- Use: most new riders would have walked; most new riders were students.

The council asked whether free buses would be fair. Most new riders said so.
"""
MARKDOWN = Document("s", "s.md", TEXT, markdown=True)
PLAIN = Document("s", "s.txt", TEXT)


def cited(document: Document, words: str, nth: int = 0) -> Citation:
    at = -1
    for _ in range(nth + 1):
        at = document.text.index(words, at + 1)
    citation = anchor(document, at, at + len(words), "s")
    found = resolve(citation, document)
    assert isinstance(found, Passage)
    assert (found.start, found.end) == (at, at + len(words))
    return citation


def test_a_few_words_are_quoted() -> None:
    assert cited(PLAIN, "a third of what the network costs") == Citation(
        source="s", quote="a third of what the network costs"
    )


def test_a_longer_passage_is_named_by_its_ends() -> None:
    passage = "They would not: fares\nbring in a third of what the network costs"
    citation = cited(PLAIN, passage)
    assert (citation.start, citation.end) == ("They would not", "the network costs")


def test_first_words_grow_until_they_are_the_only_ones() -> None:
    passage = "The council asked whether free buses would be fair. Most new riders said so."
    citation = cited(PLAIN, passage)
    assert (citation.start, citation.end) == ("The council asked whether free", "riders said so.")


def test_last_words_grow_until_they_close_the_passage() -> None:
    passage = "now it goes on and ends here at last, and so on, then really ends here at last"
    assert cited(Document("s", "s", f"{passage}."), passage).end == "really ends here at last"


def test_words_that_stand_twice_are_told_apart_by_their_neighbours() -> None:
    first, second = (cited(PLAIN, "most new riders", nth) for nth in (0, 1))
    assert (first.quote, first.prefix) == ("most new riders", "Use:")
    assert (second.quote, second.prefix) == ("most new riders", "walked;")
    assert not first.suffix + second.suffix


def test_markup_is_left_out_of_the_words() -> None:
    start = TEXT.index("[the **full**")
    citation = anchor(MARKDOWN, start, TEXT.index("(https"), "s")
    assert citation.quote == "the full report"
    found = resolve(citation, MARKDOWN)
    assert isinstance(found, Passage)
    assert found.text == "the **full** report"


def test_a_stretch_is_grown_to_whole_words() -> None:
    start = TEXT.index("hird of what")
    citation = anchor(PLAIN, start - 3, start + len("hird of wh"), "s")
    assert citation.quote == "a third of what"


@pytest.mark.parametrize("text", ["", "   \n ", "— … —", "\u200b"])
def test_no_words_are_refused(text: str) -> None:
    with pytest.raises(RefusedEdit) as refusal:
        anchor(Document("s", "s", text), 0, len(text), "s")
    assert refusal.value.remedy


def test_what_nothing_tells_apart_is_refused() -> None:
    with pytest.raises(RefusedEdit) as refusal:
        anchor(Document("s", "s", "so " * 4000), 6000, 6002, "s")
    assert "tell this passage" in refusal.value.message


def test_a_control_character_keeps_out_of_the_map() -> None:
    document = Document("s", "s", "Here the bell\x07rings and later it goes on for ever and so on.")
    citation = anchor(document, 0, len(document.text), "s")
    assert citation.start == "Here the bell"
    assert anchor(document, 9, 14, "s").quote == "bell"
    across = anchor(document, 9, 19, "s")
    assert (across.start, across.end) == ("bell", "rings")


def test_scripts_without_spaces_are_cited_by_a_few_characters() -> None:
    text = (
        "免费公共汽车会减少道路上的汽车数量,这是显而易见的。" * 2
        + "最后一句话说明了为什么市议会没有同意这个提案。"
    )
    start = text.index("最后")
    citation = anchor(Document("s", "s", text), start, len(text), "s")
    words = citation.quote + citation.start + citation.end
    assert len(words) <= 40


def test_a_word_without_end_is_refused_or_cited_at_once() -> None:
    document = Document("s", "s", "x" * 3_000_000)
    with pytest.raises(RefusedEdit):
        anchor(document, 1_000_000, 1_000_010, "s")


WORDS = "so|it|goes|the bus|“free”|U.S.|e.g.|don’t|漢字かな|ไทย|Straße|ﬁnal|İz|3.5|snake_case|"
MARKUP = "**bold**|[a link](u)|- |# |> |_it_|`code`|\\*|"
ODD = "…|—|\n|\n\n|\r\n|\u00ad|\u200b|\x07|e\u0301|👩\u200d👩\u200d👧"
pieces = st.sampled_from((WORDS + MARKUP + ODD).split("|"))
documents = st.builds(
    lambda parts, markdown: Document("s", "s", "".join(parts), markdown=markdown),
    st.lists(st.one_of(pieces, st.just(" "), st.text(max_size=3)), max_size=60),
    st.booleans(),
)


@settings(max_examples=examples(400))
@given(documents, st.data())
def test_a_citation_means_the_stretch_it_was_made_for(
    document: Document, data: st.DataObject
) -> None:
    offsets = st.integers(0, len(document.text))
    start, end = sorted((data.draw(offsets), data.draw(offsets)))
    try:
        citation = anchor(document, start, end, "s")
    except RefusedEdit:
        return
    found = resolve(citation, document)
    assert isinstance(found, Passage)
    assert (found.start, found.end) == snapped(document, start, end)
    parts = (citation.quote, citation.start, citation.end, citation.prefix, citation.suffix)
    assert not any(FORBIDDEN.search(part) or "\n" in part for part in parts)


@given(st.lists(st.sampled_from("abcdefgh"), min_size=30, max_size=80), st.data())
def test_in_a_text_of_many_words_every_long_passage_can_be_cited(
    letters: list[str], data: st.DataObject
) -> None:
    made = [f"{left}{right}{place}" for place, (left, right) in enumerate(pairwise(letters))]
    first = data.draw(st.integers(0, len(made) // 2))
    words = made[first : data.draw(st.integers(first + 1, len(made)))]
    text, passage = " ".join(made), " ".join(words)
    start = text.index(passage)
    citation = anchor(Document("s", "s", text), start, start + len(passage), "s")
    assert max(len(citation.start.split()), len(citation.end.split())) <= 3
    assert len(citation.quote.split()) <= 8
