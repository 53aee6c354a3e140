"""Citations that are changed: what they then mean is looked up where that can be done."""

from pathlib import Path

import pytest

from argmap.errors import RefusedEdit
from argmap.model import Citation
from argmap.sources.amend import amended, check_start
from argmap.sources.documents import Document, read_document

TEXT = "Fares are unfair. They bring in little. Fares are high, and fares are paid twice.\n"
QUOTE = Citation(source="paper", quote="bring in little", page="3", note="Why")


@pytest.fixture
def paper(tmp_path: Path) -> Document:
    path = tmp_path / "paper.txt"
    path.write_text(TEXT, "utf-8")
    return read_document("paper", path)


def test_a_quote_and_two_ends_take_each_others_place(paper: Document) -> None:
    span = amended(QUOTE, {"start": "They", "end": "Fares are high"}, paper)
    assert span == Citation(
        source="paper", start="They", end="Fares are high", page="3", note="Why"
    )
    assert amended(span, {"quote": "bring in little"}, paper) == QUOTE


def test_neighbours_go_with_the_passage_that_they_stood_by(paper: Document) -> None:
    first = Citation(source="paper", quote="Fares are", suffix="unfair")
    assert amended(first, {"quote": "paid twice"}, paper) == Citation(
        source="paper", quote="paid twice"
    )
    assert amended(first, {"suffix": "high"}, paper).suffix == "high"
    with pytest.raises(RefusedEdit, match="not next to"):
        amended(first, {"suffix": "low"}, paper)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"quote": "bring in nothing"}, "^The words of `quote` .* are not in `paper`\\.$"),
        ({"quote": "Fares are"}, "stand 2 times"),
        ({"quote": ""}, "does not say which words"),
        ({"start": "They"}, "no `end`"),
        ({"start": "Fares are high", "end": "They"}, "before `start`"),
    ],
)
def test_what_means_no_passage_is_refused(
    paper: Document, changes: dict[str, str], message: str
) -> None:
    with pytest.raises(RefusedEdit, match=message):
        amended(QUOTE, changes, paper)


def test_a_remark_is_no_matter_of_the_passage(paper: Document) -> None:
    lost = Citation(source="paper", quote="nowhere to be found")
    assert amended(lost, {"note": "Look it up"}, paper).note == "Look it up"


def test_without_the_text_only_its_form_is_seen_to() -> None:
    assert amended(QUOTE, {"quote": "anything"}).quote == "anything"
    assert amended(QUOTE, {"quote": ""}).page == "3"
    with pytest.raises(RefusedEdit, match="no `start`"):
        amended(QUOTE, {"end": "anything"})


def test_a_passage_starts_with_words_that_stand_once(paper: Document) -> None:
    check_start("They bring", paper)
    check_start("anything", None)
    with pytest.raises(RefusedEdit, match="not in `paper`"):
        check_start("They brought", paper)
    with pytest.raises(RefusedEdit, match="times"):
        check_start("Fares are", paper)
