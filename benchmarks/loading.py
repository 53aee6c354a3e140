"""How long a map takes to load, beside libyaml's `compose` alone on the same file.

    python benchmarks/loading.py

Each pair is run in turn, three times, in a fresh process each; the median ratio counts. `compose`
is timed as it comes, and once more without garbage collection, which our loader switches off too.
Peak memory is read from /proc, so this runs on Linux.
"""

import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.maps import chain_map, random_map, write_to

_SCRIPTS = {
    "load": "from argmap.store import load; a = clock(); load(path); b = clock()",
    "compose": "import yaml; text = open(path).read(); a = clock();"
    " yaml.compose(text, Loader=yaml.CSafeLoader); b = clock()",
    "compose, no gc": "import yaml, gc; gc.disable(); text = open(path).read(); a = clock();"
    " yaml.compose(text, Loader=yaml.CSafeLoader); b = clock()",
}


def timed(what: str, path: Path) -> tuple[float, int]:
    """Seconds and peak memory (MiB) of one run in a process of its own."""
    script = (
        "import re, sys; from time import perf_counter as clock; path = sys.argv[1];"
        f"{_SCRIPTS[what]};"
        "peak = re.search('VmHWM:\\\\s+(\\\\d+)', open('/proc/self/status').read());"
        "print(b - a, int(peak.group(1)) // 1024)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True
    )
    seconds, memory = done.stdout.split()
    return float(seconds), int(memory)


def main() -> None:
    """Print a table of times, ratios and memory."""
    with tempfile.TemporaryDirectory() as folder:
        files = [
            (size, write_to(Path(folder), random_map(size), f"{size}.yaml"))
            for size in (100, 1_000, 10_000, 100_000)
        ]
        files.append((5_000, write_to(Path(folder), chain_map(5_000), "chain.yaml")))
        print(f"{'map':>12} {'MB':>6} {'load s':>8} {'/compose':>9} {'/no gc':>7} {'MiB':>6}")
        for size, path in files:
            runs = 1 if size > 10_000 else 3
            rounds = [{what: timed(what, path) for what in _SCRIPTS} for _ in range(runs)]
            load = median(one["load"][0] for one in rounds)
            whole = median(one["load"][0] / one["compose"][0] for one in rounds)
            bare = median(one["load"][0] / one["compose, no gc"][0] for one in rounds)
            memory = max(one["load"][1] for one in rounds)
            megabytes = path.stat().st_size / 1e6
            name = f"{path.stem}" if path.stem == "chain" else f"{size:,}"
            print(f"{name:>12} {megabytes:6.2f} {load:8.3f} {whole:9.2f} {bare:7.2f} {memory:6}")


if __name__ == "__main__":
    main()
