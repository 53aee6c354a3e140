"""Where one has been: back and forward as in a browser."""

from collections.abc import Container

from argmap.tui.state.rowkeys import Renames

_MOST = 500
"""Visits that are remembered in either direction."""


class Visits:
    """The rows that jumps started from, by key. Rows that are gone are passed over."""

    def __init__(self) -> None:
        self.behind: list[str] = []
        """The latest last."""
        self.ahead: list[str] = []
        """Those that going back has left, the next last."""

    def leave(self, key: str) -> None:
        """Remember where a jump starts; it leads to no place that was ahead."""
        if self.behind[-1:] != [key]:
            self.behind.append(key)
        del self.behind[:-_MOST]
        self.ahead.clear()

    def back(self, here: str, known: Container[str]) -> str | None:
        """Go back from `here`: the key to go to, if there is one."""
        return _step(self.behind, self.ahead, here, known)

    def forward(self, here: str, known: Container[str]) -> str | None:
        """Take back going back."""
        return _step(self.ahead, self.behind, here, known)

    def renamed(self, renames: Renames) -> "Visits":
        """The same visits after an edit."""
        visits = Visits()
        visits.behind = renames.keys(self.behind)
        visits.ahead = renames.keys(self.ahead)
        return visits


def _step(source: list[str], other: list[str], here: str, known: Container[str]) -> str | None:
    while source:
        key = source.pop()
        if key in known and key != here:
            other.append(here)
            return key
    return None
