"""What somebody who read in a source wants to do with a passage of it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from argmap.errors import RefusedEdit
from argmap.model import Citation
from argmap.sources.anchor import anchor
from argmap.sources.passage import Passage, reading_text
from argmap.tui.commands.base import ONLY_READ
from argmap.tui.source.reader import SourceReader


class SourceAct(StrEnum):
    """What is to be done."""

    CITE = "cite"
    """Add the citation to the claim that the source was opened for."""
    SUPPORT = "support"
    REBUTTAL = "rebuttal"
    CLAIM = "claim"
    """Make a claim on its own of it."""
    GOTO = "goto"
    """Go to the claim that cites it already."""


class Offer(NamedTuple):
    """What may be done with a passage, and what is said where something else is tried."""

    acts: frozenset[SourceAct]
    otherwise: str = ""


EVERYTHING = Offer(frozenset(SourceAct))
FOR_NO_CLAIM = Offer(
    frozenset({SourceAct.CLAIM, SourceAct.GOTO}),
    "No claim was under the cursor. Press a to make one of the passage.",
)
ANOTHER_PASSAGE = Offer(
    frozenset({SourceAct.CITE}),
    "Here you choose the passage of a citation: Enter takes it, Esc leaves it as it was.",
)
TO_READ = Offer(frozenset({SourceAct.GOTO}), ONLY_READ)


@dataclass(frozen=True, slots=True)
class SourceChoice:
    """An act, and what it needs: the passage's citation and words, or the claim to go to."""

    kind: SourceAct
    citation: Citation | None = None
    words: str = ""
    """The passage as one reads it, on one line."""
    claim: str | None = None
    offset: int = 0
    """Where the passage starts in its source."""


def choice_of(reader: SourceReader, kind: SourceAct) -> SourceChoice:
    """The choice of what is selected, or of the sentence under the cursor.

    Takes as long as it takes to look through the source a few times.

    Raises:
        RefusedEdit: there are no words there, or they cannot be told from others.
    """
    target = reader.target
    if target is None:
        raise RefusedEdit("There are no words here.", "Select some words to cite.")
    document = reader.document
    citation = anchor(document, *target, document.id)
    passage = Passage(*target, document.text[slice(*target)], exact=True)
    words = reading_text(document, passage)
    return SourceChoice(kind, citation, words, offset=passage.start)
