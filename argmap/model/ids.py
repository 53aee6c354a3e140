"""Ids: what one looks like, and how free ones are given out."""

import re
from collections.abc import Iterable

from argmap.text import slug

ID_PATTERN = re.compile(r"[^\W_][\w.\-]{0,63}")
"""What an id looks like: a letter or digit, then letters, digits, '-', '_' and '.'."""


def is_id(text: str) -> bool:
    """Whether claims and sources can have this id."""
    return ID_PATTERN.fullmatch(text) is not None


class ClaimIds:
    """Gives out ids made of the claims' own words, so that they stay when other claims change."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        self._counts: dict[str, int] = {}

    def give(self, words: str) -> str:
        """A free id for a claim with these words: ``free-buses``, or ``free-buses-2``."""
        base = slug(words)
        name, number = base, self._counts.get(base, 1)
        while name in self._taken:
            number += 1
            name = f"{base}-{number}"
        self._counts[base] = number
        self._taken.add(name)
        return name


class LinkIds:
    """Gives out ids of links: a second link with the same ends gets ``~2``, a third ``~3``."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}

    def give(self, ends: str) -> str:
        """A free id for a link whose ends are named by `ends`, as `link_id` does."""
        number = self._counts.get(ends, 0) + 1
        if number == 1:
            self._counts[ends] = 1
            return ends
        while f"{ends}~{number}" in self._counts:
            number += 1
        name = f"{ends}~{number}"
        self._counts[ends] = number
        self._counts[name] = 1
        return name
