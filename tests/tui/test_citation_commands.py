"""The commands that change and remove citations, with scripted answers and no screen."""

import asyncio
from pathlib import Path
from typing import cast

import pytest

from argmap.model import Citation
from argmap.sources import Opened, with_sources
from argmap.store import loads
from argmap.tui.asking.prompts import Choice, Pick, Prompt, TextPrompt
from argmap.tui.commands.base import View
from argmap.tui.commands.citation import EditCitation, Uncite
from argmap.tui.source.choice import SourceAct, SourceChoice
from tests.tui.citing import CITED, MAP, FakeView, cited, run

SOLE = """\
argmap: 1
sources: {paper: {title: A paper}, lost: {title: A lost one}}
claims:
- id: fair
  claim: It would be fair.
  cites: [{source: paper, quote: Fares are unfair, note: Why}]
"""


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    return cited(tmp_path)


def cites(view: FakeView) -> tuple[Citation, ...]:
    return view.state.index.claims["fair"].cites


def told(view: FakeView) -> list[str]:
    return [asked.about for asked in view.asked if isinstance(asked, TextPrompt)]


def test_note_and_page_change_and_the_step_is_named(opened: Opened) -> None:
    view = run(EditCitation, opened, "fair", "2", "n", "Says  who?\n\nNobody. ")
    assert cites(view)[1].note == "Says  who?\n\nNobody."
    assert view.edits[0].name == "change citation 2 of ‘It would be fair.’"
    assert cites(run(EditCitation, opened, "fair", "1", "p", " 12 "))[0].page == "12"


def test_a_sole_citation_is_not_asked_for() -> None:
    view = run(EditCitation, with_sources(loads(SOLE, "map.yaml")), "fair", "n", "")
    assert cites(view)[0].note == ""
    assert view.edits[0].name == "change the citation of ‘It would be fair.’"


def test_words_that_the_source_does_not_have_are_asked_for_again(opened: Opened) -> None:
    view = run(EditCitation, opened, "fair", "1", "q", "They bring a little", "bring in little")
    assert cites(view)[0] == Citation(source="paper", quote="bring in little")
    assert "are not in `paper`" in told(view)[1]
    view = run(EditCitation, opened, "fair", "1", "q", "", None)
    assert "does not say which words" in told(view)[1]
    assert not view.edits


def test_a_bound_changes_alone_and_a_quote_gets_both(opened: Opened) -> None:
    view = run(EditCitation, opened, "fair", "2", "t", "so many words")
    assert cites(view)[1] == Citation(source="other", start="It says", end="so many words")
    view = run(EditCitation, opened, "fair", "1", "f", "Fairs", "Fares are", "nowhere", "paid by")
    assert cites(view)[0] == Citation(source="paper", start="Fares are", end="paid by")
    assert ["not in `paper`" in about for about in told(view)] == [False, True, False, True]
    view = run(EditCitation, opened, "fair", "2", "q", "nothing")
    assert cites(view)[1] == Citation(source="other", quote="nothing")


def test_the_passage_is_selected_again_where_it_stands(opened: Opened) -> None:
    again = SourceChoice(SourceAct.CITE, CITED)
    noted = run(EditCitation, opened, "fair", "1", "n", "Why")
    view = run(EditCitation, noted.state.opened, "fair", "1", "c", again)
    assert view.read == [("paper", 0)]
    assert view.selected == [len("Fares are unfair")]
    assert cites(view)[0] == CITED.model_copy(update={"note": "Why"})
    assert not run(EditCitation, opened, "fair", "1", "c", None).edits


def test_another_source_is_taken_where_it_has_the_words_and_else_read(opened: Opened) -> None:
    says = SourceChoice(SourceAct.CITE, Citation(source="other", quote="in so many words"))
    view = run(EditCitation, opened, "fair", "1", "s", "other", says)
    assert cites(view)[0] == says.citation
    assert view.read == [("other", None)]
    assert "Select the passage there." in view.said[0]
    asked = view.asked[2]
    assert isinstance(asked, Pick)
    assert [item.id for item in asked.items] == ["other"]
    view = run(EditCitation, with_sources(loads(SOLE, "map.yaml")), "fair", "s", "lost")
    assert cites(view) == (Citation(source="lost", quote="Fares are unfair", note="Why"),)


def test_a_citation_that_means_nothing_can_still_be_annotated(opened: Opened) -> None:
    text = MAP.replace("Fares are unfair", "Not there")
    lost = with_sources(loads(text, "map.yaml"), {"paper": opened.documents["paper"].path})
    assert cites(run(EditCitation, lost, "fair", "1", "n", "Look it up"))[0].note == "Look it up"


def test_citations_that_changed_meanwhile_are_left_alone(opened: Opened) -> None:
    uncited = run(Uncite, opened, "fair", "1").state

    class Raced(FakeView):
        async def ask(self, prompt: Prompt[str]) -> str | None:
            answer = await super().ask(prompt)
            if isinstance(prompt, TextPrompt):
                self.state = uncited
            return answer

    raced = Raced(opened, "fair", ("1", "n", "Why", None))
    asyncio.run(EditCitation.run(cast("View", raced)))
    assert "changed meanwhile" in told(raced)[1]
    assert not raced.edits


def test_each_of_many_citations_can_be_picked() -> None:
    many = ", ".join(f"{{source: paper, quote: word {number}}}" for number in range(40))
    text = f"sources: {{paper: {{title: P}}}}\nclaims: [{{id: fair, claim: F., cites: [{many}]}}]"
    view = run(EditCitation, with_sources(loads(text, "map.yaml")), "fair", "39", "x")
    assert [cite.quote for cite in cites(view)] == [f"word {number}" for number in range(39)]


def test_a_citation_is_removed_and_one_of_several_is_asked_for(opened: Opened) -> None:
    view = run(Uncite, opened, "fair", "1")
    asked = view.asked[0]
    assert isinstance(asked, Choice)
    assert [option.label for option in asked.options] == ["Fares are unfair", "It says … nothing"]
    assert [cite.source for cite in view.state.index.claims["fair"].cites] == ["other"]
    after = FakeView(view.state.opened, "fair", ())
    asyncio.run(Uncite.run(cast("View", after)))
    assert after.state.index.claims["fair"].cites == ()
    assert not Uncite.available(cast("View", after))
