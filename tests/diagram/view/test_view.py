"""What a picture shows of a map."""

from argmap.diagram.view import LONGEST_TEXT, Kind, View, view
from argmap.model import Claim, MapIndex
from argmap.model.claim import Stance
from tests.diagram.maps import buses, chain, claim, indexed, link


def boxes(shown: View) -> list[tuple[str, str, str, int]]:
    """Kind, word, text and parent of each box."""
    return [
        (node.kind.value, node.word, " & ".join(cell.text for cell in node.cells), node.parent)
        for node in shown.nodes
    ]


def test_each_link_becomes_a_box_under_what_it_bears_on() -> None:
    assert boxes(view(buses())) == [
        ("motion", "", "The city should make all bus travel free.", -1),
        ("support", "because", "Free buses would take cars off the road.", 0),
        ("rebuttal", "but", "#1 Most new riders would have walked.", 1),
        ("undercut", "does not follow", "The survey asked only students.", 2),
        (
            "support",
            "because",
            "Fares keep poor residents at home."
            " & #2 A city should not ration mobility by income. (implicit)",
            0,
        ),
        ("rebuttal", "#2 but", "Every city rations something.", 4),
        ("rebuttal", "but", "The city cannot afford the lost fares.", 0),
        ("answer", "however", "Fares cover only a tenth of the cost.", 6),
        ("support", "because", "see #1 Former walkers", 6),
    ]


def test_stubs_and_implicit_premises_are_hollow() -> None:
    shown = view(buses()).nodes
    assert [cell.hollow for cell in shown[4].cells] == [False, True]
    assert shown[8].cells[0].hollow


def test_a_rebuttal_that_works_for_the_motion_is_an_answer() -> None:
    shown = view(
        indexed(
            *map(claim, "abcde"),
            link("rebuttal", "b", "a"),
            link("support", "c", "b"),
            link("rebuttal", "d", "c"),
            link("rebuttal", "e", "d"),
        )
    )
    kinds = [node.kind for node in shown.nodes]
    assert kinds == [Kind.MOTION, Kind.REBUTTAL, Kind.SUPPORT, Kind.ANSWER, Kind.REBUTTAL]


def test_a_cycle_leads_back_to_the_claim_it_started_from() -> None:
    shown = view(
        indexed(claim("a", "A."), claim("b", "B."), link("support", "a", "b"),
                link("support", "b", "a"))
    )  # fmt: skip
    assert [text for _, _, text, _ in boxes(shown)] == ["#1 A.", "B.", "back to #1 A."]


def test_a_premise_that_recurs_inside_its_own_group_is_named() -> None:
    shown = view(
        indexed(*map(claim, "mpq"), link("support", "p q", "m"), link("support", "q", "p"))
    )
    texts = [text for _, _, text, _ in boxes(shown)]
    assert texts == ["Claim m.", "#1 Claim p. & see #2 Claim q.", "#2 Claim q."]


def test_labels_choose_between_claim_and_short_form() -> None:
    assert view(buses(), "short").nodes[0].cells[0].text == "Free buses"
    assert view(buses(), "short").nodes[3].cells[0].text == "The survey asked only students."
    both = view(buses(), "both").nodes[0].cells[0].text
    assert both == "Free buses: The city should make all bus travel free."


def test_what_the_debaters_did_with_a_claim_is_said() -> None:
    conceded = Claim(id="a", claim="A.", implicit=True, stance=Stance.CONCEDED)
    shown = view(indexed(conceded))
    assert shown.nodes[0].cells[0].text == "A. (implicit, conceded)"


def test_an_over_long_claim_is_cut_and_named() -> None:
    shown = view(indexed(claim("a", "x" * 20_000), claim("b", "y" * LONGEST_TEXT)))
    assert shown.cut == ("a",)
    assert [len(node.cells[0].text) for node in shown.nodes] == [LONGEST_TEXT, LONGEST_TEXT]
    assert shown.nodes[0].cells[0].text.endswith("x…")


def test_text_is_cleaned_and_put_on_one_line() -> None:
    shown = view(indexed(claim("a", "one\n two\x1b]0;x\x07\tthree \u202e"), title="a\nb"))
    assert shown.nodes[0].cells[0].text == "one two�]0;x� three �"
    assert shown.title == "a b"


def test_an_empty_map_shows_nothing() -> None:
    assert view(indexed()).nodes == ()


def test_a_long_chain_needs_no_recursion() -> None:
    index: MapIndex = chain(5_000)
    assert [node.parent for node in view(index).nodes] == list(range(-1, 4_999))
