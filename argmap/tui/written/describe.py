"""Everything about the row under the cursor, as lines of pieces: what the details pane shows."""

from collections.abc import Iterable

from argmap.errors import Severity
from argmap.model import Citation, Claim, Link, LinkKind, Repeat, Role, Row, Source, side_of
from argmap.model.needs import needs
from argmap.model.outline import VERBS
from argmap.text import Measure, ellipsis, width
from argmap.tui.state.browse import BrowseState
from argmap.tui.written.captions import flags, label, number
from argmap.tui.written.marks import UNICODE, Marks
from argmap.tui.written.pieces import Line, Piece, joined, paragraph

_CRUMB = 24
_CRUMBS = 6
_INDENT = Piece("text", "  ")
_AROUND, _FEW_AROUND = 160, 40
"""Characters of the source that are shown on either side of a passage."""
_KINDS = {
    LinkKind.SUPPORT: Role.SUPPORT,
    LinkKind.REBUTTAL: Role.REBUTTAL,
    LinkKind.UNDERCUT: Role.UNDERCUT,
}
_WEIGHING = ("magnitude", "probability", "timeframe", "reversibility")


def describe(
    state: BrowseState,
    cells: int,
    measure: Measure = width,
    marks: Marks = UNICODE,
    *,
    brief: bool = False,
) -> list[Line]:
    """The details of the cursor's row, wrapped to a width.

    `brief` leaves out what the outline above already shows, for a pane of few lines.
    """
    return _Description(state, max(cells, 12), measure, marks, brief=brief).lines


