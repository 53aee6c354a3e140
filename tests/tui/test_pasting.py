"""What a terminal sends around and inside a paste."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.message import Message

from argmap.tui.pasting import PasteParser

START, END = "\x1b[200~", "\x1b[201~"
pasted_texts = st.text(st.sampled_from("ab\x1b[20~1;M\r^")).filter(lambda text: END not in text)


def read(sent: str, sizes: list[int]) -> list[Message]:
    """What comes of some text that arrives in pieces of these sizes, over and over."""
    parser, found, at = PasteParser(), list[Message](), 0
    while at < len(sent):
        size = sizes[len(found) % len(sizes)]
        found += parser.feed(sent[at : at + size])
        at += size
    return found


def told(messages: list[Message]) -> list[str]:
    return [
        message.text if isinstance(message, events.Paste) else getattr(message, "key", "?")
        for message in messages
    ]


@given(pasted_texts, st.lists(st.integers(1, 9), min_size=1))
def test_a_paste_arrives_in_one_piece_between_the_keys_around_it(
    text: str, sizes: list[int]
) -> None:
    # An end mark may also come of the end of the text and the mark behind it.
    text = (text + END)[: (text + END).index(END)]
    found = read(f"j{START}{text}{END}k", sizes)
    assert told(found) == ["j", text, "k"]
    assert isinstance(found[1], events.Paste)


@pytest.mark.parametrize("size", [1, 7, 1000])
def test_two_pastes_are_two(size: int) -> None:
    assert told(read(f"{START}\x1bq{END}{START}x\x00{END}q", [size])) == ["\x1bq", "x", "q"]


def test_keys_that_begin_like_a_paste_are_still_keys() -> None:
    assert told(read("\x1b[20~\x1b[2~a", [3])) == ["f9", "insert", "a"]
