"""A debater's evening in a real terminal: from an empty file to a map with its source, by keys."""

from pathlib import Path

import pytest

from argmap.store import load
from tests.golden import check_golden
from tests.terminal.terminal import TMUX, Terminal, terminal, terminal_files

pytestmark = pytest.mark.skipif(TMUX is None, reason="there is no tmux")

MINUTES = """\
# Minutes of the parents' evening

The head said that older pupils fall asleep later than they did as children. Their inner clock
moves by up to two hours. She added that lessons missed before ten are seldom made up.

The bus company can shift its runs, Mr. Vale said, if it hears of it by May. It asked for 3.5 more
drivers in the rush hour.

Two schools in the next town begin at nine. There, the first lesson is missed half as often.
A third tried it for a term; its pupils only went to bed later.
"""
ADD = {
    "A": "The motion: what is argued about",
    "s": "Support of",
    "r": "Rebuttal of",
    "!": "Undercut of",
    "&": "Joint premise with",
    "a": "Another",
}
"""What the box is called that a key opens."""


class Debater:
    """Sits at the terminal, and looks before typing on."""

    def __init__(self, screen: Terminal) -> None:
        self.screen = screen

    def open(self) -> None:
        self.screen.argmap("open", "map.yaml")
        self.screen.wait_for("F1 help")

    def answer(self, question: str, words: str) -> None:
        """Type into a box that asks something."""
        self.screen.wait_for(question)
        self.screen.type(words)
        self.screen.wait_for(words)
        self.screen.press("Enter")
        self.screen.wait_until_gone(question)

    def add(self, key: str, words: str) -> None:
        """Add a claim to the one under the cursor, which is on the new one then."""
        self.screen.press(key)
        self.answer(ADD[key], words)
        self.screen.wait_for(words)

    def cite(self, words: str) -> None:
        """Cite the sentence of the source that holds some words."""
        self.screen.press("c")
        self.screen.wait_for("Enter cite")
        self.screen.press("/")
        self.screen.wait_for("words to look for")
        self.screen.type(words)
        self.screen.wait_for(f"/ {words}")
        self.screen.press("Enter")
        self.screen.wait_until_gone(f"/ {words}")
        self.screen.press("Enter")
        self.screen.wait_until_gone("Enter cite")

    def go_to(self, words: str) -> None:
        """Put the cursor on the claim with some words."""
        self.screen.press("/")
        self.screen.wait_for("words to look for")
        self.screen.type(words)
        self.screen.wait_for("1 of 1")
        self.screen.press("Enter")
        self.screen.wait_for("F1 help")

    def choose(self, key: str, question: str, *letters: str) -> None:
        """Answer questions that a key leads to by letters."""
        self.screen.press(key)
        for letter in letters:
            self.screen.wait_for(question)
            self.screen.press(letter)


def add_title_and_source(debater: Debater) -> None:
    debater.choose("T", "What to change of the map?", "t")
    debater.answer("Title of the map", "A later school day")
    debater.choose("T", "What to change of the map?", "a")
    debater.answer("Title of the source", "Minutes of the parents' evening")
    debater.answer("File of the source", "minutes.md")
    debater.screen.wait_for("Id of the source")
    debater.screen.press("C-u")
    debater.screen.wait_for("a short word")
    debater.answer("Id of the source", "evening")


def write_first_side(debater: Debater) -> None:
    debater.add("s", "Older pupils would sleep longer.")
    debater.cite("fall asleep later")
    debater.add("s", "Their inner clock runs late.")
    debater.cite("inner clock")
    debater.go_to("would sleep longer")
    debater.add("!", "They would only stay up longer.")
    debater.cite("went to bed later")
    debater.add("r", "One term is too short to tell.")
    debater.go_to("would sleep longer")
    debater.add("a", "Fewer pupils would miss the first lesson.")
    debater.cite("half as often")
    debater.add("&", "What is missed early is seldom made up.")
    debater.cite("seldom made up")


def write_other_side(debater: Debater) -> None:
    debater.go_to("School should begin")
    debater.add("r", "Buses would run in the rush hour.")
    debater.add("r", "The bus company can shift its runs.")
    debater.go_to("School should begin")
    debater.add("r", "Parents leave for work at eight.")
    debater.add("r", "A breakfast room could open at seven.")
    debater.add("s", "The canteen staff begin at six: they offered it.")
    debater.go_to("School should begin")
    debater.add("r", "Afternoons would get too short for clubs.")
    debater.add("r", "Clubs can meet before school.")
    debater.add("r", "No club ever met before eight.")


def undo_and_redo(debater: Debater) -> None:
    screen = debater.screen
    screen.press("u")
    screen.wait_until_gone("- No club ever met")
    screen.press("u")
    screen.wait_until_gone("- Clubs can meet")
    screen.press("U")
    screen.wait_for("- Clubs can meet")
    screen.press("U")
    screen.wait_for("- No club ever met")


def test_map_is_built_from_nothing_and_survives_a_crash(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text("")
    (tmp_path / "minutes.md").write_text(MINUTES, "utf-8")
    with terminal(tmp_path, 160, 44) as screen:
        debater = Debater(screen)
        debater.open()
        debater.add("A", "School should begin at nine.")
        add_title_and_source(debater)
        write_first_side(debater)
        screen.press("w")
        screen.wait_for("Saved.")
        saved = path.read_bytes()
        write_other_side(debater)
        undo_and_redo(debater)
        screen.kill()
        assert path.read_bytes() == saved
        debater.open()
        screen.wait_for("Unsaved edits were found")
        screen.press("b")
        screen.wait_for("- No club ever met")
        screen.press("w")
        screen.wait_for("Saved.")
        screen.press("q")
        assert screen.wait_for_end() == 0
    check_golden(Path(__file__).parent / "golden" / "school-day.yaml", path.read_text("utf-8"))
    left = {found.name for found in tmp_path.iterdir()} - {"home", terminal_files(tmp_path).name}
    assert left == {"map.yaml", "minutes.md"}
    loaded = load(path)
    assert len(loaded.map.claims) == 15
    assert loaded.diagnostics == ()
