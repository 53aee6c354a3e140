"""A source over the whole screen: read in it, and cite or make claims of what is selected."""

import asyncio
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from argmap.errors import RefusedEdit
from argmap.sources import Opened
from argmap.sources.coverage import Coverage, coverage
from argmap.tui.source.choice import EVERYTHING, Offer, SourceAct, SourceChoice, choice_of
from argmap.tui.source.keys import key_lines
from argmap.tui.source.lines import LOOKS, said_of_place, state_line, title_line
from argmap.tui.source.moves import MOVES
from argmap.tui.source.reader import SourceReader, cited_in
from argmap.tui.text import STYLE_CLASSES, measure, safe
from argmap.tui.widgets.searchbar import SearchBar
from argmap.tui.widgets.sourcebars import KeyLines, SourceBar
from argmap.tui.widgets.sourcepane import SourcePane
from argmap.tui.written.marks import ASCII, Marks
from argmap.tui.written.pieces import Line

_LARGE = 200_000
"""Characters from which on a source is measured beside the screen, which goes on meanwhile."""


class SourceScreen(ModalScreen[SourceChoice | None]):
    """Reads the sources of a map whose text is at hand; there must be one.

    `source` is the one to open, `claim` what is cited for, `offer` what may be done. The result
    is what to do with a passage; None where nothing is.
    """

    CSS_PATH = "source.tcss"
    COMPONENT_CLASSES = STYLE_CLASSES | {f"lines--{look}" for look in LOOKS}
    AUTO_FOCUS = "#source"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave"),
        Binding("j,down", "rows(1)"),
        Binding("k,up", "rows(-1)"),
        Binding("pagedown,ctrl+f,space", "pages(1)"),
        Binding("pageup,ctrl+b", "pages(-1)"),
        Binding("ctrl+d", "pages(0.5)"),
        Binding("ctrl+u", "pages(-0.5)"),
        Binding("w,l,right", "leap('next_word')"),
        Binding("b,h,left", "leap('previous_word')"),
        Binding("e", "leap('word_end')"),
        Binding(")", "leap('next_sentence')"),
        Binding("(", "leap('previous_sentence')"),
        Binding("}", "leap('next_paragraph')"),
        Binding("{", "leap('previous_paragraph')"),
        Binding("home", "end(False)"),
        Binding("end,G", "end(True)"),
        Binding("v", "select('hold')"),
        Binding("V", "select('sentence')"),
        Binding("o", "select('end')"),
        Binding("u", "uncited(1)"),
        Binding("U", "uncited(-1)"),
        Binding("/", "seek"),
        Binding("n", "match(1)"),
        Binding("N", "match(-1)"),
        Binding("enter,c", "act('cite')"),
        Binding("s", "act('support')"),
        Binding("r", "act('rebuttal')"),
        Binding("a", "act('claim')"),
        Binding("g", "goto"),
        Binding("tab", "source(1)"),
        Binding("shift+tab", "source(-1)"),
        Binding("?,f1", "keys"),
    ]

    def __init__(
        self,
        opened: Opened,
        marks: Marks,
        source: str | None = None,
        claim: str | None = None,
        offer: Offer = EVERYTHING,
    ) -> None:
        super().__init__(classes="-ascii" if marks is ASCII else None)
        self._opened = opened
        self._marks = marks
        self._claim = claim
        self._offer = offer
        self._sources = list(opened.documents)
        self._place = self._sources.index(source) if source in self._sources else 0
        self._readers: dict[str, SourceReader] = {}
        self._found: dict[str, Coverage] = {}
        self._labels = {name: claim.label for name, claim in opened.index.claims.items()}
        self._all_keys = False
        self._search_bar: SearchBar | None = None
        self._search_start = 0

    def begin_at(self, offset: int | None, end: int | None = None) -> None:
        """Put the cursor on an offset before anything shows; what reaches to `end` is selected."""
        if offset is not None:
            self.reader.put(offset)
        if offset is not None and end is not None:
            self.reader.hold()
            self.reader.put(end - 1)

    @property
    def reader(self) -> SourceReader:
        """The source that shows."""
        source = self._sources[self._place]
        if source not in self._readers:
            document = self._opened.documents[source]
            self._readers[source] = SourceReader(document, cited_in(self._opened, source), measure)
        return self._readers[source]

    def compose(self) -> ComposeResult:
        """Lay out the bars and the text between them."""
        yield SourceBar(self._title, id="source-title")
        yield SourcePane(self.reader, self._marks)
        yield SourceBar(self._state, id="source-state")
        yield KeyLines(self._keys)

    def on_mount(self) -> None:
        """Count what is cited."""
        self._count()

    # -- showing -------------------------------------------------------------------------

    def _title(self, cells: int) -> Line:
        source = self._opened.index.sources.get(self._sources[self._place])
        title = (source and source.title) or self._sources[self._place]
        several = len(self._sources) > 1
        rank = f"{self._place + 1} of {len(self._sources)} sources" if several else ""
        return title_line(self.reader, title, rank, cells, self._marks)

    def _state(self, cells: int) -> Line:
        found = self._found.get(self._sources[self._place])
        said = said_of_place(self.reader, self._labels, self._claim, self._marks)
        return state_line(said, found, cells, self._marks)

    def _keys(self, cells: int) -> list[Line]:
        return key_lines(cells, self._offer.acts, whole=self._all_keys, measure=measure)

    def sync(self) -> None:
        """Show the reader as it is now."""
        self.query_one(SourcePane).sync()
        self._sync_bars()

    @on(SourcePane.Moved)
    def _sync_bars(self) -> None:
        for bar in self.query(SourceBar):
            bar.refresh()

    def _say(self, words: str, *, problem: bool = False) -> None:
        self.app.notify(safe(words), severity="error" if problem else "information", markup=False)

    def _count(self) -> None:
        source, reader = self._sources[self._place], self.reader
        if source in self._found:
            return
        if len(reader.document.text) < _LARGE:
            self._found[source] = coverage(reader.document, reader.cover)
        else:
            self.run_worker(self._count_beside(source, reader))

    async def _count_beside(self, source: str, reader: SourceReader) -> None:
        self._found[source] = await asyncio.to_thread(coverage, reader.document, reader.cover)
        self._sync_bars()

    # -- moving --------------------------------------------------------------------------

    def action_rows(self, rows: int) -> None:
        """Move over rows."""
        self.reader.move(rows)
        self.sync()

    def action_pages(self, pages: float) -> None:
        """Move over windows."""
        self.reader.page(pages)
        self.sync()

    def action_leap(self, move: str) -> None:
        """Move by words, sentences or paragraphs."""
        self.reader.leap(MOVES[move])
        self.sync()

    def action_end(self, last: bool) -> None:
        """Go to the beginning or to the end."""
        self.reader.go(len(self.reader.document.text) if last else 0)
        self.sync()

    def action_select(self, how: str) -> None:
        """Begin or leave a selection, select a sentence more, or move the other end."""
        reader = self.reader
        {"hold": reader.hold, "sentence": reader.hold_sentence, "end": reader.swap_ends}[how]()
        self.sync()

    def action_uncited(self, direction: int) -> None:
        """Go to a sentence that is not cited yet."""
        if not self.reader.seek_uncited(direction):
            where = "below" if direction > 0 else "above"
            self._say(f"There is no uncited sentence {where}.")
        self.sync()

    def action_source(self, step: int) -> None:
        """Show another source."""
        if len(self._sources) == 1:
            self._say("This is the only source whose text is at hand.")
            return
        self._place = (self._place + step) % len(self._sources)
        self._count()
        self.query_one(SourcePane).show_reader(self.reader)
        self._sync_bars()

    def action_keys(self) -> None:
        """Show all keys, or the most important ones."""
        self._all_keys = not self._all_keys
        self.query_one(KeyLines).lay_out()

    # -- seeking -------------------------------------------------------------------------

    async def action_seek(self) -> None:
        """Show the line to type what is sought."""
        if self._search_bar is None:
            self._search_start = self.reader.cursor
            self._search_bar = SearchBar()
            await self.mount(self._search_bar, after=self.query_one(SourcePane))

    @on(SearchBar.Typed)
    def _typed(self, event: SearchBar.Typed) -> None:
        found = self.reader.seek(event.query, self._search_start)
        if self._search_bar is not None:
            self._search_bar.show_count("" if found or not event.query.strip() else "no match")
        self.sync()

    @on(SearchBar.Stepped)
    def _stepped(self, event: SearchBar.Stepped) -> None:
        self.action_match(event.direction)

    @on(SearchBar.Ended)
    async def _ended(self, event: SearchBar.Ended) -> None:
        if self._search_bar is not None:
            bar, self._search_bar = self._search_bar, None
            await bar.remove()
        if not event.kept:
            self.reader.query = ""
            self.reader.go(self._search_start)
        self.query_one(SourcePane).focus()
        self.sync()

    def action_match(self, direction: int) -> None:
        """Go to another match."""
        if not self.reader.seek_again(direction):
            self._say("There is no match. / searches.")
        self.sync()

    # -- ending --------------------------------------------------------------------------

    def _offered(self, act: SourceAct) -> bool:
        """Whether something may be done here; says why, where not."""
        if act not in self._offer.acts:
            self._say(self._offer.otherwise)
            return False
        return True

    async def action_act(self, kind: str) -> None:
        """Take what is selected."""
        act = SourceAct(kind)
        if not self._offered(act):
            return
        try:
            choice = await asyncio.to_thread(choice_of, self.reader, act)
        except RefusedEdit as refusal:
            self._say(f"{refusal.message} {refusal.remedy}", problem=True)
            return
        self.dismiss(choice)

    def action_goto(self) -> None:
        """Go to the claim that cites what is under the cursor."""
        claims = self.reader.claims_here
        if claims and self._offered(SourceAct.GOTO):
            self.dismiss(SourceChoice(SourceAct.GOTO, claim=claims[0]))
        elif not claims:
            hint = " Enter cites it." if SourceAct.CITE in self._offer.acts else ""
            self._say(f"No claim cites this yet.{hint}")

    def action_leave(self) -> None:
        """Let go of the selection, then of the search, then leave."""
        reader = self.reader
        if reader.held is None and not reader.query:
            self.dismiss(None)
            return
        if reader.held is not None:
            reader.held = None
        else:
            reader.query = ""
        self.sync()
