"""`argmap doctor`: versions, engines and fonts, and whether pictures really come out."""

import argparse
import platform
import sys
from importlib.metadata import PackageNotFoundError, version

from argmap import __version__
from argmap.cli.output import say, say_json
from argmap.diagram import Probe, engines, probe

_PACKAGES = ("pydantic", "PyYAML", "textual")
_GRAPHVIZ_HINT = "not found; only --engine dot needs it (apt, brew or winget install graphviz)"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of the command."""
    parser.add_argument("--json", action="store_true", help="print the findings as JSON")


def run(options: argparse.Namespace) -> int:
    """Run the command; 3 where a picture does not come out."""
    versions = {"argmap": __version__, "Python": platform.python_version()}
    versions |= {name: _version(name) for name in _PACKAGES}
    found = engines()
    probes = probe()
    output = f"{sys.stdout.encoding}, {'a terminal' if sys.stdout.isatty() else 'no terminal'}"
    if options.json:
        drawn = [result._asdict() for result in probes]
        say_json({"versions": versions, "engines": found, "output": output, "probes": drawn})
    else:
        _say_rows(versions)
        _say_rows({name: text or _missing(name) for name, text in found.items()})
        _say_rows({"output": output})
        _say_rows({
            f"draw {result.format}": f"{_outcome(result)}: {result.detail}" for result in probes
        })  # fmt: skip
    return 0 if all(result.ok or result.extra for result in probes) else 3


def _outcome(result: Probe) -> str:
    if result.ok:
        return "ok"
    return "not here" if result.extra else "FAILED"


def _say_rows(rows: dict[str, str]) -> None:
    for name, text in rows.items():
        say(f"{name:<14}{text}")


def _missing(name: str) -> str:
    return _GRAPHVIZ_HINT if name.startswith("Graphviz") else "MISSING"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "MISSING"
