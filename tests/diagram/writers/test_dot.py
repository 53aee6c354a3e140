"""DOT: safe against every string, and the same picture as the others."""

import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.diagram import draw
from argmap.diagram.compose import compose
from argmap.diagram.drawing import drawing
from argmap.diagram.layout.crosslinks import arranged
from argmap.diagram.layout.loose import loose
from argmap.diagram.scene import Plate, Scene, Text
from argmap.diagram.view import view
from argmap.diagram.writers.dot import markup, quoted, write_dot
from argmap.model import Map, MapIndex
from argmap.text import clean
from tests.diagram.maps import (
    HOSTILE,
    buses,
    chain,
    claim,
    hostile,
    indexed,
    link,
    sample,
    woven,
)
from tests.golden import check_golden
from tests.maps import maps

GOLDEN = Path(__file__).parent / "golden"
NEATO = shutil.which("neato")
needs_graphviz = pytest.mark.skipif(NEATO is None, reason="Graphviz is not on this machine")

TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\w.]+(?::\w+)*|->|[\[\]{}=,;]|//[^\n]*|\s+', re.DOTALL)


def dot_of(index: MapIndex) -> str:
    return draw(index, "dot").data.decode()


def tokens(dot: str) -> list[str]:
    """The words of a DOT text, with HTML-like labels as one token each."""
    found: list[str] = []
    at = 0
    while at < len(dot):
        if dot[at] == "<":
            end = _closing(dot, at)
        else:
            match = TOKEN.match(dot, at)
            assert match, f"not DOT: {dot[at : at + 40]!r}"
            end = match.end()
        if not dot[at:end].isspace() and not dot.startswith("//", at):
            found.append(dot[at:end])
        at = end
    return found


def _closing(dot: str, at: int) -> int:
    depth = 0
    for place in range(at, len(dot)):
        depth += (dot[place] == "<") - (dot[place] == ">")
        if depth == 0:
            return place + 1
    raise AssertionError("an HTML-like label does not end")


def unescaped(text: str) -> str:
    """What Graphviz draws for the inside of a quoted string without its own escapes."""
    assert not re.search(r"(?<!\\)(?:\\\\)*\\[^\\\"]", text), "an escape of Graphviz is alive"
    text = re.sub(r'\\(["\\])', r"\1", text)
    assert not re.search(r"&(?!amp;)", text)
    return text.replace("&amp;", "&")


