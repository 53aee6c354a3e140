"""The indented outline."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from argmap.formats import generate_outline
from argmap.model import Map
from argmap.sources import with_sources
from argmap.store import loads
from argmap.text import FORBIDDEN, width
from tests.formats.cases import everything, opened
from tests.golden import check_golden
from tests.maps import chain, maps

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize(
    ("name", "details", "plain"),
    [("compact", False, False), ("details", True, False), ("plain", True, True)],
)
def test_golden(tmp_path: Path, name: str, details: bool, plain: bool) -> None:
    lines = generate_outline(everything(tmp_path), width=72, details=details, plain=plain)
    check_golden(GOLDEN / f"outline-{name}.txt", "\n".join(lines) + "\n")


def test_without_a_width_each_row_is_one_line(tmp_path: Path) -> None:
    rows = list(generate_outline(everything(tmp_path)))[4:]
    assert [row.split()[1] for row in rows] == [
        *("1", "1.1", "1.1.1", "1.1.2", "1.2", "1.2.1", "1.2.2", "1.2.3"),
        *("1.3", "1.3.1", "1.3.2", "1.3.2.1", "2"),
    ]


def test_a_map_without_claims() -> None:
    lines = list(generate_outline(with_sources(loads("argmap: 1\ntitle: Empty\n"))))
    assert lines == ["Empty", "", "(no claims)"]


def test_a_chain_of_5000_claims_stays_short() -> None:
    lines = list(generate_outline(opened(chain(5000)), width=80))
    assert sum(map(len, lines)) < 5000 * 100
    assert max(map(width, lines)) <= 80
    assert lines[-1].split(":")[0].strip() == "+ …1.1.1 support"


def test_text_that_steers_terminals_comes_out_harmless() -> None:
    text = 'argmap: 1\ntitle: "\\e]0;x\\a"\nclaims: ["a \\u202e b \\e[2J", "[/] [@click=x]y"]\n'
    lines = list(generate_outline(with_sources(loads(text)), width=60, details=True))
    assert not FORBIDDEN.search("".join(lines))
    assert any("[/] [@click=x]y" in line for line in lines)


def test_a_word_longer_than_the_line_is_cut() -> None:
    text = f"argmap: 1\nclaims: [{'x' * 20_000}]\n"
    assert max(map(width, generate_outline(with_sources(loads(text)), width=50))) <= 50


@settings(max_examples=40, deadline=None)
@given(maps())
def test_every_claim_is_written_out_once(shown: Map) -> None:
    lines = list(generate_outline(opened(shown)))
    for claim in shown.claims:
        rows = [line for line in lines if line.endswith(f"[{claim.id}]")]
        assert sum(": see " not in row and ": back to " not in row for row in rows) >= 1
    assert not FORBIDDEN.search("".join(lines))
