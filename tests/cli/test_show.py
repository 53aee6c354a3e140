"""`argmap show`, and `argmap open` where there is no terminal."""

import json
from pathlib import Path

from tests.cli.run import Runner
from tests.golden import check_golden
from tests.maps import TEACHING

GOLDEN = Path(__file__).parent / "golden"


def test_outline(argmap: Runner) -> None:
    argmap.write("map.yaml", TEACHING)
    check_golden(GOLDEN / "show.txt", argmap("show", "map.yaml").out)
    check_golden(GOLDEN / "show-ascii.txt", argmap("show", "map.yaml", "--ascii", "-d").out)


def test_open_without_a_terminal_prints_the_outline(argmap: Runner) -> None:
    argmap.write("map.yaml", TEACHING)
    opened = argmap("open", "map.yaml")
    assert opened.code == 0
    assert opened.out == argmap("show", "map.yaml").out
    assert "no terminal" in opened.err


def test_open_without_a_name_takes_the_only_map(argmap: Runner) -> None:
    assert argmap("open").code == 2
    argmap.write("map.yaml", TEACHING)
    argmap.write("other.yaml", "services: {}\n")
    assert "Free city buses" in argmap("open").out
    argmap.write("second.yaml", TEACHING)
    result = argmap("open")
    assert result.code == 2
    assert "map.yaml, second.yaml" in result.err


def test_broken_map_is_shown_as_far_as_it_can_be_read(argmap: Runner) -> None:
    argmap.write("map.yaml", TEACHING + "  - ref: nobody\n")
    result = argmap("show", "map.yaml")
    assert result.code == 1
    assert "It would take cars off the road." in result.out
    assert "AM103" in result.err


def test_json_is_data(argmap: Runner) -> None:
    argmap.write("map.yaml", TEACHING)
    data = json.loads(argmap("show", "map.yaml", "--json").out)
    assert data["argmap"] == 1
    assert len(data["claims"]) == 7
