"""What a picture shows: the map, or a part of it, as a tree of boxes with the words on them."""

from argmap.diagram.view.build import LONGEST_TEXT, Labels, view
from argmap.diagram.view.choice import Choice, chosen
from argmap.diagram.view.merge import Spot, merged, stub_spots
from argmap.diagram.view.nodes import MEANINGS, WORDS, Cell, Cross, Footnote, Kind, Node, View

__all__ = [
    "LONGEST_TEXT",
    "MEANINGS",
    "WORDS",
    "Cell",
    "Choice",
    "Cross",
    "Footnote",
    "Kind",
    "Labels",
    "Node",
    "Spot",
    "View",
    "chosen",
    "merged",
    "stub_spots",
    "view",
]
