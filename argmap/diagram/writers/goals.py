"""Where links of a picture may lead: to a page of the same deck, into the web, or to a mailbox."""

import re
from collections.abc import Collection
from urllib.parse import quote

_ADDRESS = re.compile(r"(?:https?://[^/?#\s]|mailto:[^?#\s])\S*", re.IGNORECASE)
_KEPT = "%/:?#[]@!$&'()*+,;=~-._"
"""What an address may hold besides letters and digits, and keeps its meaning."""


def address(goal: str) -> str:
    """A web or mail address in plain ASCII; empty where `goal` is anything else."""
    if not goal.isprintable() or not _ADDRESS.fullmatch(goal):
        return ""
    return quote(goal, safe=_KEPT)


def page(goal: str, anchors: Collection[str]) -> str:
    """The anchor that `goal` names, with or without a leading ``#``; empty where there is none."""
    anchor = goal.removeprefix("#")
    return anchor if anchor in anchors else ""