class Label(HTMLParser):
    """Collects the text of an HTML-like label and refuses tags that the writer never writes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = [""]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in {"table", "tr", "td", "font", "br", "hr"}
        assert not {"href", "src", "target", "id", "title"} & {name for name, _ in attrs}
        if tag in {"td", "br"}:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        self.lines[-1] += data.replace("\\\\", "\\")


@given(st.text())
def test_quoted_strings_read_back_as_they_were(text: str) -> None:
    assert tokens(quoted(text)) == [quoted(text)]
    assert unescaped(quoted(text)[1:-1]) == clean(text)


@given(st.text().map(clean))
def test_markup_reads_back_as_it_was(text: str) -> None:
    label = Label()
    label.feed(f"<td>{markup(text)}</td>")
    label.close()
    assert "".join(label.lines) == text
    assert not re.search(r"(?<!\\)(?:\\\\)*\\(?!\\)", markup(text))


@pytest.mark.parametrize("index", [buses(), hostile(), sample(3, 40)])
def test_each_box_is_a_node_with_its_text(index: MapIndex) -> None:
    shown, _ = arranged(view(index))
    found = tokens(dot_of(index))
    labels = [token for token in found if token.startswith("<")]
    assert len(labels) == len(shown.nodes)
    for label, node in zip(labels, shown.nodes, strict=True):
        parser = Label()
        parser.feed(label[1:-1])
        read = "".join(parser.lines).replace(" ", "")
        for cell in node.cells:
            assert cell.text.replace(" ", "") in read


def test_each_link_is_an_edge_from_premise_to_conclusion() -> None:
    found = tokens(dot_of(buses()))
    edges = {(found[at - 1], found[at + 1]) for at, each in enumerate(found) if each == "->"}
    assert {edge for edge in edges if edge[0][0] in "nl"} == {
        ("n1", "n0"),
        ("n2", "link2"),  # attacked: cut where the undercut meets it
        ("link2", "n1"),
        ("n3", "link2"),
        ("n4", "n0"),
        ("n5", "n4"),
        ("n6", "n0"),
        ("n7", "n6"),
        ("n2", "n6"),  # its second conclusion
    }


def test_hostile_text_adds_no_attribute() -> None:
    known = {*_attributes(dot_of(buses())), "constraint"}
    assert set(_attributes(dot_of(hostile()))) <= known
    assert not known & {"URL", "href", "image", "shapefile", "stylesheet"}
    assert {value for name, value in _told(dot_of(hostile())) if "tooltip" in name} == {'" "'}


def _attributes(dot: str) -> list[str]:
    return [name for name, _ in _told(dot)]


def _told(dot: str) -> list[tuple[str, str]]:
    found = tokens(dot)
    return [(found[at - 1], found[at + 1]) for at, each in enumerate(found) if each == "="]


def test_no_string_is_longer_than_graphviz_reads() -> None:
    assert max(len(token) for token in tokens(dot_of(hostile())) if token[0] == '"') < 16_384


def loose_dot(index: MapIndex) -> str:
    drawn = drawing(*loose(view(index)))
    scene = Scene(drawn.width, drawn.height, "", "", drawn.lines, drawn.boxes)
    return write_dot(scene, placed=False)


def edges_of(dot: str) -> set[tuple[str, str]]:
    found = tokens(dot)
    return {(found[at - 1], found[at + 1]) for at, each in enumerate(found) if each == "->"}


def test_a_graph_for_dot_has_every_claim_once_and_no_places() -> None:
    index = indexed(
        *map(claim, "abcdu"),
        link("support", "b", "a"),
        link("rebuttal", "c", "a"),
        link("support", "b", "c"),
        link("support", "a", "b"),
        link("undercut", "u", "b>c"),
        link("undercut", "b", "c>a"),
        link("support", "b d", "u"),
    )
    dot = loose_dot(index)
    names = dict(re.findall(r"^ *(n\d+) .*Claim (\w)\.", dot, re.MULTILINE))
    assert sorted(names.values()) == ["a", "b", "c", "d", "u"]
    assert "pos=" not in dot
    assert "see #" not in dot
    edges = edges_of(dot)
    crossing = next(tail for tail, head in edges if tail.startswith("cross") and names[head] == "c")
    told = {
        (names.get(tail.partition(":")[0], tail), names.get(head, head)) for tail, head in edges
    }
    assert {("b", "a"), ("a", "b"), ("b", crossing), (crossing, "c"), ("u", crossing)} <= told


@given(maps())
def test_every_node_that_an_edge_names_is_written(argument_map: Map) -> None:
    for dot in (loose_dot(MapIndex(argument_map)), dot_of(MapIndex(argument_map))):
        nodes = set(re.findall(r"^ *(\w+) \[", dot, re.MULTILINE))
        for edge in edges_of(dot):
            assert {end.partition(":")[0] for end in edge} <= nodes


def test_branches_are_kept_together_and_named_in_remarks() -> None:
    dot = dot_of(buses())
    assert "  // On top: The city should make all bus travel free.\n" in dot
    assert "  // Branch: Fares keep poor residents at home.\n" in dot
    assert re.findall(r"subgraph (\w+) {", dot) == ["cluster_n1", "cluster_n4", "cluster_n6"]


def test_remarks_stay_on_their_line() -> None:
    index = indexed(claim("a", "One\u2028two\nthree */ \\\n node [x=y]"), claim("b"))
    assert _attributes(dot_of(index)) == _attributes(dot_of(indexed(claim("a"), claim("b"))))


def test_what_stands_around_is_drawn() -> None:
    scene = Scene(
        *(100, 100, "", "", (), ()),
        around=(
            Text(5, 90, ("A caption",), 9, 11),
            Text(5, 99, ("web",), 9, 11, goal="https://a.b"),
        ),
        plates=(Plate(80, 5, 10, 4, None),),
    )
    dot = write_dot(scene)
    assert 'label="A caption"' in dot
    assert 'URL="https://a.b"' in dot
    assert "plate0 [" in dot
    assert "plate0" not in write_dot(scene, placed=False)


def test_no_address_but_of_the_web_becomes_a_link() -> None:
    text = Text(5, 90, ("x",), 9, 11, goal="javascript:alert(1)")
    assert "URL" not in write_dot(Scene(100, 100, "", "", (), (), around=(text,)))


@needs_graphviz
def test_clusters_change_nothing_in_the_placed_picture() -> None:
    dot = dot_of(woven(2, 20, 6))
    plain = re.sub(r"subgraph cluster_\w+ {\n.*", "subgraph {", dot)
    assert plain != dot
    assert _drawn(plain) == _drawn(dot)


def _drawn(dot: str) -> list[dict[str, str]]:
    return [element.attrib for element in rendered("neato", dot).iter() if element.get("points")]


@needs_graphviz
@pytest.mark.parametrize("seed", range(4))
def test_dot_draws_graphs_that_are_no_trees(seed: int) -> None:
    index = woven(seed, 20, 10)
    drawn = rendered("dot", loose_dot(index))
    words = re.sub(r"\s", "", "".join(drawn.itertext()))
    for each in index.claims.values():
        assert re.sub(r"\s", "", each.claim) in words


def test_a_small_map_is_written_as_before() -> None:
    check_golden(GOLDEN / "buses.dot", dot_of(buses()))


def test_a_chain_of_5000_is_written() -> None:
    assert dot_of(chain(5_000)).count("->") == 4_999


def rendered(program: str, dot: str) -> ET.Element:
    done = subprocess.run(
        [program, *(["-n2"] if program == "neato" else []), "-Tsvg"],
        input=dot.encode(),
        capture_output=True,
        check=True,
    )
    return ET.fromstring(done.stdout)  # noqa: S314 - our own


@needs_graphviz
@pytest.mark.parametrize("program", ["neato", "dot"])
def test_graphviz_draws_hostile_text_as_it_reads(program: str) -> None:
    root = rendered(program, dot_of(hostile()))
    drawn = "".join(
        "".join(element.itertext()) for element in root.iter() if element.tag.endswith("}text")
    )
    drawn = re.sub(r"\s", "", drawn)
    for node in arranged(view(hostile()))[0].nodes:
        for cell in node.cells:
            assert re.sub(r"\s", "", cell.text) in drawn
    assert not any(element.tag.endswith(("}image", "}script")) for element in root.iter())
    assert not any(name.endswith("href") for element in root.iter() for name in element.attrib)
    assert {_tooltip(element) for element in root.iter() if element.tag.endswith("}a")} == {" "}


def _tooltip(element: ET.Element) -> str | None:
    return element.get("{http://www.w3.org/1999/xlink}title")


@needs_graphviz
def test_neato_puts_every_box_where_the_other_writers_put_it() -> None:
    scene = compose(view(buses()))
    assert NEATO is not None
    done = subprocess.run(
        [NEATO, "-n2", "-Tplain"],
        input=dot_of(buses()).encode(),
        capture_output=True,
        check=True,
    )
    rows = [line.split() for line in done.stdout.decode().splitlines()]
    places = {row[1]: (float(row[2]) * 72, float(row[3]) * 72) for row in rows if row[0] == "node"}
    left = places["n0"][0] - (scene.boxes[0].x + scene.boxes[0].width / 2)
    top = places["n0"][1] + (scene.boxes[0].y + scene.boxes[0].height / 2)
    for number, box in enumerate(scene.boxes):
        x, y = places[f"n{number}"]
        assert abs(x - left - (box.x + box.width / 2)) < 0.1
        assert abs(top - y - (box.y + box.height / 2)) < 0.1


@needs_graphviz
def test_every_hostile_text_survives_as_a_quoted_label() -> None:
    for text in HOSTILE:
        shown = clean(text)[:2_000]
        root = rendered("dot", f"digraph {{ a [label={quoted(shown)}] }}")
        drawn = ["".join(e.itertext()) for e in root.iter() if e.tag.endswith("}text")]
        assert re.sub(r"\s", "", "".join(drawn)) == re.sub(r"\s", "", shown)
