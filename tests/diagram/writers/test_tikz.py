"""Beamer: a complete document, text that reads as in the map, links that lead where they may."""

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from argmap.diagram.compose import compose
from argmap.diagram.look.theme import LIGHT
from argmap.diagram.pages.page import Deck, Page
from argmap.diagram.scene import Scene
from argmap.diagram.view import view
from argmap.diagram.writers.tikz import write_tikz
from argmap.diagram.writers.tikz.escaping import escape, escape_address
from argmap.text import clean
from tests.diagram.maps import buses, chain
from tests.diagram.writers.decks import branches, full
from tests.golden import check_golden

GOLDEN = Path(__file__).parent / "golden"
LATEX = shutil.which("pdflatex")
NAMES = {
    "backslash": "\\", "asciicircum": "^", "asciitilde": "~", "less": "<", "greater": ">",
    "bar": "|", "quotedbl": '"', "quotesingle": "'", "asciigrave": "`",
}  # fmt: skip
TOKEN = re.compile(
    r"\\text([a-z]+)\{\}|\\([{}$&#%_])|([-,])\{\}|([^\\{}$&#%_^~<>|\"'`,-])", re.DOTALL
)


def read(written: str) -> str:
    """What TeX sets for escaped text; fails where something else than a sign is in it."""
    found = ""
    at = 0
    while at < len(written):
        token = TOKEN.match(written, at)
        assert token, f"alive: {written[at : at + 20]!r}"
        named, escaped, parted, plain = token.groups()
        found += NAMES[named] if named else escaped or parted or plain
        at = token.end()
    return found


def body(deck: Deck) -> str:
    """The frames of a document."""
    return write_tikz(deck)[0].partition("\\begin{document}")[2]


def single(scene: Scene) -> Deck:
    return Deck(scene.title, scene.summary, (Page(scene, scene.title, "p1"),))


@given(st.text())
def test_escaped_text_reads_back_as_it_was(text: str) -> None:
    assert read(escape(text)) == re.sub(r"[\t\n\r]", " ", clean(text))


@given(st.text(alphabet=st.characters(max_codepoint=126, min_codepoint=32)))
def test_an_address_holds_nothing_that_tex_acts_on(text: str) -> None:
    plain = re.sub(r"\\[%#&_]", "", escape_address(text))
    assert re.fullmatch(r"[A-Za-z0-9:/.?=,;@+()!*-]*", plain)


def test_a_small_map_is_written_as_before() -> None:
    text, warnings = write_tikz(single(compose(view(buses()))))
    check_golden(GOLDEN / "buses.tex", text)
    assert warnings == []


def test_there_is_a_frame_for_each_page_under_its_name() -> None:
    deck = branches()
    text, _ = write_tikz(deck)
    assert re.findall(r"\\begin\{frame\}\[plain,label=(\S+)\]", text) == ["p1", "p2", "p4", "p3"]
    assert text.count(r"\end{frame}") == text.count(r"\end{tikzpicture}") == 4
    assert r"\note{Motion: Make buses free." in text
    assert text.endswith("\\end{document}\n")


def test_every_text_is_set_once() -> None:
    for page in full().pages:
        text = body(Deck("", "", (page,)))
        lines = re.findall(r"\\maptext(?:\{[^{}]*\}){5}\{(?:\\bfseries )?(.*)\}", text)
        linked = re.compile(r"\\hyperlink\{p\d\}\{(.*)\}|\\href\{(?:\\[%#]|[^{}])*\}\{(.*)\}")
        assert len(lines) > 30
        shown = [linked.sub(lambda found: found[1] or found[2], line) for line in lines]
        wanted = [line.rstrip(" ") for one in page.scene.texts() for line in one.lines]
        wanted = [re.sub(r"[\t\n\r]", " ", clean(line)) for line in wanted if line]
        assert sorted(map(read, shown)) == sorted(wanted)


def test_links_lead_into_the_web_or_to_other_frames_and_nowhere_else() -> None:
    text = body(full())
    assert set(re.findall(r"\\hyperlink\{([^{}]*)\}", text)) == {"p1", "p2"}
    assert set(re.findall(r"\\href\{((?:\\.|[^{}])*)\}", text)) == {
        r"https://example.org/a?b=c\&d=(e)\#f",
        "mailto:someone@example.org",
        r"http://ex\%C3\%A4mple.org/\%C3\%A4\%20b",
        r"https://x.org/\%22onclick=alert(1)",
        r"https://x.org/\%5Cend\%7Bframe\%7D\%\%7B\%7D\%7E\%5E\_\#\%24",
    }


def test_every_colour_that_is_used_is_defined() -> None:
    text, _ = write_tikz(full(), LIGHT)
    defined = set(re.findall(r"\\definecolor\{(\w+)\}\{HTML\}\{[0-9A-F]{6}\}", text))
    used = set(re.findall(r"\[(?:draw=)?([a-z]+\d?(?:Border|Fill|Stripe|Sign)|paper|pale)", text))
    assert used
    assert used <= defined


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((960, 540), r"\documentclass[aspectratio=169]{beamer}"),
        ((720, 540), r"\documentclass[aspectratio=43]{beamer}"),
        ((842, 595), r"\documentclass[aspectratio=141]{beamer}"),
        ((792, 612), "\\documentclass{beamer}\n\\geometry{papersize={16cm,12.364cm}}"),
    ],
)
def test_the_paper_has_the_shape_of_the_slide(size: tuple[int, int], expected: str) -> None:
    scene = full().pages[0].scene._replace(width=size[0], height=size[1])
    assert expected in write_tikz(single(scene))[0]


def test_letters_that_latex_lacks_are_named() -> None:
    warnings = write_tikz(full())[1]
    assert len(warnings) == 1
    assert "漢" in warnings[0]


def test_a_chain_of_5000_is_written() -> None:
    assert write_tikz(single(compose(view(chain(5_000)))))[0].count("\\draw") >= 9_999


@pytest.mark.skipif(LATEX is None, reason="LaTeX is not on this machine")
def test_latex_sets_hostile_text_as_it_reads(tmp_path: Path) -> None:
    (tmp_path / "deck.tex").write_text(write_tikz(full())[0], encoding="utf-8")
    done = subprocess.run(
        [str(LATEX), "-interaction=nonstopmode", "-halt-on-error", "deck.tex"],
        cwd=tmp_path, capture_output=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-1_000:].decode("utf-8", "replace")
    reader = PdfReader(BytesIO((tmp_path / "deck.pdf").read_bytes()))
    found = re.sub(r"\s", "", reader.pages[0].extract_text())
    for box in full().pages[0].scene.boxes:
        said = "".join(box.cells[0].text.lines)
        if said.isascii() and said.isprintable():
            assert re.sub(r"\s", "", said) in found
