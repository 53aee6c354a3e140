"""How a passage is shown to a reader."""

from argmap.sources import Document, Passage, in_context, reading_text
from argmap.text import FORBIDDEN

TEXT = (
    "First words.  The second sentence, which\nis the passage, ends. And \x1b[31mmore follows here."
)


def shown(
    text: str, words: str, *, markdown: bool = False, room: int = 160
) -> tuple[str, str, str]:
    start = text.index(words)
    document = Document("s", "s", text, markdown)
    passage = Passage(start, start + len(words), words, exact=True)
    assert in_context(document, passage, room, room)[1] == reading_text(document, passage)
    return in_context(document, passage, room, room)


def test_the_three_parts_read_as_one_text() -> None:
    parts = shown(TEXT, "which\nis the passage")
    assert parts[1] == "which is the passage"
    assert "".join(parts).startswith(
        "First words. The second sentence, which is the passage, ends."
    )
    assert not FORBIDDEN.search("".join(parts))


def test_context_is_cut_between_words_and_marked() -> None:
    before, passage, after = shown(TEXT, "which\nis the passage", room=12)
    assert (before, passage, after) == (
        "… sentence, ",
        "which is the passage",
        ", ends. And …",
    )


def test_a_passage_that_is_the_whole_text_has_no_context() -> None:
    assert shown("All of it", "All of it") == ("", "All of it", "")


def test_a_passage_within_a_word_stays_within_it() -> None:
    assert shown("日本経済新聞", "経済") == ("日本", "経済", "新聞")


def test_markdown_is_shown_without_markup() -> None:
    text = "# Title\n\n> She has **never**\n> seen [it](https://example.org) *herself*."
    assert shown(text, "never**\n> seen [it](https://example.org)", markdown=True) == (
        "Title She has ",
        "never seen it",
        " herself.",
    )
    assert shown(text, "never**")[1] == "never**"
