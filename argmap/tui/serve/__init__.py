"""The browser on a page of the web: one process for each window, shown by textual-serve's page.

`guard` decides who is let in, `page` is what the web browser loads, `session` is one window with
its process, `server` ties them together, and `window` is what that process runs.
"""

import os

SERVED = "ARGMAP_SERVED"
"""The environment variable that tells the program that somebody elsewhere looks at it."""


def served() -> bool:
    """Whether this process draws on a page: it must start no program and open no other file."""
    return bool(os.environ.get(SERVED))
