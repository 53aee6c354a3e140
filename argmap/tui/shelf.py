"""The maps of a folder as a list to choose from, and a search across all their claims."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from argmap.sources import Opened
from argmap.store.library import MapSummary
from argmap.text import Measure, count, ellipsis, width
from argmap.tui.state.texts import claim_texts, folded, hits
from argmap.tui.written.marks import UNICODE, Marks
from argmap.tui.written.pieces import Line, Piece, Span, styled

MOST_CLAIMS = 200
"""More claims than this are counted, not listed."""
_LEAST_LETTERS = 2
"""Shorter queries look at the maps only: almost any claim holds any letter."""


class Spot(NamedTuple):
    """What can be chosen: a map, or one claim of it."""

    path: Path
    claim: str | None = None


class Found(NamedTuple):
    """One line of the list."""

    book: MapSummary
    claim: str | None = None
    words: str = ""
    """What the claim says."""

    @property
    def spot(self) -> Spot:
        """Where choosing it leads."""
        return Spot(self.book.path, self.claim)


class _Claim(NamedTuple):
    text: str
    """Folded, as it is searched."""
    book: int
    id: str
    words: str


class Shelf:
    """The maps found so far, in the order of their paths."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.books: list[MapSummary] = []
        self.more = 0
        """How many claims of the last search are not listed."""
        self._about: list[str] = []
        self._claims: list[_Claim] = []
        self._held: list[_Claim] = self._claims
        """Those of the claims that the last query left."""
        self._words: list[str] = []

    def add(self, book: MapSummary) -> None:
        """Take up a map."""
        place = len(self.books)
        loaded = book.loaded
        self.books.append(replace(book, loaded=None))
        about = (self.name(book), book.title, book.motion, book.trouble)
        self._about.append(folded("\n".join(about)))
        if loaded is not None:
            texts = claim_texts(Opened(loaded, {}, {}, ()), loaded.index)
            self._claims += [
                _Claim(texts[name], place, name, claim.claim)
                for name, claim in loaded.index.claims.items()
            ]
        self._held, self._words = self._claims, []

    def search(self, query: str) -> list[Found]:
        """The maps whose name, title or motion hold all words, then the claims that do."""
        words = folded(query).split()
        books = [
            Found(book)
            for book, about in zip(self.books, self._about, strict=True)
            if all(word in about for word in words)
        ]
        self.more = 0
        if len("".join(words)) < _LEAST_LETTERS:
            return books
        held = self._held if self._narrows(words) else self._claims
        for word in sorted(words, key=len, reverse=True):
            held = [claim for claim in held if word in claim.text]
        self._held, self._words = held, words
        self.more = max(0, len(held) - MOST_CLAIMS)
        return books + [
            Found(self.books[claim.book], claim.id, claim.words) for claim in held[:MOST_CLAIMS]
        ]

    def _narrows(self, words: list[str]) -> bool:
        return all(any(before in word for word in words) for before in self._words)

    def name(self, book: MapSummary) -> str:
        """How a map's file is called within the folder."""
        return str(book.path.relative_to(self.folder))

    def summary(self) -> str:
        """In words: ``3 maps, 540 claims``."""
        claims = sum(book.claims for book in self.books)
        return f"{count(len(self.books), 'map')}, {count(claims, 'claim')}"


class Looks(NamedTuple):
    """How lines are laid out."""

    cells: int
    measure: Measure = width
    marks: Marks = UNICODE

    def cut(self, text: str, cells: int) -> str:
        """`text` on one line of at most so many cells, in our own marks."""
        room = max(1, cells - self.measure(self.marks.dots) + 1)
        return self.marks.own(ellipsis(text[:2000], room, self.measure))


def item_lines(shelf: Shelf, found: Found, query: str, looks: Looks) -> list[Line]:
    """One line of the list, drawn: two lines for a map, one for a claim."""
    if found.claim is None:
        return _book_lines(shelf, found.book, query, looks)
    home = found.book.title or shelf.name(found.book)
    home = looks.cut(home, looks.cells // 3)
    room = looks.cells - looks.measure(home) - 6
    words = _marked(looks.cut(found.words, room), query, "text")
    return [[Piece("faint", "    "), *words, Piece("faint", f"  {home}")]]


def _book_lines(shelf: Shelf, book: MapSummary, query: str, looks: Looks) -> list[Line]:
    figures = list(_figures(book))
    used = sum(looks.measure(piece.text) for piece in figures)
    name = looks.cut(book.title or shelf.name(book), looks.cells - used - 2)
    gap = " " * max(2, looks.cells - used - looks.measure(name))
    head = [*_marked(name, query, "strong"), Piece("text", gap), *figures]
    path = looks.cut(shelf.name(book), looks.cells // 2) if book.title else ""
    used = looks.measure(path) + 2 if path else 0
    about = looks.cut(book.trouble or book.motion, looks.cells - used - 2)
    body = [
        Piece("text", "  "),
        *_marked(about, query, "warning" if book.trouble else "text"),
        Piece("faint", f"  {path}" if path else ""),
    ]
    return [head, body]


def _figures(book: MapSummary) -> Iterator[Piece]:
    if book.trouble:
        return
    if book.errors:
        yield Piece("error", f"{count(book.errors, 'error')}  ")
    yield Piece("text", count(book.claims, "claim"))
    yield Piece("support", f"  {book.pro} pro")
    yield Piece("rebuttal", f"  {book.con} con")


def _marked(words: str, query: str, style: str) -> Iterator[Piece]:
    spans = [Span(0, len(words), style), *(hits(words, query) if query.strip() else [])]
    return styled(words, 0, len(words), spans)
