"""Finding a format by name or suffix."""

import json
from pathlib import Path

import pytest

from argmap.errors import UsageError
from argmap.formats import TEXT_FORMATS, format_for, format_named
from argmap.store import loads
from tests.formats.cases import everything


@pytest.mark.parametrize("asked", ["markdown", "MD", "md"])
def test_by_name_or_suffix(asked: str) -> None:
    assert format_named(TEXT_FORMATS, asked).name == "markdown"


def test_a_misspelt_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(UsageError) as caught:
        format_named(TEXT_FORMATS, "jsno")
    assert caught.value.remedy.startswith("Did you mean `json`? The formats are: json, markdown")


@pytest.mark.parametrize(
    ("path", "name"), [("a.json", "json"), ("x/b.YML", "yaml"), ("c.d.txt", "text")]
)
def test_by_file(path: str, name: str) -> None:
    assert format_for(TEXT_FORMATS, path).name == name


@pytest.mark.parametrize(("path", "what"), [("a.doc", "`.doc`"), ("a", "without suffix")])
def test_an_unknown_suffix_is_answered_with_those_known(path: str, what: str) -> None:
    with pytest.raises(UsageError) as caught:
        format_for(TEXT_FORMATS, path)
    assert what in caught.value.message
    assert ".json" in caught.value.remedy


def test_suffixes_and_names_are_unique() -> None:
    suffixes = [suffix for form in TEXT_FORMATS for suffix in form.suffixes]
    assert len(set(suffixes)) == len(suffixes)
    assert len({form.name for form in TEXT_FORMATS}) == len(TEXT_FORMATS)


def test_each_format_writes_the_map(tmp_path: Path) -> None:
    opened = everything(tmp_path)
    written: dict[str, str] = {}
    for form in TEXT_FORMATS:
        text = form.generate(opened)
        assert isinstance(text, str)
        written[form.name] = text
    assert json.loads(written["json"])["title"] == opened.map.title
    assert loads(written["yaml"]).map == opened.map
    assert all(text[-1:] == "\n" for text in written.values())
