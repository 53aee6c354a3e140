"""What to say to a page: the spoken forms of its claims, and the remarks on them."""

from collections.abc import Iterable, Iterator

from argmap.diagram.view import WORDS, Node
from argmap.model import MapIndex
from argmap.text import one_line


def spoken(nodes: Iterable[Node], index: MapIndex) -> str:
    """A paragraph for each claim that these boxes state: as it is spoken, then its note."""
    return "\n".join(line for node in nodes for line in _lines(node, index))


def _lines(node: Node, index: MapIndex) -> Iterator[str]:
    word = WORDS[node.kind].capitalize()
    for cell in node.cells:
        claim = index.claims.get(cell.claim)
        if claim is None or cell.stub:
            continue
        said = one_line(claim.say or claim.claim)
        yield f"{word}: {said}" if word else said
        word = "And" if word else ""
        if claim.note:
            yield "  Note: " + "\n  ".join(claim.note.splitlines())
