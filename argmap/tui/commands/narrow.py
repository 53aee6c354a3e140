"""Commands that show less of the map: what a filter lets through, or one branch."""

# ruff: noqa: D102 - `Command` says what these methods do

from argmap.errors import UsageError
from argmap.tui.asking.prompts import TextPrompt
from argmap.tui.commands.base import Command, View

_SAMPLE = "con unanswered tag:cost -implicit fares"
_SHOWN = 40
"""Filters that are named in the prompt."""


class FilterRows(Command):
    """Show only some claims, and the rows above them; no words at all show everything again.

    Conditions combine, as in: con unanswered tag:cost -implicit fares. There are sides (pro con
    both), links (support rebuttal undercut joint root), what is missing (unanswered unsupported
    uncited), implicit assumed conceded kicked, tag: source: kind: speaker:, and words that must
    occur; a minus before any of them means the opposite, quotes make it words.
    """

    title, keys, group = "Filter", ("F",), "Find"

    @classmethod
    def available(cls, view: View) -> bool:
        return view.state.row is not None

    @classmethod
    async def run(cls, view: View) -> None:
        line, trouble = view.state.filter.line if view.state.filter else "", ""
        while True:
            prompt = TextPrompt("Filter", line, trouble or _tokens(view), _SAMPLE, optional=True)
            answer = await view.ask(prompt)
            if answer is None:
                return
            line, trouble = answer, cls._narrow(view, answer)
            if not trouble:
                return

    @classmethod
    def _narrow(cls, view: View, line: str) -> str:
        """Filter as a line says; where that cannot be, why."""
        from argmap.tui.state.filters import parse  # noqa: PLC0415 - when wanted

        try:
            chosen = parse(line)
        except UsageError as refusal:
            return f"{refusal.message} {refusal.remedy}"
        if not chosen.terms:
            view.state.set_filter(None)
        elif view.state.claims_here().isdisjoint(chosen.matches(view.state.ground)):
            what = "claim of this branch" if view.state.is_zoomed else "claim"
            return f"No {what} is `{chosen.line}`. Take a condition away, or leave with Escape."
        else:
            view.state.set_filter(chosen)
            view.say("Escape shows all claims again.")
        return ""


def _tokens(view: View) -> str:
    from argmap.tui.state.filters import known_tokens  # noqa: PLC0415 - when wanted

    known = known_tokens(view.state.index)
    more = " …" if len(known) > _SHOWN else ""
    return f"Known: {' '.join(known[:_SHOWN])}{more}; other words must occur in the claim."


class Zoom(Command):
    """Show only the branch under the row; on its topmost row, show the whole map again."""

    title, keys, group = "Only this branch", ("Z",), "Find"

    @classmethod
    def available(cls, view: View) -> bool:
        return view.state.row is not None

    @classmethod
    def run(cls, view: View) -> None:
        state = view.state
        if state.row is None:
            return
        if state.row.key == state.zoomed:
            state.unzoom()
        else:
            state.zoom(state.cursor)
