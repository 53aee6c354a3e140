"""Every command of the browser, one class each.

Keys, palette, footer and help are made from these classes: the docstring is the help text, so
none of the four can disagree with another. A command works on the `View` it is given and knows
nothing of Textual.
"""

from argmap.tui.commands.add import (
    AddExisting,
    AddJoint,
    AddRebuttal,
    AddRoot,
    AddSibling,
    AddSupport,
    AddUndercut,
)
from argmap.tui.commands.arrange import (
    ChangeKind,
    MoveDown,
    MoveIn,
    MoveOut,
    MoveUnder,
    MoveUp,
)
from argmap.tui.commands.base import Command, View, key_name
from argmap.tui.commands.citation import EditCitation, Uncite
from argmap.tui.commands.cite import Cite, NextUncited
from argmap.tui.commands.exchange import CopyAs, OpenOther, PasteOutline
from argmap.tui.commands.fields import EditFields
from argmap.tui.commands.file import EditOutside, Export, Quit, Redo, Reload, Save, Undo
from argmap.tui.commands.find import Find, Leave, NextMatch, PreviousMatch
from argmap.tui.commands.fold import FewerLevels, Fold, FoldAll, MoreLevels, Toggle, Unfold
from argmap.tui.commands.header import EditMap
from argmap.tui.commands.look import (
    Back,
    Bookmark,
    Bookmarks,
    Forward,
    Neighbourhood,
    Occurrence,
    Occurrences,
)
from argmap.tui.commands.move import (
    Down,
    First,
    HalfPageDown,
    HalfPageUp,
    Last,
    NextSibling,
    PageDown,
    PageUp,
    Parent,
    PreviousSibling,
    Up,
)
from argmap.tui.commands.narrow import FilterRows, Zoom
from argmap.tui.commands.remove import Delete, DeleteBranch
from argmap.tui.commands.rewrite import EditText, Merge, RenameId, Split
from argmap.tui.commands.view import (
    CopyClaim,
    Details,
    Diagnostics,
    Help,
    Numbers,
    Palette,
    SwitchPane,
    Theme,
)

__all__ = ["BY_NAME", "COMMANDS", "FOOTER", "Command", "View", "key_name"]

COMMANDS: tuple[type[Command], ...] = (
    *(Down, Up, PageDown, PageUp, HalfPageDown, HalfPageUp, First, Last),
    *(Parent, NextSibling, PreviousSibling),
    *(Toggle, Unfold, Fold, MoreLevels, FewerLevels, FoldAll),
    *(AddSupport, AddRebuttal, AddUndercut, AddJoint, AddSibling, AddRoot, AddExisting),
    *(PasteOutline,),
    *(EditText, EditFields, Split, Merge, RenameId, EditMap, Delete, DeleteBranch),
    *(ChangeKind, MoveUp, MoveDown, MoveIn, MoveOut, MoveUnder),
    *(Cite, NextUncited, EditCitation, Uncite),
    *(Find, NextMatch, PreviousMatch, FilterRows, Zoom, Leave),
    *(Back, Forward, Bookmark, Bookmarks, Occurrence, Occurrences, Neighbourhood),
    *(Details, SwitchPane, Numbers, Diagnostics, Theme),
    *(Undo, Redo, Save, CopyClaim, CopyAs, EditOutside, Export, Reload, OpenOther),
    *(Palette, Help, Quit),
)
"""Every command, in the order of the help."""

FOOTER: tuple[type[Command], ...] = (
    *(Help, AddSupport, AddRebuttal, EditText, Find, Undo, Save, Toggle, Quit),
    *(Delete, Cite, Details, SwitchPane, Export, FoldAll, Occurrence, Diagnostics, Palette),
)
"""The commands of the footer, the most important first: a narrow one shows only the first few."""

BY_NAME: dict[str, type[Command]] = {command.__name__: command for command in COMMANDS}
