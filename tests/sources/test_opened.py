"""Opening a map with its sources: what is read, looked up, and reported."""

from pathlib import Path

import pytest

from argmap.errors import Diagnostic, FileError, UsageError
from argmap.sources import Opened, check_citations, open_map, with_sources
from argmap.store import loads

HEAD = "argmap: 1\nsources:\n"


def write_map(folder: Path, sources: str, cites: str) -> Path:
    path = folder / "map.yaml"
    path.write_text(f"{HEAD}{sources}claims:\n- id: a\n  claim: One.\n  cites:\n{cites}", "utf-8")
    return path


def codes(opened: Opened) -> list[str]:
    return [found.code for found in opened.diagnostics]


def only(opened: Opened) -> Diagnostic:
    (found,) = opened.diagnostics
    return found


def test_passages_are_found_in_the_file_that_the_map_names(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "paper.md").write_text("It is *said* that costs rose.", "utf-8")
    path = write_map(
        tmp_path,
        "  paper: {file: texts/paper.md}\n",
        "  - {source: paper, quote: it is said}\n  - {source: paper, quote: costs rose}\n",
    )
    opened = open_map(path)
    assert opened.diagnostics == ()
    assert opened.map is opened.loaded.map
    assert opened.index.claims["a"].cites
    assert {place: found.text for place, found in opened.passages.items()} == {
        ("a", 0): "It is *said",
        ("a", 1): "costs rose",
    }
    assert opened.documents["paper"].markdown


def test_a_file_named_by_the_user_wins_and_may_be_anywhere(tmp_path: Path) -> None:
    (tmp_path / "maps").mkdir()
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_text("here it is", "utf-8")
    path = write_map(
        tmp_path / "maps", "  paper: {file: ../../x}\n", "  - {source: paper, quote: it is}\n"
    )
    opened = open_map(path, {"paper": str(elsewhere)})
    assert opened.diagnostics == ()
    assert opened.passages["a", 0].start == 5


def test_a_source_file_that_the_user_names_must_be_readable(tmp_path: Path) -> None:
    path = write_map(tmp_path, "  paper: {title: A}\n", "  - {source: paper, quote: it}\n")
    with pytest.raises(FileError, match=r"gone\.txt: there is no such file"):
        open_map(path, {"paper": str(tmp_path / "gone.txt")})


def test_a_source_that_the_map_does_not_have_is_a_usage_error(tmp_path: Path) -> None:
    path = write_map(tmp_path, "  paper: {title: A}\n", "  - {source: paper, quote: it}\n")
    with pytest.raises(UsageError) as caught:
        open_map(path, {"papers": "x"})
    assert caught.value.message == "the map has no source `papers`"
    assert caught.value.remedy == "Did you mean `paper`? Its sources are: paper."


@pytest.mark.parametrize("name", ["../secret.md", "/etc/hostname", "link.md", "folder/x.md"])
def test_files_outside_the_folder_of_the_map_are_not_read(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "maps"
    folder.mkdir()
    (tmp_path / "secret.md").write_text("a secret", "utf-8")
    (tmp_path / "x.md").write_text("a secret", "utf-8")
    (folder / "link.md").symlink_to(tmp_path / "secret.md")
    (folder / "folder").symlink_to(tmp_path, target_is_directory=True)
    path = write_map(folder, f"  paper: {{file: {name}}}\n", "  - {source: paper, quote: secret}\n")
    opened = open_map(path)
    assert sorted(codes(opened)) == ["AM306", "AM308"]
    assert opened.documents == {}


def test_a_link_that_leads_in_circles_is_no_crash(tmp_path: Path) -> None:
    (tmp_path / "round.md").symlink_to(tmp_path / "round.md")
    path = write_map(tmp_path, "  p: {file: round.md}\n", "  - {source: p, quote: it}\n")
    assert {"AM308", "AM309"} & set(codes(open_map(path)))


@pytest.mark.parametrize("name", ["gone.md", ".", "binary.md"])
def test_unreadable_files_are_reported_and_the_rest_still_works(tmp_path: Path, name: str) -> None:
    (tmp_path / "binary.md").write_bytes(b"\x00\xff")
    path = write_map(tmp_path, f"  p: {{file: {name}}}\n", "  - {source: p, quote: it}\n")
    opened = open_map(path)
    assert sorted(codes(opened)) == ["AM306", "AM309"]
    assert all("--source p=PATH" in found.remedy for found in opened.diagnostics)


def test_unchecked_citations_are_counted_in_one_note() -> None:
    text = f"""{HEAD}  a: {{title: A}}
  b: {{title: B}}
claims:
- claim: One.
  cites: [{{source: a, quote: x}}, {{source: b, start: x, end: y}}]
- claim: Two.
  cites: [{{source: b, quote: x}}, {{source: b, page: "4"}}]
motion: one
"""
    found = only(with_sources(loads(text)))
    assert found.code == "AM306"
    assert found.message == (
        "3 citations of `a` and `b` were not looked up: the texts are not at hand"
    )
    assert found.remedy == "Add `--source a=PATH --source b=PATH` with the file to look in."
    assert found.span.line == 3


def test_each_rule_has_its_code_and_place(tmp_path: Path) -> None:
    (tmp_path / "p.txt").write_text("one two one three", "utf-8")
    cites = """\
  - {source: q, quote: one}
  - {quote: one}
  - {source: p, quote: four}
  - {source: p, quote: one}
  - {source: p, start: three, end: two}
  - {source: p, start: three}
  - {source: p, page: "4"}
"""
    opened = open_map(write_map(tmp_path, "  p: {file: p.txt}\n  r: {title: R}\n", cites))
    assert [(found.span.line, found.code) for found in opened.diagnostics] == [
        (4, "AM302"),
        (9, "AM301"),
        (10, "AM301"),
        (11, "AM303"),
        (12, "AM304"),
        (13, "AM305"),
        (14, "AM307"),
        (15, "AM307"),
    ]
    assert opened.passages == {}


def test_a_page_is_enough_where_there_is_no_text() -> None:
    text = f"{HEAD}  p: {{title: P}}\nclaims:\n- claim: A.\n  cites: [{{source: p, page: '4'}}]\n"
    assert with_sources(loads(text)).diagnostics == ()


def test_an_incomplete_citation_is_reported_without_the_text_too() -> None:
    text = f"{HEAD}  p: {{title: P}}\nclaims:\n- claim: A.\n  cites: [{{source: p, end: x}}]\n"
    assert only(with_sources(loads(text))).code == "AM307"


def test_nothing_is_unused_or_unknown_in_a_map_without_sources() -> None:
    passages, diagnostics = check_citations(loads("argmap: 1\nclaims: [A.]\n"), {})
    assert (passages, diagnostics) == ({}, [])


def test_one_bad_habit_is_not_reported_ten_thousand_times() -> None:
    cites = "  - {source: nowhere, quote: x}\n" * 500
    text = f"argmap: 1\nclaims:\n- claim: A.\n  cites:\n{cites}"
    diagnostics = with_sources(loads(text)).diagnostics
    assert len(diagnostics) == 100
    assert "400 more" in diagnostics[-1].message
