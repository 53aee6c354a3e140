"""A map of hostile text, a long chain and other bad input, through every command."""

import re
from pathlib import Path

import pytest

from argmap.cli.formats import Choices, all_formats
from argmap.store.write import write_map
from tests.cli.run import Runner
from tests.hostile import hostile_yaml
from tests.maps import chain

STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
FORMS = [form.name for form in all_formats(Choices())]
TEXT_FORMS = [name for name in FORMS if name not in {"png", "pdf", "pptx"}]


@pytest.mark.parametrize(
    "arguments",
    [["check"], ["check", "--json"], ["show"], ["show", "-d"], ["show", "--json"], ["open"]],
    ids=" ".join,
)
def test_hostile_map_is_reported_and_never_steers_the_terminal(
    argmap: Runner, arguments: list[str]
) -> None:
    argmap.write("map.yaml", hostile_yaml())
    command, *options = arguments
    result = argmap(command, "map.yaml", *options)
    assert result.code == 1
    assert "AM003" in result.out + result.err
    assert not STEERING.search(result.out)
    assert not STEERING.search(result.err)
    assert "internal error" not in result.err


@pytest.mark.parametrize("form", FORMS)
def test_hostile_map_is_written_in_every_form(argmap: Runner, form: str) -> None:
    argmap.write("map.yaml", hostile_yaml())
    result = argmap("export", "map.yaml", "-o", "out", "--to", form)
    assert result.code == 1
    assert "internal error" not in result.err
    data = (argmap.folder / "out").read_bytes()
    assert len(data) > 1000
    if form in TEXT_FORMS:
        assert not STEERING.search(data.decode("utf-8"))


@pytest.mark.parametrize("form", ["json", "dot", "svg", "markdown"])
def test_chain_of_5000_claims_is_written(argmap: Runner, form: str) -> None:
    argmap.write("map.yaml", write_map(chain(5000)))
    assert argmap("export", "map.yaml", "-o", "out", "--to", form).code == 0
    assert b"c4999" in (argmap.folder / "out").read_bytes()


def test_chain_of_5000_claims_is_checked_and_shown(argmap: Runner) -> None:
    argmap.write("map.yaml", write_map(chain(5000)))
    assert argmap("check", "map.yaml").out == "map.yaml: 5,000 claims, 4,999 links: no problems\n"
    assert "Step c4999 of the chain." in argmap("show", "map.yaml").out


@pytest.mark.parametrize("command", ["check", "show", "open", "export"])
@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty", b""),
        ("binary", bytes(range(256))),
        ("utf-16", "argmap: 1\nclaims: [A]\n".encode("utf-16")),
        ("latin-1", "argmap: 1\nclaims:\n- Café\n".encode("latin-1")),
        ("tabs", b"argmap: 1\nclaims:\n\t- A\n"),
        ("list", b"- A\n- B\n"),
        ("bomb", b"a: &a [x, x]\nb: &b [*a, *a]\nclaims: [*b, *b]\n"),
        ("deep", b"claims: " + b"[" * 5000),
    ],
)
def test_file_that_is_no_map_is_named_by_every_command(
    argmap: Runner, command: str, name: str, data: bytes
) -> None:
    path = Path(f"{name}.yaml")
    path.write_bytes(data)
    options = ["--to", "json"] if command == "export" else []
    result = argmap(command, path, *options)
    assert result.code == 1
    assert re.search(rf"{name}\.yaml:\d+:\d+: error\[AM\d+ ", result.err)
