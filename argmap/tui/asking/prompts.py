"""What a command may ask of whoever sits at the screen. Nothing here knows how it is drawn.

An answer of None always means: leave it, change nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

Answer = TypeVar("Answer")

MOST_CHARACTERS = 20_000
"""Longer answers are cut, and the cut is told: a claim is one statement."""


class Prompt(Generic[Answer]):
    """A question whose answer is an `Answer`, or None."""


@dataclass(frozen=True)
class TextPrompt(Prompt[str]):
    """Asks for a text; a claim wraps over several lines, but stays one paragraph."""

    title: str
    value: str = ""
    """What stands there to begin with."""
    about: str = ""
    """The claim that the text is about or hangs under, shown above."""
    hint: str = ""
    """What to write, shown while nothing is written."""
    lines: bool = False
    """Whether line breaks belong to the text, as in an outline that is pasted."""
    optional: bool = False
    """Whether an empty text is an answer too."""


class Option(NamedTuple):
    """One answer of a `Choice`."""

    key: str
    """The letter that chooses it, and the answer."""
    label: str
    help: str = ""


@dataclass(frozen=True)
class Choice(Prompt[str]):
    """Asks for one of a few answers, each with a letter of its own."""

    title: str
    options: Sequence[Option]
    body: str = ""
    """What is to be known before choosing: a claim, what would be lost, a comparison."""


class Item(NamedTuple):
    """One line of a `Pick`."""

    id: str
    text: str
    extra: str = ""
    """What is said behind the text, more faintly."""


@dataclass(frozen=True)
class Pick(Prompt[str]):
    """Asks for one of many items, found by a few letters; the answer is the item's id."""

    title: str
    items: Sequence[Item]
    hint: str = ""
    ids: bool = False
    """Whether the ids are words of the map, and so worth showing."""
