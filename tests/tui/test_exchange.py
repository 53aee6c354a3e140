"""Copying out and pasting in, with scripted answers and no screen."""

from typing import cast

import pytest

from argmap.errors import RefusedEdit
from argmap.model import LinkKind, Map
from argmap.store import loads
from argmap.tui.asking.prompts import Choice, Prompt, TextPrompt
from argmap.tui.commands.base import Command, View
from argmap.tui.commands.exchange import CopyAs, OpenOther, PasteOutline
from tests.maps import TEACHING
from tests.tui.commanding import carry_out
from tests.tui.test_edit_commands import GROUP, FakeView


class Copier(FakeView):
    """A view that also keeps what was copied, and that other maps were asked for."""

    def __init__(self, text: str, row: str, answers: tuple[str | None, ...]) -> None:
        super().__init__(text, row, answers)
        self.copied: list[tuple[str, str]] = []
        self.libraries = 0

    def copy_text(self, text: str, what: str) -> None:
        self.copied.append((text, what))

    def details_text(self) -> str:
        return "all the details"

    async def open_library(self) -> None:
        self.libraries += 1


def run(command: type[Command], row: str, *answers: str | None, text: str = TEACHING) -> Copier:
    fake = Copier(text, row, answers)
    carry_out(command, cast("View", fake))
    assert fake.answers == []
    return fake


def links(shown: Map) -> dict[str, LinkKind]:
    return {link.id: link.kind for link in shown.links}


def choice(asked: list[Prompt[str]]) -> Choice:
    found = asked[-1]
    assert isinstance(found, Choice)
    return found


TRAFFIC = "traffic>free|traffic"


@pytest.mark.parametrize(
    ("letter", "start", "what"),
    [
        ("t", "It would take cars off the road.", "the claim"),
        (
            "b",
            "● 1 claim: It would take cars off the road. [traffic]\n  - 1.1",
            "the branch as text",
        ),
        ("m", "# It would take cars off the road.\n", "the branch as Markdown"),
        ("y", "argmap: 1\nclaims:\n- id: traffic\n", "the branch as YAML"),
        ("d", "all the details", "the details"),
    ],
)
def test_a_claim_is_copied_in_the_form_that_is_chosen(letter: str, start: str, what: str) -> None:
    ((text, said),) = run(CopyAs, TRAFFIC, letter).copied
    assert text.startswith(start)
    assert said == what


def test_of_joint_premises_all_are_copied() -> None:
    assert run(CopyAs, GROUP, "t").copied == [
        ("Fares keep poor residents at home.\nA city should not ration mobility by income.",
         "2 claims"),
    ]  # fmt: skip
    ((text, _),) = run(CopyAs, GROUP, "y").copied
    assert [claim.id for claim in loads(text).map.claims] == ["poor", "ration"]


def test_nothing_is_copied_when_one_leaves_or_the_map_is_empty() -> None:
    assert run(CopyAs, TRAFFIC, None).copied == []
    assert not CopyAs.available(cast("View", Copier("argmap: 1\n", "", ())))


OUTLINE = "+ a\n  - b\n- c\n! d"


def test_an_outline_goes_in_as_it_says() -> None:
    fake = run(PasteOutline, TRAFFIC, OUTLINE, "a")
    (edit,) = fake.edits
    before, after = links(loads(TEACHING).map), links(edit.map)
    assert {link: after[link] for link in after.keys() - before.keys()} == {
        "a>traffic": LinkKind.SUPPORT,
        "b>a": LinkKind.REBUTTAL,
        "c>traffic": LinkKind.REBUTTAL,
        "d>traffic>free": LinkKind.UNDERCUT,
    }
    assert edit.name == "paste 4 claims under ‘It would take cars off the…’"
    assert edit.focus == "a>traffic|a"


@pytest.mark.parametrize(
    ("row", "letter", "made"),
    [
        (TRAFFIC, "s", {"a>traffic": "support", "c>traffic": "support", "d>traffic": "support"}),
        (TRAFFIC, "r", {"a>traffic": "rebuttal", "c>traffic": "rebuttal", "d>traffic": "rebuttal"}),
        (TRAFFIC, "!", {"a>traffic>free": "undercut"}),
        (TRAFFIC, "o", {}),
        ("|free", "a", {"a>free": "support", "c>free": "rebuttal", "d>free": "rebuttal"}),
        (GROUP, "!", {"a>poor&ration>free": "undercut"}),
        (GROUP, "o", {}),
    ],
)
def test_an_outline_goes_where_it_is_said(row: str, letter: str, made: dict[str, str]) -> None:
    (edit,) = run(PasteOutline, row, OUTLINE, letter).edits
    new = {link: kind.value for link, kind in links(edit.map).items()}
    assert new.items() >= made.items()
    assert new["b>a"] == "rebuttal"
    assert len(edit.map.claims) == len(loads(TEACHING).map.claims) + 4
    if not made:
        assert not any(link.startswith("a>") for link in new)


def test_before_it_goes_in_one_sees_what_was_read_and_mended() -> None:
    fake = run(PasteOutline, TRAFFIC, "- a\n    - b\n  - c\n" + "- d\n" * 9, None)
    assert fake.edits == []
    asked = choice(fake.asked)
    assert asked.title == "Where do 12 claims go?"
    assert asked.body.startswith("- a\n- d\n")
    assert "and 5 more at the top\n" in asked.body
    assert "indentation of 1 line was uneven" in asked.body
    assert [option.key for option in asked.options] == ["s", "r", "!", "o"]


def test_an_empty_map_takes_an_outline_too() -> None:
    fake = run(
        PasteOutline, "", "Buses should be free.\n- They are clean.", "o", text="argmap: 1\n"
    )
    (edit,) = fake.edits
    assert [claim.id for claim in edit.map.claims] == ["buses-should-be-free", "they-are-clean"]
    assert [option.key for option in choice(fake.asked).options] == ["o"]
    (prompt, _) = fake.asked
    assert isinstance(prompt, TextPrompt)
    assert prompt.lines


def test_nothing_changes_without_a_claim_or_an_answer() -> None:
    assert run(PasteOutline, TRAFFIC, None).edits == []
    with pytest.raises(RefusedEdit):
        run(PasteOutline, TRAFFIC, " \n---\n")


def test_other_maps_are_asked_for() -> None:
    assert run(OpenOther, TRAFFIC).libraries == 1
