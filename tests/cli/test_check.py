"""`argmap check`."""

import json

import pytest

from argmap.errors import CATALOGUE
from tests.cli.run import Runner
from tests.maps import TEACHING


def test_sound_map_says_so(argmap: Runner) -> None:
    argmap.write("map.yaml", TEACHING)
    result = argmap("check", "map.yaml")
    assert (result.code, result.err) == (0, "")
    assert result.out == "map.yaml: 7 claims, 6 links: no problems\n"


def test_findings_go_to_standard_error_with_excerpt_and_remedy(argmap: Runner) -> None:
    argmap.write("map.yaml", "argmap: 1\nclaims:\n- id: a\n  clam: A.\n  claim: A.\n")
    result = argmap("check", "map.yaml")
    assert result.code == 1
    assert result.err == (
        "map.yaml:4:3: error[AM104 unknown-key]: `clam` is not a key of a claim\n"
        "  4 |   clam: A.\n"
        "    |   ^^^^\n"
        "  Did you mean `claim`?\n"
    )


def test_warnings_alone_do_not_fail(argmap: Runner) -> None:
    argmap.write("map.yaml", "argmap: 1\nsources: {s: {title: S}}\nclaims:\n- A.\n")
    result = argmap("check", "map.yaml")
    assert result.code == 0
    assert "1 warning" in result.out


def test_several_maps_are_all_checked(argmap: Runner) -> None:
    argmap.write("good.yaml", TEACHING)
    argmap.write("bad.yaml", "- list\n")
    result = argmap("check", "bad.yaml", "good.yaml")
    assert result.code == 1
    assert "good.yaml: 7 claims" in result.out


def test_json_holds_every_finding(argmap: Runner) -> None:
    argmap.write("map.yaml", "argmap: 1\nclaims:\n- {claim: A., weight: x}\n")
    result = argmap("check", "map.yaml", "--json")
    file = json.loads(result.out)["files"][0]
    assert (result.code, file["errors"], file["claims"]) == (1, 1, 1)
    assert file["diagnostics"][0]["code"] == "AM105"
    assert (file["diagnostics"][0]["line"], file["diagnostics"][0]["column"]) == (3, 23)


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_code_can_be_explained_by_code_and_name(argmap: Runner, code: str) -> None:
    by_code = argmap("check", "--explain", code.lower())
    assert by_code.code == 0
    assert by_code.out.startswith(f"{code} {CATALOGUE[code].name}")
    assert argmap("check", "--explain", CATALOGUE[code].name).out == by_code.out


def test_unknown_code_is_a_usage_error(argmap: Runner) -> None:
    result = argmap("check", "--explain", "AM999")
    assert result.code == 2
    assert "no code `AM999`" in result.err


def test_map_from_standard_input(argmap: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    import io  # noqa: PLC0415 - only here
    import sys  # noqa: PLC0415 - only here

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEACHING.encode())))
    assert argmap("check", "-").out == "<stdin>: 7 claims, 6 links: no problems\n"
