"""`argmap doctor`."""

import json

import pytest

from argmap.diagram import FORMATS, Probe
from tests.cli.run import Runner


def test_pictures_come_out_on_this_machine(argmap: Runner) -> None:
    result = argmap("doctor")
    assert result.code == 0
    for form in FORMATS:
        assert f"draw {form}" in result.out
    assert "FAILED" not in result.out
    assert "Graphviz dot" in result.out
    assert "Roboto" in result.out


def test_findings_as_data(argmap: Runner) -> None:
    found = json.loads(argmap("doctor", "--json").out)
    assert {probe["format"]: probe["ok"] for probe in found["probes"]} == dict.fromkeys(
        FORMATS, True
    )
    assert found["versions"]["argmap"]


def test_picture_without_text_is_a_failure(argmap: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    blank = Probe("png", ok=False, detail="the picture has no text in it")
    monkeypatch.setattr("argmap.cli.doctor_command.probe", lambda: [blank])
    result = argmap("doctor")
    assert result.code == 3
    assert "FAILED: the picture has no text in it" in result.out
