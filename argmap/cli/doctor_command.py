"""`argmap doctor`: versions, engines and fonts, and whether pictures really come out."""

import argparse
import platform
import sys
from importlib.metadata import PackageNotFoundError, version

from argmap import __version__
from argmap.cli.output import say, say_json
from argmap.diagram import engines, probe

_PACKAGES = ("pydantic", "PyYAML", "textual", "graphviz", "reportlab", "resvg-py", "fonttools")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of the command."""
    parser.add_argument("--json", action="store_true", help="print the findings as JSON")


def run(options: argparse.Namespace) -> int:
    """Run the command; 3 where a picture does not come out."""
    versions = {"argmap": __version__, "python": platform.python_version()}
    versions |= {name: _version(name) for name in _PACKAGES}
    probes = probe()
    found = engines()
    terminal = f"{sys.stdout.encoding}, {'a terminal' if sys.stdout.isatty() else 'no terminal'}"
    if options.json:
        say_json({
            "versions": versions,
            "output": terminal,
            "engines": [{"name": e.name, "found": e.found, "detail": e.detail} for e in found],
            "probes": [{"format": p.name, "ok": p.ok, "detail": p.detail} for p in probes],
        })  # fmt: skip
    else:
        for name, text in versions.items():
            say(f"{name:<10} {text}")
        say(f"{'output':<10} {terminal}")
        for engine in found:
            say(f"{engine.name:<10} {engine.detail}")
        for result in probes:
            say(f"{'draw ' + result.name:<10} {'ok' if result.ok else 'FAILED'}: {result.detail}")
    return 0 if all(result.ok for result in probes) else 3


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"
