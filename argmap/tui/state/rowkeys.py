"""Keys of rows across edits: the same row has another key when its claim or link is renamed."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple


class Renames(NamedTuple):
    """What has another id now: from the old to the new."""

    claims: Mapping[str, str]
    links: Mapping[str, str]

    def key(self, key: str) -> str:
        """The key that a row has now."""
        link, bar, claim = key.partition("|")
        return f"{self.links.get(link, link)}{bar}{self.claims.get(claim, claim)}"

    def keys(self, keys: Iterable[str]) -> list[str]:
        """The keys that rows have now."""
        if not (self.claims or self.links):
            return list(keys)
        return [self.key(key) for key in keys]

    def ids(self, claims: Iterable[str]) -> list[str]:
        """The ids that claims have now."""
        return [self.claims.get(claim, claim) for claim in claims]
