"""The commands that edit, with scripted answers and no screen."""

from collections.abc import Iterator
from typing import cast

import pytest

from argmap.errors import RefusedEdit
from argmap.model import LinkKind
from argmap.model.edits import Edit
from argmap.tui.asking.prompts import Choice, Pick, Prompt, TextPrompt
from argmap.tui.commands.add import (
    AddExisting,
    AddJoint,
    AddRebuttal,
    AddRoot,
    AddSibling,
    AddSupport,
    AddUndercut,
)
from argmap.tui.commands.arrange import (
    ChangeKind,
    MoveDown,
    MoveIn,
    MoveOut,
    MoveUnder,
    MoveUp,
)
from argmap.tui.commands.base import Command, View
from argmap.tui.commands.fields import EditFields
from argmap.tui.commands.header import EditMap
from argmap.tui.commands.remove import Delete, DeleteBranch
from argmap.tui.commands.rewrite import EditText, Merge, RenameId, Split
from argmap.tui.state.browse import BrowseState
from tests.maps import TEACHING
from tests.tui.commanding import carry_out
from tests.tui.screens import made, state_of

ALL: tuple[type[Command], ...] = (
    *(AddSupport, AddRebuttal, AddUndercut, AddJoint, AddSibling, AddRoot, AddExisting),
    *(EditText, EditFields, RenameId, Split, Merge, EditMap),
    *(ChangeKind, MoveUnder, MoveDown, MoveUp, MoveIn, MoveOut, Delete, DeleteBranch),
)
GROUP = "poor&ration>free|"


class FakeView:
    """A view that answers from a script, keeps what it was asked, and shows each edit."""

    search = None

    def __init__(self, text: str, row: str, answers: tuple[str | None, ...]) -> None:
        self.state = state_of(text)
        if row:
            self.state.goto(self.state.places[row])
        self.answers = [*answers]
        self.asked: list[Prompt[str]] = []
        self.edits: list[Edit] = []
        self.said: list[str] = []

    async def ask(self, prompt: Prompt[str]) -> str | None:
        self.asked.append(prompt)
        answer = self.answers.pop(0)
        if answer is not None and isinstance(prompt, Choice):
            assert answer in {option.key for option in prompt.options}
        if answer is not None and isinstance(prompt, Pick):
            assert answer in {item.id for item in prompt.items}
        return answer

    def apply(self, edit: Edit) -> None:
        self.edits.append(edit)
        self.state = BrowseState(made(edit.map))
        if edit.focus:
            assert edit.focus in self.state.places

    def say(self, words: str, *, problem: bool = False) -> None:  # noqa: ARG002 - as View has it
        self.said.append(words)


def run(
    command: type[Command], row: str = "", *answers: str | None, text: str = TEACHING
) -> FakeView:
    """Run a command at a row, with these answers to what it asks."""
    fake = FakeView(text, row, answers)
    carry_out(command, cast("View", fake))
    assert not fake.answers, "it asked less than was expected"
    return fake


def links(view: FakeView) -> list[tuple[str, str]]:
    return [(link.id, link.kind.value) for link in view.state.index.map.links]


def available(row: str, text: str = TEACHING) -> set[str]:
    view = cast("View", FakeView(text, row, ()))
    return {command.__name__ for command in ALL if command.available(view)}


# -- which can run -------------------------------------------------------------------------


def test_an_empty_map_can_only_be_begun() -> None:
    assert available("", "") == {"AddRoot", "EditMap"}


def test_a_root_has_no_step_to_work_on() -> None:
    missing = {command.__name__ for command in ALL} - available("|free")
    no_step = {"AddUndercut", "AddJoint", "ChangeKind", "MoveOut"}
    assert missing == no_step | {"MoveDown", "MoveUp", "MoveIn"}


def test_a_group_of_premises_is_no_claim() -> None:
    missing = {command.__name__ for command in ALL} - available(GROUP)
    assert {"AddSupport", "AddRebuttal", "EditText", "RenameId", "Split", "Merge"} <= missing
    assert {"AddUndercut", "AddJoint", "EditFields", "Delete", "MoveUnder"} <= available(GROUP)


