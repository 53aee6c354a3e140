"""How long a diagram takes, beside Graphviz on the same graph.

    python benchmarks/diagram.py

For 1,000 claims, layout and SVG of the built-in engine are timed in turn with `dot -Tsvg` on the
exported DOT, seven times; the median ratio counts. The first drawing of a process, which also
imports and reads the fonts, stands apart. A chain of 5,000 claims, 10,000 claims and the peak
memory follow, each in a process of its own. Peak memory is read from /proc, so this runs on Linux.
"""

import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parent.parent))

from argmap.diagram import draw
from argmap.diagram.compose import compose
from argmap.diagram.view import view
from argmap.diagram.writers.svg import write_svg
from argmap.model import MapIndex
from benchmarks.maps import random_map

_ROUNDS = 7
_SCRIPT = """
import re, sys
from time import perf_counter
sys.path.insert(0, sys.argv[1])
from argmap.diagram import draw
from argmap.model import MapIndex
from benchmarks.maps import chain_map, random_map
index = MapIndex({map})
start = perf_counter()
size = len(draw(index, "{to}").data)
took = perf_counter() - start
peak = re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())
print(took, size, int(peak.group(1)) // 1024)
"""


def timed_dot(dot: bytes) -> float:
    """Seconds that Graphviz takes to arrange and draw this."""
    start = perf_counter()
    subprocess.run(["dot", "-Tsvg"], input=dot, capture_output=True, check=True)
    return perf_counter() - start


def beside_graphviz(size: int) -> None:
    """Print times and the ratio for a map of `size` claims."""
    index = MapIndex(random_map(size))
    start = perf_counter()
    draw(index, "svg")
    first = perf_counter() - start
    shown, dot = view(index), draw(index, "dot").data
    ours, theirs = [], []
    for _ in range(_ROUNDS):
        start = perf_counter()
        write_svg(compose(shown))
        ours.append(perf_counter() - start)
        if shutil.which("dot"):
            theirs.append(timed_dot(dot))
    print(f"{size:,} claims: layout and SVG {median(ours) * 1000:.1f} ms,", end=" ")
    print(f"first drawing of a process {first * 1000:.0f} ms")
    if theirs:
        ratio = median(one / other for one, other in zip(ours, theirs, strict=True))
        print(f"  dot -Tsvg {median(theirs) * 1000:.0f} ms; ratio {ratio:.3f} (goal: under 0.3)")
    else:
        print("  there is no dot on this machine to compare with")


def alone(name: str, build: str, to: str) -> None:
    """Print time, size and memory of one drawing in a process of its own."""
    project = str(Path(__file__).parent.parent)
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT.format(map=build, to=to), project],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    took, size, memory = done.stdout.split()
    print(f"{name} to {to}: {float(took):.2f} s, {int(size) / 1e6:.1f} MB, peak {memory} MiB")


def main() -> None:
    """Print all measurements."""
    beside_graphviz(1_000)
    for name, build in (
        ("chain of 5,000", "chain_map(5000)"),
        ("10,000 claims", "random_map(10000)"),
    ):
        for to in ("dot", "svg", "pdf"):
            alone(name, build, to)


if __name__ == "__main__":
    main()
