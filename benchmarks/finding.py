"""How fast letters find a claim among many. Run it as ``python -m benchmarks.finding``.

Each key is timed beside a plain scan, `query in text` over all texts, in the same run: times vary
with the machine, the ratio does not.
"""

import statistics
import time
from collections.abc import Callable

from argmap.tui.asking.fuzzy import Matcher
from benchmarks.maps import random_map

_RUNS = 5
_LISTED = 200
_TYPED = ("traffic noise 99", "free trvl dbl", "zzz", "the e")


def _milliseconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - started)


def typing(matcher: Matcher, texts: list[str], query: str) -> tuple[float, float, float]:
    """Median and worst milliseconds of the keys of a query, and those of a plain scan."""
    keys, scans = [], []
    for end in range(1, len(query) + 1):
        typed = query[:end]
        keys.append(_milliseconds(lambda typed=typed: matcher.best(typed, _LISTED)))  # type: ignore[misc]
        scans.append(
            _milliseconds(lambda typed=typed: [text for text in texts if typed in text])  # type: ignore[misc]
        )
    return statistics.median(keys), max(keys), statistics.median(scans)


def report(name: str, texts: list[str]) -> None:
    """Print what finding costs among these texts."""
    made: list[Matcher] = []
    building = _milliseconds(lambda: made.append(Matcher(texts)))
    matcher = made[0]
    warming = _milliseconds(matcher.warm_up)
    print(f"{len(texts):,} {name}: {building:.0f} ms to fold, {warming:.0f} ms to warm up")
    for query in _TYPED:
        runs = [typing(matcher, texts, query) for _ in range(_RUNS)]
        median, worst, scan = (statistics.median(column) for column in zip(*runs, strict=True))
        print(
            f"  {query:18} median {median:5.1f} ms ({median / scan:.1f} x a scan), "
            f"worst {worst:5.1f} ms ({worst / scan:.1f} x)"
        )


def main() -> None:
    """Measure plain ASCII texts, and texts with accents."""
    for size in (1_000, 10_000, 100_000):
        report("claims", [claim.claim for claim in random_map(size).claims])
    accented = [f"{claim.claim} Für Zürich." for claim in random_map(100_000).claims]
    report("claims with accents", accented)


if __name__ == "__main__":
    main()
