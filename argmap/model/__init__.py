"""Claims, links and the map, with the look-ups and projections that everything else uses."""

from argmap.model.claim import Citation, Claim, Sides, Source, Stance, Weigh
from argmap.model.index import MapIndex
from argmap.model.link import Basis, Link, LinkKind, link_id
from argmap.model.map import Map
from argmap.model.outline import Repeat, Role, Row, outline
from argmap.model.sides import Side, side_of, sides

__all__ = [
    "Basis",
    "Citation",
    "Claim",
    "Link",
    "LinkKind",
    "Map",
    "MapIndex",
    "Repeat",
    "Role",
    "Row",
    "Side",
    "Sides",
    "Source",
    "Stance",
    "Weigh",
    "link_id",
    "outline",
    "side_of",
    "sides",
]
