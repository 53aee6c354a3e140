"""Mermaid: safe against every string, and never more than GitHub draws."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.diagram.view import merged, view
from argmap.diagram.writers.mermaid import (
    LONGEST_LABEL,
    MOST_CHARACTERS,
    MOST_LINKS,
    escape,
    write_mermaid,
)
from argmap.model import MapIndex
from argmap.text import ellipsis, one_line
from tests.diagram.maps import buses, chain, claim, hostile, indexed, link, sample, woven
from tests.golden import check_golden

GOLDEN = Path(__file__).parent / "golden"
SHAPES = re.compile(
    r"flowchart BT|acc(Title|Descr): .*"
    r'|n\d+\["[^"]*"\]|[jx]\d+\(\( \)\)'
    r'|[njx]\d+ (-->|---|-\.-|-\.->)(\|"[^"]*"\|)? [njx]\d+'
    r"|classDef \w+ [\w#:,. -]+|class [njx\d,]+ \w+"
)


def read(written: str) -> str:
    """What Mermaid shows for escaped text."""
    return re.sub(r"#(\d+);", lambda found: chr(int(found[1])), written)


def lines(index: MapIndex) -> list[str]:
    return write_mermaid(view(index))[0].split("\n  ")


def labels(chart: str) -> list[list[str]]:
    found = re.findall(r'n\d+\["(.*)"\]', chart)
    return [[read(part) for part in label[2:].split("<br/>")] for label in found]


@given(st.text())
def test_escaped_text_reads_back_and_means_nothing(text: str) -> None:
    written = escape(text)
    assert read(written) == one_line(text)
    plain = re.sub(r"#\d+;", "", written)
    assert re.fullmatch(r"[a-zA-Z0-9 ,'?!.]*", re.sub(r"[^\x00-\x7e]", "", plain))


@pytest.mark.parametrize("text", ["1. First", "www.example.org", "a@b.org", "- a", "_a_", "`a`"])
def test_what_markdown_would_take_for_more_is_spelled_out(text: str) -> None:
    assert not re.search(r"^\d+\.|\.\w|[-_`@]", escape(text))


def test_every_line_is_one_of_ours() -> None:
    for index in (hostile(), woven(2, 30, 8)):
        for shown in (view(index), merged(view(index), attacked=True)):
            for line in write_mermaid(shown)[0].rstrip("\n").split("\n  "):
                assert SHAPES.fullmatch(line), line


@pytest.mark.parametrize("index", [buses(), hostile(), sample(3, 40)])
def test_each_box_shows_its_claims(index: MapIndex) -> None:
    shown = merged(view(index), attacked=True)
    found = labels(write_mermaid(shown)[0])
    assert len(found) == len(shown.nodes)
    for parts, node in zip(found, shown.nodes, strict=True):
        wanted = [one_line(ellipsis(cell.text, LONGEST_LABEL)) for cell in node.cells]
        assert parts[::2] == wanted


def test_a_small_map_is_written_as_before() -> None:
    check_golden(GOLDEN / "buses.mmd", write_mermaid(view(buses()))[0])


def test_an_undercut_meets_the_link_that_it_attacks() -> None:
    found = lines(buses())
    assert 'n3 -.->|"does not follow"| j2' in found
    assert {'n2 ---|"but"| j2', "j2 --> n1", "class j2 junction"} <= {
        line.strip() for line in found
    }


def test_a_cross_link_leads_to_the_box_that_it_bears_on() -> None:
    index = indexed(
        *(claim(name) for name in "abc"),
        link("support", "b", "a"),
        link("support", "c", "a"),
        link("support", "c", "b"),
    )
    assert sum("-.->" in line for line in write_mermaid(merged(view(index)))[0].split("\n")) == 1


@pytest.mark.parametrize("index", [chain(1_200), sample(5, 900), woven(4, 400, 120)])
def test_large_maps_keep_within_what_github_draws(index: MapIndex) -> None:
    shown = merged(view(index))
    chart, warnings = write_mermaid(shown)
    assert len(re.findall(r" (?:-->|---|-\.-|-\.->)", chart)) <= MOST_LINKS
    assert len(chart) <= MOST_CHARACTERS
    left_out = len(shown.nodes) - len(labels(chart))
    assert f"{left_out:,} boxes of {len(shown.nodes):,} were left out" in warnings[-1]
    assert re.search(r"» #43;[\d,]+ claims?\"", chart)


def test_long_claims_are_cut_and_counted() -> None:
    chart, warnings = write_mermaid(view(indexed(claim("a", "word " * 100))))
    assert "…" in chart
    assert warnings[0].startswith("1 claim longer than 120 characters was cut")


def test_an_empty_map_is_an_empty_flowchart() -> None:
    assert write_mermaid(view(indexed())) == ("flowchart BT\n", [])