def test_moving_up_and_down_ends_with_the_rows_that_do_the_same() -> None:
    assert {"MoveDown"} == available("traffic>free|traffic") & {"MoveDown", "MoveUp"}
    assert {"MoveUp"} == available(GROUP) & {"MoveDown", "MoveUp"}
    assert not available("cost>free|cost") & {"MoveDown", "MoveUp"}
    roots = "claims: [{id: a, claim: A.}, {id: b, claim: B.}, {id: c, claim: C.}]"
    assert not available("|a", roots) & {"MoveDown", "MoveUp"}
    assert {"MoveDown"} == available("|b", roots) & {"MoveDown", "MoveUp"}
    assert {"MoveUp"} == available("|c", roots) & {"MoveDown", "MoveUp"}


AT_ONCE = {ChangeKind, MoveDown, MoveUp, MoveIn, MoveOut, DeleteBranch}


@pytest.mark.parametrize(
    "command",
    [command for command in ALL if command not in AT_ONCE],
    ids=lambda command: command.__name__,
)
def test_leaving_the_first_question_changes_nothing(command: type[Command]) -> None:
    view = run(command, "traffic>free|traffic", None)
    assert len(view.asked) == 1
    assert view.edits == []


# -- adding --------------------------------------------------------------------------------


def test_new_claims_go_where_the_key_says() -> None:
    view = run(AddSupport, "cost>free|cost", "  Depots are full. ")
    assert ("depots-are-full>cost", "support") in links(view)
    assert view.state.index.claims["depots-are-full"].claim == "Depots are full."
    view = run(AddRebuttal, "cost>free|cost", "Fares are few.")
    assert ("fares-are-few>cost", "rebuttal") in links(view)
    view = run(AddUndercut, "cost>free|cost", "Cost is no matter here.")
    assert ("cost-is-no-matter-here>cost>free", "undercut") in links(view)
    view = run(AddJoint, "cost>free|cost", "There is no other money.")
    assert ("cost&there-is-no-other-money>free", "rebuttal") in links(view)
    view = run(AddSibling, "traffic>free|traffic", "Stops get livelier.")
    assert ("stops-get-livelier>free", "support") in links(view)
    assert next(iter(run(AddRoot, "", "A motion.", text="").state.index.claims)) == "a-motion"


def test_a_group_takes_more_premises_and_undercuts() -> None:
    assert ("poor&ration&more>free", "support") in links(run(AddJoint, GROUP, "More."))
    assert ("no>poor&ration>free", "undercut") in links(run(AddUndercut, GROUP, "No."))


def test_what_is_written_about_is_shown() -> None:
    asked = run(AddSupport, "cost>free|cost", None).asked[0]
    assert isinstance(asked, TextPrompt)
    assert asked.about == "The city cannot afford it."
    asked = run(AddUndercut, "ring>traffic>free|ring", None).asked[0]
    assert isinstance(asked, TextPrompt)
    assert "undercuts “The city should make buses free.”" in asked.about


def test_an_empty_claim_is_refused_and_asked_for_again() -> None:
    view = run(AddSupport, "|free", "\u00a0", "Words.")
    again = view.asked[1]
    assert isinstance(again, TextPrompt)
    assert "cannot be empty" in again.about
    assert again.value == "\u00a0"
    assert len(view.edits) == 1


def test_a_claim_is_used_again_in_any_role() -> None:
    row = "traffic>free|traffic"
    assert ("cost>traffic", "support") in links(run(AddExisting, row, "s", "cost"))
    assert ("cost>traffic", "rebuttal") in links(run(AddExisting, row, "r", "cost"))
    assert ("cost>traffic>free", "undercut") in links(run(AddExisting, row, "!", "cost"))
    assert ("traffic&cost>free", "support") in links(run(AddExisting, row, "&", "cost"))
    asked = run(AddExisting, row, "s", None).asked[1]
    assert isinstance(asked, Pick)
    assert "traffic" not in {item.id for item in asked.items}
    assert next(item for item in asked.items if item.id == "cost").extra == "1.3"


# -- changing ------------------------------------------------------------------------------


def test_a_claim_is_reworded_and_its_unstated_id_follows() -> None:
    text = "claims: [A plain line., {id: named, claim: Another.}]"
    view = run(EditText, "|a-plain-line", "A winding line.", text=text)
    assert view.edits[0].claims == {"a-plain-line": "a-winding-line"}
    view = run(EditText, "|named", "Yet another.", text=text)
    assert view.state.index.claims["named"].claim == "Yet another."


def test_an_id_is_renamed_once_it_is_a_good_one() -> None:
    view = run(RenameId, "cost>free|cost", "walkers", "no good!", "money")
    assert ("money>free", "rebuttal") in links(view)
    told = view.asked[1]
    assert isinstance(told, TextPrompt)
    assert "belongs to" in told.about


