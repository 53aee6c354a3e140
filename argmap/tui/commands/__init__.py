"""Every command of the browser, one class each.

Keys, palette, footer and help are made from these classes: the docstring is the help text, so
none of the four can disagree with another. A command works on the `View` it is given and knows
nothing of Textual.
"""

from argmap.tui.commands.base import Command, View, key_name
from argmap.tui.commands.find import Find, Leave, NextMatch, PreviousMatch
from argmap.tui.commands.fold import FewerLevels, Fold, FoldAll, MoreLevels, Toggle, Unfold
from argmap.tui.commands.move import (
    Back,
    Down,
    First,
    HalfPageDown,
    HalfPageUp,
    Last,
    NextSibling,
    Occurrence,
    PageDown,
    PageUp,
    Parent,
    PreviousSibling,
    Up,
)
from argmap.tui.commands.view import (
    CopyClaim,
    CopyDetails,
    Details,
    Diagnostics,
    Help,
    Numbers,
    Palette,
    Quit,
    Reload,
    SwitchPane,
    Theme,
)

__all__ = ["BY_NAME", "COMMANDS", "FOOTER", "Command", "View", "key_name"]

COMMANDS: tuple[type[Command], ...] = (
    *(Down, Up, PageDown, PageUp, HalfPageDown, HalfPageUp, First, Last),
    *(Parent, NextSibling, PreviousSibling, Occurrence, Back),
    *(Toggle, Unfold, Fold, MoreLevels, FewerLevels, FoldAll),
    *(Find, NextMatch, PreviousMatch, Leave),
    *(Details, SwitchPane, Numbers, Diagnostics, Theme),
    *(CopyClaim, CopyDetails, Reload),
    *(Palette, Help, Quit),
)
"""Every command, in the order of the help."""

FOOTER: tuple[type[Command], ...] = (
    *(Help, Find, Toggle, Details, SwitchPane, Quit, FoldAll, Occurrence, Diagnostics, Palette),
)
"""The commands of the footer, the most important first: a narrow one shows only the first few."""

BY_NAME: dict[str, type[Command]] = {command.__name__: command for command in COMMANDS}
