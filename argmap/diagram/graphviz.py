"""Graphviz as a second engine: it re-lays the DOT that we wrote, in a process with a time limit."""

import os
import subprocess
import tempfile
from pathlib import Path

from argmap.diagram.lettering.fonts import folder
from argmap.errors import MissingComponent

TIME_LIMIT = 20.0
"""Seconds."""

_INSTALL = (
    "Install it: apt install graphviz | brew install graphviz | winget install graphviz."
    " Or leave out --engine dot: the built-in engine draws SVG, PNG and PDF without Graphviz."
)


def version() -> str | None:
    """Version of the `dot` on this machine, or None where there is none."""
    import graphviz  # noqa: PLC0415 - only this engine needs it

    try:
        return ".".join(map(str, graphviz.version()))
    except (graphviz.ExecutableNotFound, subprocess.SubprocessError, RuntimeError):
        return None


def render(dot: str, to: str, time_limit: float = TIME_LIMIT) -> bytes:
    """What `dot` makes of this text, as ``svg``, ``png`` or ``pdf``.

    Raises MissingComponent where there is no `dot`, where it fails, and where it takes longer
    than `time_limit` seconds.
    """
    with tempfile.TemporaryDirectory(prefix="argmap-") as place:
        try:
            done = subprocess.run(  # noqa: S603 - fixed arguments, no shell
                ["dot", f"-T{to}"],  # noqa: S607 - the user's own, from PATH
                input=dot.encode(),
                capture_output=True,
                timeout=time_limit,
                env=_environment(Path(place)),
                cwd=place,
                check=False,
            )
        except FileNotFoundError as error:
            raise MissingComponent(
                "Graphviz is not on this machine, so --engine dot cannot run.", _INSTALL
            ) from error
        except subprocess.TimeoutExpired as error:
            raise MissingComponent(
                f"Graphviz took longer than {time_limit:g} seconds and was stopped.",
                "Leave out --engine dot: the built-in engine draws large maps in seconds.",
            ) from error
    if done.returncode != 0 or not done.stdout:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise MissingComponent(
            f"Graphviz could not draw the map: {said[0] if said else 'it said nothing'}",
            "Leave out --engine dot, or try a newer Graphviz.",
        )
    return done.stdout


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
