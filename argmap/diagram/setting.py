"""What all pictures of one export have in common, whatever their size."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from argmap.diagram.look.colouring import Colouring
from argmap.diagram.view import Node, View


@dataclass(frozen=True, slots=True)
class Setting:
    """How views are arranged, and what stands around the boxes."""

    layout: str = "hang"
    title: str = ""
    caption: str = ""
    legend: bool = True
    colours: Colouring = field(default_factory=Colouring)

    def below(self, view: View, nodes: Sequence[Node]) -> list[tuple[str, str]]:
        """The lines under a picture of some boxes of a view: their footnotes, then the caption.

        Each has a text, and the address that it leads to, if any.
        """
        used = {number for node in nodes for cell in node.cells for number in cell.notes}
        lines = [
            (note.text, note.url)
            for note in (view.footnotes[number - 1] for number in sorted(used))
        ]
        return [*lines, *([(self.caption, "")] if self.caption else [])]
