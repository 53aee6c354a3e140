"""From citations to passages, and why some mean none."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import Citation
from argmap.sources import Document, Passage, Problem, ProblemKind, resolve

TEXT = """\
The Party’s “art of the deal” – a partial triumph – began in March.
Costs rose by ten per cent. The bus came late, and the bus came full.
In the first year, costs rose again; in the second year they fell… at last.
“In the first place,” said the mayor, “nobody asked.”
"""


def resolved(text: str = TEXT, **fields: str) -> Passage | Problem:
    return resolve(Citation(source="s", **fields), Document("s", "s.txt", text))


def passage(text: str = TEXT, **fields: str) -> Passage:
    found = resolved(text, **fields)
    assert isinstance(found, Passage), found
    assert text[found.start : found.end] == found.text
    return found


def problem(text: str = TEXT, **fields: str) -> Problem:
    found = resolved(text, **fields)
    assert isinstance(found, Problem), found
    return found


def test_exact_words() -> None:
    found = passage(quote="a partial triumph")
    assert (found.text, found.exact) == ("a partial triumph", True)


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("the party's \"art of", "The Party’s “art of"),
        ('of the deal" - a partial', "of the deal” – a partial"),
        ("they fell... at last", "they fell… at last"),
        ("came full. in the", "came full.\nIn the"),
        ("  began in\n  March ", "began in March"),
        ("the deal”—a partial", "the deal” – a partial"),
    ],
)
def test_spelling_is_folded(quote: str, text: str) -> None:
    found = passage(quote=quote)
    assert found.text == text
    assert found.exact == (quote.strip() == text)


def test_words_are_found_whole() -> None:
    assert passage(quote="art").text == "art"
    assert problem(quote="triump").kind is ProblemKind.MISSING
    assert problem("3.15 and 15", quote="5").kind is ProblemKind.MISSING


def test_scripts_without_spaces_have_no_word_borders() -> None:
    assert passage("日本経済新聞によると", quote="経済").start == 2


def test_an_exact_match_wins_over_others_that_only_look_alike() -> None:
    found = passage("the cartels, The cartels, THE CARTELS", quote="The cartels")
    assert (found.start, found.exact) == (13, True)


def test_from_start_to_end() -> None:
    found = passage(start="costs rose again", end="at last")
    assert found.text == "costs rose again; in the second year they fell… at last"
    assert passage(start="COSTS rose again", end="at last").exact is False


def test_the_passage_closes_with_the_first_end_behind_start() -> None:
    assert passage("x a b x c x", start="a b", end="x").text == "a b x"
    assert passage("start end", start="start", end="end").text == "start end"


def test_a_passage_may_run_over_lines() -> None:
    assert passage(start="Costs rose by", end="costs rose again").text.count("\n") == 1


@pytest.mark.parametrize(
    ("fields", "words", "lines"),
    [
        ({"quote": "the bus"}, "`quote` stand 2 times", "on line 2"),
        ({"quote": "costs ROSE"}, "`quote` stand 2 times", "on lines 2 and 3"),
        ({"start": "the bus", "end": "at last"}, "`start` stand 2 times", "on line 2"),
    ],
)
def test_words_that_stand_twice_are_ambiguous(
    fields: dict[str, str], words: str, lines: str
) -> None:
    text = TEXT.replace("The bus", "Then the bus")
    found = problem(text, **fields)
    assert found.kind is ProblemKind.AMBIGUOUS
    assert words in found.message
    assert found.message.endswith(lines)


def test_many_places_are_not_all_listed() -> None:
    found = problem("a word\n" * 9, quote="word")
    assert "9 times" in found.message
    assert found.message.endswith("lines 1, 2, 3, 4 and others")


@pytest.mark.parametrize(
    ("fields", "which"),
    [
        ({"prefix": "came late, and"}, "second"),
        ({"prefix": "and"}, "second"),
        ({"suffix": "came full"}, "second"),
        ({"suffix": "CAME LATE"}, "first"),
        ({"prefix": "per cent;", "suffix": "came"}, "first"),
        ({"prefix": "per cent"}, "first"),
    ],
)
def test_neighbours_tell_like_places_apart(fields: dict[str, str], which: str) -> None:
    text = "Costs rose by nearly ten per cent; the bus came late, and the bus came full."
    place = {"first": text.index("the bus"), "second": text.rindex("the bus")}
    assert passage(text, quote="the bus", **fields).start == place[which]


def test_neighbours_are_whole_words() -> None:
    assert problem("a smart move", quote="move", prefix="art").kind is ProblemKind.MISSING


def test_a_neighbour_may_be_punctuation() -> None:
    assert passage('say go, say "go"', quote="go", prefix='"').start == 13


def test_neighbours_that_are_not_there_are_named() -> None:
    found = problem(quote="nobody asked", prefix="the bishop", suffix="of course")
    assert found.kind is ProblemKind.MISSING
    assert "not next to `prefix` and `suffix`" in found.message
    assert "not next to `prefix`" in problem(start="costs rose", end="x", prefix="no").message
    assert "not next to `suffix`" in problem(start="March", end="at last", suffix="no").message


def test_prefix_belongs_to_start_and_suffix_to_end() -> None:
    text = "a b. go on and stop here. a c. go on and stop there."
    assert passage(text, start="go on", end="stop", prefix="a c").start == text.rindex("go")
    assert passage(text, start="go on", end="stop", suffix="there").start == text.rindex("go")
    assert passage(text, start="a b", end="stop", suffix="there").end == text.rindex(" there")


def test_end_before_or_within_start_overlaps() -> None:
    before = problem(start="costs rose again", end="began in March")
    assert before.kind is ProblemKind.OVERLAP
    assert "before `start`, on line 1" in before.message
    within = problem(start="nobody asked", end="asked")
    assert within.kind is ProblemKind.OVERLAP
    assert "within `start`" in within.message


def test_missing_words_are_named() -> None:
    assert "`start` (“no such words”)" in problem(start="no such words", end="at last").message
    assert "`end` (“no such words”)" in problem(start="began in", end="no such words").message


@pytest.mark.parametrize(
    ("quote", "near"),
    [
        ("costs rose again; in the third year", "costs rose again; in the second year"),
        ("Prices rose by ten per cent", "Costs rose by ten per cent"),
        ("art of the deal - a total triumph", "art of the deal"),
    ],
)
def test_a_slip_is_answered_with_the_nearest_words(quote: str, near: str) -> None:
    found = problem(quote=quote)
    assert found.kind is ProblemKind.MISSING
    assert near in found.remedy


def test_nothing_is_guessed_from_one_word() -> None:
    assert (
        problem(quote="the entirely different matter").remedy == "Copy the words from the source."
    )


@pytest.mark.parametrize(
    ("fields", "lack"),
    [
        ({}, "which words"),
        ({"page": "3"}, "which words"),
        ({"quote": " \n"}, "which words"),
        ({"start": "In the"}, "no `end`"),
        ({"end": "at last", "prefix": "x"}, "no `start`"),
        ({"quote": "the", "end": "at last"}, "`quote` and also"),
    ],
)
def test_incomplete_citations(fields: dict[str, str], lack: str) -> None:
    found = problem(**fields)
    assert found.kind is ProblemKind.INCOMPLETE
    assert lack in found.message


MARKDOWN = """\
# The *great* debate

