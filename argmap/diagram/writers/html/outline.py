"""The outline as nested lists that fold: all that the picture says, for every reader."""

from collections import deque
from collections.abc import Collection, Iterator, Sequence

from argmap.diagram.view import Kind
from argmap.diagram.writers.html.cited import Cited
from argmap.diagram.writers.svg import escape
from argmap.formats import words
from argmap.model import Claim, MapIndex, Repeat, Role, Row
from argmap.model.outline import first_rows
from argmap.text import one_line

DEEPEST = 16
"""Levels of lists within lists; what lies deeper has a part of its own further down."""

OPEN_AT_ONCE = 1_000
"""Claims that an outline shows unfolded; larger ones open level by level."""

_NAMES = {
    Kind.MOTION: "Claim",
    Kind.SUPPORT: "Support",
    Kind.REBUTTAL: "Rebuttal",
    Kind.ANSWER: "Answer",
    Kind.UNDERCUT: "Undercut",
}


class Outline:
    """Writes the rows of a map, each as an item that later items hang in."""

    def __init__(self, index: MapIndex, cited: Cited, drawn: Collection[int]) -> None:
        self.index = index
        self.cited = cited
        self.drawn = drawn
        """Rows that have a box."""
        self.rows = index.rows
        self.numbers = words.numbers(self.rows)
        self._firsts = first_rows(self.rows)
        self._kinds = kinds(self.rows)
        self._open = " open" if len(index.claims) <= OPEN_AT_ONCE else ""
        self._parts: deque[int] = deque()

    def html(self) -> Iterator[str]:
        """The whole, in pieces."""
        tops = [place for place, row in enumerate(self.rows) if row.parent < 0]
        if not tops:
            yield "<p>No claims.</p>"
            return
        yield '<ul class="outline">'
        for top in tops:
            yield from self._tree(top, 0)
        yield "</ul>"
        while self._parts:
            above = self._parts.popleft()
            yield f'<h3 id="d{above}">Below <a href="#r{above}">{self.numbers[above]}</a></h3>'
            yield '<ul class="outline">'
            place, end = above + 1, self.rows[above].end
            while place < end:
                yield from self._tree(place, self.rows[place].depth)
                place = self.rows[place].end
            yield "</ul>"

    def _tree(self, top: int, level: int) -> Iterator[str]:
        """An item and the items in it; `level` is the depth that counts as the first."""
        place, end = top, self.rows[top].end
        closing: list[int] = []
        while place < end:
            while closing and closing[-1] <= place:
                closing.pop()
                yield "</ul></details></li>\n"
            row = self.rows[place]
            if row.end == place + 1:
                yield f"{self._start(place)}{self._line(place, 'p')}{self._body(row)}</li>\n"
            elif row.depth - level >= DEEPEST - 1:
                self._parts.append(place)
                below = f'<p><a href="#d{place}">What hangs under it stands further down.</a></p>'
                yield f"{self._start(place)}{self._line(place, 'p')}{self._body(row)}{below}</li>\n"
                place = row.end
                continue
            else:
                opened = self._open or (" open" if row.depth == level and level == 0 else "")
                yield f'{self._start(place)}<details class="branch"{opened}>'
                yield f"{self._line(place, 'summary')}{self._body(row)}<ul>\n"
                closing.append(row.end)
            place += 1
        yield "</ul></details></li>\n" * len(closing)

    def _start(self, place: int) -> str:
        item = f'<li id="r{place}" class="{self._kinds[place].value}">'
        if place not in self.drawn:
            return item
        named = f"Show {self.numbers[place]} in the picture"
        return f'{item}<a class="show" href="#b{place}" aria-label="{named}">show</a>'

    def _line(self, place: int, tag: str) -> str:
        """Number, kind and claim: as a heading near the top, so that one can step through them."""
        row = self.rows[place]
        number, kind, said = self.numbers[place], self._named(place), self._said(row)
        inner = f'<span class="n">{number}</span> <b>{kind}</b> {said}'
        if row.depth > 1:
            return f"<{tag}>{inner}</{tag}>"
        heading = f"<h{3 + row.depth}>{inner}</h{3 + row.depth}>"
        return f"<summary>{heading}</summary>" if tag == "summary" else heading

    def _named(self, place: int) -> str:
        row = self.rows[place]
        if row.role is Role.MOTION:
            return "Motion"
        return "Premise" if row.role is Role.PREMISE else _NAMES[self._kinds[place]]

    def _said(self, row: Row) -> str:
        link = self.index.links.get(row.link or "")
        flags = words.link_flags(link) if link and row.role is not Role.PREMISE else []
        if row.claim is None:
            return f"{_text(words.group_words(link) if link else '')}:{_flagged(flags)}"
        claim = self.index.claims[row.claim]
        if row.repeat is not None:
            first = self._firsts[row.claim]
            seen = "back to" if row.repeat is Repeat.CYCLE else "see"
            again = f'{seen} <a href="#r{first}">{self.numbers[first]}</a>: '
            return f"{again}{_statement(claim)}{_flagged(flags)}"
        return _statement(claim) + _flagged(words.claim_flags(claim) + flags)

    def _body(self, row: Row) -> str:
        """What there is to say besides: why the step holds, and the citations."""
        link = self.index.links.get(row.link or "")
        body = ""
        if link and link.warrant.strip() and row.role is not Role.PREMISE:
            body = f'<p class="more">Warrant: {escape(one_line(link.warrant))}</p>'
        if row.claim is not None and row.repeat is None:
            body += self.cited.citations(self.index.claims[row.claim])
        return body


def kinds(rows: Sequence[Row]) -> list[Kind]:
    """What each row does to the one above: a rebuttal that works for the motion is an answer."""
    found: list[Kind] = []
    for_motion: list[bool] = []
    for row in rows:
        above = row.parent < 0 or for_motion[row.parent]
        against = row.role in {Role.REBUTTAL, Role.UNDERCUT}
        for_motion.append(above != against)
        if row.role is Role.PREMISE:
            found.append(found[row.parent])
        elif row.parent < 0:
            found.append(Kind.MOTION)
        elif row.role is Role.REBUTTAL and for_motion[-1]:
            found.append(Kind.ANSWER)
        else:
            found.append(Kind(row.role.value))
    return found


def _statement(claim: Claim) -> str:
    return _text(words.statement(claim))


def _text(said: str) -> str:
    return f'<span class="t">{escape(said)}</span>'


def _flagged(flags: Sequence[str]) -> str:
    return f" <small>({escape(one_line('; '.join(flags)))})</small>" if flags else ""
