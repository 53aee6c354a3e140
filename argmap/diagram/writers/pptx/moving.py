"""A whole scene moved and enlarged, for slides that are not as large as their scene."""

from argmap.diagram.drawing import placed_at
from argmap.diagram.scene import Drawing, Key, Plate, Point, Scene, Sign, Text


def moved(scene: Scene, corner: Point, scale: float) -> Scene:
    """The scene enlarged, and then moved so that its left upper corner is at `corner`."""
    left, top = corner
    if not left and not top and scale == 1:
        return scene

    def text(old: Text) -> Text:
        x, y = old.x * scale + left, old.y * scale + top
        return old._replace(x=x, y=y, size=old.size * scale, leading=old.leading * scale)

    def plate(old: Plate) -> Plate:
        x, y = old.x * scale + left, old.y * scale + top
        return old._replace(x=x, y=y, width=old.width * scale, height=old.height * scale)

    def key(old: Key) -> Key:
        sign = old.sign
        if sign:
            at = sign.x * scale + left, sign.y * scale + top
            sign = Sign(sign.kind, *at, sign.radius * scale)
        placed = plate(old.plate) if old.plate else None
        return old._replace(sign=sign, plate=placed, text=text(old.text))

    drawn = placed_at(Drawing(scene.width, scene.height, scene.lines, scene.boxes), corner, scale)
    return scene._replace(
        lines=drawn.lines,
        boxes=drawn.boxes,
        heading=text(scene.heading) if scene.heading else None,
        legend=tuple(map(key, scene.legend)),
        around=tuple(map(text, scene.around)),
        plates=tuple(map(plate, scene.plates)),
    )
