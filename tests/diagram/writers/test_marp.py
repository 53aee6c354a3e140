"""Markdown decks: a slide for each page, text that stays text, notes that stay notes."""

import json
import re
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from argmap.diagram.look.theme import LIGHT
from argmap.diagram.pages.page import Deck
from argmap.diagram.writers.marp import Maker, escape, remark, write_markdown_deck
from argmap.text import clean, one_line
from tests.diagram.maps import HOSTILE
from tests.diagram.writers.decks import branches, full

MARKDOWN = MarkdownIt("gfm-like")


def shown(source: str) -> str:
    """The text that Markdown shows, if it is a heading with nothing but text in it."""
    tokens = MARKDOWN.parse(f"# {source}")
    assert [token.type for token in tokens] == ["heading_open", "inline", "heading_close"]
    children = tokens[1].children or []
    assert {child.type for child in children} <= {"text", "text_special"}
    return "".join(child.content for child in children)


def parts(deck: Deck, maker: Maker) -> tuple[dict[str, object], list[str]]:
    """The settings of a deck, and its slides."""
    text = write_markdown_deck(deck, "deck", maker=maker)["deck.md"].decode()
    _, front, body = text.split("---\n", 2)
    return yaml.safe_load(front), body.split("\n---\n")


@given(st.text())
@example("www.example.org and a@b.org :smile: https://x.org")
@example("1. first -- second --- third")
@example("![x](y) `code` *a* _b_ $x$ <b> &amp; \\")
def test_escaped_text_is_shown_as_it_reads(text: str) -> None:
    assert shown(escape(text)) == one_line(text)


@given(st.text())
def test_as_a_paragraph_it_is_nothing_but_a_paragraph(text: str) -> None:
    source = escape(text)
    kinds = [token.type for token in MARKDOWN.parse(source)]
    assert kinds in ([], ["paragraph_open", "inline", "paragraph_close"])
    assert not re.match(r"\s*notes?:", source, re.IGNORECASE)


@given(st.text(alphabet="-!> <a\n"))
def test_no_text_ends_a_comment(text: str) -> None:
    assert not re.search(r"--+!?>", f" {remark(text)}")


@pytest.mark.parametrize("maker", ["marp", "reveal"])
def test_there_is_a_slide_and_a_picture_for_each_page(maker: Maker) -> None:
    deck = branches()
    files = write_markdown_deck(deck, "My (deck) 1", maker=maker)
    assert list(files) == [
        "My (deck) 1.md",
        *(f"My (deck) 1-{number}.svg" for number in range(1, 5)),
    ]
    found = re.findall(r"[\w%-]+\.svg", files["My (deck) 1.md"].decode())
    assert [unquote(name) for name in found] == list(files)[1:]
    for page, svg in zip(deck.pages, list(files.values())[1:], strict=True):
        root = ET.fromstring(svg)  # noqa: S314 - our own
        assert root.findtext("{http://www.w3.org/2000/svg}title") == (
            page.scene.title or "Argument map"
        )
    headings = [re.search(r"^# ([^<\n]*)", slide, re.MULTILINE) for slide in parts(deck, maker)[1]]
    assert [head and head[1].strip() for head in headings] == [page.name for page in deck.pages]


def test_settings_hold_the_title_and_the_shape() -> None:
    marp, _ = parts(full(), "marp")
    assert marp["marp"] is True
    assert marp["size"] == "16:9"
    assert marp["title"] == one_line(full().title)
    reveal, _ = parts(full(), "reveal")
    assert reveal["revealOptions"] == {"width": 960, "height": 540, "margin": 0}
    assert reveal["title"] == one_line(full().title)


def test_notes_for_marp_are_no_settings() -> None:
    page = (
        branches()
        .pages[0]
        ._replace(notes="theme: gaia\n_class: x\nstyle: 'a'\n--> <b>\n---\nNote: y")
    )
    _, slides = parts(Deck("", "", (page,)), "marp")
    whole = "\n---\n".join(slides)
    comments = re.findall(r"<!--(.*?)-->", whole, re.DOTALL)
    assert len(comments) == 2
    assert comments[0].strip() == f'_backgroundColor: "{LIGHT.background}"'
    with pytest.raises(yaml.YAMLError):
        yaml.safe_load(comments[1])
    for said in ("theme: gaia", "_class: x", "<b>", "Note: y"):
        assert said in comments[1]


def test_notes_for_reveal_come_after_one_mark_and_never_part_slides() -> None:
    notes = "Because: one.\n  Note: two\n---\nNotes: three\n" + "\n".join(HOSTILE)
    page = branches().pages[0]._replace(notes=notes)
    _, slides = parts(Deck("", "", (page, page)), "reveal")
    assert len(slides) == 2
    for slide in slides:
        pieces = re.split(r"^\s*notes?:", slide, flags=re.IGNORECASE | re.MULTILINE)
        assert len(pieces) == 2
        lines = [line for line in pieces[1].split("\n") if line.strip()]
        wanted = [one_line(line) for line in clean(notes).splitlines() if one_line(line)]
        assert [shown(line) for line in lines] == wanted


def test_a_page_without_notes_has_none() -> None:
    for maker, mark in (("marp", "Notes"), ("reveal", "Note:")):
        page = branches().pages[2]
        assert mark not in parts(Deck("", "", (page,)), maker)[1][0]  # type: ignore[arg-type]


def test_titles_are_one_quoted_string() -> None:
    text = write_markdown_deck(full(), "d")["d.md"].decode()
    line = next(line for line in text.split("\n") if line.startswith("title: "))
    assert json.loads(line.removeprefix("title: ")) == one_line(full().title)
