from pathlib import Path

import pytest

from argmap.formats.excerpt import branch_markdown, branch_text, branch_yaml, claim_text
from argmap.model.submap import branch
from argmap.sources import Opened
from argmap.store import loads
from tests.formats.cases import everything


@pytest.fixture
def shown(tmp_path: Path) -> Opened:
    return everything(tmp_path)


def test_a_claim_is_its_words(shown: Opened) -> None:
    assert claim_text(shown, "cost") == "The city cannot afford it."
    assert claim_text(shown, "cost", "aside") == "The city cannot afford it.\nTrams are nicer."


def test_a_branch_as_text_starts_with_its_claim(shown: Opened) -> None:
    text = branch_text(shown, "less-traffic")
    assert text == (
        "● 1 claim: Free buses would take cars off the road. (said by Planner; weight 0.7) "
        "[less-traffic]\n"
        "  - 1.1 rebuttal: Most new riders would have walked or cycled. (conceded by the other "
        "side; link stated by the source) [walkers]\n"
    )


def test_a_branch_as_markdown_has_the_passages_it_cites(shown: Opened) -> None:
    text = branch_markdown(shown, "less-traffic")
    assert text.startswith("# Free buses would take cars off the road.\n")
    assert "Modelling for the centre showed a tenth fewer car trips" in text
    assert "Proposition" not in text
    assert "**council**" in text
    assert "Trams" not in text


@pytest.mark.parametrize("tops", [["less-traffic"], ["free-buses"], ["cost"], ["ration", "poor"]])
def test_a_branch_as_yaml_is_a_map(shown: Opened, tops: list[str]) -> None:
    loaded = loads(branch_yaml(shown, *tops))
    assert [found for found in loaded.diagnostics if found.severity.value == "error"] == []
    part = branch(shown.index, *tops)
    assert {claim.id: claim for claim in loaded.map.claims} == {
        claim.id: claim for claim in part.claims
    }
    assert {link.id: link for link in loaded.map.links} == {link.id: link for link in part.links}
    assert loaded.map.sources == part.sources