@pytest.mark.parametrize(
    ("letters", "field", "value"),
    [
        (("s", "Cars"), "short", "Cars"),
        (("w", "70 %"), "weight", 0.7),
        (("t", "roads, air"), "tags", ("roads", "air")),
        (("n", "one\ntwo"), "note", "one\ntwo"),
        (("i", "y"), "implicit", True),
        (("c", "k"), "stance", "kicked"),
        (("c", "n"), "stance", None),
    ],
)
def test_fields_of_a_claim(letters: tuple[str, str], field: str, value: object) -> None:
    view = run(EditFields, "traffic>free|traffic", *letters)
    assert getattr(view.state.index.claims["traffic"], field) == value


@pytest.mark.parametrize(
    ("letters", "field", "value"),
    [
        (("S", "0.4"), "strength", 0.4),
        (("W", "It is so."), "warrant", "It is so."),
        (("H", "analogy"), "scheme", "analogy"),
        (("B", "i"), "basis", "inferred"),
    ],
)
def test_fields_of_a_step(letters: tuple[str, str], field: str, value: object) -> None:
    for row, link in (("traffic>free|traffic", "traffic>free"), (GROUP, "poor&ration>free")):
        view = run(EditFields, row, *letters)
        assert getattr(view.state.index.links[link], field) == value


def test_weighing_and_a_value_that_is_refused_first() -> None:
    view = run(EditFields, "cost>free|cost", "1", "Millions.")
    weigh = view.state.index.claims["cost"].weigh
    assert weigh is not None
    assert weigh.magnitude == "Millions."
    view = run(EditFields, "cost>free|cost", "w", "much", "0.9")
    assert view.state.index.claims["cost"].weight == 0.9


def test_the_fields_show_what_they_hold_and_what_they_mean() -> None:
    asked = run(EditFields, GROUP, None).asked[0]
    assert isinstance(asked, Choice)
    helps = {option.label: option.help for option in asked.options}
    assert helps["warrant of the step"] == "Fairness outranks revenue."
    assert helps["strength of the step"].startswith("(how well")


CITED = """\
sources: {s: {title: A paper}}
claims:
- id: a
  claim: A.
  cites: [{source: s, quote: first words}, {source: s, quote: other words}]
"""


def test_citations_are_among_the_fields() -> None:
    view = run(EditFields, "|a", "q", "1", "p", "3", text=CITED)
    assert view.state.index.claims["a"].cites[0].page == "3"
    view = run(EditFields, "|a", "q", "1", "x", text=CITED)
    assert [cite.quote for cite in view.state.index.claims["a"].cites] == ["other words"]


def test_a_claim_is_split_at_the_bar() -> None:
    view = run(Split, "cost>free|cost", "s", "One.", "One. | Two. | Three.", "One. | Two.")
    assert view.state.index.claims["cost"].claim == "One."
    assert ("two>free", "rebuttal") in links(view)
    told = [asked.about for asked in view.asked if isinstance(asked, TextPrompt)]
    assert "There is no bar" in told[1]
    assert "There are 2 bars" in told[2]
    assert ("cost&two>free", "rebuttal") in links(run(Split, "cost>free|cost", "j", "One|Two"))
    view = run(Split, "|a", "x | y || z", text="claims: [{id: a, claim: x | y z}]")
    assert [claim.claim for claim in view.state.index.map.claims] == ["x | y", "z"]


def test_claims_are_merged_into_the_one_at_the_cursor() -> None:
    view = run(Merge, "cost>free|cost", "ring")
    assert "ring" not in view.state.index.claims
    assert ("cost>traffic>free", "undercut") in links(view)


def test_the_header_is_changed() -> None:
    assert run(EditMap, "", "t", "Buses").state.index.map.title == "Buses"
    assert run(EditMap, "", "s", "").edits[0].map.summary == ""
    assert run(EditMap, "", "m", "cost").state.index.motion == "cost"
    assert run(EditMap, "", "p", "For").state.index.map.sides.pro == "For"
    assert run(EditMap, "", "c", "Opposed").state.index.map.sides.con == "Opposed"
    with_motion = "motion: b\nclaims: [{id: a, claim: A.}, {id: b, claim: B.}]"
    assert run(EditMap, "", "m", "", text=with_motion).state.index.motion == "a"


