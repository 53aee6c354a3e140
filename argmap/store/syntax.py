"""YAML syntax errors: saying them plainly, and reading on behind them."""

from typing import NamedTuple

from yaml.error import Mark, MarkedYAMLError, YAMLError

from argmap.store.decode import Progress, lines_of
from argmap.store.nodes import Node, YamlProblem, read_nodes, report_too_deep
from argmap.store.report import Report

_WORK_LIMIT = 20_000_000
"""Characters that may be read again to get behind syntax errors."""
_MAX_ATTEMPTS = 20
_TOO_DEEP = "maximum nesting depth"
"""libyaml's own words from 0.2.6 on, whose limit is as high as ours."""


class _Plain(NamedTuple):
    message: str
    remedy: str
    at_context: bool = False
    """Whether the place to mend is where the construct began, not where reading stopped."""


_QUOTES = "Put the whole text in quotes."
_SAID = (
    (
        r"character '\t'",
        _Plain("a tab stands where indentation is expected", "Indent with spaces."),
    ),
    ("mapping values are not allowed", _Plain("': ' stands inside a text without quotes", _QUOTES)),
    (
        "unexpected end of stream",
        _Plain(
            "this quote is never closed",
            "Close it, or double it if it belongs to the text.",
            at_context=True,
        ),
    ),
    (
        "unexpected document indicator",
        _Plain("this quote is not closed before the line ---", "Close it.", at_context=True),
    ),
    (
        "could not find expected ':'",
        _Plain(
            "this line is neither `key: value` nor a list item",
            "Indent it like the text it continues, or add the key.",
            at_context=True,
        ),
    ),
    (
        "expected ',' or ']'",
        _Plain("this [ list lacks a comma or its ]", "Close it on the same line.", at_context=True),
    ),
    (
        "expected ',' or '}'",
        _Plain(
            "this { mapping lacks a comma or its }",
            "Close it; texts with commas or braces in it need quotes.",
            at_context=True,
        ),
    ),
    (
        "expected key",
        _Plain("the indentation does not fit the lines above", "Align it with the keys beside it."),
    ),
    (
        "expected '-' indicator",
        _Plain(
            "this line does not fit the list above", "Start it with '- ', or align it with its key."
        ),
    ),
    (
        "block sequence entries",
        _Plain("'- ' cannot start here", "Put the list on lines of its own below its key."),
    ),
    (
        "unknown escape character",
        _Plain(
            "this backslash means nothing in double quotes",
            "Double the backslash, or use single quotes.",
        ),
    ),
    ("alphabetic or numeric character", _Plain("a text cannot start with * or &", _QUOTES)),
    ("cannot start any token", _Plain("a text cannot start with this character", _QUOTES)),
    (
        "expected <document start>",
        _Plain("this does not belong to the map above", "Align it with the keys above."),
    ),
)


def read_through(text: str, report: Report, progress: Progress | None = None) -> Node | None:
    """The nodes of a text, read on behind syntax errors by leaving out the lines they are on.

    Each syntax error is reported. Where leaving lines out does not help, what stands before the
    first error is returned.
    """
    lines: list[str] | None = None
    first_part: Node | None = None
    attempts = min(_MAX_ATTEMPTS, _WORK_LIMIT // (len(text) + 1))
    for attempt in range(attempts + 1):
        scratch = Report(report.path)
        try:
            root = read_nodes(text, scratch, progress)
        except YamlProblem as problem:
            if _TOO_DEEP in str(problem.error):
                report_too_deep(scratch, _problem_mark(problem.error))
                _pass_on(scratch, report)
                return problem.root
            first_part = problem.root if attempt == 0 else first_part
            plain, mark = _plainly(problem.error)
            report.add(
                "AM001",
                plain.message,
                line=mark.line + 1,
                column=mark.column + 1,
                remedy=plain.remedy,
            )
            lines = lines_of(text) if lines is None else lines
            if not _leave_out(lines, (mark, _problem_mark(problem.error))):
                break
            text = "\n".join(lines)
            continue
        _pass_on(scratch, report)
        return root
    return first_part


def _pass_on(scratch: Report, report: Report) -> None:
    for found in scratch.diagnostics():
        report.add_at(found.code, found.message, found.span, found.remedy)


def _leave_out(lines: list[str], marks: tuple[Mark, Mark]) -> bool:
    for mark in marks:
        if mark.line < len(lines) and lines[mark.line].strip():
            lines[mark.line] = ""
            return True
    return False


def _problem_mark(error: YAMLError) -> Mark:
    if isinstance(error, MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        if mark is not None:
            return mark
    return Mark("", 0, 0, 0, None, 0)


def _plainly(error: YAMLError) -> tuple[_Plain, Mark]:
    mark = _problem_mark(error)
    if not isinstance(error, MarkedYAMLError):
        return _Plain(str(error), "Mend this place."), mark
    problem = error.problem or "not well-formed"
    for words, plain in _SAID:
        if words in problem:
            if plain.at_context and error.context_mark is not None:
                mark = error.context_mark
            return plain, mark
    return _Plain(
        f"not well-formed: {problem}", "Mend this place; quotes around texts often help."
    ), mark
