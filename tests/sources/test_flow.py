"""Which lines of a source belong together because they were broken to a width."""

import textwrap
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.sources import Document
from argmap.sources.flow import Flow
from argmap.sources.lines import MOST, Stretch
from tests.hostile import TEXTS

PROSE = (
    "The council asked whether free buses would pay for themselves, and the auditors said that "
    "they would not. Fares bring in a third of what the network costs to run, and nobody has "
    "offered the rest of the money, although three committees were asked in turn."
)
WRAPPED = textwrap.fill(PROSE, 72)


def found_in(text: str, *, markdown: bool = False) -> list[str]:
    """The paragraphs of a text, without the blank ones."""
    found = stretches(Flow(Document("s", "s", text, markdown)))
    return [text[slice(*one)] for one in found if text[slice(*one)].strip()]


def stretches(flow: Flow) -> list[Stretch]:
    made, here = [], flow.paragraph_at(0)
    while True:
        if here.end > here.start:
            made.append(here)
        below = flow.below(here)
        if below is None:
            return made
        assert flow.above(below) == here
        here = below


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "  \n"])
def test_lines_broken_to_a_width_are_paragraphs(line_end: str) -> None:
    text = f"{WRAPPED}\n\n{WRAPPED}\n".replace("\n", line_end)
    assert [" ".join(one.split()) for one in found_in(text)] == [PROSE, PROSE]


@pytest.mark.parametrize(
    "lines",
    [
        "Roses grow beside the stop,\nthe bus is late again;\nthe doors go clop",
        "Town Hall\n12 Market Street\nOld Town",
        "Year     Riders     Income from fares        Cost of all of the network\n"
        "2022     1,200,000  3.1 million and a bit    9.4 million, of which half",
        "| Year | Riders in that year | Income from fares | Cost of the network |\n"
        "| 2022 | 1,200,000 of whom 3 | 3.1 million a year | 9.4 million a year |",
        textwrap.indent(textwrap.fill(PROSE, 68), "    "),
        textwrap.indent(textwrap.fill(PROSE, 70), "> "),
        "Contents of the annual report to the council .................. 12\n"
        "Recommendations of the auditors and of the committee .......... 14",
        "https://example.org/reports/transport/free-fares/what-happened-then\n"
        "https://example.org/reports/transport/free-fares/what-happens-next-and-why",
    ],
    ids=["verse", "address", "table", "frame", "indented", "quoted", "contents", "addresses"],
)
def test_lines_that_mean_something_keep_their_ends(lines: str) -> None:
    found = found_in(f"{WRAPPED}\n\n{lines}\n\n{WRAPPED}\n")
    assert found == [WRAPPED, *lines.split("\n"), WRAPPED]


@pytest.mark.parametrize("mark", ["- ", "12. ", "a) ", "  * "])
def test_an_item_of_a_list_goes_on_where_it_hangs(mark: str) -> None:
    item = textwrap.fill(mark + PROSE, 72, subsequent_indent=" " * len(mark))
    assert found_in(f"{WRAPPED}\n{item}\n{item}\n") == [WRAPPED, item, item]


def test_headings_and_fences_stand_for_themselves() -> None:
    heading = "# What the council asked the auditors about buses, fares and what they cost"
    text = f"{heading}\n{WRAPPED}\nReasons\n-------\n{WRAPPED}\n```\n{WRAPPED}\n"
    assert found_in(text, markdown=True) == [
        *(heading, WRAPPED, "Reasons", "-------", WRAPPED, "```", WRAPPED)
    ]


def test_two_spaces_end_a_line_of_markdown() -> None:
    text = WRAPPED.replace("\n", "  \n", 1) + f"\n\n{WRAPPED}\n"
    first = text.split("\n")[0]
    assert found_in(text, markdown=True)[0] == first
    assert found_in(text)[0].startswith(f"{first}\n")


@pytest.mark.parametrize(
    "text",
    [
        "\n".join([PROSE] * 6),
        "\n".join(f"{line.capitalize()} all the day" for line in WRAPPED.split("\n") * 4),
        textwrap.fill(PROSE, 36),
        f"{PROSE}\n\n{PROSE}\n",
        "\n".join(PROSE[:size] for size in (60, 20, 75, 33, 100, 50, 12, 90, 41, 66) * 3),
        "",
    ],
    ids=["long lines", "verse", "narrow", "one line each", "ragged", "empty"],
)
def test_a_source_without_a_width_keeps_every_line(text: str) -> None:
    assert found_in(text) == [line for line in text.split("\n") if line]


def test_ideographs_are_measured_by_the_cells_they_take() -> None:
    sentence = "市议会询问免费公交车是否能够收回成本。他们说不会，因为票价只占网络成本的三分之一。"
    whole = sentence * 6
    text = "\n".join(whole[at : at + 36] for at in range(0, len(whole), 36))
    assert found_in(f"{text}\n\n{text}\n") == [text, text]


def test_a_paragraph_without_end_is_cut_in_the_same_places_from_everywhere() -> None:
    flow = Flow(Document("s", "s", textwrap.fill(PROSE * 400, 72)))
    found = stretches(flow)
    assert len(found) > 5
    assert max(end - start for start, end in found) < 3 * MOST
    for start, end in found:
        for offset in range(start, end, 997):
            again = Flow(flow.document)
            assert again.paragraph_at(offset) == (start, end)


@given(
    st.lists(st.one_of(st.sampled_from(TEXTS), st.text(max_size=90), st.just(WRAPPED)), max_size=9),
    st.sampled_from(["\n", "\r\n", "\n\n"]),
    st.booleans(),
)
def test_each_offset_is_in_one_paragraph(made: list[str], line_end: str, markdown: bool) -> None:
    text = line_end.join([*made, WRAPPED, WRAPPED])
    found = stretches(Flow(Document("s", "s", text, markdown)))
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert "".join("".join(text[slice(*one)].split()) for one in found) == "".join(text.split())
    for one in found:
        for offset in {one.start, (one.start + one.end) // 2, one.end - 1}:
            assert Flow(Document("s", "s", text, markdown)).paragraph_at(offset) == one
