"""Text of users stays text in Markdown."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from argmap.formats import escape_markdown
from argmap.text import one_line

PARSERS = [
    MarkdownIt("commonmark"),
    MarkdownIt("gfm-like"),
    MarkdownIt("gfm-like", {"typographer": False}).disable("linkify"),
]
HOSTILE = st.text(st.sampled_from("*_`[]()<>!#+-=.1:/@|~^$&;\\{} \n\tab\"'é…"), max_size=40)
MARKUP = """\
<b> &amp; &#42; [a](b) ![i](j) [x]: *** --- === 1. 2) - + > # `c` ~~s~~ https://a.org/_b_
www.a.org a@b.org |a| <http://x.y> <!-- --> \\ \\* a_b_c snake_case ``` :::"""
WORDS = st.lists(st.sampled_from(MARKUP.split())).map(" ".join)


def texts_and_types(tokens: list[Token]) -> tuple[str, set[str]]:
    (inline,) = (token for token in tokens if token.type == "inline")
    children = inline.children or []
    return "".join(child.content for child in children), {child.type for child in children}


def check(markdown: str, text: str, container: list[str]) -> None:
    for parser in PARSERS:
        tokens = parser.parse(markdown)
        assert [token.type for token in tokens if token.type != "inline"] == container
        found, types = texts_and_types(tokens)
        assert found == text
        assert types <= {"text", "text_special"}


PARAGRAPH = ["paragraph_open", "paragraph_close"]
HEADING = ["heading_open", "heading_close"]
ITEM = ["list_item_open", *PARAGRAPH, "list_item_close"]


@given(st.one_of(HOSTILE, WORDS, st.text(max_size=40)).filter(lambda text: bool(one_line(text))))
@example("1986. A great summer")
@example("a\n===")
@example("# Title #")
def test_text_comes_back_as_it_was(text: str) -> None:
    shown, escaped = one_line(text), escape_markdown(text)
    check(escaped, shown, PARAGRAPH)
    check(f"# {escaped}", shown, HEADING)
    check(f"- {escaped}", shown, ["bullet_list_open", *ITEM, "bullet_list_close"])


@pytest.mark.parametrize(
    "text",
    ["Plain words, 10 per cent (of 2,000) – so what?", "It's \"fine\"; isn't it!", "3.5 - 4"],
)
def test_ordinary_text_is_left_as_it_is(text: str) -> None:
    assert escape_markdown(text) == text


def test_control_characters_are_taken_out() -> None:
    assert escape_markdown("a\x1b[0m\u202eb") == "a\ufffd\\[0m\ufffdb"
