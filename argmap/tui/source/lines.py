"""A source as lines of pieces: its rows with gutter, cursor and marks, and what is said of it."""

from collections.abc import Iterator, Mapping

from argmap.sources.coverage import Cover, Coverage
from argmap.sources.lines import Stretch
from argmap.text import Measure, clusters, count, ellipsis, width
from argmap.tui.source.moves import MOST_SOUGHT, sought
from argmap.tui.source.reader import SourceReader
from argmap.tui.source.text import FOLDED, drawn, shown
from argmap.tui.written.marks import UNICODE, Marks
from argmap.tui.written.pieces import Line, Piece, Span, styled

LOOKS = ("caret", "selected", "aimed")
"""Styles of a source that no other screen has."""
_GUTTERS = ((100, 20), (76, 14), (0, 4))
"""From how many columns on the gutter has how many: the last two are the mark and a space."""
_WIDEST = 96
"""Cells after which a row ends, however wide the screen: longer ones are hard to read."""
_CLUSTER = 20
"""Code points in which the sign under the cursor ends, with all that joins it."""


class SourceLines:
    """Draws what a reader shows."""

    def __init__(
        self, reader: SourceReader, cells: int, measure: Measure = width, marks: Marks = UNICODE
    ) -> None:
        self.reader = reader
        self.gutter = next(size for least, size in _GUTTERS if cells >= least)
        self.cells = min(max(1, cells - self.gutter), _WIDEST)
        self._measure = measure
        self._marks = marks

    def lines(self) -> list[Line]:
        """The rows of the window."""
        reader = self.reader
        target = reader.target
        aimed = "selected" if reader.held is not None else "aimed"
        rows = [reader.text.stretch(spot) for spot in reader.rows()]
        matches = self._matches(rows[0].start, rows[-1].end)
        made: list[Line] = []
        for row in rows:
            spans = [Span(*passage, "passage") for passage in reader.cover.touching(*row)]
            if target is not None:
                spans.append(Span(*target, aimed))
            spans += [Span(*match, "match") for match in matches.touching(*row)]
            made.append([*self._margin(row), *self._row(row, spans)])
        return made

    def _matches(self, start: int, end: int) -> Cover:
        """What is sought, also where it begins above the window or ends below it."""
        pattern = sought(self.reader.query)
        if pattern is None:
            return Cover(())
        near = (max(0, start - MOST_SOUGHT), end + MOST_SOUGHT)
        return Cover(found.span() for found in pattern.finditer(self.reader.document.text, *near))

    def _row(self, row: Stretch, spans: list[Span]) -> Iterator[Piece]:
        cursor = self.reader.cursor
        text = shown(self.reader.document.text[slice(*row)])
        here = self.reader.text.stretch(self.reader.text.spot_at(cursor)) == row
        if here and cursor >= row.end:
            text += " "
            cursor = row.end
        local = [Span(start - row.start, end - row.start, style) for start, end, style in spans]
        if here:
            at = len(text[: cursor - row.start + 1].rstrip(FOLDED)) - 1
            cluster = next(iter(clusters(text[at : at + _CLUSTER])))
            local.append(Span(at, at + len(cluster), "caret"))
        for piece in styled(text, 0, len(text), local):
            if words := drawn(piece.text):
                yield Piece(piece.style, words)

    def _margin(self, row: Stretch) -> Line:
        """Which claims cite a passage that starts on the row, and whether one goes on there."""
        touching = self.reader.cover.touching(row.start, max(row.end, row.start + 1))
        begun = [
            claim
            for passage in touching
            if passage.start >= row.start
            for claim in self.reader.claims_of(passage)
        ]
        room = self.gutter - 3
        named = self._marks.own(self._named(list(dict.fromkeys(begun)), room))
        pad = " " * max(0, room - self._measure(named))
        mark = self._marks.guide if touching else " "
        return [Piece("faint", f"{pad}{named} "), Piece("heading", mark), Piece("text", " ")]

    def _named(self, claims: list[str], room: int) -> str:
        if not claims:
            return ""
        if room < 4:
            return str(len(claims)) if len(claims) < 10 else "+"
        more = f" +{len(claims) - 1}" if claims[1:] else ""
        return ellipsis(claims[0], room - len(more) - len(self._marks.dots) + 1) + more


def title_line(reader: SourceReader, title: str, rank: str, cells: int, marks: Marks) -> Line:
    """Which source this is, and where in it one is."""
    facts = f"{rank}  line {reader.line:,}  {round(100 * reader.depth)} % "
    name = marks.own(ellipsis(title, cells - len(facts) - 2))
    gap = " " * max(0, cells - width(name) - len(facts) - 1)
    return [Piece("strong", f" {name}"), Piece("text", gap), Piece("faint", facts)]


def state_line(said: str, found: Coverage | None, cells: int, marks: Marks) -> Line:
    """What is said of the place, and how much of the source is cited."""
    covered = ""
    if found is not None:
        covered = f" {found.cited:,} of {count(found.sentences, 'sentence')} cited "
        if cells >= 76:
            covered = f"{covered}({round(100 * found.share)} %) "
    said = marks.own(ellipsis(said, cells - len(covered) - 2))
    gap = " " * max(0, cells - width(said) - len(covered) - 1)
    return [Piece("text", f" {said}{gap}"), Piece("note", covered)]


def said_of_place(
    reader: SourceReader, labels: Mapping[str, str], claim: str | None, marks: Marks
) -> str:
    """What is selected and for which claim, or who cites what is under the cursor."""
    if reader.held is not None:
        target = reader.selection
        size = len(reader.document.text[slice(*target)].split()) if target else 0
        cited_for = f" for {labels[claim]}" if claim is not None and claim in labels else ""
        return f"{count(size, 'word')} selected{cited_for}"
    claims = reader.claims_here
    if not claims:
        return "not cited yet"
    named = f" {marks.dot} ".join(labels.get(name, name) for name in claims)
    return f"cited by {named}"
