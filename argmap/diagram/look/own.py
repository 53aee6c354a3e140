"""A user's own theme: a small YAML file of colours, and a font, over one of the built-in themes.

    based on: dark
    font: Inter
    background: "#101418"
    support: {stripe: "#3CCFA3", fill: "#0F3329"}
    tints:
    - {stripe: "#56B4E9", fill: "#10304A"}

Where a box has a `stripe` of its own, its `border` has that colour too and its `sign` is black or
white, unless they are named. `tints` replace the first ones of the theme below.
"""

import re
from dataclasses import replace
from pathlib import Path
from typing import Annotated, NoReturn

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from argmap.diagram.look.contrast import contrast
from argmap.diagram.look.theme import OTHER, Look, Theme
from argmap.diagram.look.themes import THEMES
from argmap.diagram.look.weak import weaknesses
from argmap.diagram.view import Kind
from argmap.errors import Diagnostic, FileError, in_reading_order
from argmap.model.claim import Frozen
from argmap.store.decode import decode, read_bytes
from argmap.store.nodes import Mapping
from argmap.store.report import Report
from argmap.store.syntax import read_through
from argmap.store.values import plain, report_at, report_unknown_key, validate
from argmap.text import nearest

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_FONT = re.compile(r"(?=[ ,_-]*[A-Za-z0-9])[A-Za-z0-9 ,_-]{1,80}")
_MOST_BYTES = 100_000
_MOST_TOLD = 10
_REMEDIES = {
    "AM002": "Save it as text in UTF-8.",
    "AM004": "A theme has a key, a colour, and nothing deeper.",
    "AM008": "Write the value itself.",
}


def _colour(text: str) -> str:
    if _COLOUR.fullmatch(text):
        return text.upper()
    if not text:
        raise _fault("lacks its colour", 'Put it in quotes, as in "#1A2B3C": # begins a comment.')
    raise _fault("takes a colour", 'Write it in quotes as "#RRGGBB", for instance "#1A2B3C".')


def _font(text: str) -> str:
    if _FONT.fullmatch(text):
        return text
    raise _fault(
        "takes names of font families",
        "Use letters, digits, spaces, '-' and '_', with commas between names; 80 in all.",
    )


def _base(text: str) -> str:
    if text in THEMES:
        return text
    guess = nearest(text, THEMES)
    meant = f"Did you mean `{guess}`? " if guess else ""
    raise _fault("names no theme", f"{meant}Themes: {', '.join(THEMES)}.")


def _fault(message: str, remedy: str) -> PydanticCustomError:
    return PydanticCustomError("told", message, {"remedy": remedy})


def _six(tints: tuple["OwnLook", ...]) -> tuple["OwnLook", ...]:
    if len(tints) <= OTHER:
        return tints
    raise _fault(f"takes {OTHER} looks at most", "What comes after these has a tint of its own.")


Colour = Annotated[str, AfterValidator(_colour)]


class OwnLook(Frozen):
    """Colours of one kind of box, or of one tint; None: not named."""

    stripe: Colour | None = None
    fill: Colour | None = None
    border: Colour | None = None
    sign: Colour | None = None

    def over(self, look: Look) -> Look:
        """A look with the colours that are named."""
        stripe = self.stripe or look.stripe
        border, sign = look.border, look.sign
        if self.stripe:
            border = self.stripe
            sign = max(("#FFFFFF", "#000000"), key=lambda ink: contrast(ink, stripe))
        return replace(
            look,
            stripe=stripe,
            fill=self.fill or look.fill,
            border=self.border or border,
            sign=self.sign or sign,
        )


class OwnTheme(Frozen):
    """What a theme file may say."""

    based_on: Annotated[str, AfterValidator(_base)] = Field("light", alias="based on")
    font: Annotated[str, AfterValidator(_font)] = ""
    background: Colour | None = None
    text: Colour | None = None
    line: Colour | None = None
    pale: Colour | None = None
    motion: OwnLook = OwnLook()
    support: OwnLook = OwnLook()
    rebuttal: OwnLook = OwnLook()
    answer: OwnLook = OwnLook()
    undercut: OwnLook = OwnLook()
    tints: Annotated[tuple[OwnLook, ...], AfterValidator(_six)] = ()

    def theme(self) -> Theme:
        """The theme, with warnings about what is weak in it."""
        base = THEMES[self.based_on]
        own = len(self.tints)
        made = replace(
            base,
            name="own",
            font=self.font,
            background=self.background or base.background,
            text=self.text or base.text,
            line=self.line or base.line,
            pale=self.pale or base.pale,
            looks={kind: getattr(self, kind.value).over(base.looks[kind]) for kind in Kind},
            tints=(
                *(tint.over(look) for tint, look in zip(self.tints, base.tints, strict=False)),
                *base.tints[own:],
            ),
        )
        return replace(made, warnings=(*_about_font(self.font), *weaknesses(made)))


_KEYS = tuple(field.alias or name for name, field in OwnTheme.model_fields.items())


def load_theme(path: str | Path) -> Theme:
    """The theme in a file.

    Raises:
        FileError: the file cannot be read, or holds anything but a theme.
    """
    report = Report(str(path))
    data = _read(path)
    text = decode(data, report).text
    root = read_through(text, report) if text else None
    if type(root) is not Mapping:
        if report.diagnostics():
            _refuse(report.diagnostics())
        raise FileError(
            f"{path}: this is no theme", 'A theme has lines such as `background: "#101418"`.'
        )
    known = {}
    for name, key in root.keys.items():
        if name in _KEYS:
            known[name] = plain(root.values[name])
        else:
            report_unknown_key(report, key, _KEYS, "a theme")
    found = validate(OwnTheme, known, root.values, report)
    if report.diagnostics():
        _refuse(report.diagnostics())
    if found is None:
        report_at(report, root, "AM105", "this is no theme")
        _refuse(report.diagnostics())
    return found.theme()


def _read(path: str | Path) -> bytes:
    try:
        data = read_bytes(path)
    except FileError as error:
        raise FileError(
            error.message.replace(", not a map", ""), f"Built-in themes: {', '.join(THEMES)}."
        ) from None
    if len(data) > _MOST_BYTES:
        raise FileError(f"{path}: this is too large for a theme", "A theme has a few lines.")
    return data


def _refuse(faults: list[Diagnostic]) -> NoReturn:
    """Raise one error that names all faults, the first as what happened."""
    first, *others = in_reading_order(faults)
    told = [f"{_place(fault)}: {fault.message}. {_remedy(fault)}".rstrip() for fault in others]
    remedy = [_remedy(first), *told[: _MOST_TOLD - 1]]
    if len(faults) > _MOST_TOLD:
        remedy.append(f"There are {len(faults) - _MOST_TOLD} more faults.")
    raise FileError(f"{_place(first)}: {first.message}", "\n".join(filter(None, remedy)))


def _place(fault: Diagnostic) -> str:
    return f"{fault.span.path}:{fault.span.line}:{fault.span.column}"


def _remedy(fault: Diagnostic) -> str:
    """What to do; where the reader of maps advises on maps, what fits a theme."""
    return _REMEDIES.get(fault.code, fault.remedy)


def _about_font(font: str) -> list[str]:
    if not font:
        return []
    return [
        f"Text was measured in Roboto: set in {font}, it may be wider than its box."
        " PNG and PDF are set in Roboto."
    ]
