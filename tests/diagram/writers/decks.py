"""Decks to write: pages that lead to one another, and pages with everything there can be."""

from argmap.diagram.compose import compose
from argmap.diagram.lettering.fonts import Weight
from argmap.diagram.pages.page import Deck, Page
from argmap.diagram.scene import Box, Cell, Key, Plate, Scene, Sign, Text
from argmap.diagram.view import Kind, view
from tests.diagram.maps import HOSTILE, buses, tidy


def branches() -> Deck:
    """A page from which two others lead on, from one of which another does."""
    overview = _leading(compose(view(buses())), {1: "p2", 3: "p4"}, ())
    second = _leading(compose(view(tidy(12, 2))), {2: "p3"}, ("p1",))
    third = _leading(compose(view(tidy(8, 3))), {}, ("p1", "p2"))
    fourth = _leading(compose(view(tidy(9, 4))), {}, ("p1",))
    return Deck(
        "Free city buses",
        "Whether a city should drop bus fares.",
        (
            Page(overview, "Overview", "p1", "Motion: Make buses free.\n  Note: slowly"),
            Page(second, "Fewer cars", "p2", "Because: fewer cars."),
            Page(fourth, "Lost fares", "p4"),
            Page(third, "Former walkers", "p3"),
        ),
    )


def _leading(scene: Scene, onwards: dict[int, str], back: tuple[str, ...]) -> Scene:
    boxes = list(scene.boxes)
    for place, goal in onwards.items():
        box = boxes[place]
        last = box.cells[-1].text
        more = last._replace(y=last.y + 3, lines=("» +7",), weight=Weight.MEDIUM, kind=box.kind)
        boxes[place] = box._replace(more=more, goal=goal)
    steps = tuple(
        Text(20 + 50 * place, 12, (f"step {place}",), 11, 15, muted=True, goal=goal)
        for place, goal in enumerate(back)
    )
    return scene._replace(boxes=tuple(boxes), around=steps)


def in_steps(deck: Deck) -> Deck:
    """Each page twice, as it builds up."""
    pages = []
    for page in deck.pages:
        pages += [page, page._replace(anchor=f"{page.anchor}-2")]
    return deck._replace(pages=tuple(pages))


GOALS = (
    "p2",
    "#p1",
    "p9",
    "https://example.org/a?b=c&d=(e)#f",
    "mailto:someone@example.org",
    "http://exämple.org/ä%20b",
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    'https://x.org/"onclick=alert(1)',
    "https://x.org/ y",
    "//example.org",
    "https://x.org/\\end{frame}%{}~^_#$",
)
"""Where links of the full deck lead; the first two are pages, some of the others addresses."""


def full(texts: tuple[str, ...] = HOSTILE) -> Deck:
    """Two pages with everything that a scene can have, made of these texts."""
    first = _page("p1", texts)
    return Deck(texts[5], " ".join(texts[:9]), (first, _page("p2", texts[::-1])))


def _page(anchor: str, texts: tuple[str, ...]) -> Page:
    kinds = list(Kind)
    boxes = tuple(
        _box(kinds[place % 5], 30.5 * place, text, "p2" if place % 3 else GOALS[6])
        for place, text in enumerate(texts)
    )
    around = tuple(
        Text(400, 20 * place + 40, (goal,), 9, 11, muted=place % 2 > 0, goal=goal)
        for place, goal in enumerate(GOALS)
    )
    scene = Scene(
        *(960, 540, texts[1], texts[2], (), boxes),
        heading=Text(24, 30, (texts[3],), 22, 22, Weight.MEDIUM),
        legend=(
            Key(
                Sign(Kind.SUPPORT, 700, 500, 5), None, Text(710, 504, ("because: supports",), 9, 9)
            ),
            Key(None, Plate(800, 496, 12, 8, None), Text(816, 504, ("tag",), 9, 9), 2),
        ),
        around=around,
        plates=(Plate(800, 10, 30.25, 5, Kind.REBUTTAL), Plate(840, 10, 30, 5, None)),
    )
    return Page(scene, texts[4], anchor, "\n".join(texts))


def _box(kind: Kind, y: float, text: str, goal: str) -> Box:
    said = Text(52.25, y + 12, (text[:60],), 9.5, 11)
    return Box(
        *(kind, 40, y, 300, 28.75, 8, Sign(kind, 44, y + 8, 3)),
        cells=(Cell(y, 28, kind is Kind.ANSWER, said, "c"),),
        joins=(),
        word=Text(41, y - 3, ("because",), 7.5, 8, Weight.MEDIUM, kind),
        more=Text(52.25, y + 23, ("» +7, page 2",), 9.5, 11, Weight.MEDIUM, kind),
        goal=goal,
    )
