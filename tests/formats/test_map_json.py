"""The map as JSON: what other programs build on."""

import json
from pathlib import Path
from typing import Any

from hypothesis import given, settings

from argmap.formats import generate_json
from argmap.model import Map
from argmap.sources import with_sources
from argmap.store import loads
from tests.formats.cases import PAPER, everything, opened
from tests.golden import check_golden
from tests.maps import chain, maps

GOLDEN = Path(__file__).parent / "golden"
CLAIM_KEYS = ["id", "claim", "short", "implicit", "side", "weight", "tags", "speaker", "cites"]
LINK_KEYS = ["id", "kind", "premises", "target", "side", "strength", "warrant", "basis"]


def content(shown: Map) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(generate_json(opened(shown)))
    return found


def test_golden(tmp_path: Path) -> None:
    check_golden(GOLDEN / "everything.json", generate_json(everything(tmp_path)))


def test_resolved_offsets_name_the_passage_in_the_source(tmp_path: Path) -> None:
    found = json.loads(generate_json(everything(tmp_path)))
    (traffic,) = (claim for claim in found["claims"] if claim["id"] == "less-traffic")
    first, second, *_ = traffic["cites"]
    passage = PAPER[first["resolved"]["start"] : first["resolved"]["end"]]
    assert passage == "Modelling for the *centre* showed\na tenth fewer car trips"
    assert second["resolved"] is None


def test_an_empty_map() -> None:
    found = json.loads(generate_json(with_sources(loads("argmap: 1\n"))))
    assert found["argmap"] == 1
    assert found["motion"] is None
    assert found["sides"] == {"pro": "Pro", "con": "Con"}
    assert found["claims"] == found["links"] == []
    assert found["sources"] == {}


def test_text_stays_readable_and_the_file_closes_with_one_line_end() -> None:
    text = generate_json(with_sources(loads("argmap: 1\ntitle: Ámbito – “é” 日本\n")))
    assert "Ámbito – “é” 日本" in text
    assert text.endswith("}\n")
    assert not text.endswith("\n\n")


@settings(max_examples=40, deadline=None)
@given(maps())
def test_documented_keys_are_always_there_and_come_first(shown: Map) -> None:
    found = content(shown)
    assert list(found) == [
        *("argmap", "title", "summary", "motion", "sides", "sources", "claims", "links")
    ]
    names = {claim["id"] for claim in found["claims"]}
    links = {link["id"] for link in found["links"]}
    for claim in found["claims"]:
        assert list(claim)[: len(CLAIM_KEYS)] == CLAIM_KEYS
        for citation in claim["cites"]:
            assert list(citation)[:5] == ["source", "quote", "start", "end", "resolved"]
    for link in found["links"]:
        assert list(link)[: len(LINK_KEYS)] == LINK_KEYS
        assert set(link["premises"]) <= names
        ((kind, target),) = link["target"].items()
        assert target in (links if kind == "link" else names)
        assert (kind == "link") == (link["kind"] == "undercut")
    assert {claim["id"]: claim["weight"] for claim in found["claims"]} == {
        claim.id: claim.weight for claim in shown.claims
    }


def test_a_chain_of_5000_claims() -> None:
    found = content(chain(5000))
    assert len(found["claims"]) == 5000
    assert len(found["links"]) == 4999
    assert {claim["side"] for claim in found["claims"]} == {"pro"}
