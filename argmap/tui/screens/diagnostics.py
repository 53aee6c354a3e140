"""The list of what is the matter with the map."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from argmap.errors import Diagnostic, Severity
from argmap.sources import Opened
from argmap.text import count
from argmap.tui.state.locate import Locator
from argmap.tui.text import content
from argmap.tui.written.marks import ASCII, Marks

_MOST = 500
"""More diagnostics than this are counted, not listed."""
_LOOKS = {
    Severity.ERROR: "bold $text-error",
    Severity.WARNING: "bold $text-warning",
    Severity.NOTE: "bold",
}


class DiagnosticsScreen(ModalScreen[str | None]):
    """Lists all diagnostics; its result is the id of the claim that the chosen one is about."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,d", "dismiss"),
        Binding("j", "move('cursor_down')"),
        Binding("k", "move('cursor_up')"),
    ]

    def __init__(self, opened: Opened, marks: Marks) -> None:
        super().__init__(classes="-ascii" if marks is ASCII else None)
        self._opened = opened
        self._locator = Locator(opened.loaded.spans.claims)

    def compose(self) -> ComposeResult:
        """The list, in a frame."""
        found = self._opened.diagnostics
        options = [Option(_worded(diagnostic)) for diagnostic in found[:_MOST]]
        if len(found) > _MOST:
            rest = f"and {len(found) - _MOST:,} more: argmap check lists them all"
            options.append(Option(Content(rest), disabled=True))
        if not found:
            options.append(Option(Content("Nothing is the matter with this map."), disabled=True))
        listed = OptionList(*options, id="diagnostics", markup=False)
        listed.border_title = Content(count(len(found), "diagnostic"))
        listed.border_subtitle = Content("Enter goes to the claim, Esc closes")
        yield listed

    async def action_move(self, action: str) -> None:
        """Move in the list with the keys of the outline."""
        await self.query_one(OptionList).run_action(action)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._locator.claim_at(self._opened.diagnostics[event.option_index].span))


def _worded(diagnostic: Diagnostic) -> Content:
    severity = diagnostic.severity
    place = f"  line {diagnostic.span.line}, column {diagnostic.span.column}\n"
    parts = [
        Content(f"{severity.value} {diagnostic.code} {diagnostic.name}").stylize(_LOOKS[severity]),
        Content(place).stylize("dim"),
        content(diagnostic.message),
    ]
    if diagnostic.remedy:
        parts.append(content(f"\n{diagnostic.remedy}").stylize("dim"))
    return Content("").join([*parts, Content("\n")])
