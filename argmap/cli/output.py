"""Everything that is printed: results to standard output, the rest to standard error."""

import json
import sys
from collections.abc import Iterable
from typing import Any

from argmap.errors import Diagnostic, format_diagnostic
from argmap.text import clean


def say(text: str = "") -> None:
    """Print a line of the result."""
    print(_printable(text, sys.stdout.encoding))


def say_all(lines: Iterable[str]) -> None:
    """Print the lines of the result."""
    for line in lines:
        say(line)


def say_json(value: Any) -> None:  # noqa: ANN401 - anything that JSON can hold
    """Print the result for other programs: JSON, indented, not escaped."""
    say(json.dumps(value, ensure_ascii=False, indent=2))


def say_text(text: str) -> None:
    """Print a result that ends with a line end of its own."""
    print(_printable(text, sys.stdout.encoding), end="")


def say_bytes(data: bytes) -> None:
    """Write a result that is no text."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def tell(text: str) -> None:
    """Print a line about the work, which is not its result."""
    print(_printable(clean(text), sys.stderr.encoding), file=sys.stderr)


def complain(message: str, remedy: str = "") -> None:
    """Say what went wrong and what to do about it."""
    tell(f"argmap: {message}")
    if remedy:
        for line in remedy.splitlines():
            tell(f"  {line}")


def report(diagnostics: Iterable[Diagnostic], lines: list[str]) -> None:
    """Print diagnostics with excerpts from `lines`, the lines of the file they are about."""
    for found in diagnostics:
        place = found.span.line - 1
        tell_raw(format_diagnostic(found, lines[place] if place < len(lines) else None))


def tell_raw(text: str) -> None:
    """Print several lines that are clean already to standard error."""
    print(_printable(text, sys.stderr.encoding), file=sys.stderr)


def _printable(text: str, encoding: str | None) -> str:
    """`text` with what the output cannot encode replaced, so that printing never fails."""
    encoding = encoding or "utf-8"
    return text.encode(encoding, "replace").decode(encoding)
