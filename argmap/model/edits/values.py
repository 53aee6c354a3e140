"""What users type for a field, as values of the model, and values as one would type them."""

import re
from enum import StrEnum
from typing import TypeVar

from argmap.errors import RefusedEdit
from argmap.model.claim import MAX_SHORT_WORDS, Claim, Stance, Weigh
from argmap.model.link import Basis, Link
from argmap.text import clean, count, ellipsis, nearest, one_line

WEIGHING = tuple(Weigh.model_fields)
"""The parts of `weigh`, which are typed one by one."""

CLAIM_FIELDS = (
    *("claim", "short", "say", "kind", "implicit", "weight", "assumed", "tags", "note", "speaker"),
    *("stance", *WEIGHING),
)
"""The fields of a claim that are typed, with the parts of `weigh`."""

LINK_FIELDS = ("strength", "warrant", "scheme", "basis")
"""The fields of a link that are typed."""

Value = str | bool | float | tuple[str, ...] | StrEnum | None
Word = TypeVar("Word", bound=StrEnum)

_SHARES = {
    "weight": float(Claim.model_fields["weight"].default),
    "strength": float(Link.model_fields["strength"].default),
}
_CHOICES: dict[str, type[StrEnum]] = {"stance": Stance, "basis": Basis}
_NUMBER = re.compile(r"((?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e-?\d{1,3})?) ?(%?)")
_YES = frozenset({"yes", "y", "true", "on", "1"})
_NO = frozenset({"", "no", "n", "false", "off", "0"})


def parse_field(field: str, words: str) -> Value:
    """The value that a user means by some words for a field of a claim or link.

    Nothing stands for the default. Texts come cleaned and on one line, but for a `note`.

    Raises:
        RefusedEdit: the field cannot have it.
    """
    if field in _SHARES:
        return _share(field, one_line(words))
    if field in {"implicit", "assumed"}:
        return _yes_or_no(field, one_line(words).lower())
    if field in _CHOICES:
        return _choice(field, _CHOICES[field], one_line(words).lower())
    if field == "tags":
        return tuple(dict.fromkeys(tag for part in words.split(",") if (tag := one_line(part))))
    if field == "note":
        return paragraphs(words)
    text = one_line(words)
    if field == "claim" and not text:
        raise RefusedEdit("A claim cannot be empty.", "Write one sentence, or remove the claim.")
    if field == "short" and len(text.split()) > MAX_SHORT_WORDS:
        raise RefusedEdit(
            f"The short form has {count(len(text.split()), 'word')}.",
            f"Use {MAX_SHORT_WORDS} or fewer, so that it fits into a box.",
        )
    return text


def field_words(owner: Claim | Link, field: str) -> str:
    """The value of a field as one would type it; empty for the default."""
    if field in WEIGHING:
        return str(getattr(owner.weigh, field, "")) if isinstance(owner, Claim) else ""
    value = getattr(owner, field)
    if value is None or value == type(owner).model_fields[field].default:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(value)
    return str(value)


def paragraphs(words: str) -> str:
    """A text that keeps its line breaks, cleaned."""
    return "\n".join(line.rstrip() for line in clean(words).splitlines()).strip()


def _share(field: str, words: str) -> float:
    if not words:
        return _SHARES[field]
    found = _NUMBER.fullmatch(words)
    share = float(found[1].replace(",", ".")) / (100 if found[2] else 1) if found else -1.0
    if not 0 <= share <= 1:
        raise RefusedEdit(
            f"The {field} is a number from 0 to 1, not “{ellipsis(words, 20)}”.",
            "Write it as in 0.7 or 70 %, or leave it empty for the default.",
        )
    return share


def _yes_or_no(field: str, words: str) -> bool:
    if words not in _YES | _NO:
        raise RefusedEdit(
            f"A claim is {field} or not; “{ellipsis(words, 20)}” could mean either.",
            "Write yes or no.",
        )
    return words in _YES


def _choice(field: str, words_of: type[Word], words: str) -> Word | None:
    if words in {"", "none"}:
        return None
    known = [word.value for word in words_of]
    if words in known:
        return words_of(words)
    guess = nearest(words, known)
    raise RefusedEdit(
        f"The {field} is {' or '.join(known)}, not “{ellipsis(words, 20)}”.",
        f"Did you mean {guess}?" if guess else "Write one of these, or nothing.",
    )