class _Description:
    def __init__(
        self, state: BrowseState, cells: int, measure: Measure, marks: Marks, *, brief: bool
    ) -> None:
        self.state = state
        self.cells = cells
        self.measure = measure
        self.marks = marks
        self.brief = brief
        self.lines: list[Line] = []
        row = state.row
        if row is None:
            self._say(Piece("faint", "There is no claim yet. A writes the first."))
            return
        if not brief:
            self._breadcrumb()
        self._head(row)
        if row.claim is None:
            self._group(row)
        else:
            self._claim(row, state.index.claims[row.claim])

    # -- building ------------------------------------------------------------------------

    def _say(self, *pieces: Piece, lead: Piece | None = None, goto: int | None = None) -> None:
        self.lines += paragraph(pieces, self.cells, self.measure, lead, goto)

    def _section(self, title: str) -> None:
        if not self.brief:
            self.lines.append([])
        self._say(Piece("heading", title))

    def _item(self, *pieces: Piece) -> None:
        self._say(*pieces, lead=_INDENT)

    def _pointer(self, sign: Piece, claim: str, extra: str = "", place: int | None = None) -> None:
        """A line that names a claim, and leads to it when clicked."""
        target = self.state.carriers[claim] if place is None else place
        pieces = [
            Piece("faint", number(self.state, target, self.marks)),
            Piece("text", self.state.index.claims[claim].label),
        ]
        if extra:
            pieces.append(Piece("faint", extra))
        self._say(*pieces, lead=Piece(sign.style, f"{sign.text} "), goto=target)

    def _sign(self, kind: LinkKind) -> Piece:
        role = _KINDS[kind]
        return Piece(role.value, self.marks.sign(role))

    # -- the parts -----------------------------------------------------------------------

    def _breadcrumb(self) -> None:
        path = self.state.path(self.state.cursor)
        if not path:
            return
        shown = path if len(path) <= _CRUMBS else [*path[:2], -1, *path[-3:]]
        names = [
            self.marks.dots
            if place < 0
            else self.marks.own(ellipsis(label(self.state, place), _CRUMB, self.measure))
            for place in shown
        ]
        self._say(Piece("faint", f" {self.marks.step} ".join([*names, ""])))

    def _head(self, row: Row) -> None:
        words = [number(self.state, self.state.cursor, self.marks), _role_in_words(row)]
        side = side_of(self.state.index, row.claim or row.link or "")
        if side is not None:
            words.append(side.value)
        if row.claim is not None:
            words.append(row.claim)
        self._say(Piece("heading", f" {self.marks.dot} ".join(words)))

    def _group(self, row: Row) -> None:
        link = self.state.index.links[row.link or ""]
        self._say(Piece("strong", "These premises only work together."))
        self.lines.append([])
        for place in range(self.state.cursor + 1, row.end):
            premise = self.state.rows[place]
            if premise.parent == self.state.cursor and premise.role is Role.PREMISE:
                sign = Piece("premise", self.marks.sign(Role.PREMISE))
                self._pointer(sign, premise.claim or "", place=place)
        self._bears_on(link, "")
        self._undercuts([link])

    def _claim(self, row: Row, claim: Claim) -> None:
        if not self.brief:
            self._say(Piece("strong", claim.claim))
            if claim.short:
                self._say(Piece("faint", f"in short: {claim.short}"))
        if row.repeat is Repeat.CYCLE:
            self._say(Piece("note", "The links lead back to this claim: the argument is circular."))
        self._remarks(claim)
        self._problems(claim)
        for place, cite in enumerate(claim.cites):
            self._cite(claim, place, cite)
        for link in self.state.index.links_from(claim.id):
            self._bears_on(link, claim.id)
        self._answers(claim)
        self._undercuts(self.state.index.links_from(claim.id))
        if claim.note:
            self._section("Note")
            self._item(Piece("text", claim.note))
        self._extras(claim)

    def _remarks(self, claim: Claim) -> None:
        words = flags(claim)
        if claim.id in self.state.bookmarks:
            words.append("bookmark")
        if claim.speaker:
            words.insert(0, f"according to {claim.speaker}")
        if claim.kind:
            words.append(f"kind: {claim.kind}")
        if claim.weight != Claim.model_fields["weight"].default:
            words.append(f"weight {claim.weight:g}")
        if words:
            self._say(Piece("note", f" {self.marks.dot} ".join(words)))
        if waiting := needs(self.state.index, claim.id):
            self._say(Piece("faint", f"open: {', '.join(waiting)}"))
        places = [place for place in self.state.occurrences[claim.id] if place != self.state.cursor]
        if places:
            elsewhere = ", ".join(number(self.state, place, self.marks) for place in places[:8])
            more = f" {self.marks.dots}" if len(places) > 8 else ""
            self._say(Piece("note", f"also stands at {elsewhere}{more}"), goto=places[0])

    def _problems(self, claim: Claim) -> None:
        for found in self.state.problems.get(claim.id, ()):
            if found.severity is not Severity.NOTE:
                self.lines.append([])
                head = Piece(found.severity.value, f"{found.severity.value} {found.code}:")
                self._say(head, Piece("text", found.message))
                self._item(Piece("faint", found.remedy))

    def _cite(self, claim: Claim, place: int, cite: Citation) -> None:
        source = self.state.index.sources.get(cite.source)
        self._section("Cites" if place == 0 else "Also cites")
        named = _source_in_words(cite, source)
        if self.brief:
            words, _ = joined(named)
            cut = ellipsis(words, self.cells - 2, self.measure)
            named = [Piece("faint", self.marks.own(cut))]
        self._item(*named)
        opened = self.state.opened
        passage = opened.passages.get((claim.id, place))
        document = opened.documents.get(cite.source)
        if passage is not None and document is not None:
            from argmap.sources import in_context  # noqa: PLC0415 - only maps with sources need it

            around = _FEW_AROUND if self.brief else _AROUND
            before, words, after = in_context(document, passage, around, around)
            quoted = f"{self.marks.opening}{words}{self.marks.closing}"
            pieces = [
                Piece("faint", self.marks.own(before)),
                Piece("passage", quoted),
                Piece("faint", self.marks.own(after)),
            ]
            self.lines += paragraph(pieces, self.cells, self.measure, _INDENT, spaced=False)
        else:
            self._locator(cite)
            reason = "passage not found" if document else "text of the source not at hand"
            self._item(Piece("faint", f"({reason})"))
        if cite.note:
            self._item(Piece("text", cite.note))

    def _locator(self, cite: Citation) -> None:
        words = cite.quote or f" {self.marks.dots} ".join(filter(None, [cite.start, cite.end]))
        if words:
            opening, closing = self.marks.opening, self.marks.closing
            self._item(Piece("passage", f"{opening}{words}{closing}"))

    def _bears_on(self, link: Link, claim: str) -> None:
        """What a link does, to what, and how well."""
        index = self.state.index
        self._section(VERBS[link.kind].capitalize())
        if link.kind is LinkKind.UNDERCUT:
            attacked = index.links[link.target]
            target = index.claim_at_stake(attacked.id)
            self._item(Piece("faint", "the step from"))
            for premise in attacked.premises:
                self._pointer(Piece("text", "   "), premise)
            if target is not None:
                self._item(Piece("faint", "to"))
                self._pointer(Piece("text", "   "), target)
        else:
            self._pointer(self._sign(link.kind), link.target)
        partners = [premise for premise in link.premises if premise != claim] if claim else []
        if partners:
            self._item(Piece("faint", "only together with"))
            for premise in partners:
                self._pointer(Piece("premise", f"  {self.marks.sign(Role.PREMISE)}"), premise)
        self._step(link)

    def _step(self, link: Link) -> None:
        facts = []
        if link.strength != Link.model_fields["strength"].default:
            facts.append(f"strength {link.strength:g}")
        if link.basis is not None:
            facts.append(f"the step is {link.basis.value}")
        if link.scheme:
            facts.append(f"scheme: {link.scheme}")
        if facts:
            self._item(Piece("note", f" {self.marks.dot} ".join(facts)))
        if link.warrant:
            self._item(Piece("faint", "because"), Piece("text", link.warrant))

    def _answers(self, claim: Claim) -> None:
        links = self.state.index.links_onto(claim.id)
        for kind, title in ((LinkKind.SUPPORT, "Supported by"), (LinkKind.REBUTTAL, "Rebutted by")):
            self._premises([link for link in links if link.kind is kind], title)

    def _undercuts(self, links: Iterable[Link]) -> None:
        found = [under for link in links for under in self.state.index.undercuts_of(link.id)]
        self._premises(found, "The step is undercut by")

    def _premises(self, links: list[Link], title: str) -> None:
        if links:
            self._section(title)
        for link in links:
            for rank, premise in enumerate(link.premises):
                place = self._place_of(premise, link)
                joint = Piece("premise", self.marks.sign(Role.PREMISE))
                self._pointer(joint if rank else self._sign(link.kind), premise, place=place)

    def _place_of(self, premise: str, link: Link) -> int | None:
        places = self.state.occurrences[premise]
        return next((place for place in places if self.state.rows[place].link == link.id), None)

    def _extras(self, claim: Claim) -> None:
        facts = [("As spoken", claim.say), ("Tags", ", ".join(claim.tags))]
        if claim.weigh is not None:
            weighed = [(name, getattr(claim.weigh, name)) for name in _WEIGHING]
            facts.append(
                ("Weighing", "; ".join(f"{name}: {said}" for name, said in weighed if said))
            )
        for title, words in facts:
            if words:
                self._section(title)
                self._item(Piece("text", words))


def _role_in_words(row: Row) -> str:
    return f"joint {row.role.value}" if row.group else row.role.value


def _source_in_words(cite: Citation, source: Source | None) -> list[Piece]:
    if source is None:
        return [Piece("text", cite.source), Piece("error", "(no such source)")]
    facts = [source.author, source.issued, f"p. {cite.page}" if cite.page else ""]
    named = ", ".join(fact for fact in facts if fact)
    return [Piece("text", source.title or source.id), Piece("faint", named and f"({named})")]
