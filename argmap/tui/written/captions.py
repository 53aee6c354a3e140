"""What stands on a row of the outline, in words."""

from argmap.errors import Severity
from argmap.model import Claim, Repeat, Role, Stance
from argmap.text import count
from argmap.tui.state.browse import BrowseState
from argmap.tui.written.marks import Marks
from argmap.tui.written.pieces import Piece

_NUMBER_PARTS = 9
_JOINT = "only together:"


def number(state: BrowseState, place: int, marks: Marks) -> str:
    """The row's number; of very deep rows the first and last parts of it."""
    parts = state.number(place).split(".")
    if len(parts) > _NUMBER_PARTS:
        return f"{'.'.join(parts[:3])}{marks.dots}{'.'.join(parts[-3:])}"
    return ".".join(parts)


def label(state: BrowseState, place: int) -> str:
    """The row's claim in short; of a group, of all its premises."""
    row = state.rows[place]
    if row.claim is not None:
        return state.index.claims[row.claim].label
    return " & ".join(state.index.claims[premise].label for premise in state.premises(place))


def flags(claim: Claim) -> list[str]:
    """What is special about a claim, a word each."""
    named = [
        (claim.implicit, "implicit"),
        (claim.assumed, "assumed"),
        (claim.stance is Stance.CONCEDED, "conceded"),
        (claim.stance is Stance.KICKED, "kicked"),
    ]
    return [word for holds, word in named if holds]


def plain_words(state: BrowseState, place: int) -> str | None:
    """The claim of an unfolded row, where nothing else stands on the row; otherwise None."""
    row = state.rows[place]
    if row.claim is None or row.repeat is not None or state.filter is not None:
        return None
    claim = state.index.claims[row.claim]
    more = claim.implicit or claim.assumed or claim.stance is not None
    if more or claim.id in state.problems or claim.id in state.bookmarks:
        return None
    return claim.claim


def caption(state: BrowseState, place: int, marks: Marks, *, numbers: bool) -> list[Piece]:
    """The words of a row: number, claim, flags, where it was seen before, how much it hides.

    A row that only shows for the sake of those under it is an aside: in short, and in brackets.
    """
    row = state.rows[place]
    pieces = [Piece("faint", number(state, place, marks))] if numbers else []
    if row.claim is None:
        pieces.append(Piece("faint", _JOINT))
        if state.is_folded(place):
            pieces.append(Piece("faint", label(state, place)))
    elif state.context(place):
        pieces.append(Piece("faint", f"({label(state, place)})"))
    else:
        claim = state.index.claims[row.claim]
        style = "faint" if row.repeat else "strong" if row.role is Role.MOTION else "text"
        pieces.append(Piece(style, claim.claim))
        if row.repeat is None:
            if claim.id in state.bookmarks:
                pieces.append(Piece("note", "(bookmark)"))
            pieces += [Piece("faint", f"({word})") for word in flags(claim)]
            pieces += _problems(state, claim)
        else:
            pieces.append(Piece("note", _elsewhere(state, row.claim, row.repeat, marks)))
    if state.is_folded(place):
        hidden = count(state.hidden(place), "more", "more")
        pieces.append(Piece("note", f"{marks.dots} {hidden}"))
    return pieces


def _problems(state: BrowseState, claim: Claim) -> list[Piece]:
    severities = [found.severity for found in state.problems.get(claim.id, ())]
    return [
        Piece(severity.value, f"({count(severities.count(severity), severity.value)})")
        for severity in (Severity.ERROR, Severity.WARNING)
        if severity in severities
    ]


def _elsewhere(state: BrowseState, claim: str, repeat: Repeat, marks: Marks) -> str:
    target = number(state, state.carriers[claim], marks)
    if repeat is Repeat.CYCLE:
        return f"{marks.cycle} leads back to {target}"
    return f"{marks.again} see {target}"