def test_sources_are_added_changed_and_removed() -> None:
    view = run(EditMap, "", "a", "Bus options", "src/a.md", "s", "paper", text=CITED)
    source = view.state.index.sources["paper"]
    assert (source.title, source.file) == ("Bus options", "src/a.md")
    offered = run(EditMap, "", "a", "Bus options for all", "", None, text=CITED).asked[-1]
    assert isinstance(offered, TextPrompt)
    assert offered.value == "bus-options"
    assert run(EditMap, "", "o", "a", "Council", text=CITED).edits[0].map.sources[0].author
    view = run(EditMap, "", "o", "i", "paper", text=CITED)
    assert view.state.index.claims["a"].cites[0].source == "paper"
    with pytest.raises(RefusedEdit, match="cited by"):
        run(EditMap, "", "o", "x", text=CITED)


# -- arranging -----------------------------------------------------------------------------


def test_the_kind_is_turned_round() -> None:
    assert ("cost>free", "support") in links(run(ChangeKind, "cost>free|cost"))


def test_moving_asks_for_the_kind_only_where_it_is_unclear() -> None:
    row = "walkers>traffic|walkers"
    assert ("walkers>free", "rebuttal") in links(run(MoveUnder, row, "free"))
    view = run(MoveUnder, "ring>traffic>free|ring", "cost", "r")
    assert ("ring>cost", "rebuttal") in links(view)
    roots = "claims: [{id: a, claim: A.}, {id: b, claim: B.}]"
    assert links(run(MoveUnder, "|b", "a", "s", text=roots)) == [("b>a", "support")]
    assert run(MoveUnder, "|b", "a", None, text=roots).edits == []


def test_rows_move_among_their_like_and_in_and_out() -> None:
    down = run(MoveDown, "traffic>free|traffic")
    supports = [name for name, kind in links(down) if kind == LinkKind.SUPPORT]
    assert supports[:2] == ["poor&ration>free", "traffic>free"]
    assert links(run(MoveUp, GROUP)) == links(down)
    assert ("walkers>free", "rebuttal") in links(run(MoveOut, "walkers>traffic|walkers"))
    roots = "claims: [{id: a, claim: A.}, {id: b, claim: B.}]"
    assert links(run(MoveIn, "|b", text=roots)) == [("b>a", "support")]


# -- removing ------------------------------------------------------------------------------


def labels(view: FakeView) -> Iterator[str]:
    asked = view.asked[0]
    assert isinstance(asked, Choice)
    yield from (option.key for option in asked.options)


def test_a_leaf_is_deleted_at_once() -> None:
    view = run(Delete, "ring>traffic>free|ring")
    assert "ring" not in view.state.index.claims
    assert view.asked == []


def test_what_hangs_on_a_claim_and_what_it_serves_is_named_first() -> None:
    view = run(Delete, "traffic>free|traffic", "b")
    asked = view.asked[0]
    assert isinstance(asked, Choice)
    assert "Only on this hangs ‘Most cars only pass" in asked.body
    assert "It bears on ‘Free buses’." in asked.body
    assert set(view.state.index.claims) == {"free", "poor", "ration", "cost", "walkers"}
    view = run(Delete, "traffic>free|traffic", "c")
    assert {"walkers", "ring"} <= set(view.state.index.claims)


def test_a_claim_that_others_bear_on_is_no_leaf_even_if_they_stand_elsewhere_too() -> None:
    view = run(Delete, "cost>free|cost", "c")
    asked = view.asked[0]
    assert isinstance(asked, Choice)
    assert "Here and elsewhere too hangs ‘Most new riders would have…’." in asked.body
    assert ("walkers>traffic", "rebuttal") in links(view)


def test_one_of_several_places_is_removed() -> None:
    view = run(Delete, "walkers>cost|walkers", "o")
    assert list(labels(view)) == ["c", "o"]
    assert [link for link, _ in links(view) if link.startswith("walkers")] == ["walkers>traffic"]
    view = run(Delete, "poor&ration>free|poor", "o")
    assert ("ration>free", "support") in links(view)
    assert "poor" in view.state.index.claims


def test_the_step_of_a_group_is_removed_and_told() -> None:
    view = run(Delete, GROUP)
    assert "premises are still in the map" in view.said[0]
    assert {"poor", "ration"} <= set(view.state.index.roots)


def test_a_branch_is_deleted_at_once_unless_it_stands_elsewhere_too() -> None:
    view = run(DeleteBranch, "traffic>free|traffic")
    assert view.asked == []
    assert {"traffic", "ring"}.isdisjoint(view.state.index.claims)
    assert view.said == ["Deleted 2 claims. Undo brings them back."]
    view = run(DeleteBranch, "walkers>cost|walkers", "c")
    assert "walkers" not in view.state.index.claims
