"""Loading: what a map file says, and what is kept of one that is broken."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.errors import FileError
from argmap.model import LinkKind
from argmap.store import Loaded, load, loads
from argmap.store.write import write_map
from tests.conftest import examples
from tests.maps import TEACHING, chain


def codes(loaded: Loaded) -> list[str]:
    return [found.code for found in loaded.diagnostics]


def test_teaching_map_has_each_kind_of_link() -> None:
    loaded = loads(TEACHING)
    assert loaded.diagnostics == ()
    assert [(link.id, link.kind) for link in loaded.map.links] == [
        ("traffic>free", LinkKind.SUPPORT),
        ("walkers>traffic", LinkKind.REBUTTAL),
        ("ring>traffic>free", LinkKind.UNDERCUT),
        ("poor&ration>free", LinkKind.SUPPORT),
        ("cost>free", LinkKind.REBUTTAL),
        ("walkers>cost", LinkKind.SUPPORT),
    ]
    assert loaded.index.motion == "free"
    assert loaded.index.links["poor&ration>free"].warrant == "Fairness outranks revenue."


def test_values_stay_text_where_text_is_meant() -> None:
    loaded = loads(
        "argmap: 1\ntitle: 012\nclaims:\n- id: no\n  claim: yes\n  speaker: 1:30\n"
        "  note: 2025-03-14\n  tags: [on, ~]\n"
    )
    claim = loaded.map.claims[0]
    assert loaded.diagnostics == ()
    assert (loaded.map.title, claim.id, claim.claim) == ("012", "no", "yes")
    assert (claim.speaker, claim.note, claim.tags) == ("1:30", "2025-03-14", ("on", "~"))


def test_claims_without_id_are_named_after_their_words_and_never_clash() -> None:
    loaded = loads(
        "argmap: 1\nclaims:\n- id: costs-rose\n  claim: A.\n  supports:\n"
        "  - Costs rose!\n  - Costs rose?\n  - '!?'\n"
    )
    assert [claim.id for claim in loaded.map.claims] == [
        "costs-rose", "costs-rose-2", "costs-rose-3", "claim",
    ]  # fmt: skip


def test_flat_map_reads_like_a_nested_one() -> None:
    flat = loads(
        "argmap: 1\nclaims:\n- {id: b, claim: B}\n- id: a\n  claim: A\n  supports:\n  - ref: b\n"
    )
    nested = loads("argmap: 1\nclaims:\n- id: a\n  claim: A\n  supports:\n  - {id: b, claim: B}\n")
    assert write_map(flat.map) == write_map(nested.map)


def test_spans_name_the_place_of_each_claim_link_and_citation() -> None:
    loaded = loads(
        "argmap: 1\nsources:\n  s: {title: S}\nclaims:\n- id: a\n  claim: A\n  cites:\n"
        "  - {source: s, quote: x}\n  supports:\n  - joint:\n    - B\n    - C\n"
    )
    assert (loaded.spans.claims["a"].line, loaded.spans.claims["b"].line) == (5, 11)
    assert loaded.spans.cites["a", 0].line == 8
    assert loaded.spans.links["b&c>a"].line == 10
    assert loaded.spans.sources["s"].line == 3


def test_what_stands_beside_an_error_is_read() -> None:
    loaded = loads(
        "argmap: 1\nclaims:\n- id: a\n  claim: A: broken\n  supports:\n  - id: b\n    claim: B\n"
        "\t- tab\n  - id: c\n    claim: C\n"
    )
    assert codes(loaded) == ["AM001", "AM001"]
    assert [claim.id for claim in loaded.map.claims] == ["a", "b", "c"]
    assert [found.span.line for found in loaded.diagnostics] == [4, 8]


def test_diagnostics_point_at_line_and_column() -> None:
    found = loads("argmap: 1\nclaims:\n- id: a\n  claim: A\n  weight: lots\n").diagnostics[0]
    assert (found.code, found.span.line, found.span.column, found.span.length) == (
        "AM105",
        5,
        11,
        4,
    )


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "AM005"),
        (b"\n# nothing\n", "AM005"),
        (b"\x89PNG\r\n\x1a\n\0\0", "AM002"),
        ("argmap: 1\n".encode("utf-16"), "AM002"),
        (b"argmap: 1\nclaims:\n- caf\xe9\n", "AM002"),
        (b"- a\n- b\n", "AM006"),
        (b"just words\n", "AM006"),
        (b"argmap: 1\nclaims:\n\t- a\n", "AM001"),
        (b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "AM008"),
        (b"[" * 100_000, "AM004"),
        (b"argmap: 1\nclaims: {a: b}\n", "AM105"),
        (b"argmap: 1\n", "AM107"),
        (b"? [x]\n: y\n", "AM105"),
        (b"*a : 1\n", "AM008"),
    ],
)
def test_bad_input_is_named(data: bytes, code: str, tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_bytes(data)
    assert code in codes(load(path))


def test_file_over_the_size_limit_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("argmap.store.decode.MAX_BYTES", 100)
    path = tmp_path / "map.yaml"
    path.write_bytes(b"#" * 200)
    assert codes(load(path)) == ["AM004"]


def test_byte_order_mark_and_windows_line_ends_are_fine(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + TEACHING.replace("\n", "\r\n").encode())
    loaded = load(path)
    assert loaded.diagnostics == ()
    assert loaded.map == loads(TEACHING).map


@pytest.mark.parametrize("name", ["missing.yaml", ".", "nul\0byte"])
def test_only_input_and_output_raise(name: str, tmp_path: Path) -> None:
    with pytest.raises(FileError):
        load(tmp_path / name)


def test_control_characters_never_enter_the_map() -> None:
    loaded = loads('argmap: 1\nclaims:\n- "a\\e[2Jb"\n- "c\u202ed"\n- e\x07f\n')
    assert codes(loaded).count("AM003") == 3
    assert [claim.claim for claim in loaded.map.claims] == ["a\ufffd[2Jb", "c\ufffdd", "e\ufffdf"]


def test_long_chain_loads() -> None:
    loaded = loads(write_map(chain(5000)))
    assert loaded.diagnostics == ()
    assert len(loaded.map.links) == 4999


def test_one_mistake_made_often_is_counted_not_listed() -> None:
    loaded = loads("argmap: 1\nclaims:\n" + "- {claim: A, x: 1}\n" * 300)
    assert codes(loaded).count("AM104") == 100
    assert any("200 more of AM104" in found.message for found in loaded.diagnostics)


@given(st.text(alphabet="ab:-[]{}\"'\n #&*!|>%@\t,?", max_size=60))
@settings(max_examples=examples(300), deadline=None)
def test_loading_never_raises_for_content(text: str) -> None:
    assert isinstance(loads("argmap: 1\nclaims:\n- id: a\n  claim: " + text), Loaded)
    assert isinstance(loads(text), Loaded)


@given(st.binary(max_size=80))
@settings(max_examples=examples(100), deadline=None)
def test_loading_never_raises_for_bytes(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_bytes(data)
    assert isinstance(load(path), Loaded)
