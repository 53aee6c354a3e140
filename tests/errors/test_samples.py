"""Each diagnostic code has a sample file and the text that `argmap check` prints for it."""

import shutil
from pathlib import Path

import pytest

from argmap.errors import CATALOGUE, Severity, format_diagnostic
from argmap.sources import open_map
from argmap.store import lines_of
from tests.golden import check_golden

SAMPLES = Path(__file__).parent / "samples"


def report_on(name: str) -> str:
    opened = open_map(name)
    lines = lines_of(opened.loaded.text)
    texts = []
    for found in opened.diagnostics:
        place = found.span.line - 1
        texts.append(format_diagnostic(found, lines[place] if place < len(lines) else None))
    return "\n".join(texts) + "\n"


@pytest.mark.parametrize("code", CATALOGUE)
def test_sample_prints_its_golden_text(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(SAMPLES)
    text = report_on(f"{code}.yaml")
    assert f"[{code} {CATALOGUE[code].name}]" in text
    check_golden(SAMPLES / f"{code}.txt", text)


def test_samples_belong_to_codes() -> None:
    assert {path.stem for path in SAMPLES.glob("AM*.yaml")} == set(CATALOGUE)


@pytest.mark.parametrize("code", CATALOGUE)
def test_catalogue_entries_are_complete(code: str) -> None:
    entry = CATALOGUE[code]
    assert entry.code == code
    assert Severity(entry.severity)
    assert entry.name.replace("-", "").isalnum()
    assert len(entry.explanation) > 40
    assert all(len(line) <= 92 for line in entry.explanation.splitlines())


@pytest.mark.parametrize("code", [code for code in CATALOGUE if code not in {"AM004", "AM005"}])
def test_every_message_carries_a_place(code: str, tmp_path: Path) -> None:
    for path in (SAMPLES / f"{code}.yaml", SAMPLES / "report.md"):
        shutil.copy(path, tmp_path)
    opened = open_map(tmp_path / f"{code}.yaml")
    assert all(found.span.line >= 1 and found.span.column >= 1 for found in opened.diagnostics)
    assert all(found.message for found in opened.diagnostics)
