"""Graphviz as a second engine: it lays out our DOT in a process of its own, with a time limit."""

import os
import re
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from argmap.diagram.lettering.fonts import folder
from argmap.errors import MissingComponent

TIME_LIMIT = 20.0
"""Seconds."""

OLDEST = (2, 43)
"""Earlier ones were never tried."""

_ANSWER_LIMIT = 5.0
"""Seconds in which `dot` must say its version."""

_INSTALL = (
    "Install it: apt install graphviz | brew install graphviz | winget install graphviz."
    " Or leave out --engine dot: the built-in engine draws SVG, PNG and PDF without Graphviz."
)
_RENEW = (
    "Install a newer one: apt install graphviz | brew upgrade graphviz | winget upgrade graphviz,"
    " or from graphviz.org/download. Or leave out --engine dot."
)
_WITHOUT = "Leave out --engine dot: the built-in engine draws large maps in seconds."
_SMALLER = (
    "Show less of it (--focus, --depth), lower --dpi, export SVG or PDF, or leave out --engine dot."
)
_VERSION = re.compile(r"graphviz version (\d+)\.(\d+)(?:\.(\d+))?")
_BEGINNINGS = {"svg": b"<svg", "png": b"\x89PNG", "pdf": b"%PDF"}


class _Slow(Exception):  # noqa: N818 - it says what the program was
    """A program took longer than it may."""


def version() -> str | None:
    """What is to be said of the `dot` on this machine; None where there is none."""
    program = _found()
    if program is None:
        return None
    try:
        told = _version(program)
    except (OSError, _Slow):
        return f"{program} does not answer; install another"
    if told is None:
        return f"{program} does not say its version"
    number = ".".join(map(str, told))
    return number if told[:2] >= OLDEST else f"{number}, too old for --engine dot. {_RENEW}"


def render(dot: str, to: str, time_limit: float = TIME_LIMIT, dpi: int | None = None) -> bytes:
    """What `dot` makes of this text, as ``svg``, ``png`` or ``pdf``.

    Args:
        dot: written by `write_dot`, never by others.
        to: the format.
        time_limit: in seconds.
        dpi: pixels per inch of a PNG.

    Raises:
        MissingComponent: there is no `dot`, or it is too old, fails, takes too long, or does not
            bring out the whole picture.
    """
    program = _found()
    if program is None:
        raise MissingComponent(
            "Graphviz is not on this machine, so --engine dot cannot run.", _INSTALL
        )
    _check_age(program)
    asked = [program, f"-T{to}", *([f"-Gdpi={dpi}"] if dpi and to == "png" else [])]
    try:
        done = _run(asked, dot.encode(), time_limit)
    except _Slow as error:
        raise MissingComponent(
            f"Graphviz took longer than {time_limit:g} seconds and was stopped.", _WITHOUT
        ) from error
    except OSError as error:
        raise MissingComponent(_no_start(program, error), _INSTALL) from error
    _check(done, to)
    return done.stdout


def _found() -> str | None:
    from graphviz.backend import DOT_BINARY  # noqa: PLC0415 - only this engine needs it

    return shutil.which(str(DOT_BINARY))


def _version(program: str) -> tuple[int, ...] | None:
    said = _run([program, "-V"], b"", _ANSWER_LIMIT)
    told = _VERSION.search((said.stderr + said.stdout).decode(errors="replace"))
    return tuple(int(part) for part in told.groups() if part) if told else None


def _check_age(program: str) -> None:
    try:
        told = _version(program)
    except _Slow as error:
        raise MissingComponent(
            f"{program} does not answer: it did not say its version in {_ANSWER_LIMIT:g} seconds.",
            _INSTALL,
        ) from error
    except OSError as error:
        raise MissingComponent(_no_start(program, error), _INSTALL) from error
    if told is not None and told[:2] < OLDEST:
        number, oldest = ".".join(map(str, told)), ".".join(map(str, OLDEST))
        raise MissingComponent(
            f"Graphviz {number} is too old: --engine dot needs {oldest} or newer.", _RENEW
        )


def _no_start(program: str, error: OSError) -> str:
    return f"{program} could not be started: {error.strerror or error}."


def _run(asked: list[str], given: bytes, time_limit: float) -> "subprocess.CompletedProcess[bytes]":
    """Run in a folder of its own; what takes too long is ended with all that it has started."""
    with tempfile.TemporaryDirectory(prefix="argmap-", ignore_cleanup_errors=True) as place:
        running = subprocess.Popen(  # noqa: S603 - fixed arguments, no shell
            asked,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=_environment(Path(place)),
            cwd=place,
            start_new_session=True,
        )
        with running:
            try:
                written, said = running.communicate(given, time_limit)
            except subprocess.TimeoutExpired as error:
                raise _Slow from error
            finally:
                _end(running)
    return subprocess.CompletedProcess(asked, running.returncode, written, said)


def _end(running: "subprocess.Popen[bytes]") -> None:
    """End a process, and on systems that have process groups also what it has started."""
    if running.poll() is not None:
        return
    if hasattr(os, "killpg"):
        os.killpg(running.pid, signal.SIGKILL)
    else:
        running.kill()


def _check(done: "subprocess.CompletedProcess[bytes]", to: str) -> None:
    """Refuse a picture that is none, or not the whole."""
    said = done.stderr.decode(errors="replace").strip().splitlines()
    if done.returncode < 0:
        raise MissingComponent(f"Graphviz crashed (signal {-done.returncode}).", _RENEW)
    if any("scaling by" in line.lower() for line in said):
        raise MissingComponent(
            "The picture is too large for Graphviz: it would be shrunk until nobody can read it.",
            _SMALLER,
        )
    failed = next((line for line in said if "error" in line.lower()), "")
    if done.returncode or failed or not done.stdout:
        reason = failed or next(iter(said), "it wrote nothing and said nothing")
        raise MissingComponent(f"Graphviz could not draw the map: {reason}", _RENEW)
    if _BEGINNINGS[to] not in done.stdout[:2_000]:
        raise MissingComponent(
            f"What `dot` wrote is no {to.upper()}: is it the `dot` of Graphviz?", _INSTALL
        )


def _environment(place: Path) -> dict[str, str]:
    """This process's, with a font configuration that adds the bundled font."""
    settings = place / "fonts.conf"
    settings.write_text(
        '<?xml version="1.0"?>\n<fontconfig>\n'
        '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>\n'
        f"<dir>{folder()}</dir>\n<cachedir>{place}</cachedir>\n</fontconfig>\n",
        encoding="utf-8",
    )
    return {**os.environ, "FONTCONFIG_FILE": str(settings)}
