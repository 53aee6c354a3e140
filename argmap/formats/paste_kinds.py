"""Words and signs at the start of a pasted line that tell what the claim does."""

import re
from typing import NamedTuple

from argmap.model.link import LinkKind

_SUPPORT = ("pro", "pros", "support", "supports", "supported by", "reason", "for", "because")
_REBUTTAL = (
    "con", "cons", "contra", "against", "rebuttal", "rebuts", "rebutted by", "objection",
    "counter", "counterargument", "counter-argument", "attack", "but",
)  # fmt: skip
_UNDERCUT = ("undercut", "undercuts", "undercut by", "undercutter")
_TOGETHER = ("and", "premise", "together with", "joint")
_KINDS: dict[str, LinkKind | None] = {
    **dict.fromkeys(_SUPPORT, LinkKind.SUPPORT),
    **dict.fromkeys(_REBUTTAL, LinkKind.REBUTTAL),
    **dict.fromkeys(_UNDERCUT, LinkKind.UNDERCUT),
    **dict.fromkeys(_TOGETHER, None),
}
_WORDS = "|".join(sorted(map(re.escape, _KINDS), key=len, reverse=True))
_LEAD = re.compile(
    rf"[*_\[(]{{0,3}}({_WORDS})\b(?:[*_\])]{{0,3}}\s*:|:?[*_]{{1,3}}(?=\s)|[\])])[*_]{{0,3}}\s*(?=\S)",
    re.IGNORECASE,
)
_BARE_LEAD = re.compile(r"(because|but),?\s+(?!for\b|of\b)(?=\S)", re.IGNORECASE)
_HEADING = re.compile(
    r"[*_]{0,3}(?:(?P<support>pros?|supports?|supporting (?:arguments|reasons)|"
    r"(?:arguments?|reasons?|points?) (?:for|pro)|reasons?|for)|"
    r"(?P<rebuttal>cons?|contra|against|objections?|rebuttals?|counter-?arguments?|"
    r"(?:arguments?|reasons?|points?) (?:against|con|contra))|"
    r"(?P<undercut>undercuts?))\s*:?[*_]{0,3}\s*:?",
    re.IGNORECASE,
)

SIGNS = {"+": LinkKind.SUPPORT, "-": LinkKind.REBUTTAL, "!": LinkKind.UNDERCUT}


class Told(NamedTuple):
    """What the start of a text tells of its claim."""

    text: str
    """The claim without what told it."""
    kind: LinkKind | None = None
    joint: bool = False


def told(text: str) -> Told:
    """What a claim does according to its first word, if that says so."""
    found = _LEAD.match(text)
    if found is not None:
        kind = _KINDS[found[1].lower()]
        return Told(text[found.end() :], kind, kind is None)
    found = _BARE_LEAD.match(text)
    if found is None:
        return Told(text)
    kind = _KINDS[found[1].lower()]
    rest = text[found.end() :]
    if kind is LinkKind.SUPPORT and "," in rest:
        # “Because it rains, we stay”: the word belongs to the sentence.
        return Told(text, kind)
    return Told(rest[:1].upper() + rest[1:], kind)


def heading_kind(text: str) -> LinkKind | None:
    """What the claims under a line do that is no claim itself: ``Arguments against:``."""
    found = _HEADING.fullmatch(text)
    return LinkKind(found.lastgroup) if found is not None and found.lastgroup else None
