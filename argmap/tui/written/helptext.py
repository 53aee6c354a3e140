"""The help: all keys, made from the commands, and a legend of the signs."""

from itertools import groupby

from argmap.model import Role
from argmap.text import Measure, width
from argmap.tui.commands import COMMANDS
from argmap.tui.keys.keymap import STANDARD, Keymap
from argmap.tui.written.marks import UNICODE, Marks
from argmap.tui.written.pieces import Line, Piece, paragraph

_KEYS = 19


def help_lines(
    cells: int, measure: Measure = width, marks: Marks = UNICODE, keymap: Keymap = STANDARD
) -> list[Line]:
    """The whole help, wrapped to a width."""
    lines: list[Line] = [*_legend(cells, measure, marks)]
    for group, commands in groupby(COMMANDS, key=lambda command: command.group):
        lines += [[], [Piece("heading", group)]]
        for command in commands:
            keys = "  ".join(keymap.names(command))
            lines += paragraph(
                [Piece("text", command.help())], cells, measure, _column(keys, measure)
            )
    return lines


def _column(words: str, measure: Measure) -> Piece:
    return Piece("strong", words + " " * max(2, _KEYS - measure(words)))


def _legend(cells: int, measure: Measure, marks: Marks) -> list[Line]:
    signs = [
        ("root", marks.root, "the motion, or another claim that nothing rests under"),
        *[(role.value, marks.sign(role), words) for role, words in _ROLES],
        ("mark", marks.unfolded, "has more under it, which shows"),
        ("mark", marks.folded, "has more under it, which is folded away"),
        (
            "note",
            marks.again,
            "a claim that stands elsewhere too; Enter goes to where it is spelled out",
        ),
        ("note", marks.cycle, "leads back to a claim above: the argument is circular"),
        (
            "passage",
            f"{marks.opening} {marks.closing}",
            "the words of the source that a claim cites",
        ),
    ]
    lines: list[Line] = [[Piece("heading", "Signs")]]
    for style, sign, words in signs:
        lead = Piece(style, sign + " " * max(2, 7 - measure(sign)))
        lines += paragraph([Piece("text", words)], cells, measure, lead)
    return lines


_ROLES = (
    (Role.SUPPORT, "supports the claim above"),
    (Role.REBUTTAL, "rebuts the claim above"),
    (Role.UNDERCUT, "undercuts: denies that the claim above bears on what it stands under"),
    (Role.PREMISE, "a premise that only works together with its neighbours"),
)
