"""Pastes in one piece, whatever is in them.

Textual 8 takes an escape character inside a paste for a key: what follows it arrives as keys as
well, which run commands, and before the paste itself. Here a paste never reaches its parser.
"""

from collections.abc import Iterator

import textual._xterm_parser
from textual import events
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.message import Message


class PasteParser(XTermParser):
    """Reads what a terminal sends; what lies between the marks of a paste is only text."""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._pasting = False
        self._pasted: list[str] = []
        """What came of the paste that is under way."""
        self._tail = ""
        """The last characters, which may be the beginning of a mark."""

    def feed(self, data: str) -> Iterator[Message]:
        """Take what came, in pieces of any size; empty at the end of all."""
        if not data:
            yield from super().feed(data)
        while data:
            if not self._pasting:
                known, data = self._up_to_paste(data)
                for message in super().feed(known):
                    if not isinstance(message, events.Paste):  # it saw the marks, and nothing else
                        yield message
            else:
                pasted, data = self._up_to_end(data)
                if pasted is not None:
                    yield events.Paste(pasted.replace("\x00", ""))

    def _up_to_paste(self, data: str) -> tuple[str, str]:
        """What is not pasted, with the mark that begins a paste; and the rest."""
        looked_at = self._tail + data
        found = looked_at.find(BRACKETED_PASTE_START)
        if found < 0:
            self._tail = looked_at[1 - len(BRACKETED_PASTE_START) :]
            return data, ""
        self._pasting = True
        begins = found + len(BRACKETED_PASTE_START) - len(self._tail)
        self._tail = ""
        return data[:begins], data[begins:]

    def _up_to_end(self, data: str) -> tuple[str | None, str]:
        """The whole paste, if this is its end; and the rest, which begins with the mark."""
        looked_at = self._tail + data
        found = looked_at.find(BRACKETED_PASTE_END)
        if found < 0:
            self._tail = looked_at[1 - len(BRACKETED_PASTE_END) :]
            self._pasted.append(looked_at[: len(looked_at) - len(self._tail)])
            return None, ""
        pasted = "".join([*self._pasted, looked_at[:found]])
        self._pasting, self._pasted, self._tail = False, [], ""
        return pasted, looked_at[found:]


def keep_pastes_whole() -> None:
    """Have the driver read with this parser; to be called before Textual imports the driver."""
    # Textual has no public door for this: its drivers take the parser from here by name.
    textual._xterm_parser.XTermParser = PasteParser  # type: ignore[misc] # noqa: SLF001
