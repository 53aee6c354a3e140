"""A map told step by step: a page for each box as it comes in, everything at its final place."""

from argmap.diagram.pages.notes import spoken
from argmap.diagram.pages.page import Deck, Page
from argmap.diagram.scene import Scene
from argmap.diagram.view import Cell, Node
from argmap.model import MapIndex


def in_steps(deck: Deck, index: MapIndex) -> Deck:
    """Each page as often as it has boxes, with one more of them each time.

    They come in reading order, so that every objection is followed by its answer. The first step
    of a page has the page's anchor.
    """
    return deck._replace(pages=tuple(step for page in deck.pages for step in _steps(page, index)))


def _steps(page: Page, index: MapIndex) -> list[Page]:
    boxes = page.scene.boxes
    return [
        page._replace(
            scene=shown_until(page.scene, count),
            anchor=page.anchor if count == 1 else f"{page.anchor}-{count}",
            notes=_said(page.scene, count - 1, index),
        )
        for count in range(1, len(boxes) + 1)
    ] or [page]


def shown_until(scene: Scene, count: int) -> Scene:
    """A scene with its first boxes only, and the lines between these."""
    shown = [place for place, line in enumerate(scene.lines) if max(line.box, line.target) < count]
    new = {place: number for number, place in enumerate(shown)}
    lines = (scene.lines[place] for place in shown)
    return scene._replace(
        boxes=scene.boxes[:count],
        lines=tuple(
            line._replace(hits=new[line.hits]) if line.hits >= 0 else line
            for line in lines
            if line.hits < 0 or line.hits in new
        ),
    )


def _said(scene: Scene, place: int, index: MapIndex) -> str:
    box = scene.boxes[place]
    cells = tuple(Cell(cell.text.lines[0], cell.claim) for cell in box.cells)
    return spoken([Node(box.kind, "", -1, cells)], index)
