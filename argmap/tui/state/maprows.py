"""The rows of one reading of a map, and what can be looked up about them.

Rows are named by their place, the index in `rows`. What not every screen needs is worked out
when it is first asked for: an edit of a large map must show at once.
"""

from collections import Counter, defaultdict
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from argmap.errors import Diagnostic, Severity
from argmap.model import Row, Side, sides
from argmap.model.counts import Counts, counts
from argmap.model.outline import number
from argmap.tui.state.texts import claim_texts

if TYPE_CHECKING:
    from argmap.sources import Opened
    from argmap.tui.state.filters import Ground


class MapRows:
    """The rows of one open map. Nothing here changes."""

    def __init__(self, opened: "Opened") -> None:
        self.opened = opened
        self.index = opened.index
        self.rows: list[Row] = opened.index.rows
        self.places: dict[str, int] = {row.key: place for place, row in enumerate(self.rows)}

    @cached_property
    def occurrences(self) -> dict[str, list[int]]:
        """All rows of each claim."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, row in enumerate(self.rows):
            if row.claim is not None:
                found[row.claim].append(place)
        return found

    @cached_property
    def carriers(self) -> dict[str, int]:
        """For each claim the row that carries what hangs under it."""
        return {
            row.claim: place
            for place, row in enumerate(self.rows)
            if row.claim is not None and row.repeat is None
        }

    @cached_property
    def sides(self) -> dict[str, Side]:
        """The side of every claim and link that has one."""
        return sides(self.index)

    @cached_property
    def counts(self) -> Counts:
        """The figures of the map."""
        return counts(self.index, self.sides)

    @cached_property
    def problems(self) -> dict[str, list[Diagnostic]]:
        """The diagnostics of each claim that has any."""
        if not self.opened.diagnostics:
            return {}
        from argmap.tui.state.locate import Locator  # noqa: PLC0415 - there is usually nothing to locate

        return Locator(self.opened.loaded.spans.claims).by_claim(self.opened.diagnostics)

    @cached_property
    def severities(self) -> Counter[Severity]:
        """How many diagnostics there are of each severity."""
        return Counter(found.severity for found in self.opened.diagnostics)

    @cached_property
    def texts(self) -> dict[str, str]:
        """For each claim all that a search looks through."""
        return claim_texts(self.opened, self.index)

    @cached_property
    def row_texts(self) -> list[str]:
        """The same by place; empty for a row that does not carry its claim."""
        return [
            "" if row.claim is None or row.repeat is not None else self.texts[row.claim]
            for row in self.rows
        ]

    @cached_property
    def ground(self) -> "Ground":
        """What filters look at."""
        from argmap.tui.state.filters import Ground  # noqa: PLC0415 - only filters need it

        return Ground(self.index, self.sides, lambda: self.texts)

    @cached_property
    def _claims_before(self) -> list[int]:
        return [0, *accumulate(row.claim is not None for row in self.rows)]

    def claims_within(self, start: int, end: int) -> int:
        """Number of rows from `start` on, and before `end`, that stand for a claim."""
        return self._claims_before[end] - self._claims_before[start]

    def number(self, place: int) -> str:
        """The row's number in the outline, as in ``1.2.3``."""
        return number(self.rows, place)

    def path(self, place: int) -> list[int]:
        """The places from the root down to the row's parent."""
        found, above = [], self.rows[place].parent
        while above >= 0:
            found.append(above)
            above = self.rows[above].parent
        return found[::-1]

    def premises(self, place: int) -> list[str]:
        """The claim of a row; the claims of a group."""
        row = self.rows[place]
        return (
            [row.claim] if row.claim is not None else [*self.index.links[row.link or ""].premises]
        )
