"""A map that cites two sources, and a view on it whose sources are read by a script."""

from pathlib import Path
from typing import cast

from argmap.model import Citation
from argmap.model.edits import Edit
from argmap.sources import Opened, with_sources
from argmap.store import loads
from argmap.tui.asking.prompts import Prompt
from argmap.tui.commands.base import Command, View
from argmap.tui.session.edited import edited
from argmap.tui.source.choice import SourceChoice
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
        self.selected: list[int | None] = []
        self.asked: list[Prompt[str]] = []
        self.edits: list[Edit] = []
        self.said: list[str] = []

    async def read_source(
        self,
        source: str | None,
        offset: int | None,
        *,
        end: int | None = None,
        amending: bool = False,
    ) -> SourceChoice | None:
        self.read.append((source, offset))
        if amending:
            self.selected.append(end)
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


def cited(tmp_path: Path) -> Opened:
    """The map with both sources at hand."""
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
