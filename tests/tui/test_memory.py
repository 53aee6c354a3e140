import json
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.tui import memory as module
from argmap.tui.memory import MOST_FOLDS, MOST_MAPS, Memory, memory_file, recall, remember

LEFT = Memory(("a>b|a", "|b"), "a>b|a", ("a", "é"), "|b", numbers=True, details=False)


def test_a_map_is_found_as_it_was_left_by_whatever_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "link.yaml").symlink_to("map.yaml")
    assert recall("map.yaml") is None
    remember("map.yaml", LEFT)
    remember("other.yaml", Memory())
    for path in ("map.yaml", tmp_path / "map.yaml", "./link.yaml"):
        assert recall(path) == LEFT
    remember("map.yaml", Memory(cursor="|c"))
    assert recall("map.yaml") == Memory(cursor="|c")
    assert recall("other.yaml") == Memory()


def test_only_the_user_may_read_it() -> None:
    for _ in range(2):
        remember("map.yaml", LEFT)
        assert stat.S_IMODE(memory_file().stat().st_mode) == 0o600
    assert stat.S_IMODE(memory_file().parent.stat().st_mode) == 0o700


def test_standard_input_is_not_remembered() -> None:
    remember("-", LEFT)
    assert not memory_file().exists()


def test_the_maps_not_visited_for_longest_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = {f"/m/{number}": {"cursor": "|x"} for number in range(MOST_MAPS)}
    memory_file().parent.mkdir(parents=True)
    memory_file().write_text(json.dumps({"argmap": 1, "maps": entries}))
    remember(f"/m/{MOST_MAPS - 1}", Memory())
    remember("/m/new", Memory())
    assert recall(f"/m/{MOST_MAPS - 2}") is None
    assert recall("/m/0") == Memory(cursor="|x")
    assert recall("/m/new") is not None
    monkeypatch.setattr(module, "MOST_BYTES", 300)
    remember("/m/huge", Memory(folded=("x" * 400,)))
    assert recall("/m/huge") == Memory(folded=("x" * 400,))
    assert recall("/m/new") is None


def test_too_many_folds_are_not_kept_but_the_rest_is() -> None:
    remember("map.yaml", Memory(tuple(map(str, range(MOST_FOLDS + 1))), "|a"))
    assert recall("map.yaml") == Memory(None, "|a")


@pytest.mark.parametrize(
    "data",
    [b"{", b"\xff\xfe", b"[]", b'{"argmap": 2, "maps": {}}', b'{"argmap": 1, "maps": 3}', b"",
     b"[" * 100_000, b'{"argmap": 1}'],
)  # fmt: skip
def test_a_broken_file_is_put_aside_and_begun_afresh(data: bytes) -> None:
    memory_file().parent.mkdir(parents=True)
    memory_file().write_bytes(data)
    assert recall("map.yaml") is None
    assert memory_file().read_bytes() == data
    remember("map.yaml", LEFT)
    assert recall("map.yaml") == LEFT
    assert memory_file().with_name("maps.json.bad").read_bytes() == data


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=5
)


@given(st.dictionaries(st.sampled_from([*Memory.__annotations__, "x"]), json_values))
def test_an_entry_of_any_shape_is_read_as_far_as_it_makes_sense(entry: dict[str, object]) -> None:
    memory_file().parent.mkdir(parents=True, exist_ok=True)
    memory_file().write_text(json.dumps({"argmap": 1, "maps": {"/m": entry, "/n": 7}}))
    found = recall("/m")
    assert found is not None
    assert isinstance(found.cursor, str)
    assert isinstance(found.numbers, bool)
    assert recall("/n") is None
    remember("/m", found)
    assert recall("/m") == found


def test_where_it_cannot_be_kept_nothing_happens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    remember("map.yaml", LEFT)
    assert recall("map.yaml") is None


def test_names_that_no_text_can_hold_are_kept_too() -> None:
    remember("odd\udcff.yaml", LEFT)
    assert recall("odd\udcff.yaml") == LEFT
    assert recall("nul\0.yaml") is None
