"""The commands that cite, with scripted choices and no screen."""

import asyncio
from pathlib import Path
from typing import cast

import pytest

from argmap.model import Citation
from argmap.model.edits import Edit
from argmap.sources import Opened, with_sources
from argmap.store import loads
from argmap.tui.asking.prompts import Choice, Prompt, TextPrompt
from argmap.tui.commands.base import Command, View
from argmap.tui.commands.cite import Cite, NextUncited, Uncite
from argmap.tui.session.edited import edited
from argmap.tui.source.choice import SourceAct, SourceChoice
from argmap.tui.state.browse import BrowseState
from tests.tui.commanding import carry_out

MAP = """\
argmap: 1
sources:
  paper: {title: A paper}
  other: {title: Another}
claims:
- id: free
  claim: Buses should be free.
  supports:
  - id: fair
    claim: It would be fair.
    cites: [{source: paper, quote: Fares are unfair}, {source: other, start: It says, end: nothing}]
  - id: cheap
    claim: It would be cheap.
"""
PAPER = "Fares are unfair. They bring in little. The rest is paid by taxes.\n"
OTHER = "It says, in so many words, nothing.\n"
CITED = Citation(source="paper", quote="They bring in little.")


class FakeView:
    """A view whose source is read by a script."""

    def __init__(
        self, opened: Opened, claim: str, script: tuple[SourceChoice | str | None, ...]
    ) -> None:
        self.state = BrowseState(opened)
        if claim:
            self.state.goto(self.state.carriers[claim])
        self.script = [*script]
        self.read: list[tuple[str | None, int | None]] = []
        self.asked: list[Prompt[str]] = []
        self.edits: list[Edit] = []
        self.said: list[str] = []

    async def read_source(self, source: str | None, offset: int | None) -> SourceChoice | None:
        self.read.append((source, offset))
        choice = self.script.pop(0)
        assert choice is None or isinstance(choice, SourceChoice)
        return choice

    async def ask(self, prompt: Prompt[str]) -> str | None:
        self.asked.append(prompt)
        answer = self.script.pop(0)
        assert answer is None or isinstance(answer, str)
        return answer

    def apply(self, edit: Edit) -> None:
        self.edits.append(edit)
        after = edited(self.state.opened, edit.map, frozenset(), edit.claims, edit.links)
        self.state = BrowseState(after)
        if edit.focus:
            self.state.goto(self.state.places[edit.focus])

    def say(self, words: str, *, problem: bool = False) -> None:  # noqa: ARG002 - as View has it
        self.said.append(words)


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    paper, other = tmp_path / "paper.txt", tmp_path / "other.txt"
    paper.write_text(PAPER, "utf-8")
    other.write_text(OTHER, "utf-8")
    return with_sources(loads(MAP, "map.yaml"), {"paper": str(paper), "other": str(other)})


def run(
    command: type[Command], opened: Opened, claim: str, *script: SourceChoice | str | None
) -> FakeView:
    fake = FakeView(opened, claim, script)
    carry_out(command, cast("View", fake))
    assert not fake.script, "it read or asked less than was expected"
    return fake


def choice(kind: SourceAct) -> SourceChoice:
    return SourceChoice(kind, CITED, "They bring in little.", offset=18)


def test_a_passage_is_cited_for_the_claim_under_the_cursor(opened: Opened) -> None:
    view = run(Cite, opened, "cheap", choice(SourceAct.CITE))
    assert view.state.index.claims["cheap"].cites == (CITED,)
    assert view.read == [(None, None)]


def test_the_source_opens_at_the_first_passage_of_the_claim(opened: Opened) -> None:
    assert run(Cite, opened, "fair", None).read == [("paper", 0)]


@pytest.mark.parametrize(
    ("kind", "link"), [(SourceAct.SUPPORT, "support"), (SourceAct.REBUTTAL, "rebuttal")]
)
def test_a_claim_made_of_a_passage_cites_it_in_one_step(
    opened: Opened, kind: SourceAct, link: str
) -> None:
    view = run(Cite, opened, "cheap", choice(kind), "Fares are no great loss")
    assert len(view.edits) == 1
    new = view.state.row and view.state.row.claim
    assert new == "fares-are-no-great-loss"
    assert view.state.index.claims[new].cites == (CITED,)
    assert [found.kind for found in view.state.index.links_onto("cheap")] == [link]
    prompt = view.asked[0]
    assert isinstance(prompt, TextPrompt)
    assert prompt.about == "They bring in little."


def test_a_claim_of_its_own_is_a_root(opened: Opened) -> None:
    view = run(Cite, opened, "cheap", choice(SourceAct.CLAIM), "Fares are no great loss")
    assert view.state.index.roots == ("free", "fares-are-no-great-loss")


def test_who_gives_up_writing_is_back_in_the_source(opened: Opened) -> None:
    view = run(Cite, opened, "cheap", choice(SourceAct.SUPPORT), None, None)
    assert view.read == [(None, None), ("paper", 18)]
    assert not view.edits


def test_an_empty_claim_is_asked_for_again(opened: Opened) -> None:
    view = run(Cite, opened, "cheap", choice(SourceAct.SUPPORT), " ", "Fares are no loss")
    assert len(view.asked) == 2
    assert len(view.edits) == 1


def test_one_goes_to_the_claim_that_cites(opened: Opened) -> None:
    view = run(Cite, opened, "cheap", SourceChoice(SourceAct.GOTO, claim="fair"))
    assert view.state.row is not None
    assert view.state.row.claim == "fair"
    view.state.back()
    assert view.state.row.claim == "cheap"


def test_the_next_uncited_sentence_is_behind_the_claims_passage_or_in_another_source(
    opened: Opened,
) -> None:
    assert run(NextUncited, opened, "free", None).read == [("paper", 18)]
    cites = choice(SourceAct.SUPPORT)
    view = run(Cite, opened, "cheap", cites, "Fares are no great loss")
    again = FakeView(view.state.opened, "fares-are-no-great-loss", (None,))
    asyncio.run(NextUncited.run(cast("View", again)))
    assert again.read == [("paper", PAPER.index("The rest"))]


def test_where_all_is_cited_it_is_said(opened: Opened) -> None:
    whole = Citation(source="paper", start="Fares are", end="by taxes.")
    view = run(Cite, opened, "cheap", SourceChoice(SourceAct.CITE, whole))
    again = FakeView(view.state.opened, "free", (None,))
    asyncio.run(NextUncited.run(cast("View", again)))
    assert again.said == ["Every sentence of the sources is cited."]


@pytest.mark.parametrize("command", [Cite, NextUncited])
def test_without_any_text_one_is_told_how_to_give_it(command: type[Command]) -> None:
    view = run(command, with_sources(loads(MAP, "map.yaml")), "free")
    assert "--source paper=PATH" in view.said[0]
    view = run(command, with_sources(loads("argmap: 1\nclaims: [A claim.]", "map.yaml")), "a-claim")
    assert "no source yet" in view.said[0]


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
