"""Sources as footnotes."""

import pytest

from argmap.diagram.view import view
from argmap.diagram.view.choice import Choice, chosen
from argmap.model import Citation, Map, MapIndex, Source
from tests.diagram.maps import claim, link

REPORT = Source(
    id="report",
    title="Buses",
    author="City office",
    issued="2025-03-14",
    publisher="City",
    url="https://example.org/b",
)


def cited(*cites: str, source: Source = REPORT) -> MapIndex:
    """Claims in a row, each citing `source page` entries divided by commas."""
    claims = []
    for number, text in enumerate(cites):
        found = []
        for entry in filter(None, text.split(",")):
            name, _, page = entry.strip().partition(" ")
            found.append(Citation(source=name, page=page, quote="words"))
        claims.append(
            claim(f"c{number}", f"Claim {number}.").model_copy(update={"cites": tuple(found)})
        )
    links = [link("support", f"c{number}", "c0") for number in range(1, len(cites))]
    return MapIndex(Map(sources=(source,), claims=tuple(claims), links=tuple(links)))


def test_places_are_numbered_as_they_come_up_and_named_once() -> None:
    shown = view(cited("report 3", "report 3, other", "", "other, report"), sources=True)
    assert [node.cells[0].text for node in shown.nodes] == [
        "Claim 0.\N{NO-BREAK SPACE}[1]",
        "Claim 1.\N{NO-BREAK SPACE}[1, 2]",
        "Claim 2.",
        "Claim 3.\N{NO-BREAK SPACE}[2, 3]",
    ]
    assert [note.text for note in shown.footnotes] == [
        "1 City office, Buses, 2025, City, p. 3, https://example.org/b",
        "2 other",
        "3 City office, Buses, 2025, City, https://example.org/b",
    ]
    assert [note.url for note in shown.footnotes] == [REPORT.url, "", REPORT.url]
    assert shown.nodes[3].cells[0].notes == (2, 3)


def test_only_what_shows_is_named() -> None:
    index = cited("", "report 1", "report 2")
    shown = view(chosen(index, Choice(focus="c2")), sources=True)
    (note,) = shown.footnotes
    assert note.text.startswith("1 City")
    assert "p. 2" in note.text
    assert view(index).footnotes == ()
    assert view(index).nodes[1].cells[0].text == "Claim 1."


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", 'https://x/"onclick=', "data:text/html,x", "http://a b", "file:///"],
)
def test_no_address_but_one_in_the_web_leads_anywhere(url: str) -> None:
    hostile = REPORT.model_copy(update={"url": url, "title": "<b>\x1b\u202e\n" + "x" * 20_000})
    (note,) = view(cited("report", source=hostile), sources=True).footnotes
    assert note.url == ""
    assert len(note.text) < 400
    assert not {"\x1b", "\u202e", "\n"} & set(note.text)
