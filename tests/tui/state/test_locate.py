from argmap.errors import Span
from argmap.store import loads
from argmap.tui.state.locate import Locator
from tests.maps import TEACHING


def at(line: int, column: int) -> Span:
    return Span("map.yaml", line, column)


def test_a_diagnostic_belongs_to_the_claim_whose_entry_holds_it() -> None:
    locator = Locator(loads(TEACHING).spans.claims)
    lines = TEACHING.splitlines()
    for claim in ("free", "traffic", "walkers", "ring", "poor", "ration", "cost"):
        line = next(n for n, text in enumerate(lines, 1) if text.endswith(f"id: {claim}"))
        column = lines[line].index("claim:") + 1
        assert locator.claim_at(at(line + 1, column)) == claim


def test_a_key_behind_the_nested_claims_belongs_to_the_outer_claim() -> None:
    locator = Locator(loads(TEACHING).spans.claims)
    line = next(n for n, text in enumerate(TEACHING.splitlines(), 1) if "rebuttals:" in text[:14])
    assert locator.claim_at(at(line, 3)) == "free"


def test_the_head_of_the_file_belongs_to_no_claim() -> None:
    assert Locator(loads(TEACHING).spans.claims).claim_at(at(2, 1)) is None
    assert Locator({}).claim_at(at(1, 1)) is None