> "They have **never** seen us
> with the [lights on](https://example.org)," she said.

- first point
- second point: `make_map` costs 5 * 3
"""


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("The *great* debate", "The *great* debate"),
        ("the great debate", "The *great* debate"),
        (
            "never seen us with the lights on,",
            "never** seen us\n> with the [lights on](https://example.org),",
        ),
        ("first point second point", "first point\n- second point"),
        ("costs 5 * 3", "costs 5 * 3"),
        ("point: make_map costs", "point: `make_map` costs"),
    ],
)
def test_markdown_markup_does_not_matter(quote: str, text: str) -> None:
    found = resolve(Citation(quote=quote), Document("s", "s.md", MARKDOWN, markdown=True))
    assert isinstance(found, Passage)
    assert found.text == text


def test_in_plain_text_every_sign_matters() -> None:
    assert problem(MARKDOWN, quote="the great debate").kind is ProblemKind.MISSING


@given(st.data())
def test_any_stretch_of_words_is_found_or_ambiguous(data: st.DataObject) -> None:
    words = TEXT.split()
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    quote = " ".join(words[first : last + 1])
    found = resolved(quote=data.draw(st.sampled_from([quote, quote.upper(), quote.lower()])))
    if isinstance(found, Problem):
        assert found.kind is ProblemKind.AMBIGUOUS
    else:
        assert " ".join(found.text.split()).casefold() == quote.casefold()


@given(
    st.text("ab .…ß\n—", max_size=30),
    st.text("ab .…ß—", max_size=4),
    st.text("ab .…ß—", max_size=4),
    st.booleans(),
)
def test_offsets_always_name_the_passage(text: str, start: str, end: str, markdown: bool) -> None:
    found = resolve(Citation(start=start, end=end), Document("s", "s", text, markdown))
    if isinstance(found, Passage):
        assert 0 <= found.start < found.end <= len(text)
        assert found.text == text[found.start : found.end]


def test_many_citations_of_an_article_and_one_of_a_long_text_are_quick() -> None:
    paragraph = " ".join(f"word{number} and more of it" for number in range(800))
    article = Document("s", "s.txt", paragraph)
    started = time.process_time()
    for number in range(150):
        found = resolve(Citation(start=f"WORD{number} and", end=f"word{number + 5} and"), article)
        assert isinstance(found, Passage)
    assert time.process_time() - started < 0.5
    long_text = Document("s", "s.txt", (paragraph + "\n") * 100 + "Here it ends")
    started = time.process_time()
    assert isinstance(resolve(Citation(quote="here it ENDS"), long_text), Passage)
    assert time.process_time() - started < 5
