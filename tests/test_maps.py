"""The example maps: sound, citable, drawable, and in our own words."""

import re
from pathlib import Path

import pytest

from argmap.cli.formats import Choices, all_formats
from argmap.cli.outfiles import as_files
from argmap.formats.registry import format_named
from argmap.model import LinkKind, Map, outline, sides
from argmap.sources import Opened, open_map
from argmap.store import loads
from argmap.store.write import write_map

PROJECT = Path(__file__).parent.parent
MAPS = sorted((PROJECT / "maps").glob("*.yaml"))
ARTICLE_MAP = PROJECT / "maps" / "counter-cartel-operations.yaml"
EXPORTS = PROJECT / "exports"
LONGEST_COMMON_RUN = 6


def all_texts(argument_map: Map) -> list[str]:
    found = [argument_map.summary]
    for claim in argument_map.claims:
        found += [claim.claim, claim.short, claim.note]
    return found + [link.warrant for link in argument_map.links]


def words_of(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


def runs(words: list[str], length: int) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


def copied(texts: list[str], source: str) -> list[str]:
    """The texts that share more words in a row with the source than is ours to take."""
    taken = runs(words_of(source), LONGEST_COMMON_RUN + 1)
    return [text for text in texts if runs(words_of(text), LONGEST_COMMON_RUN + 1) & taken]


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
class TestEachMap:
    def test_has_no_errors_and_no_warnings(self, path: Path) -> None:
        found = open_map(path).diagnostics
        assert [one for one in found if one.severity != "note"] == []

    def test_has_title_summary_and_short_forms(self, path: Path) -> None:
        opened = open_map(path)
        assert opened.map.title
        assert opened.map.summary
        shorts = [claim.short for claim in opened.map.claims]
        assert all(shorts)
        assert len(set(shorts)) == len(shorts)

    def test_every_claim_bears_on_the_motion(self, path: Path) -> None:
        opened = open_map(path)
        assert set(sides(opened.index)) >= set(opened.index.claims)
        assert len(opened.index.roots) == 1

    def test_reads_back_from_its_canonical_form(self, path: Path) -> None:
        first = write_map(open_map(path).map)
        assert write_map(loads(first).map) == first

    @pytest.mark.parametrize("form", [form.name for form in all_formats(Choices())])
    def test_can_be_written_in_every_form(self, path: Path, form: str) -> None:
        content = format_named(all_formats(Choices()), form).generate(open_map(path))
        assert all(len(data) > 500 for data in as_files("out", content).values())

    @pytest.mark.parametrize("form", ["md", "dot"])
    def test_committed_export_is_up_to_date(self, path: Path, form: str) -> None:
        content = format_named(all_formats(Choices()), form).generate(open_map(path))
        committed = EXPORTS / f"{path.stem}.{form}"
        (data,) = as_files(committed.name, content).values()
        assert data == committed.read_bytes(), "make exports brings it up to date"


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_map_with_its_own_source_cites_all_it_states(path: Path) -> None:
    opened = open_map(path)
    for document in opened.documents.values():
        assert all(claim.implicit or claim.cites for claim in opened.map.claims)
        assert len(opened.passages) == sum(len(claim.cites) for claim in opened.map.claims)
        assert copied(all_texts(opened.map), document.text) == []


class TestArticleMap:
    @pytest.fixture
    def opened(self, article: Path) -> Opened:
        return open_map(ARTICLE_MAP, {"borders": str(article)})

    def test_every_citation_is_found_word_for_word(self, opened: Opened) -> None:
        assert opened.diagnostics == ()
        assert all(passage.exact for passage in opened.passages.values())

    def test_every_claim_is_cited_or_implicit(self, opened: Opened) -> None:
        for claim in opened.map.claims:
            assert claim.implicit or claim.cites, claim.id
            assert all(cite.start and cite.end for cite in claim.cites), claim.id

    def test_claims_are_in_our_own_words(self, opened: Opened) -> None:
        assert copied(all_texts(opened.map), opened.documents["borders"].text) == []

    def test_citations_quote_only_the_words_that_locate_a_passage(self, opened: Opened) -> None:
        for claim in opened.map.claims:
            for cite in claim.cites:
                assert len(words_of(cite.start)) <= LONGEST_COMMON_RUN + 1
                assert len(words_of(cite.end)) <= LONGEST_COMMON_RUN + 1

    def test_every_list_item_of_the_article_is_cited(self, opened: Opened) -> None:
        text = opened.documents["borders"].text
        spans = [(passage.start, passage.end) for passage in opened.passages.values()]
        items = list(re.finditer(r"^- (.+)$", text, re.MULTILINE))
        assert len(items) >= 26
        for item in items:
            inside = [span for span in spans if item.start() <= span[0] and span[1] <= item.end()]
            assert inside, item.group(1)

    def test_both_sides_have_a_case_and_answers(self, opened: Opened) -> None:
        index = opened.index
        motion = index.motion or ""
        kinds = [link.kind for link in index.links_onto(motion)]
        assert kinds.count(LinkKind.SUPPORT) >= 4
        assert kinds.count(LinkKind.REBUTTAL) >= 4
        assert sum(link.kind is LinkKind.UNDERCUT for link in opened.map.links) >= 3
        assert any(link.joint for link in opened.map.links)
        assert max(row.depth for row in outline(index)) >= 4
