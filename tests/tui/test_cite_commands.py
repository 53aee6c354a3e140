"""The commands that cite, with scripted choices and no screen."""

import asyncio
from pathlib import Path
from typing import cast

import pytest

from argmap.model import Citation
from argmap.sources import Opened, with_sources
from argmap.store import loads
from argmap.tui.asking.prompts import TextPrompt
from argmap.tui.commands.base import Command, View
from argmap.tui.commands.cite import Cite, NextUncited
from argmap.tui.source.choice import SourceAct, SourceChoice
from tests.tui.citing import CITED, MAP, PAPER, FakeView, cited, run


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    return cited(tmp_path)


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
