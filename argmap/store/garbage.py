"""Putting off the search for garbage while much is made that stays.

Reading a map makes hundreds of thousands of small objects. Looking through them for garbage finds
none, takes up to five times as long as the reading, and lets nothing else run meanwhile.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

_KEPT_BEFORE_A_LOOK = 64
"""How often all is kept unseen before everything is looked through for garbage once."""
_lock = RLock()
"""Taken twice by a thread whose search for garbage finds a pause that nobody ended."""


class _Pauses:
    under_way = 0
    was_enabled = False
    kept = 0


@contextmanager
def no_collection(*, keep: bool = False) -> Iterator[None]:
    """Collect no garbage meanwhile, in any thread.

    With `keep`, what is there at the end is passed over by later searches as well. It goes all
    the same when nothing refers to it any more; only cycles wait for a search through everything.
    """
    with _lock:
        if not _Pauses.under_way:
            _Pauses.was_enabled = gc.isenabled()
        _Pauses.under_way += 1
        gc.disable()
    try:
        yield
    finally:
        if keep:
            _keep()
        with _lock:
            _Pauses.under_way -= 1
            if not _Pauses.under_way and _Pauses.was_enabled:
                gc.enable()


def _keep() -> None:
    _Pauses.kept += 1
    if _Pauses.kept % _KEPT_BEFORE_A_LOOK == 0:
        gc.unfreeze()
        gc.collect()
    gc.freeze()
