"""Tests that garbage is left alone while much is made, and only then."""

import gc

from argmap.store.garbage import no_collection


def test_nothing_is_collected_until_the_last_pause_ends() -> None:
    """Pauses overlap in threads: the first to end must not end them all."""
    gc.enable()
    first, second = no_collection(), no_collection()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    assert not gc.isenabled()
    second.__exit__(None, None, None)
    assert gc.isenabled()


def test_a_program_that_collects_nothing_is_left_so() -> None:
    """Whoever reads maps with collection switched off does not find it on afterwards."""
    gc.disable()
    try:
        with no_collection():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_is_kept_is_looked_through_now_and_then() -> None:
    """Cycles that died between two keepings go at last."""
    died: list[int] = []

    class Loop:
        def __init__(self) -> None:
            self.own = self

        def __del__(self) -> None:
            died.append(1)

    for _ in range(100):
        with no_collection(keep=True):
            Loop()
    gc.unfreeze()
    assert died


def test_a_pause_that_nobody_ends_ends_with_what_held_it() -> None:
    """As in a screen that was never shown; the search that finds it must not wait for itself."""
    gc.enable()

    class Holder:
        def __init__(self) -> None:
            self.own = self
            self.pause = no_collection()
            self.pause.__enter__()

    Holder()
    with no_collection(keep=True):
        gc.collect()
    assert gc.isenabled()
    gc.unfreeze()
