"""How fast a search of 100,000 claims follows what is typed, beside a plain scan of the texts.

The plain scan is ``query in text`` over the same folded texts in the same run, so that the ratio
says the same on any machine. Run it as ``python -m benchmarks.searching``.
"""

import gc
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from argmap.model import Claim, MapIndex, sides
from argmap.model.counts import counts
from argmap.sources import Opened
from argmap.store import Loaded, Spans
from argmap.tui.state.browse import BrowseState
from argmap.tui.state.filters import parse
from argmap.tui.state.search import Search
from benchmarks.maps import random_map

_QUERIES = ("council noise", "e", "double trust 77", "zzz")
_TIMES = 5
_FILTERS = ("pro", "con unanswered", "uncited -rebuttal", "source:s council", "unsupported trade")


def _milliseconds(deed: Callable[[], object], times: int = _TIMES) -> float:
    best = float("inf")
    for _ in range(times):
        started = time.perf_counter()
        deed()
        best = min(best, time.perf_counter() - started)
    return 1000 * best


def _opened(size: int) -> Opened:
    made = random_map(size)
    index = MapIndex(made)
    return Opened(Loaded("map.yaml", "", made, (), Spans(), index), {}, {}, ())


def _edited(opened: Opened, turn: int) -> Opened:
    """The map with another claim at its end."""
    made = opened.map
    added = Claim(id=f"added-{turn}", claim="A claim that was added.")
    after = made.model_copy(update={"claims": (*made.claims, added)})
    return replace(opened, loaded=replace(opened.loaded, map=after, index=MapIndex(after)))


def _told(deed: str, took: float, more: str = "") -> None:
    print(f"{deed:34} {took:7.1f} ms   {more}")


def typing(state: BrowseState) -> None:
    """Each letter of some queries, and letters taken back again."""
    texts = list(state.texts.values())
    scan = _milliseconds(lambda: [text for text in texts if "council" in text])
    _told("plain scan for one word", scan)
    for query in _QUERIES:
        search = Search(state)
        typed = [query[:end] for end in range(1, len(query) + 1)]
        worst = max(_milliseconds(partial(search.find, text), 1) for text in typed + typed[::-1])
        _told(f"worst key of {query!r}", worst, f"{worst / scan:.2f} x the scan")


def figures(opened: Opened) -> None:
    """What is worked out anew after an edit, and what filters take."""
    state = BrowseState(opened)
    print(f"\n{state.counts.claims:,} claims")
    after = iter([_edited(opened, turn) for turn in range(_TIMES)])
    _told("rows after an edit", _milliseconds(lambda: state.reread(next(after))))
    _told("sides of all claims", _milliseconds(partial(sides, opened.index)))
    _told("figures of the map", _milliseconds(partial(counts, opened.index, state.sides)))
    _told("opening the search", _milliseconds(partial(Search, state), 1))
    _told("opening it again", _milliseconds(partial(Search, state)))
    typing(state)
    for line in _FILTERS:
        took = _milliseconds(partial(state.set_filter, parse(line)))
        _told(f"filter {line!r}", took, state.matching())


def main() -> None:
    """Print everything."""
    gc.disable()
    for size in (10_000, 100_000):
        figures(_opened(size))


if __name__ == "__main__":
    main()
