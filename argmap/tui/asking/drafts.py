"""Texts that were typed and then left, so that leaving a prompt by mistake loses nothing."""

from argmap.text import one_line
from argmap.tui.asking.prompts import TextPrompt

_MOST = 50
"""Drafts that are kept; the oldest go first."""
_WORTH_KEEPING = 4
"""Characters that must have been written."""


class Drafts:
    """The last draft of each kind of prompt.

    A change to a text is offered again only where that text is changed. Words for something new
    are offered wherever the same is asked for: whoever left a support to write it as a rebuttal
    finds it there.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[str, ...], str] = {}
        self._answered: tuple[TextPrompt, str] | None = None

    def keep(self, prompt: TextPrompt, text: str) -> bool:
        """Keep what stands in a prompt that is left; tells whether it was worth keeping."""
        if _written(prompt.value, text) < _WORTH_KEEPING:
            return False
        self._kept.pop(_kind(prompt), None)
        self._kept[_kind(prompt)] = text
        if len(self._kept) > _MOST:
            del self._kept[next(iter(self._kept))]
        return True

    def of(self, prompt: TextPrompt) -> str:
        """The draft to offer in a prompt; empty where there is none."""
        return self._kept.get(_kind(prompt), "")

    def answer(self, prompt: TextPrompt, text: str) -> None:
        """Forget the draft of a prompt that was answered."""
        self._kept.pop(_kind(prompt), None)
        self._answered = prompt, text

    def take_back(self) -> bool:
        """Keep the last answer as a draft, since nothing came of it; tells whether it is kept."""
        answered, self._answered = self._answered, None
        return answered is not None and self.keep(*answered)


def _kind(prompt: TextPrompt) -> tuple[str, ...]:
    if prompt.value:
        return (prompt.title, prompt.about, prompt.value)
    return (prompt.hint or prompt.title, "lines" if prompt.lines else "")


def _written(before: str, after: str) -> int:
    """How many characters of `after`, in one stretch, are not in `before`."""
    before, after = one_line(before), one_line(after)
    start = _shared(before, after)
    return len(after) - start - _shared(before[start:][::-1], after[start:][::-1])


def _shared(one: str, other: str) -> int:
    """How many characters both texts begin with."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
