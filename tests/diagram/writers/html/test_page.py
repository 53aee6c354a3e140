"""The HTML file: nothing injected, all text there, nothing from outside, every link leads on."""

import base64
import hashlib
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.diagram.look.theme import LIGHT
from argmap.diagram.pages.page import Deck
from argmap.diagram.writers.goals import address
from argmap.diagram.writers.html import write_html
from argmap.diagram.writers.svg import escape
from argmap.formats.words import statement
from argmap.model import MapIndex
from argmap.sources import with_sources
from argmap.store import loads
from argmap.text import clean, one_line
from tests.diagram.maps import buses, chain, hostile, indexed, sample, tidy
from tests.diagram.writers.html.making import deck, html
from tests.diagram.writers.html.reading import Read
from tests.hostile import hostile_yaml

_COMMON = {"id", "class"}
_FORM = {"type", "title", "aria-label", "aria-pressed"}
_SHAPE = {"x", "y", "width", "height", "fill", "stroke", "stroke-width", "stroke-dasharray"}
_BARE = (
    "head body title style script header main h1 h2 h3 h4 p ul ol li span b small summary "
    "figure figcaption blockquote q mark option"
)
KNOWN = {
    **{name: set[str]() for name in _BARE.split()},
    "html": {"lang"},
    "meta": {"charset", "name", "content", "http-equiv"},
    "details": {"open"},
    "section": {"aria-label", "aria-labelledby"},
    "div": {"hidden", "role", "aria-label"},
    "button": _FORM,
    "select": _FORM,
    "input": {*_FORM, "placeholder", "autocomplete", "spellcheck"},
    "output": {"aria-live"},
    "a": {"href", "tabindex", "target", "rel", "aria-label"},
    "svg": {"viewbox", "role", "width", "height", "aria-label"},
    "g": {"font-family", "fill", "aria-hidden"},
    "rect": _SHAPE,
    "path": {"d", *_SHAPE},
    "polyline": {"points", *_SHAPE},
    "text": {"font-size", "font-weight", *_SHAPE},
    "tspan": {"x", "dy"},
}  # fmt: skip

CITED = """\
argmap: 1
title: Free city buses
sources:
  paper: {title: The <b>paper</b>, author: A. Bus, url: "https://example.org/a?b=1&c=2"}
  other: {title: Another, url: "javascript:alert(1)"}
claims:
- id: free
  claim: Buses should be free.
  cites:
  - {source: paper, start: They, end: would not, page: "3"}
  - {source: paper, quote: pigs may fly}
  supports:
  - claim: It was said.
    warrant: What is said holds.
    cites: [{source: other, quote: Said <there>, note: twice}]
"""
TEXT = (
    "The council asked whether free buses would pay. They <i>surely</i> would not. Nobody knew.\n"
)


def described(page: str) -> Read:
    read = Read(page)
    assert read.comments == []
    for element in read.elements:
        assert element.name in KNOWN
        assert set(element.attributes) <= KNOWN[element.name] | _COMMON, element
    return read


def claims_of(read: Read) -> list[str]:
    return [span.text for span in read.all("span", "t")]


@given(st.text())
def test_escaped_text_reads_back_as_it_was(text: str) -> None:
    read = Read(f'<p id="{escape(text)}">{escape(text)}</p>')
    (found,) = read.elements
    assert found.text == clean(text)
    assert found.attributes == {"id": clean(text)}
    assert read.comments == []


@given(st.text(min_size=1), st.text(), st.text())
def test_any_text_in_any_place_stays_text(said: str, title: str, name: str) -> None:
    index = loads(hostile_yaml()).index
    source = index.sources["s"].model_copy(update={"title": said, "note": name, "url": title})
    claim = index.claims["motion"].model_copy(update={"claim": said, "speaker": name})
    index = MapIndex(
        index.map.model_copy(update={"title": title, "sources": (source,), "claims": (claim,)})
    )
    pages = tuple(page._replace(name=name, notes=said) for page in deck(index).pages)
    read = described(write_html(Deck(title, said, pages), index))
    assert claims_of(read) == [statement(claim)]
    assert read.all("h1")[0].text == (one_line(title) or "Argument map")
    assert read.one("figure", "p1").attributes["class"] == "page"


def test_every_claim_of_a_hostile_map_is_there_as_text() -> None:
    read = described(html(hostile(), pages=2))
    said = [node.text for node in read.all("span", "t")]
    for claim in hostile().map.claims:
        assert statement(claim) in said
    drawn = [text.text for text in read.all("text")]
    (page,) = deck(hostile()).pages
    assert {"".join(text.lines) for text in page.scene.texts()} <= set(drawn)
    described(html(loads(hostile_yaml()).index))


def test_links_lead_to_what_is_there_and_ids_are_given_once() -> None:
    for index in (hostile(), buses(), sample(7, 300), chain(100)):
        read = Read(html(index, pages=3))
        ids = [element.attributes["id"] for element in read.elements if "id" in element.attributes]
        assert len(ids) == len(set(ids))
        goals = [link.attributes["href"] for link in read.all("a")]
        assert {goal[1:] for goal in goals if goal[0] == "#"} <= set(ids)
        assert all(goal[0] == "#" or address(goal) for goal in goals)


def test_nothing_but_what_is_in_the_file_may_run_or_load() -> None:
    page = html(buses())
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    assert policy is not None
    rules = dict(rule.split(" ", 1) for rule in policy[1].split("; "))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    assert rules["img-src"] == rules["font-src"] == "data:"
    for name, rule in (("style", "style-src"), ("script", "script-src")):
        inside = re.findall(rf"<{name}>(.*?)</{name}>", page, re.DOTALL)
        digests = [hashlib.sha256(part.encode()).digest() for part in inside]
        assert rules[rule] == " ".join(
            f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests
        )
    assert "://" not in page, "no address of any kind"
    assert not re.search(r"\bstyle=|\bon\w+=", page)


