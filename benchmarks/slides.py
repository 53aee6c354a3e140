"""How large text is on a slide, in every layout and beside Graphviz on the same claims.

    python benchmarks/slides.py

Maps of 10 to 160 claims of about fifty characters are arranged to fill the room that a 16:9 slide
leaves below its title; what counts is the size of the text in points once they fill it, in the
median of five maps. Graphviz is given the same claims as plain boxes, from top to bottom and from
left to right, wrapped at several widths, as they are and after `unflatten`; its best picture
counts.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from statistics import mean, median

sys.path.insert(0, str(Path(__file__).parent.parent))

from argmap.diagram.layout import LAYOUTS, ROOMY, SLIDE, TIGHT, arrange
from argmap.diagram.layout.measured import BODY
from argmap.diagram.lettering import metrics
from argmap.diagram.lettering.fonts import FAMILY, folder
from argmap.diagram.view import Labels, View, view
from argmap.diagram.writers.dot import quoted
from argmap.model import Claim, Link, LinkKind, Map, MapIndex, link_id

_GOALS = {10: 23, 20: 16, 24: 14}
_GOAL_SHORT = 13
_SEEDS = range(1, 6)
_HEADS = {10: 4}
_WRAPS = {"TB": (70, 90, 110, 140), "LR": (150, 190, 230, 280)}
_SUBJECTS = ("The council", "A city toll", "Free travel", "The new line", "Every district")
_VERBS = ("would cut", "may well raise", "does not change", "could double", "has lowered")
_OBJECTS = ("traffic in the centre", "the cost of living", "noise at night", "local trade", "trust")
_TAILS = ("soon.", "for many.", "in suburbs.", "this year.", "at once.")
_SHORTS = (
    "Less traffic in town",
    "Dearer homes for tenants",
    "Night noise stays loud",
    "Trade doubles within months",
    "Trust was lower before",
)


def slide_map(size: int, seed: int = 1) -> MapIndex:
    """A tree filled level by level: four or six heads, then one to three answers to each claim."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    claims, links, waiting = [_claim(chance, 0)], [], [(0, _HEADS.get(size, 6))]
    while len(claims) < size:
        target, count = waiting.pop(0)
        for number in range(len(claims), min(size, len(claims) + count)):
            claims.append(_claim(chance, number))
            kind = chance.choice((LinkKind.SUPPORT, LinkKind.SUPPORT, LinkKind.REBUTTAL))
            name = link_id((f"c{number}",), f"c{target}")
            links.append(Link(id=name, kind=kind, premises=(f"c{number}",), target=f"c{target}"))
            waiting.append((number, chance.randint(1, 3)))
    return MapIndex(Map(title=f"{size} claims", claims=tuple(claims), links=tuple(links)))


def _claim(chance: random.Random, number: int) -> Claim:
    subject, verb, thing, tail = map(chance.choice, (_SUBJECTS, _VERBS, _OBJECTS, _TAILS))
    text = f"{subject} {verb} {thing} {tail}"
    return Claim(id=f"c{number}", claim=text, short=chance.choice(_SHORTS))


def points(width: float, height: float) -> float:
    """Size of the text once a picture of this size fills the slide."""
    return BODY * min(SLIDE[0] / width, SLIDE[1] / height)


def ours(shown: View) -> dict[str, float]:
    """Sizes of text by layout and spacing."""
    found = {}
    for layout, (name, spacing) in product(LAYOUTS, (("roomy", ROOMY), ("tight", TIGHT))):
        placed = arrange(shown, layout, spacing)
        found[f"{layout} {name}"] = points(placed.width, placed.height)
    return found


def _graphs(shown: View) -> Iterator[tuple[str, str]]:
    for direction, wraps in _WRAPS.items():
        for wrap in wraps:
            yield f"{direction}, boxes {wrap} wide", _graph(shown, direction, wrap / BODY)


def _graph(shown: View, direction: str, room: float) -> str:
    lines = [
        f"digraph {{ rankdir={direction}; nodesep=0.12; ranksep=0.25;",
        f'node [shape=box, fontname="{FAMILY}", fontsize={BODY}, margin="0.08,0.04", height=0];',
    ]
    for place, node in enumerate(shown.nodes):
        wrapped = metrics.wrap(node.cells[0].text, room)
        label = "\\n".join(quoted(line.strip())[1:-1] for line in wrapped)
        lines.append(f'n{place} [label="{label}"];')
        if node.parent >= 0:
            lines.append(f"n{node.parent} -> n{place};")
    return "\n".join([*lines, "}"])


def _settings(place: Path) -> dict[str, str]:
    """The environment of this process, with the bundled font for Graphviz."""
    settings = place / "fonts.conf"
    settings.write_text(
        f"<fontconfig><dir>{folder()}</dir><cachedir>{place}</cachedir></fontconfig>", "utf-8"
    )
    return {**os.environ, "FONTCONFIG_FILE": str(settings)}


def _ran(command: list[str], text: str, settings: dict[str, str]) -> str:
    done = subprocess.run(
        command, input=text, env=settings, capture_output=True, text=True, check=True, timeout=20
    )
    return done.stdout


def graphviz_best(shown: View) -> tuple[float, str]:
    """The size of text in the best of many pictures by `dot`, and how that one was made."""
    found = []
    with tempfile.TemporaryDirectory() as place:
        settings = _settings(Path(place))
        for name, graph in _graphs(shown):
            variants = {name: graph}
            if shutil.which("unflatten"):
                stretched = _ran(["unflatten", "-l", "3", "-f", "-c", "3"], graph, settings)
                variants[f"{name}, unflatten"] = stretched
            for variant, text in variants.items():
                _, _, width, height = _ran(["dot", "-Tplain"], text, settings).split()[:4]
                found.append((points(72 * float(width), 72 * float(height)), variant))
    return max(found)


def report(size: int, labels: Labels, goal: float | None) -> None:
    """Print sizes for maps of one size: the median of several."""
    views = [view(slide_map(size, seed), labels) for seed in _SEEDS]
    texts = [node.cells[0].text for shown in views for node in shown.nodes]
    found = list(map(ours, views))
    middle = {name: median(each[name] for each in found) for name in found[0]}
    best = middle["hang tight"]
    print(f"{size} claims, {mean(map(len, texts)):.0f} characters each", end="")
    if goal is not None:
        print(f"; goal for hang tight {goal}:", "met" if best >= goal else "MISSED", end="")
    print()
    for layout in LAYOUTS:
        roomy, tight = middle[f"{layout} roomy"], middle[f"{layout} tight"]
        print(f"  {layout:<10} roomy {roomy:5.1f} pt   tight {tight:5.1f} pt")
    if shutil.which("dot"):
        theirs = list(map(graphviz_best, views))
        size_there = median(each for each, _ in theirs)
        how = sorted(theirs)[len(theirs) // 2][1]
        print(f"  Graphviz         {size_there:5.1f} pt   ({how});", end=" ")
        print(f"hang tight {best / size_there:.2f} times")


def main() -> None:
    """Print all measurements."""
    if not shutil.which("dot"):
        print("There is no dot on this machine to compare with.")
    for size in (10, 20, 24, 40, 80, 160):
        report(size, "claim", _GOALS.get(size))
    report(40, "short", _GOAL_SHORT)


if __name__ == "__main__":
    main()
