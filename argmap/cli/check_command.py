"""`argmap check`: what is wrong with maps, where, and what to do about it."""

import argparse
from typing import Any

from argmap.cli.output import report, say, say_json
from argmap.cli.shared import add_source, open_with_progress, source_files
from argmap.errors import CATALOGUE, Diagnostic, Severity, UsageError
from argmap.model import Map
from argmap.store import lines_of
from argmap.text import count, nearest


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of the command."""
    parser.add_argument("maps", metavar="MAP", nargs="*", help="map files; - reads standard input")
    add_source(parser)
    parser.add_argument("--json", action="store_true", help="print the findings as JSON")
    parser.add_argument("--explain", metavar="CODE", help="explain a code; `all` lists them")


def run(options: argparse.Namespace) -> int:
    """Run the command; 1 where a map has errors."""
    if options.explain:
        _explain(options.explain)
        return 0
    if not options.maps:
        raise UsageError("check needs a map", "argmap check MAP")
    results = [_check(path, options) for path in options.maps]
    if options.json:
        say_json({"argmap": 1, "files": [result for result, _ in results]})
    return 1 if any(failed for _, failed in results) else 0


def _check(path: str, options: argparse.Namespace) -> tuple[dict[str, Any], bool]:
    opened = open_with_progress(path, source_files(options))
    counts = dict.fromkeys(Severity, 0)
    for found in opened.diagnostics:
        counts[found.severity] += 1
    if not options.json:
        report(opened.diagnostics, lines_of(opened.loaded.text))
        say(f"{opened.loaded.path}: {_summary(opened.map, counts)}")
    result = {
        "path": opened.loaded.path,
        "claims": len(opened.map.claims),
        "links": len(opened.map.links),
        **{f"{level.value}s": number for level, number in counts.items()},
        "diagnostics": [_as_data(found) for found in opened.diagnostics],
    }
    return result, counts[Severity.ERROR] > 0


def _summary(argument_map: Map, counts: dict[Severity, int]) -> str:
    found = [count(number, level.value) for level, number in counts.items() if number]
    size = f"{count(len(argument_map.claims), 'claim')}, {count(len(argument_map.links), 'link')}"
    return f"{size}: {', '.join(found) or 'no problems'}"


def _as_data(found: Diagnostic) -> dict[str, Any]:
    return {
        "code": found.code,
        "name": found.name,
        "severity": found.severity.value,
        "line": found.span.line,
        "column": found.span.column,
        "message": found.message,
        "remedy": found.remedy,
    }


def _explain(code: str) -> None:
    if code == "all":
        for entry in CATALOGUE.values():
            say(f"{entry.code}  {entry.severity:<8} {entry.name}")
        return
    names = {entry.name: entry.code for entry in CATALOGUE.values()}
    found = CATALOGUE.get(names.get(code, code.upper()))
    if found is None:
        guess = nearest(code, [*names, *(name.lower() for name in CATALOGUE)])
        raise UsageError(
            f"there is no code `{code}`",
            f"Did you mean `{guess.upper() if guess.startswith('am') else guess}`?"
            if guess
            else "`argmap check --explain all` lists them.",
        )
    say(f"{found.code} {found.name} ({found.severity})\n\n{found.explanation}")
