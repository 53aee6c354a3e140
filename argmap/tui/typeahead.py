"""Keys that are typed faster than the screen follows.

Textual hands on every key at once. Letters that are typed right behind a command would then reach
the outline, and run commands, before the prompt that they are meant for is there. Here each key
waits until the one before has done its work, and until a question that is on its way has come.
"""

import time
from collections import deque
from typing import TypeVar

from textual import events
from textual.app import App, ReturnType
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

from argmap.text import clean

_LOOK_AGAIN = 0.02
_PATIENCE = 0.3
_PATIENCE_WITH_QUESTIONS = 3.0
"""Seconds. After that, keys are handed on whatever became of the one before."""
_MOST_IN_A_LINE = 1000
"""Characters that are pasted at once where only words to look for are typed."""

Result = TypeVar("Result")
Typed = events.Key | events.Paste


class Done(Message):
    """Follows a key on its way through the widgets: where this has come, the key has been."""


class AskingScreen(Screen[Result]):
    """A screen whose commands may ask questions."""

    asking = 0
    """Commands that have not come to an end, and may be about to ask something."""


class PatientApp(App[ReturnType]):
    """An application that loses no key that is typed ahead, and takes none for a command."""

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._typed: deque[Typed] = deque()
        self._under_way_since = 0.0
        self._waiting_since = 0.0
        self._will_look_again = False
        self._written_in: Widget | None = None
        """Where letters are under way; as many as there are go there together."""
        self._wrote_more = False

    async def on_event(self, event: events.Event) -> None:
        """Let what is typed wait for its turn."""
        if isinstance(event, Typed) and not event.is_forwarded:
            self._typed.append(event)
            await self._hand_on()
        else:
            await super().on_event(event)

    async def on_done(self, event: Done) -> None:
        """Hand on what was typed behind the key that has done its work."""
        event.stop()
        self._under_way_since = 0.0
        if self._wrote_more and self._written_in is not None:
            self._follow(self._written_in)
        await self._hand_on()

    async def _hand_on(self) -> None:
        if not self.screen_stack:  # the program is at its end
            self._typed.clear()
        while self._typed and not self._must_wait(self._typed[0]):
            target = self.focused or self.screen
            event = _made_fit(self._typed.popleft(), target)
            writes = _writes(event, target)
            if writes and self._written_in is target and self._under_way_since:
                self._wrote_more = True
                await super().on_event(event)
            else:
                self._written_in = target if writes else None
                await super().on_event(event)
                self._follow(target)
        if self._typed and not self._will_look_again:
            self._will_look_again = True
            self.set_timer(_LOOK_AGAIN, self._look_again)

    def _follow(self, target: Widget) -> None:
        self._wrote_more = False
        if target.post_message(Done()):
            self._under_way_since = time.monotonic()

    async def _look_again(self) -> None:
        self._will_look_again = False
        await self._hand_on()

    def _must_wait(self, event: Typed) -> bool:
        now = time.monotonic()
        together = _writes(event, self.focused) and self._written_in is self.focused
        if now < self._under_way_since + _PATIENCE and not together:
            return True
        if self._is_ready(self.screen):
            self._waiting_since = 0.0
            return False
        self._waiting_since = self._waiting_since or now
        return now < self._waiting_since + _PATIENCE_WITH_QUESTIONS

    @staticmethod
    def _is_ready(screen: Screen[object]) -> bool:
        """Whether a screen is what the next key is meant for, and can take it."""
        if isinstance(screen, AskingScreen) and screen.asking:
            return False
        return screen.is_mounted and (screen.focused is not None or not screen.focus_chain)


def _made_fit(event: Typed, target: Widget) -> Typed:
    """A paste into a line as it may stand there: Textual would hand control characters on."""
    if isinstance(event, events.Paste):
        from textual.widgets import Input  # noqa: PLC0415 - when wanted

        if isinstance(target, Input):
            return events.Paste(clean(event.text[:_MOST_IN_A_LINE]))
    return event


def _writes(event: Typed, target: Widget | None) -> bool:
    """Whether a key only adds a letter to what stands in a box."""
    has_a_cursor = hasattr(target, "cursor_blink")  # as all that one can write in, and only that
    return has_a_cursor and isinstance(event, events.Key) and event.is_printable
