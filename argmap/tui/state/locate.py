"""Which claim a diagnostic is about, judged by where it stands in the file."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping

from argmap.errors import Diagnostic, Span


class Locator:
    """Finds the claim whose entry holds a place of the file."""

    def __init__(self, claims: Mapping[str, Span]) -> None:
        placed = sorted((span.line, span.column, claim) for claim, span in claims.items())
        self._starts = [(line, column) for line, column, _ in placed]
        self._claims = [claim for _, _, claim in placed]
        self._outer: list[int] = []
        """For each claim the nearest earlier one that is indented less; -1 for none."""
        for place, (_, column) in enumerate(self._starts):
            outer = place - 1
            while outer >= 0 and self._starts[outer][1] >= column:
                outer = self._outer[outer]
            self._outer.append(outer)

    def claim_at(self, span: Span) -> str | None:
        """The last claim that starts before the place and is not indented deeper than it."""
        found = bisect_right(self._starts, (span.line, span.column)) - 1
        while found >= 0 and self._starts[found][1] > span.column:
            found = self._outer[found]
        return self._claims[found] if found >= 0 else None

    def by_claim(self, diagnostics: Iterable[Diagnostic]) -> dict[str, list[Diagnostic]]:
        """The diagnostics of each claim that has any."""
        sorted_out: dict[str, list[Diagnostic]] = defaultdict(list)
        for diagnostic in diagnostics:
            claim = self.claim_at(diagnostic.span)
            if claim is not None:
                sorted_out[claim].append(diagnostic)
        return dict(sorted_out)
