"""Small edits and writers for the tests of sessions."""

import threading
from pathlib import Path
from typing import NamedTuple

from argmap.errors import RefusedEdit
from argmap.model import Claim, Link, LinkKind, Map, link_id
from argmap.model.edits.edit import Edit
from argmap.sources import open_map
from argmap.store import Loaded, loads
from argmap.store.splices import Splice, difference
from argmap.store.write import write_map
from argmap.tui.session.mapfile import MapFile
from argmap.tui.session.scribe import Patcher
from argmap.tui.session.session import Session


class Rewritten(NamedTuple):
    splices: tuple[Splice, ...]
    loaded: Loaded


def rewritten(loaded: Loaded, edit: Edit) -> Rewritten:
    """Writes the whole file anew, as no real writer would."""
    text = write_map(edit.map)
    return Rewritten(difference(loaded.raw, text), loads(text, loaded.path))


class Gate:
    """A writer that waits until it is let through, and refuses or fails at some edits."""

    def __init__(self, refuses: str = "", fails: str = "") -> None:
        self.open = threading.Event()
        self.refuses, self.fails = refuses, fails

    def __call__(self, loaded: Loaded, edit: Edit) -> Rewritten:
        assert self.open.wait(30)
        if edit.name == self.refuses:
            raise RefusedEdit("no", "Do something else.")
        if edit.name == self.fails:
            raise IndexError("a bug")
        return rewritten(loaded, edit)


def reworded(before: Map, claim: str, words: str) -> Edit:
    """A claim says something else."""
    claims = tuple(
        found.model_copy(update={"claim": words}) if found.id == claim else found
        for found in before.claims
    )
    name = f"reword {claim}: {words}"
    return Edit(before.model_copy(update={"claims": claims}), name, focus=f"|{claim}")


def supported(before: Map, claim: str, words: str, name: str) -> Edit:
    """A new claim supports another."""
    link = Link(id=link_id((name,), claim), kind=LinkKind.SUPPORT, premises=(name,), target=claim)
    after = before.model_copy(
        update={
            "claims": (*before.claims, Claim(id=name, claim=words)),
            "links": (*before.links, link),
        }
    )
    return Edit(after, f"add {name}", focus=f"{link.id}|{name}")


def renamed(before: Map, old: str, new: str) -> Edit:
    """A claim without links has another id."""
    claims = tuple(
        found.model_copy(update={"id": new}) if found.id == old else found
        for found in before.claims
    )
    return Edit(before.model_copy(update={"claims": claims}), f"rename {old}", claims={old: new})


def session_on(path: Path, patcher: Patcher | None = None, **sources: str) -> Session:
    """A session on a map file; with the real writer unless another is given."""
    file = MapFile(str(path), sources)
    opened = open_map(str(path), sources)
    return Session(opened, file) if patcher is None else Session(opened, file, patcher)
