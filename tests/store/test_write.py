"""The canonical writer: what it writes reads back as the same argument."""

import yaml
from hypothesis import given, settings

from argmap.model import Map
from argmap.store import loads
from argmap.store.quoting import block, quote
from argmap.store.write import write_map
from argmap.text import FORBIDDEN
from tests.conftest import examples
from tests.maps import TEACHING, chain, maps, texts


def contents(argument_map: Map) -> object:
    """A map without the order of its parts, which the writer may change."""
    return (
        argument_map.title,
        argument_map.summary,
        argument_map.sides,
        argument_map.sources,
        {claim.id: claim for claim in argument_map.claims},
        {(link.kind, link.premises, link.target): link for link in argument_map.links},
    )


@given(maps())
@settings(max_examples=examples(150), deadline=None)
def test_what_is_written_reads_back_equal(argument_map: Map) -> None:
    text = write_map(argument_map)
    loaded = loads(text)
    assert [found for found in loaded.diagnostics if found.severity == "error"] == []
    assert contents(loaded.map) == contents(argument_map)
    assert write_map(loaded.map) == text


def test_hand_written_map_is_kept_as_it_is() -> None:
    assert write_map(loads(TEACHING).map) == TEACHING


def test_deep_chain_is_written_flat_and_read_back() -> None:
    argument_map = chain(5000)
    text = write_map(argument_map)
    loaded = loads(text)
    assert contents(loaded.map) == contents(argument_map)
    assert max(len(line) - len(line.lstrip()) for line in text.splitlines()) < 80


@given(texts)
def test_quoted_text_reads_back_in_any_yaml_reader(text: str) -> None:
    assert yaml.safe_load(f"[{quote(text, flow=True)}, 1]") == [text, 1]
    assert yaml.safe_load(f"key: {quote(text)}\nnext: 1") == {"key": text, "next": 1}
    assert yaml.safe_load(f"- key: {block(text, 2)}\n  next: 1") == [{"key": text, "next": 1}]


def test_words_that_yaml_takes_for_values_stay_texts() -> None:
    for word in ("no", "Yes", "null", "~", "1:30", "1e3", "0x1f", "2024-01-01 10:00", ".5e2", "<<"):
        assert yaml.safe_load(f"key: {quote(word)}") == {"key": word}


def test_forbidden_characters_are_never_written_raw() -> None:
    assert not FORBIDDEN.search(quote("a\x1b[2Jb\u202ec"))


def test_several_lines_become_a_literal_block() -> None:
    assert block("one\ntwo", 2) == "|-\n    one\n    two"
