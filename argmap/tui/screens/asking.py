"""Which screen asks which prompt."""

from typing import cast

from textual.screen import ModalScreen

from argmap.tui.asking.drafts import Drafts
from argmap.tui.asking.prompts import Answer, Choice, Pick, Prompt, TextPrompt
from argmap.tui.written.marks import Marks

DRAFTS = Drafts()
"""What was typed and left, for as long as the program runs."""


def screen_for(
    prompt: Prompt[Answer], marks: Marks, drafts: Drafts = DRAFTS
) -> ModalScreen[Answer | None]:
    """The screen that asks a prompt; its result is the answer, None where there is none."""
    return cast("ModalScreen[Answer | None]", _screen(prompt, marks, drafts))


def _screen(prompt: object, marks: Marks, drafts: Drafts) -> ModalScreen[str | None]:
    match prompt:
        case TextPrompt():
            from argmap.tui.screens.textprompt import TextPromptScreen  # noqa: PLC0415 - when wanted

            return TextPromptScreen(prompt, marks, drafts)
        case Choice():
            from argmap.tui.screens.choice import ChoiceScreen  # noqa: PLC0415 - when wanted

            return ChoiceScreen(prompt, marks)
        case Pick():
            from argmap.tui.screens.pick import PickScreen  # noqa: PLC0415 - when wanted

            return PickScreen(prompt, marks)
    raise TypeError(f"There is no screen for {type(prompt).__name__}.")
