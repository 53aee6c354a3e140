"""The browser on a page of the web: one process for each window, shown by textual-serve's page.

`guard` decides who is let in, `page` is what the web browser loads, `process` is the process of
one window as the server sees it, `window` is what that process runs, and `server` ties them
together.
"""

import os

SERVED = "ARGMAP_SERVED"
"""The environment variable that tells the program that somebody elsewhere looks at it."""


def served() -> bool:
    """Whether this process draws on a page: it must start no program and open no other file."""
    return bool(os.environ.get(SERVED))
