"""Text and addresses as TeX reads them back."""

import re

from argmap.text import clean

_SPELLED = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    '"': r"\textquotedbl{}",
    "'": r"\textquotesingle{}",
    "`": r"\textasciigrave{}",
    "-": "-{}",
    ",": ",{}",
    "\t": " ",
    "\n": " ",
    "\r": " ",
}
"""What means something to TeX, or is joined with its like to another sign (``--``, ``,,``)."""
_MEANINGFUL = re.compile("[" + re.escape("".join(_SPELLED)) + "]")
_UNSAFE = re.compile(r"[^A-Za-z0-9:/.?=,;@+()!*%#&_-]")
_KEPT = re.compile(r"[%#&_]")


def escape(text: str) -> str:
    """`text` as one line of TeX that is set as it reads."""
    return _MEANINGFUL.sub(lambda found: _SPELLED[found[0]], clean(text))


def escape_address(address: str) -> str:
    r"""An ASCII address for ``\href`` within the argument of another command."""
    plain = _UNSAFE.sub(lambda found: f"%{ord(found[0]):02X}", address)
    return _KEPT.sub(r"\\\g<0>", plain)


def beyond_latin(texts: set[str]) -> list[str]:
    """The characters that TeX's usual fonts do not have."""
    usual = "‘’“”„‚–—…•«»‹›€†‡‰"
    return sorted(sign for sign in set().union(*texts) if ord(sign) > 0x17F and sign not in usual)
