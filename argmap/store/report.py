"""Collecting diagnostics while one file is read."""

from argmap.errors import Diagnostic, Span

LIMIT_PER_CODE = 100


class Report:
    """The diagnostics of one file, in the order of their discovery.

    One bad habit repeated ten thousand times is shown a hundred times, and counted.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self._found: list[Diagnostic] = []
        self._counts: dict[str, int] = {}

    def add(
        self,
        code: str,
        message: str,
        *,
        line: int = 1,
        column: int = 1,
        length: int = 1,
        remedy: str = "",
    ) -> None:
        """Note one diagnostic at a place of the file (line and column count from 1)."""
        self.add_at(code, message, Span(self.path, line, column, max(1, length)), remedy)

    def add_at(self, code: str, message: str, span: Span, remedy: str = "") -> None:
        """Note one diagnostic at a span."""
        self._counts[code] = self._counts.get(code, 0) + 1
        if self._counts[code] <= LIMIT_PER_CODE:
            self._found.append(Diagnostic(code, message, span, remedy))

    def drop(self, codes: frozenset[str]) -> None:
        """Forget what was noted under these codes."""
        self._found = [found for found in self._found if found.code not in codes]
        for code in codes:
            self._counts.pop(code, None)

    def diagnostics(self) -> list[Diagnostic]:
        """All that was noted; the last of a code that passed the limit says how many follow."""
        shown = list(self._found)
        for code, count in self._counts.items():
            if count > LIMIT_PER_CODE:
                last = max(place for place, found in enumerate(shown) if found.code == code)
                more = f"{shown[last].message} (and {count - LIMIT_PER_CODE:,} more of {code})"
                shown[last] = Diagnostic(code, more, shown[last].span, shown[last].remedy)
        return shown