def test_a_box_leads_to_its_claim_and_the_claim_back_to_it() -> None:
    read = Read(html(buses()))
    row = next(item for item in read.all("li") if "take cars off the road" in item.text
               and item.attributes["class"] == "support")  # fmt: skip
    anchor = row.attributes["id"]
    box = read.one("a", f"b{anchor[1:]}")
    assert box.attributes["href"] == f"#{anchor}"
    assert "svg" in box.within
    assert any(link.attributes["href"] == f"#b{anchor[1:]}" for link in read.all("a", "show"))


def test_the_outline_says_in_words_what_each_claim_does() -> None:
    read = Read(html(buses()))
    lines = [line.text for line in read.elements if line.name in {"summary", "h4", "p"}]
    for words in (
        "1 Motion The city should make all bus travel free.",
        "1.1 Support Free buses would take cars off the road.",
        "1.1.1 Rebuttal Most new riders would have walked.",
        "1.1.1.1 Undercut The survey asked only students.",
        "1.2.2 Premise A city should not ration mobility by income. (implicit)",
        "1.3.1 Answer Fares cover only a tenth of the cost.",
        "1.3.2 Support see 1.1.1: Most new riders would have walked.",
    ):
        assert words in lines


def test_a_citation_shows_its_passage_among_the_words_around_it(tmp_path: Path) -> None:
    (tmp_path / "paper.txt").write_text(TEXT, "utf-8")
    opened = with_sources(loads(CITED), {"paper": str(tmp_path / "paper.txt")})
    page = write_html(deck(opened.index), opened.index, opened.passages, opened.documents)
    read = described(page)
    passage, *others = [quote.text for quote in read.all("blockquote")]
    assert passage == one_line(TEXT)
    assert [mark.text for mark in read.all("mark")] == ["They <i>surely</i> would not"]
    assert others == ["pigs may fly", "Said <there>"]
    captions = [figure.text for figure in read.all("figcaption")][1:]
    assert captions == [
        "The <b>paper</b>, page 3, open",
        "The <b>paper</b>, not found in the source, open",
        "Another, twice",
    ]
    assert "Warrant: What is said holds." in [line.text for line in read.all("p")]


def test_only_addresses_of_the_web_become_links_and_tell_nobody() -> None:
    read = Read(html(loads(CITED).index))
    outside = [link for link in read.all("a") if link.attributes["href"][0] != "#"]
    assert {link.attributes["href"] for link in outside} == {"https://example.org/a?b=1&c=2"}
    assert all(link.attributes["rel"] == "noopener noreferrer" for link in outside)
    assert "javascript:alert(1)" in read.one("section", "sources").text


def test_goals_become_links_only_to_pages_there_are_and_to_the_web() -> None:
    whole = deck(buses(), pages=2)
    first, second = whole.pages
    goals = ["p2", "p9", "javascript:alert(1)", "https://example.org/x", *[""] * 20]
    boxes = tuple(
        box._replace(goal=goal) for box, goal in zip(first.scene.boxes, goals, strict=False)
    )
    scene = first.scene._replace(boxes=boxes)
    read = described(write_html(Deck("", "", (first._replace(scene=scene), second)), buses()))
    drawn = [link.attributes["href"] for link in read.all("a") if "svg" in link.within]
    assert [goal for goal in drawn if not goal.startswith("#r")] == ["#p2", "https://example.org/x"]


def test_colours_are_variables_and_both_looks_are_there() -> None:
    page = html(buses())
    drawing = page[page.index("<svg") : page.rindex("</svg>")]
    assert not re.search(r"#[0-9A-Fa-f]{6}", drawing)
    used = set(re.findall(r"var\((--[\w-]+)\)", page))
    blocks = re.findall(r"color-scheme:\w+;([^}]*)\}", page)
    assert len(blocks) == 3
    for block in blocks:
        assert used <= set(re.findall(r"(--[\w-]+):", block))


def test_a_colour_that_is_none_is_not_written() -> None:
    theme = replace(LIGHT, text="red}</style><script>alert(1)</script>")
    with pytest.raises(ValueError, match="not a colour"):
        write_html(deck(buses()), buses(), theme=theme)


def test_a_chain_of_2000_is_cut_into_parts_that_a_browser_can_nest() -> None:
    read = Read(html(chain(2_000)))
    assert len(claims_of(read)) == 2_000
    assert max(element.depth for element in read.elements) < 100


def test_a_large_map_opens_level_by_level() -> None:
    read = Read(html(tidy(1_200, 6)))
    branches = read.all("details", "branch")
    assert [("open" in branch.attributes) for branch in branches].count(True) == 1
    assert "large" in read.all("html")[0].attributes["class"]
    small = Read(html(tidy(100, 6))).all("details", "branch")
    assert all("open" in branch.attributes for branch in small)


def test_a_map_of_40_claims_is_a_small_file() -> None:
    assert len(html(tidy(40, 6)).encode()) < 120_000


def test_an_empty_map_is_a_page_too() -> None:
    read = described(html(indexed()))
    assert read.all("h1")[0].text == "Argument map"
    assert "No claims." in read.one("section", "outline").text
    described(write_html(Deck("", "", ()), buses()))


def test_writing_twice_gives_the_same_text() -> None:
    assert html(hostile(), pages=2) == html(hostile(), pages=2)
