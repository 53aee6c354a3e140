"""What the process of one window runs: ``python -m argmap.tui.serve.window ARGUMENTS``.

ARGUMENTS is a JSON object with the arguments of `argmap.tui.run`.
"""

import json
import os
import signal
import sys
import threading
import time
from collections.abc import Mapping, Sequence

from argmap.errors import ArgmapError
from argmap.tui.run import run

_LOOK_AFTER = 1.0
"""Seconds between two looks whether the server is still there."""
_PATIENCE = 5.0
"""Seconds to leave in order once it is not."""


def window_command(path: str, source_files: Mapping[str, str], *, read_only: bool) -> Sequence[str]:
    """The command that runs a window on the map at `path`.

    Python is told not to look for modules in the current folder (-P): it may be one with maps
    of somebody else's, and with modules of theirs.
    """
    arguments = {"path": path, "source_files": dict(source_files), "read_only": read_only}
    return (sys.executable, "-P", "-m", __name__, json.dumps(arguments))


def main() -> None:
    """Run the window until it is closed, or until the server is gone."""
    threading.Thread(target=_follow, args=(os.getppid(),), daemon=True).start()
    try:
        code = run(**json.loads(sys.argv[1]))
    except ArgmapError as error:
        sys.exit(f"{error.message}\n{error.remedy}".strip())
    sys.exit(code)


def _follow(server: int) -> None:
    """Leave when the server was killed and could not say so."""
    while os.getppid() == server:
        time.sleep(_LOOK_AFTER)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(_PATIENCE)
    os._exit(1)


if __name__ == "__main__":
    main()
