"""What a session tells: what became in the background of edits and of saving."""

from dataclasses import dataclass

from argmap.errors import FileError, RefusedEdit
from argmap.sources import Opened
from argmap.tui.session.history import Step


@dataclass(frozen=True)
class Written:
    """All edits are in the text; `opened` is the reading of it, with its diagnostics."""

    opened: Opened


@dataclass(frozen=True)
class Refused:
    """An edit cannot be written; it was taken back, and the later ones with it."""

    step: Step
    reason: RefusedEdit
    later: tuple[Step, ...] = ()


@dataclass(frozen=True)
class Saved:
    """The file has the edits."""


@dataclass(frozen=True)
class SaveFailed:
    """The file does not have them; where they are safe is in the remedy."""

    error: FileError


@dataclass(frozen=True)
class JournalTrouble:
    """The journal cannot be written; the sentence says what to do."""

    words: str


@dataclass(frozen=True)
class KeptAgain:
    """The journal could be written after all."""


News = Written | Refused | Saved | SaveFailed | JournalTrouble | KeptAgain
