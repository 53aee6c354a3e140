"""A small diagram of the claim under the cursor, in text: what it bears on, and what bears on it.

Above the claim's box stand the claims it serves or attacks, below it those that serve or attack
it. Premises that only work together are bracketed, and an undercut hangs beside the step it hits.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from argmap.model import Link, LinkKind, Role, side_of
from argmap.model.outline import VERBS
from argmap.text import Measure, count, ellipsis, width
from argmap.tui.state.browse import BrowseState
from argmap.tui.written.captions import flags, number
from argmap.tui.written.marks import UNICODE, Marks
from argmap.tui.written.pieces import Line, Piece, joined, styled, wrapped

_WIDEST = 100
"""Cells; longer lines are hard to read."""
_MOST_LINES = 4
"""Lines that one claim may take where there is room for all of them."""


class _Frame(NamedTuple):
    top_left: str
    top_right: str
    bottom_left: str
    bottom_right: str
    across: str
    down: str
    up_join: str
    down_join: str
    tee: str


_ROUND = _Frame("╭", "╮", "╰", "╯", "─", "│", "┴", "┬", "├")
_TYPED = _Frame("+", "+", "+", "+", "-", "|", "+", "+", "|")


class _Entry(NamedTuple):
    """A claim of the neighbourhood, before it is wrapped."""

    lead: str
    """Stands before its first line."""
    hang: str
    """Stands before its further lines."""
    sign: Piece
    pieces: list[Piece]
    goto: int | None


def neighbourhood(
    state: BrowseState,
    cells: int,
    height: int,
    measure: Measure = width,
    marks: Marks = UNICODE,
) -> list[Line]:
    """The diagram around the cursor's row, in at most so many cells and lines.

    Every claim in it leads there when clicked. A window of less than three lines shows no frame.
    """
    if state.row is None:
        return [[Piece("faint", ellipsis("There is no claim to show.", cells, measure))]]
    return _Diagram(state, min(max(cells, 16), _WIDEST), measure, marks).lines(height)


class _Diagram:
    def __init__(self, state: BrowseState, cells: int, measure: Measure, marks: Marks) -> None:
        self.state = state
        self.index = state.index
        self.cells = cells
        self.measure = measure
        self.marks = marks
        self.frame = _TYPED if marks.guide.isascii() else _ROUND
        place = state.cursor
        self.row = state.rows[place]
        own = state.index.links.get(self.row.link or "")
        if self.row.claim is None:
            self.steps = [own] if own is not None else []
            onto: list[Link] = []
        else:
            self.steps = state.index.links_from(self.row.claim)
            onto = state.index.links_onto(self.row.claim)
        self.onto = onto
        self._gather(brief=False)

    def _gather(self, *, brief: bool) -> None:
        """What stands above and below; a `brief` diagram only counts the undercuts."""
        self.brief = brief
        self.above = list(chain.from_iterable(map(self._step, self.steps)))
        self.below = list(chain.from_iterable(map(self._reason, self.onto)))

    # -- what stands there -----------------------------------------------------------------

    def _entry(self, lead: str, sign: Piece, claim: str, link: str, words: str = "") -> _Entry:
        place = self._place_of(claim, link)
        pieces = [Piece("faint", words)] if words else []
        pieces += [
            Piece("faint", number(self.state, place, self.marks)),
            Piece("text", self.index.claims[claim].label),
        ]
        carrier = self.state.carriers[claim]
        under = self.state.claims_within(carrier + 1, self.state.rows[carrier].end)
        if under and not words and not self.brief:
            pieces.append(Piece("note", f"{self.marks.dots} {count(under, 'more', 'more')}"))
        return _Entry(lead, " " * len(lead), sign, pieces, place)

    def _place_of(self, claim: str, link: str) -> int:
        places = self.state.occurrences[claim]
        rows = self.state.rows
        return next((at for at in places if rows[at].link == link), self.state.carriers[claim])

    def _sign(self, role: Role) -> Piece:
        return Piece(role.value, self.marks.sign(role))

    def _step(self, link: Link) -> Iterator[_Entry]:
        """What the claim does through one of its links, its partners, and what hits the step."""
        sign, verb = self._sign(Role(link.kind.value)), VERBS[link.kind]
        if link.kind is LinkKind.UNDERCUT:
            attacked = self.index.links[link.target]
            for premise in attacked.premises:
                yield self._entry("", sign, premise, attacked.id, f"{verb} the step from")
                sign, verb = Piece("text", " "), "and"
            target = self.index.claim_at_stake(attacked.id)
            if target is not None:
                yield self._entry("  ", Piece("text", " "), target, "", "to")
        else:
            entry = self._entry("", sign, link.target, "", verb)
            yield entry._replace(pieces=[*self._hits(link), *entry.pieces])
        for premise in link.premises if self.row.claim is not None else ():
            if premise != self.row.claim:
                yield self._entry("  ", self._sign(Role.PREMISE), premise, link.id, "only with")
        yield from self._undercuts(link, "  ")

    def _reason(self, link: Link) -> Iterator[_Entry]:
        """A link onto the claim: its premises, bracketed if they are joint, and what hits it."""
        sign = self._sign(Role(link.kind.value))
        frame, last = self.frame, len(link.premises) - 1
        for rank, premise in enumerate(link.premises):
            lead = ""
            if link.joint:
                corner = frame.top_left if not rank else frame.bottom_left
                lead = f"{corner if rank in {0, last} else frame.tee} "
            entry = self._entry("", sign, premise, link.id)
            inner = f"{frame.down} " if link.joint and rank < last else " " * len(lead)
            pieces = [*([] if rank else self._hits(link)), *entry.pieces]
            yield entry._replace(lead=lead, hang=inner, pieces=pieces)
            sign = self._sign(Role.PREMISE)
        yield from self._undercuts(link, "    ")

    def _hits(self, link: Link) -> list[Piece]:
        """In a brief diagram, how many undercuts hit a step."""
        hits = len(self.index.undercuts_of(link.id)) if self.brief else 0
        sign = self.marks.sign(Role.UNDERCUT)
        return [Piece("undercut", f"({sign} {hits})")] if hits else []

    def _undercuts(self, link: Link, lead: str) -> Iterator[_Entry]:
        if self.brief:
            return
        for under in self.index.undercuts_of(link.id):
            for rank, premise in enumerate(under.premises):
                role = Role.PREMISE if rank else Role.UNDERCUT
                words = "only with" if rank else "undercut by"
                yield self._entry(lead, self._sign(role), premise, under.id, words)

    # -- putting it on lines ---------------------------------------------------------------

    def lines(self, height: int) -> list[Line]:
        """As much of the diagram as fits."""
        for most in range(_MOST_LINES, 0, -1):
            found = [*self._upper(most), *self._box(most), *self._lower(most)]
            if len(found) <= height:
                return found
        self._gather(brief=True)
        return self._cut(height)

    def _cut(self, height: int) -> list[Line]:
        """The first lines of either side, and how many are left out."""
        box = self._box(1)
        room = height - len(box)
        if room < 2:
            return box[:height] if height >= len(box) else box[1:2][:height]
        for_above = min(len(self.above), max(1, room // 3))
        for_below = min(len(self.below), room - for_above)
        for_above = min(len(self.above), room - for_below)
        upper, lower = self._upper(1), self._lower(1)
        return [*self._shorter(upper, for_above), *box, *self._shorter(lower, for_below)]

    def _shorter(self, lines: list[Line], most: int) -> list[Line]:
        if len(lines) <= most:
            return lines
        left_out = len(lines) - most + 1
        return [*lines[: most - 1], [Piece("note", f"  {self.marks.dots} {left_out} more")]][:most]

    def _upper(self, most: int) -> list[Line]:
        found: list[Line] = []
        for entry in self.above:
            bar = self.frame.down
            if not entry.lead:
                bar = self.frame.tee if found else self.frame.top_left
            found += self._wrapped(entry, most, f"  {bar} ", f"  {self.frame.down} ")
        return found

    def _lower(self, most: int) -> list[Line]:
        found: list[Line] = []
        starts = [at for at, entry in enumerate(self.below) if self._starts_link(entry)]
        for at, entry in enumerate(self.below):
            starts_here, last = at in starts, at >= starts[-1]
            line = " " if last else self.frame.down
            bar = (self.frame.bottom_left if last else self.frame.tee) if starts_here else line
            found += self._wrapped(entry, most, f"  {bar} ", f"  {line} ")
        return found

    def _starts_link(self, entry: _Entry) -> bool:
        return not entry.lead or entry.lead.startswith(self.frame.top_left)

    def _wrapped(self, entry: _Entry, most: int, first: str, rest: str) -> list[Line]:
        text, spans = joined(entry.pieces)
        room = self.cells - self.measure(first + entry.lead) - 2
        text, stretches = self._cut_to(text, room, most)
        lines: list[Line] = []
        for start, end in stretches:
            before = [Piece("guide", first + entry.lead), entry.sign, Piece("text", " ")]
            if lines:
                before = [Piece("guide", rest + entry.hang), Piece("text", "  ")]
            lines.append([*before, *styled(text, start, end, spans, entry.goto)])
        return lines

    def _cut_to(self, text: str, room: int, most: int) -> tuple[str, Sequence[tuple[int, int]]]:
        """A text and its lines, of which there may be so many."""
        stretches = wrapped(text, room, self.measure)
        if len(stretches) > most:
            start = stretches[most - 1][0]
            spare = self.measure(self.marks.dots) - 1
            end = ellipsis(text[start:], room - spare, self.measure)
            text = text[:start] + self.marks.own(end)
            stretches = [*stretches[: most - 1], (start, len(text))]
        return text, stretches

    def _box(self, most: int) -> list[Line]:
        frame = self.frame
        said = self._head()
        text = self.state.words() if self.row.claim is not None else self._together()
        text, stretches = self._cut_to(joined([Piece("text", text)])[0], self.cells - 4, most + 1)
        inner = max([self.measure(said), *(self.measure(text[a:b]) for a, b in stretches)])
        top = self._edge(frame.top_left, frame.up_join if self.above else frame.across, inner)
        bottom = self._edge(
            frame.bottom_left, frame.down_join if self.below else frame.across, inner
        )
        lines: list[Line] = [[*top, Piece("root", frame.top_right)]]
        lines += [self._inside(said, "heading", inner)] if most > 1 else []
        lines += [self._inside(text[start:end], "strong", inner) for start, end in stretches]
        return [*lines, [*bottom, Piece("root", frame.bottom_right)]]

    def _edge(self, corner: str, join: str, inner: int) -> list[Piece]:
        across = self.frame.across
        return [Piece("root", f"{corner}{across}{join}{across * max(0, inner)}")]

    def _inside(self, text: str, style: str, inner: int) -> Line:
        gap = " " * (inner - self.measure(text))
        down = self.frame.down
        return [Piece("root", f"{down} "), Piece(style, text), Piece("root", f"{gap} {down}")]

    def _head(self) -> str:
        role = f"joint {self.row.role.value}" if self.row.group else self.row.role.value
        words = [number(self.state, self.state.cursor, self.marks), role]
        side = side_of(self.index, self.row.claim or self.row.link or "")
        words += [side.value] if side is not None else []
        if self.row.claim is not None:
            words += flags(self.index.claims[self.row.claim])
        text = f" {self.marks.dot} ".join(words)
        return self.marks.own(ellipsis(text, self.cells - 6, self.measure))

    def _together(self) -> str:
        labels: Iterable[str] = (
            self.index.claims[premise].label for premise in self.state.premises(self.state.cursor)
        )
        return " & ".join(labels)
