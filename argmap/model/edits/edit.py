"""What an edit of a map comes to: the new map, and how it is related to the one before."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from argmap.model.map import Map


@dataclass(frozen=True, slots=True)
class Edit:
    """A map after one command. The map before is left as it was."""

    map: Map
    name: str
    """What was done, as undo names it: ``move ‘walkers’ under ‘cost’``."""
    focus: str = ""
    """Key of the outline row that the cursor belongs on afterwards; empty: where it was."""
    claims: Mapping[str, str] = field(default_factory=dict)
    """Claims that have another id now: from the old to the new."""
    links: Mapping[str, str] = field(default_factory=dict)
    """Links that became others, with what the file says of them: from the old id to the new."""
