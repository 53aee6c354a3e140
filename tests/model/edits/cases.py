"""Small maps to edit, and what became of them in a form that a test can state."""

from argmap.model import Map, MapIndex, Row, outline
from argmap.model.edits import Edit
from argmap.model.link import link_id
from argmap.store import loads
from tests.maps import TEACHING

BUSES = loads(TEACHING).index
"""free ← traffic (rebutted by walkers, undercut by ring), poor & ration; rebutted by cost."""


def read(entries: str) -> MapIndex:
    """The map with these entries."""
    loaded = loads(f"argmap: 1\nclaims:\n{entries}")
    assert [found for found in loaded.diagnostics if found.severity == "error"] == []
    return loaded.index


def row(index: MapIndex, key: str) -> Row:
    """The row of the outline with this key."""
    return next(row for row in outline(index) if row.key == key)


def place(index: MapIndex, key: str) -> tuple[list[Row], int]:
    """The outline, and where in it the row with this key is."""
    rows = outline(index)
    return rows, next(at for at, row in enumerate(rows) if row.key == key)


def after(edit: Edit) -> MapIndex:
    """The edited map, which holds what every map holds; the focus is one of its rows."""
    check_sound(edit.map)
    index = MapIndex(edit.map)
    if edit.focus:
        assert edit.focus in {row.key for row in outline(index)}
    return index


def links(edit: Edit) -> list[str]:
    """The links of the edited map by kind and id: ``+a>b``."""
    signs = {"support": "+", "rebuttal": "-", "undercut": "!"}
    return [f"{signs[link.kind]}{link.id}" for link in after(edit).map.links]


def claims(edit: Edit) -> list[str]:
    """The ids of the claims of the edited map."""
    return [claim.id for claim in after(edit).map.claims]


def check_sound(argument_map: Map) -> None:
    """What holds for every map that a file can hold."""
    index = MapIndex(argument_map)
    assert len(index.claims) == len(argument_map.claims)
    assert len(index.links) == len(argument_map.links)
    for link in argument_map.links:
        assert link.id.split("~")[0] == link_id(link.premises, link.target).split("~")[0]
        assert link.premises
        assert len(set(link.premises)) == len(link.premises)
        assert set(link.premises) <= index.claims.keys()
        if link.kind == "undercut":
            attacked = index.links[link.target]
            assert attacked.kind != "undercut" or set(attacked.premises) != set(link.premises)
        else:
            assert link.target in index.claims
            assert link.target not in link.premises
    assert argument_map.motion in {"", *index.claims}
