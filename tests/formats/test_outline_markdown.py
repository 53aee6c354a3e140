"""The Markdown handout."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt

from argmap.formats import generate_markdown
from argmap.model import Claim, Map, Source
from argmap.sources import with_sources
from argmap.store import loads
from argmap.text import one_line
from tests.conftest import examples
from tests.formats.cases import everything, opened
from tests.golden import check_golden
from tests.maps import chain, maps

GOLDEN = Path(__file__).parent / "golden"
OURS = {"text", "text_special", "strong_open", "strong_close", "em_open", "em_close"}


def _github() -> MarkdownIt:
    """Reads Markdown as GitHub does, which makes links of addresses but not of any `word.tld`."""
    parser = MarkdownIt("gfm-like")
    assert parser.linkify is not None
    parser.linkify.set({"fuzzy_link": False, "fuzzy_email": False})
    return parser


def test_golden(tmp_path: Path) -> None:
    check_golden(GOLDEN / "handout.md", generate_markdown(everything(tmp_path)))


def test_an_empty_map() -> None:
    text = generate_markdown(with_sources(loads("argmap: 1\n")))
    assert text.startswith("# Argument map\n")
    assert "No claims." in text


@settings(max_examples=examples(60), deadline=None)
@given(maps())
def test_nothing_but_our_own_markup_comes_out(shown: Map) -> None:
    tokens = _github().parse(generate_markdown(opened(shown)))
    kinds = {token.type for token in tokens} - {"inline"}
    assert not {kind for kind in kinds if kind.startswith(("html", "fence", "code", "table", "hr"))}
    read = []
    for token in tokens:
        for child in token.children or []:
            assert child.type in OURS
        read.append("".join(child.content for child in token.children or []))
    for claim in shown.claims:
        assert any(one_line(claim.claim) in text for text in read)


def test_a_chain_of_5000_claims_makes_short_parts() -> None:
    text = generate_markdown(opened(chain(5000)))
    assert len(text) < 5000 * 100
    assert max(len(line) - len(line.lstrip()) for line in text.splitlines()) <= 16
    assert text.count("## Part ") == text.count("continued in part") == 624
    assert "Step c4999 of the chain." in text


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://example.org/a_b*c", "<https://example.org/a_b*c>"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("https://x.org/a b>c", "https\\://x.org/a b\\>c"),
        ("http://[::1", "http\\://\\[::1"),
    ],
)
def test_only_web_addresses_become_links(url: str, written: str) -> None:
    shown = Map(sources=(Source(id="s", url=url),), claims=(Claim(id="a", claim="A."),))
    assert generate_markdown(opened(shown)).endswith(f"- **s**: {written}\n")
